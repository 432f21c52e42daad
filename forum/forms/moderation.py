"""What a moderator is asked before a verb is said: why, and what else the verb needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.chinese import fold
from forum.models import Category, Tag


class ReasonForm(forms.Form):
    """A reason: one of the usual ones, words of one's own, or both."""

    usual = forms.ChoiceField(label=_("Usual reasons"), widget=forms.RadioSelect, required=False, choices=[])
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The author of what is hidden reads this; so does whoever looks at the decisions later."),
    )

    def __init__(self, *args, usual=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["usual"].choices = [(str(words), words) for words in usual]
        if not usual:
            del self.fields["usual"]

    def clean(self):
        """One ``reason``, never blank."""
        given = super().clean()
        words = [given.pop("usual", ""), given.get("reason", "")]
        given["reason"] = "：".join(word.strip() for word in words if word and word.strip())
        if not given["reason"] and not self.errors:
            self.add_error("reason", _("Say why, in a few words"))
        return given


class MuteForm(ReasonForm):
    """A mute also has a length, in days."""

    days = forms.IntegerField(
        label=_("Days"), initial=3, min_value=1, max_value=limits.MUTE_LONGEST_DAYS,
        help_text=_("3 for a warning, 30 for a repetition, 3650 for good."),
    )  # fmt: skip
    field_order = ["days", "usual", "reason"]


class MoveForm(ReasonForm):
    """A move also has a shelf to go to."""

    category = forms.ModelChoiceField(label=_("To which category"), queryset=Category.objects.all())
    field_order = ["category", "usual", "reason"]


class MergeForm(ReasonForm):
    """A merge also has a tag to go to, by name: there are too many for a list."""

    into = forms.CharField(label=_("Into which tag"), max_length=20)
    field_order = ["into", "usual", "reason"]

    def clean_into(self):
        """The tag of this name, in whatever letters."""
        name = self.cleaned_data["into"].strip().lstrip("#＃")
        found = Tag.objects.filter(folded=fold(name)).first()
        if found is None:
            raise forms.ValidationError(_("There is no tag of this name"))
        return found
