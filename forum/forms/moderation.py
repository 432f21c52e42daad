"""What a moderator is asked before a verb is said: why, and what else the verb needs."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.chinese import fold
from forum.models import Category, State, Tag, Thread
from forum.rules import MODERATORS, OFFICES

_FLOORS = re.compile(r"(\d{1,9})(?:\s*[-–—~～]\s*(\d{1,9}))?")


class ReasonForm(forms.Form):
    """A reason: one of the usual ones, words of one's own, or both."""

    things = ()  # what it is about, once somebody asks

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

    @staticmethod
    def initial_for(things):
        """What the form proposes for these things."""
        return {}

    @staticmethod
    def unsaid(given):
        """What is the reason where nobody has written one."""
        return ""

    def clean(self):
        """One ``reason``, never blank."""
        given = super().clean()
        words = [given.pop("usual", ""), given.get("reason", "")]
        given["reason"] = "：".join(word.strip() for word in words if word and word.strip()) or self.unsaid(given)
        if not given["reason"] and not self.errors:
            self.add_error("reason", _("Say why, in a few words"))
        return given


class MoveForm(ReasonForm):
    """A move also has a shelf to go to."""

    category = forms.ModelChoiceField(label=_("To which category"), queryset=Category.objects.all())
    field_order = ["category", "usual", "reason"]


class MergeTagForm(ReasonForm):
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


class SlowForm(ReasonForm):
    """How long a member waits between two replies, in minutes."""

    minutes = forms.IntegerField(
        label=_("Minutes between two replies of one member"), initial=10, min_value=1,
        max_value=limits.SLOW_LONGEST_MINUTES,
    )  # fmt: skip
    field_order = ["minutes", "usual", "reason"]


class MergeForm(ReasonForm):
    """Where the discussion goes on: the other article's number, or its address."""

    into = forms.CharField(
        label=_("Into which article"), max_length=200, help_text=_("Its address, or the number in it: /threads/42/")
    )
    field_order = ["into", "usual", "reason"]

    def clean_into(self):
        """The public thread that is meant."""
        number = re.search(r"(?:threads/)?(\d{1,18})/?(?:[?#].*)?$", self.cleaned_data["into"].strip())
        thread = number and Thread.objects.filter(pk=number[1], state=State.PUBLIC).first()
        if not thread:
            raise ValidationError(_("There is no public article with this address or number"))
        return thread


class SplitForm(ReasonForm):
    """Which replies go, and the article that is made for them."""

    floors = forms.CharField(
        label=_("Floors"), max_length=200, help_text=_("Such as 3, 5-9. What hangs under them goes along.")
    )
    title = forms.CharField(label=_("Title of the new article"), max_length=limits.TITLE_LENGTH)
    category = forms.ModelChoiceField(label=_("Category"), queryset=Category.objects.all())
    body = forms.CharField(
        label=_("Opening"), widget=forms.Textarea(attrs={"rows": 4}), max_length=limits.REPLY_LENGTH,
        help_text=_("A sentence or two in your name: what is discussed here, and where it began."),
    )  # fmt: skip
    field_order = ["floors", "title", "category", "body", "usual", "reason"]

    def clean_floors(self):
        """The numbers, spelled out; at most limits.FLOORS_AT_ONCE of them."""
        floors = set()
        for first, last in _FLOORS.findall(self.cleaned_data["floors"]):
            first, last = int(first), int(last or first)
            if last - first >= limits.FLOORS_AT_ONCE:
                raise ValidationError(_("At most {most} floors at once").format(most=limits.FLOORS_AT_ONCE))
            floors.update(range(first, last + 1))
        if not floors:
            raise ValidationError(_("Which floors? Such as 3, 5-9"))
        if len(floors) > limits.FLOORS_AT_ONCE:
            raise ValidationError(_("At most {most} floors at once").format(most=limits.FLOORS_AT_ONCE))
        return sorted(floors)


class AppointForm(ReasonForm):
    """Which office, and for 版主 which category."""

    office = forms.ChoiceField(label=_("Office"), choices=[(name, name) for name in OFFICES])
    category = forms.ModelChoiceField(
        label=_("In charge of"),
        queryset=Category.objects.all(),
        required=False,
        help_text=_("For 版主 only: the category whose words are theirs to judge. Appoint again for another."),
    )
    field_order = ["office", "category", "usual", "reason"]

    def clean(self):
        """版主 have charge of something."""
        given = super().clean()
        if given.get("office") == MODERATORS and not given.get("category") and "category" not in self.errors:
            self.add_error("category", _("Choose the category they shall have charge of"))
        return given


class LookUpForm(ReasonForm):
    """An address, a network or an e-mail address, and why it is looked up."""

    asked = forms.CharField(
        label=_("Address"), max_length=254, help_text=_("203.0.113.7, a network such as 203.0.113.0/24, or an e-mail")
    )
    field_order = ["asked", "usual", "reason"]
