"""Articles, as moderators see them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from forum.admin import columns, spoken
from forum.admin.things import ThingAdmin
from forum.models import Thread
from forum.rules import may_enter


@admin.register(Thread)
class ThreadAdmin(ThingAdmin):
    opens = staticmethod(may_enter)
    list_display = [
        columns.title, columns.state, columns.marks, columns.author, "category", columns.region, "answered",
        columns.written, columns.page,
    ]  # fmt: skip
    list_filter = ["state", "category", ("closed_at", admin.EmptyFieldListFilter), "created_at"]
    list_select_related = ["author", "category"]
    search_fields = ["title", "author__username", "byline"]
    search_help_text = _("Title or author")
    actions = spoken.THREADS
    facts = [columns.author, "category", columns.region, columns.marks, "answered", columns.written, columns.edited]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("contents", "words", "attribution")

    @admin.display(description=_("replies"), ordering="replies_count")
    def answered(self, thread):
        return _("{count} replies").format(count=thread.replies_count)
