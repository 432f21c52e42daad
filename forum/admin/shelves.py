"""Categories and tags: edited directly by whoever has the permission."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from forum import search
from forum.actions.tags import free_tag, merge_tag
from forum.admin import columns, usual
from forum.admin.direct import DirectAdmin
from forum.admin.reasons import with_reason
from forum.forms.moderation import MergeTagForm
from forum.forms.shelves import TagForm
from forum.models import Category, Tag

REVIEWED = columns.whether("review_first", _("review first"), _("review first"))


@admin.register(Category)
class CategoryAdmin(DirectAdmin):
    list_display = ["name", "slug", "description", "position", REVIEWED]
    search_fields = ["name", "slug"]
    search_help_text = _("Name or slug")
    fields = ["name", "slug", "description", "position", "review_first"]


@admin.register(Tag)
class TagAdmin(DirectAdmin):
    form = TagForm
    list_display = ["name", "description", "same_as"]
    list_select_related = ["same_as"]
    search_fields = ["name", "folded"]
    search_help_text = _("Name")
    actions = [
        with_reason(merge_tag, _("Merge into another tag"), asks=MergeTagForm, usual=usual.MERGE_TAG),
        with_reason(free_tag, _("Make it a tag of its own again"), usual=usual.FREE),
    ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        search.enter_name(form.instance)

    def things(self, queryset):
        """What the verbs are said for."""
        return list(queryset.select_related("same_as"))
