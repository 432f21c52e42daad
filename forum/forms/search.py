from django import forms
from django.utils.translation import gettext_lazy as _

from forum import search


class QuestionField(forms.CharField):
    """Whatever is typed is a question: nothing is too long or too strange, it is only read as far as it goes."""

    def to_python(self, value):
        """As typed, without what no database takes."""
        return super().to_python(value).replace("\0", "")[: 2 * search.LONGEST]


class SearchForm(forms.Form):
    q = QuestionField(label=_("Search"), required=False)
