"""Appeals: what was decided, what its author says to it, and two ways to answer. The oldest that wait come first."""

from django.contrib import admin
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from forum.admin import columns, spoken
from forum.admin.base import LookOnlyAdmin
from forum.models import Appeal


@admin.register(Appeal)
class AppealAdmin(LookOnlyAdmin):
    look_template = "admin/forum/appeal.html"
    list_display = ["what", "shown_outcome", "due", "verb", columns.author, "reason", "created_at"]
    list_filter = ["outcome", "created_at"]
    list_select_related = ["author", "decision__thread", "decision__reply__thread", "decision__user"]
    search_fields = ["words", "author__username", "reason"]
    search_help_text = _("Words, author or reason")
    actions = spoken.APPEALS
    facts = ["shown_outcome", columns.author, "created_at", "due", "reason", "moderator", "decided_at"]
    ordering = [Case(When(outcome=Appeal.Outcome.OPEN, then=Value(0)), default=Value(1)), "-pk"]

    def beside(self, request, appeal):
        return {**super().beside(request, appeal.thing), "decided": appeal.decision}

    @admin.display(description=_("what the author says"))
    def what(self, appeal):
        words = Truncator(appeal.words).chars(columns.WORDS)
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(appeal), words)

    @admin.display(description=_("outcome"), ordering="outcome")
    def shown_outcome(self, appeal):
        return format_html('<span class="badge badge--{}">{}</span>', appeal.outcome, appeal.get_outcome_display())

    @admin.display(description=_("answer due by"), ordering="created_at")
    def due(self, appeal):
        if appeal.outcome != Appeal.Outcome.OPEN:
            return None
        day = date_format(timezone.localtime(appeal.due_at), "Y-m-d H:i")
        mark = format_html(' <span class="badge badge--mark">{}</span>', _("Overdue")) if appeal.is_overdue else ""
        return format_html("{}{}", day, mark)

    @admin.display(description=_("decision appealed"))
    def verb(self, appeal):
        return appeal.decision.get_verb_display()
