"""Pages articles were imported from: the file's name, what repair did to it, and the way to its article."""

from django.contrib import admin
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin import columns
from forum.admin.base import LookOnlyAdmin
from forum.admin.cards import card_of
from forum.admin.importing import import_page
from forum.models import Source
from forum.rules import may_import

IMPORTED = columns.moment("imported_at", gettext_lazy("brought in"))


def named(title, kind):
    """A filter of this ``kind`` for a column that has no name of its own."""

    class Named(kind):
        def __init__(self, *about, **more):
            super().__init__(*about, **more)
            self.title = title

    return Named


@admin.register(Source)
class SourceAdmin(LookOnlyAdmin):
    opens = staticmethod(may_import)
    list_display = ["file", "its_thread", "mended", "shows", IMPORTED]
    list_filter = [
        ("shows_original", named(gettext_lazy("original text shown"), admin.BooleanFieldListFilter)),
        ("imported_at", named(IMPORTED.short_description, admin.DateFieldListFilter)),
    ]
    list_select_related = ["thread"]
    search_fields = ["name", "thread__title"]
    search_help_text = gettext_lazy("File or title")
    actions = None
    facts = ["file", "its_thread", "mended", "shows", IMPORTED]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("raw", "original", "repaired")

    def get_urls(self):
        importing = path("import/", self.admin_site.admin_view(import_page), name="forum_source_import")
        return [importing, *super().get_urls()]

    def beside(self, request, source):
        return {"card": card_of(source.thread)}

    @admin.display(description=gettext_lazy("file"), ordering="name")
    def file(self, source):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(source), source.name)

    @admin.display(description=gettext_lazy("thread"))
    def its_thread(self, source):
        return format_html('<a href="{}">{}</a>', columns.door_to(source.thread), source.thread)

    @admin.display(description=gettext_lazy("repairs"))
    def mended(self, source):
        return _("{count} repairs").format(count=sum(repair["count"] for repair in source.repairs))

    @admin.display(description=gettext_lazy("text shown"), ordering="shows_original")
    def shows(self, source):
        return _("Original") if source.shows_original else _("Repaired")
