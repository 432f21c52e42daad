"""What a group of people may do, in words."""

from django import forms
from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy

from forum.models.office import RIGHTS

DEEDS = {
    "add": gettext_lazy("Add"),
    "change": gettext_lazy("Change"),
    "delete": gettext_lazy("Remove"),
    "view": gettext_lazy("See"),
}
OURS = dict(RIGHTS)
OFFERED = (
    r"^(moderate|moderate_category|curate|appoint|view_origin|change_sitesettings|view_category|(add|view)_barrier"
    r"|(add|change|delete)_(blockedword|category|tag|tradeword))$"
)


class RightsField(forms.ModelMultipleChoiceField):
    """Permissions by what they let people do, not by how Django keeps them."""

    def label_from_instance(self, right):
        if right.codename in OURS:  # the row keeps the name in the language of whoever migrated
            return OURS[right.codename]
        deed, _mark, _model = right.codename.partition("_")
        return f"{DEEDS[deed]} · {right.content_type.model_class()._meta.verbose_name}"


class GroupForm(forms.ModelForm):
    """A group's name and rights."""

    permissions = RightsField(
        label=gettext_lazy("permissions"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        queryset=Permission.objects.filter(content_type__app_label="forum", codename__regex=OFFERED)
        .select_related("content_type")
        .order_by("content_type__model", "codename"),
    )

    class Meta:
        model = Group
        fields = ["name", "permissions"]

    def clean_permissions(self):
        """What is not offered here is neither given nor taken away."""
        chosen, offered = self.cleaned_data["permissions"], self.fields["permissions"].queryset
        kept = self.instance.permissions.exclude(pk__in=offered) if self.instance.pk else ()
        return [*chosen, *kept]
