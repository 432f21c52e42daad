"""Replies, as moderators see them."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from forum.admin import columns, spoken
from forum.admin.things import ThingAdmin
from forum.models import Reply


@admin.register(Reply)
class ReplyAdmin(ThingAdmin):
    list_display = [
        columns.words, columns.state, columns.author, columns.region, "under", columns.written, columns.page,
    ]  # fmt: skip
    list_filter = ["state", "created_at"]
    list_select_related = ["author", "thread"]
    search_fields = ["body", "author__username", "thread__title"]
    search_help_text = _("Words, author or the article's title")
    actions = spoken.REPLIES
    facts = [columns.author, columns.region, "under", "floor", columns.written, columns.edited, "likes_count"]

    @admin.display(description=_("under"))
    def under(self, reply):
        return format_html('<a href="{}">{}</a>', columns.door_to(reply.thread), reply.thread.title)
