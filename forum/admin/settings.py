"""The site's settings: one row, one page, changed by a verb that is signed for."""

from copy import copy

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from forum.actions.site import save_settings
from forum.admin.base import LookOnlyAdmin
from forum.forms.site import SettingsForm
from forum.models import Decision, SiteSettings
from forum.rules import may_change_settings, require

LATEST = 10


@admin.register(SiteSettings)
class SettingsAdmin(LookOnlyAdmin):
    actions = None

    def has_module_permission(self, request):
        return bool(may_change_settings(request.user))

    def changelist_view(self, request, extra_context=None):
        """There is one row, so the list is its form."""
        require(may_change_settings(request.user))
        said = request.method == "POST"
        form = SettingsForm(request.POST if said else None, instance=copy(SiteSettings.current()))
        if said and form.is_valid():
            changed = save_settings(request.user, **form.cleaned_data)
            messages.success(request, _("The settings are saved.") if changed else _("Nothing was different."))
            return redirect("admin:forum_sitesettings_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Site settings"),
            "form": form,
            "decisions": Decision.objects.filter(verb=Decision.Verb.SETTINGS).select_related("moderator")[:LATEST],
        }
        return TemplateResponse(request, "admin/forum/settings.html", context, status=422 if said else 200)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        require(may_change_settings(request.user))
        return super().changeform_view(request, object_id, form_url, extra_context)
