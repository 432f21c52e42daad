"""The words on the shelves: tags that fold alike are one tag."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum.chinese import fold
from forum.models import Tag


class TagForm(forms.ModelForm):
    """A tag's name; its folded form follows."""

    class Meta:
        model = Tag
        fields = ["name", "description"]

    def clean_name(self):
        """Refuse a name that another tag already has in other letters."""
        name = self.cleaned_data["name"].strip()
        self.instance.folded = fold(name)
        if Tag.objects.filter(folded=self.instance.folded).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("There is a tag like this already"))
        return name
