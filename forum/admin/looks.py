"""Who read private data, and the page on which 管理员 look up an address: after a reason, and written down."""

from django.contrib import admin
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from forum.actions.looks import look_up
from forum.admin.base import LookOnlyAdmin
from forum.admin.usual import LOOK
from forum.forms.moderation import LookUpForm
from forum.models import Look
from forum.rules import Refused, may_see_looks, may_see_origin, require


@admin.register(Look)
class LookAdmin(LookOnlyAdmin):
    opens = staticmethod(may_see_looks)
    list_display = ["what", "asked", "found", "reason", "moderator", "made_at"]
    list_filter = ["what", "made_at"]
    list_select_related = ["moderator"]
    search_fields = ["asked", "reason", "moderator__username"]
    search_help_text = _("What was asked for, reason or moderator")
    change_list_template = "admin/forum/look/change_list.html"
    actions = None
    facts = ["what", "asked", "found", "reason", "moderator", "made_at"]

    def get_urls(self):
        return [path("up/", self.admin_site.admin_view(self.look_up_view), name="forum_look_up"), *super().get_urls()]

    def beside(self, request, thing):
        return {}

    def look_up_view(self, request):
        """The form; once sent with a reason, the accounts found. Nothing stands in the address bar: who comes from
        the desk's search brings the address along by POST, and says ``begin``."""
        require(may_see_origin(request.user))
        said = request.method == "POST" and "begin" not in request.POST
        brought = {"asked": request.POST.get("asked", "")}
        form = LookUpForm(request.POST if said else None, initial=brought, usual=LOOK)
        context = {**self.admin_site.each_context(request), "title": _("Look up an address"), "form": form}
        if said and form.is_valid():
            try:
                context["people"] = look_up(request.user, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("asked", str(refusal))
        request.current_app = self.admin_site.name
        status = 422 if said and "people" not in context else 200
        return TemplateResponse(request, "admin/forum/look_up.html", context, status=status)
