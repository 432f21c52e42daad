"""Trade words: what they are, and a box to try them in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum.chinese import fold
from forum.models import TradeWord


class TradeWordForm(forms.ModelForm):
    """One word and what means the same; words that fold alike are one."""

    class Meta:
        model = TradeWord
        fields = ["word", "synonyms", "note", "is_active"]

    def clean_word(self):
        """Refuse a word of spaces and marks, and one that stands there in other characters."""
        word = "".join(self.cleaned_data["word"].split())
        if not any(character.isalnum() for character in word):
            raise forms.ValidationError(_("A word needs a character or a letter."))
        others = TradeWord.objects.exclude(pk=self.instance.pk).values_list("word", flat=True)
        if fold(word) in map(fold, others):
            raise forms.ValidationError(_("This word is there already."))
        return word


class TrialForm(forms.Form):
    text = forms.CharField(label=_("A text to try"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 4}))
