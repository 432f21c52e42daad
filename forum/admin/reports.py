"""Readers' complaints: a queue of things, the most reported first, and below it every complaint there ever was."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from forum.admin import columns, spoken, waiting
from forum.admin.base import LookOnlyAdmin
from forum.admin.evidence import snapshot_of
from forum.models import Report

CASES_PER_PAGE = 20


@admin.register(Report)
class ReportAdmin(LookOnlyAdmin):
    front = "waiting"  # the queue is the door people come in by
    look_template = "admin/forum/report.html"
    list_display = ["what", "reason", "shown_outcome", "reporter", "note", "created_at"]
    list_filter = ["outcome", "reason", "created_at"]
    list_select_related = ["reporter", "thread", "reply__thread"]
    search_fields = ["reporter__username", "note", "thread__title", "reply__body"]
    search_help_text = _("Reporter, note, or the words reported")
    actions = [spoken.hide, spoken.dismiss]
    facts = ["reason", "note", "shown_outcome", "reporter", "created_at", columns.moment("resolved_at", _("decided"))]

    def things(self, queryset):
        """Each thing once, however many complain of it."""
        found = {}
        for report in queryset:
            thing = getattr(report, "thing", report)
            found[type(thing), thing.pk] = thing
        return list(found.values())

    def beside(self, request, report):
        return {**super().beside(request, report), "snapshot": snapshot_of(report)}

    def get_urls(self):
        return [
            path("waiting/", self.admin_site.admin_view(self.queue), name="forum_report_waiting"),
            *super().get_urls(),
        ]

    def queue(self, request):
        """Open complaints grouped by thing, the words in sight, hide and dismiss at hand."""
        page = Paginator(waiting.grouped(), CASES_PER_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Reports"),
            "page": page,
            "cases": waiting.cases_of(page),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/forum/queue.html", context)

    @admin.display(description=_("what"))
    def what(self, report):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(report), report.thing)

    @admin.display(description=_("outcome"), ordering="outcome")
    def shown_outcome(self, report):
        return format_html('<span class="badge badge--{}">{}</span>', report.outcome, report.get_outcome_display())
