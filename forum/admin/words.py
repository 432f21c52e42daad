"""Blocked words: the one table moderators edit directly."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from forum.admin.direct import DirectAdmin
from forum.models import BlockedWord


@admin.register(BlockedWord)
class BlockedWordAdmin(DirectAdmin):
    list_display = ["word", "level", "is_active", "note", "changed_at"]
    list_filter = ["level", "is_active"]
    search_fields = ["word", "note"]
    search_help_text = _("Word or note")
    fields = ["word", "level", "note", "is_active"]
