"""Blocked words met: which rule, in which words, and whether it was meant for them."""

from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin import columns, spoken
from forum.admin.base import LookOnlyAdmin
from forum.models import WordHit


@admin.register(WordHit)
class WordHitAdmin(LookOnlyAdmin):
    list_display = ["met", "excerpt", "level", "reach", "scope", columns.author, "shown_judged", "made_at"]
    list_filter = ["judged", "level", "reach", "scope", "made_at"]
    list_select_related = ["author", "thread", "reply"]
    search_fields = ["word", "excerpt", "author__username"]
    search_help_text = gettext_lazy("Word, words round it, or author")
    actions = spoken.HITS
    facts = ["excerpt", "level", "reach", "scope", columns.author, "became", "shown_judged", "note", "made_at", "allow"]

    @admin.display(description=gettext_lazy("word"), ordering="word")
    def met(self, hit):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(hit), hit.word)

    @admin.display(description=gettext_lazy("judged"), ordering="judged")
    def shown_judged(self, hit):
        mark = "badge--mark" if hit.judged == WordHit.Judged.FALSE else ""
        return format_html('<span class="badge {}">{}</span>', mark, hit.get_judged_display())

    @admin.display(description=gettext_lazy("became of it"))
    def became(self, hit):
        thing = hit.reply or hit.thread
        if thing is None:
            return _("Nothing was written")
        return format_html('<a href="{}">{}</a>', columns.door_to(thing), thing.get_state_display())

    @admin.display(description=gettext_lazy("against false alarms"))
    def allow(self, hit):
        """The way to an allowed phrase; the words round the hit are filled in, to be cut to measure."""
        about = urlencode({"word": hit.excerpt.strip()[:60], "level": "allow"})
        address = f"{reverse('admin:forum_blockedword_add')}?{about}"
        return format_html('<a href="{}">{}</a>', address, _("Allow a phrase in which it is harmless"))
