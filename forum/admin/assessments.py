"""What the matrix published to be looked at: the oldest first, until somebody has looked."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from forum.admin import columns, spoken
from forum.admin.base import LookOnlyAdmin
from forum.models import Assessment, Outcome


@admin.register(Assessment)
class AssessmentAdmin(LookOnlyAdmin):
    list_display = ["what", "seen", "level", "author", "made_at"]
    list_filter = ["level", "made_at"]
    list_select_related = ["thread__author", "reply__author", "reply__thread"]
    actions = [spoken.looked]
    facts = ["what", "seen", "level", "outcome", "made_at", "looked_at"]
    ordering = ["pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(outcome=Outcome.LOOK, looked_at=None)

    def beside(self, request, assessment):
        return super().beside(request, assessment.thing)

    @admin.display(description=_("words"))
    def what(self, assessment):
        thing = assessment.thing
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(thing), thing)

    @admin.display(description=_("seen in it"))
    def seen(self, assessment):
        return "、".join(map(str, assessment.signal_labels)) or "—"

    @admin.display(description=_("author"))
    def author(self, assessment):
        return columns.author(assessment.thing)
