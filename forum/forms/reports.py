from django import forms
from django.utils.translation import gettext_lazy as _

from forum.models import Report


class ReportForm(forms.Form):
    reason = forms.ChoiceField(label=_("What is wrong"), choices=Report.Reason, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Anything a moderator should know"), max_length=300, required=False)
