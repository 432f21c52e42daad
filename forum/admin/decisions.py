"""Who did what to what, when and why: to read, and nothing else."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin import columns, spoken
from forum.admin.base import LookOnlyAdmin
from forum.models import Decision


@admin.register(Decision)
class DecisionAdmin(LookOnlyAdmin):
    list_display = ["did", "about", "reason", "detail", "moderator", "made_at"]
    list_filter = ["verb", "rule_number", "made_at"]
    list_select_related = ["moderator", "thread", "reply__thread", "user"]
    search_fields = ["reason", "moderator__username", "thread__title", "user__username"]
    search_help_text = gettext_lazy("Reason, moderator, article or person")
    actions = spoken.DECISIONS
    facts = ["did", "about", "rule", "reason", "detail", "moderator", "made_at", "number", "digest"]

    def get_actions(self, request, action_location=None):
        """For one at a time, on its own page: a case is told in words of its own."""
        if request.resolver_match.url_name.endswith("_changelist"):
            return {}
        return super().get_actions(request, action_location)

    @admin.display(description=gettext_lazy("rule"))
    def rule(self, decision):
        return decision.rule or None

    @admin.display(description=gettext_lazy("verb"), ordering="verb")
    def did(self, decision):
        return format_html(
            '<a class="row-title" href="{}">{}</a>', columns.door_to(decision), decision.get_verb_display()
        )

    @admin.display(description=gettext_lazy("about"))
    def about(self, decision):
        if decision.thing is None:
            return _("The site")
        return format_html('<a href="{}">{}</a>', columns.door_to(decision.thing), decision.thing)
