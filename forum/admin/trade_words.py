"""Words search shall know: edited directly, with a box that shows which words it sees in a text."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from forum import search
from forum.admin import columns
from forum.admin.direct import DirectAdmin
from forum.forms.trade_words import TradeWordForm, TrialForm
from forum.models import TradeWord


@admin.register(TradeWord)
class TradeWordAdmin(DirectAdmin):
    form = TradeWordForm
    change_list_template = "admin/forum/tradeword/change_list.html"
    list_display = ["word", "synonyms", columns.in_use, "note", columns.moment("changed_at", _("changed"))]
    list_filter = ["is_active"]
    search_fields = ["word", "synonyms", "note"]
    search_help_text = _("Word, synonym or note")
    fields = ["word", "synonyms", "note", "is_active"]

    def get_urls(self):
        trial = path("trial/", self.admin_site.admin_view(self.trial_view), name="forum_tradeword_trial")
        return [trial, *super().get_urls()]

    def trial_view(self, request):
        """Which words search sees in a text, now; asking changes nothing."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = TrialForm(request.GET if "text" in request.GET else None)
        context = {
            **self.admin_site.each_context(request),
            "title": _("The words of a text"),
            "form": form,
            "words": search.read_words(form.cleaned_data["text"]) if form.is_bound and form.is_valid() else None,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request, "admin/forum/tradeword/trial.html", context, status=422 if form.is_bound and form.errors else 200
        )
