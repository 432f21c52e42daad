from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.proven import ProvenForm
from forum.forms.screened import ScreenedForm


class ReplyForm(ProvenForm, ScreenedForm):
    """A reply as typed; leading and trailing blank lines are nobody's words."""

    scopes = {"body": "reply"}
    proof_stands_at = "body"

    body = forms.CharField(
        label=_("Your reply"),
        max_length=limits.REPLY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first")},
    )
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_body(self):
        return self.fit("body")
