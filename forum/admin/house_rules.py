"""The rules of the house: 管理员 write them, a decision names one, and everybody reads them on a page of their own."""

from django.contrib import admin, messages
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from forum.actions.house_rules import suggest_rules
from forum.admin import columns
from forum.admin.direct import DirectAdmin
from forum.models import HouseRule


@admin.register(HouseRule)
class HouseRuleAdmin(DirectAdmin):
    change_list_template = "admin/forum/houserule/change_list.html"
    list_display = ["number", "words", "about", columns.in_use]
    list_display_links = ["number", "words"]
    search_fields = ["words", "about"]
    search_help_text = gettext_lazy("Words of the rule")
    fields = ["number", "words", "about", "is_active"]

    def get_urls(self):
        suggest = path("suggest/", self.admin_site.admin_view(self.suggest), name="forum_houserule_suggest")
        return [suggest, *super().get_urls()]

    def get_changeform_initial_data(self, request):
        """The next number."""
        last = HouseRule.objects.order_by("-number").values_list("number", flat=True).first()
        return {"number": (last or 0) + 1, **super().get_changeform_initial_data(request)}

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"has_none": not HouseRule.objects.exists()})

    def suggest(self, request):
        """Begin with the suggested rules."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if laid := suggest_rules(request.user):
            said = ngettext(
                "{count} rule laid down; make them yours.", "{count} rules laid down; make them yours.", laid
            )
            messages.success(request, said.format(count=laid))
        else:
            messages.info(request, _("The house has rules already."))
        return redirect("admin:forum_houserule_changelist")
