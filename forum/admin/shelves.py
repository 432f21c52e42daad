"""Categories and tags: edited directly by whoever has the permission."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from forum import search
from forum.admin.direct import DirectAdmin
from forum.forms.shelves import TagForm
from forum.models import Category, Tag


@admin.register(Category)
class CategoryAdmin(DirectAdmin):
    list_display = ["name", "slug", "description", "position", "review_first"]
    search_fields = ["name", "slug"]
    search_help_text = _("Name or slug")
    fields = ["name", "slug", "description", "position", "review_first"]


@admin.register(Tag)
class TagAdmin(DirectAdmin):
    form = TagForm
    list_display = ["name", "folded"]
    search_fields = ["name", "folded"]
    search_help_text = _("Name")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        search.enter_name(form.instance)
