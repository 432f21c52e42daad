import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.screened import ScreenedForm
from forum.models import Category
from forum.rules import may_fix

_BETWEEN_TAGS = re.compile(r"[\s,，、;；#]+")


class ThreadForm(ScreenedForm):
    scopes = {"title": "title", "body": "body", "tags": "tag", "terms": "body"}

    title = forms.CharField(
        label=_("Title"), max_length=limits.TITLE_LENGTH, error_messages={"required": _("A title, please")}
    )
    category = forms.ModelChoiceField(Category.objects.all(), label=_("Category"), empty_label=_("Choose one"))
    tags = forms.CharField(
        label=_("Tags"), required=False, help_text=_("Up to five words, separated by spaces or commas")
    )
    body = forms.CharField(label=_("Body"), max_length=limits.BODY_LENGTH, widget=forms.Textarea(attrs={"rows": 18}))
    terms = forms.CharField(
        label=_("Words in other scripts"),
        required=False,
        max_length=4 * limits.TERMS_PER_THREAD * limits.TERM_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "placeholder": "软件 => 軟體 / 軟件"}),
        help_text=_(
            "One word a line: 软件 => 軟體 / 軟件 shows 軟體 in Taiwan’s script and 軟件 in Hong Kong’s; "
            "one form serves both. A word alone stays as it is for everybody."
        ),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_title(self):
        return self.fit("title")

    def clean_body(self):
        return self.fit("body")

    def clean_terms(self):
        ruling = may_fix(self.cleaned_data["terms"])
        if not ruling:
            raise ValidationError(ruling.reason)
        return self.fit("terms")

    def clean_tags(self):
        names = list(dict.fromkeys(name for name in _BETWEEN_TAGS.split(self.cleaned_data["tags"]) if name))
        if len(names) > limits.TAGS_PER_THREAD:
            raise ValidationError(_("Five tags are enough"))
        if any(len(name) > 20 for name in names):
            raise ValidationError(_("A tag has at most 20 characters"))
        self.cleaned_data["tags"] = names
        return self.fit("tags")
