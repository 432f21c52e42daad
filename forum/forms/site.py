"""The site's settings, as the operator fills them in."""

from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.models import SiteSettings


class SettingsForm(forms.ModelForm):
    """Every column of SiteSettings, and why it is changed."""

    elsewhere = forms.BooleanField(
        label=_("This site is not run from mainland China"),
        required=False,
        help_text=_("Tick this to keep addresses for less than 180 days."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    field_order = ["site_name", "tagline", "mode", "region_label", "region_precision", "origin_days", "elsewhere"]

    class Meta:
        model = SiteSettings
        fields = [
            "site_name", "tagline", "mode", "region_label", "region_precision", "origin_days",
            "icp_number", "police_number", "complaint_contact", "shows_offences", "address", "hub",
        ]  # fmt: skip

    def clean_region_label(self):
        """The label has a slot for the place."""
        label = self.cleaned_data["region_label"]
        if "{region}" not in label:
            raise forms.ValidationError(_("Write {region} where the place goes, as in 来自{region}"))
        return label

    def clean_address(self):
        """Scheme and host; the paths are ours."""
        address = self.cleaned_data["address"]
        if urlsplit(address).path.strip("/"):
            raise forms.ValidationError(_("Write it as https://forum.example.org"))
        return address.rstrip("/")

    def clean_origin_days(self):
        """At least a day."""
        days = self.cleaned_data["origin_days"]
        if not 1 <= days <= limits.ORIGIN_DAYS_MOST:
            raise forms.ValidationError(_("Choose between 1 and {most} days").format(most=limits.ORIGIN_DAYS_MOST))
        return days

    def clean(self):
        """The mainland's floor holds unless the operator says that the site stands elsewhere."""
        given = super().clean()
        if given.get("hub") and not given.get("address"):
            self.add_error("address", _("The hub must be told under which address the feeds stand"))
        elsewhere = given.pop("elsewhere", False)
        if given.get("origin_days", limits.ORIGIN_DAYS) < limits.ORIGIN_DAYS and not elsewhere:
            self.add_error(
                "origin_days",
                _("Mainland law asks for 180 days at least; a site run elsewhere says so in the box below"),
            )
        return given
