"""Blocked words: the one table moderators edit directly, with a box to try them in and a way in and out for lists."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin import columns, word_desk
from forum.admin.direct import DirectAdmin
from forum.forms.words import WordForm
from forum.models import BlockedWord, WordHit


@admin.register(BlockedWord)
class BlockedWordAdmin(DirectAdmin):
    form = WordForm
    list_display = ["word", "level", "reach", "met", columns.in_use, "note", "changed_at"]
    list_filter = ["level", "reach", "is_active"]
    search_fields = ["word", "note"]
    search_help_text = gettext_lazy("Word or note")

    def get_queryset(self, request):
        rows = WordHit.objects.filter(word=OuterRef("word")).order_by().values("word")
        false = Count("pk", filter=Q(judged=WordHit.Judged.FALSE))
        return (
            super()
            .get_queryset(request)
            .annotate(
                times_met=Subquery(rows.annotate(n=Count("pk")).values("n")),
                times_false=Subquery(rows.annotate(n=false).values("n")),
            )
        )

    def get_urls(self):
        doors = {"try": word_desk.try_words, "import": word_desk.bring_words, "export": word_desk.export_words}
        return [
            *(path(f"{name}/", self.admin_site.admin_view(door), name=f"forum_blockedword_{name}")
              for name, door in doors.items()),
            *super().get_urls(),
        ]  # fmt: skip

    def get_changeform_initial_data(self, request):
        """A phrase to allow, from where a false alarm was judged."""
        return {"reach": BlockedWord.Reach.SPLIT, **super().get_changeform_initial_data(request)}

    @admin.display(description=gettext_lazy("met"), ordering="times_met")
    def met(self, word):
        if not word.times_met:
            return "—"
        if not word.times_false:
            return _("{count} times").format(count=word.times_met)
        return _("{count} times, {false} false alarms").format(count=word.times_met, false=word.times_false)
