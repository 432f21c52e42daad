from django import forms

from accounts.proof import LONGEST, is_asked, is_proven


class ProvenForm(forms.Form):
    """A form for words before which a newcomer's browser does some work; ``cleaned_data["proven"]`` says whether.

    None where this site asks nobody. The form's ``proof_stands_at`` is the field an unfit proof is told at.
    """

    proof = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
    proof_stands_at = None

    def clean(self):
        given = super().clean()
        proof, given["proven"] = given.pop("proof", ""), None
        if self._author and is_asked() and not self.errors:  # it counts once: not while something has to be mended
            try:
                given["proven"] = is_proven(proof, self._author)
            except forms.ValidationError as unfit:
                self.add_error(self.proof_stands_at, unfit)
        return given
