"""What a moderator hands in: a saved page, pasted or as a file; then the same page once more, to be imported."""

import base64
import binascii
import zlib

from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.models import Category


class PageForm(forms.Form):
    """A page pasted, uploaded, or ``packed`` by the look before; ``cleaned_data`` holds its bytes as ``raw``."""

    text = forms.CharField(
        label=_("Pasted text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 10})
    )
    file = forms.FileField(label=_("Or a file"), required=False, allow_empty_file=True)
    category = forms.ModelChoiceField(label=_("Category"), queryset=Category.objects.all(), required=False)
    as_saved = forms.BooleanField(label=_("Show the text as it was saved, without repair"), required=False)
    packed = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def clean(self):
        """The bytes and the file's name."""
        given = super().clean()
        file = given.get("file")
        if file:
            given["raw"], given["name"] = file.read(limits.PAGE_BYTES + 1), file.name
        elif given.get("text"):
            given["raw"], given["name"] = given["text"].encode(errors="ignore"), str(_("pasted text"))
        elif given.get("packed"):
            given["raw"] = _unpacked(given["packed"])
        else:
            raise forms.ValidationError(_("Paste a page or choose a file."))
        return given

    def packed_again(self):
        """The same page as fields of the form that imports it."""
        given = self.cleaned_data
        packed = base64.b64encode(zlib.compress(given["raw"])).decode()
        return {**self.data.dict(), "packed": packed, "name": given["name"], "text": ""}


def _unpacked(packed):
    try:
        return zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), limits.PAGE_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise forms.ValidationError(_("The page was lost on the way; hand it in once more.")) from None
