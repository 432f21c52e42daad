"""What the doors of articles and replies have in common: reports beside the words, and the way to their origin."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from forum.actions.origins import see_origin
from forum.admin.base import LookOnlyAdmin
from forum.admin.cards import card_of
from forum.admin.edits import changes_of
from forum.admin.evidence import snapshots
from forum.admin.usual import LOOK
from forum.forms.moderation import ReasonForm
from forum.models import Amendment, SiteSettings
from forum.rules import may_curate, may_judge, may_moderate, may_see_origin, require


class ThingAdmin(LookOnlyAdmin):
    """Words people wrote."""

    opens = staticmethod(may_judge)
    look_template = "admin/forum/thing.html"
    ordering = ["-pk"]

    def get_queryset(self, request):
        """All they see; for who has charge of some categories what stands there."""
        visible = self.model.objects.visible_to(request.user)
        if may_curate(request.user) or may_moderate(request.user):
            return visible
        return visible.filter(pk__in=self.model.objects.moderated_by(request.user))

    def beside(self, request, thing):
        judges = may_moderate(request.user, thing)
        edit = Amendment.objects.waiting().filter(**{self.opts.model_name: thing}).first() if judges else None
        origin = reverse(f"admin:forum_{self.opts.model_name}_origin", args=[thing.pk])
        return {
            **super().beside(request, thing),
            "reports": thing.reports.select_related("reporter") if judges else (),
            "edit": edit,
            "changes": changes_of(thing, edit),
            "snapshots": snapshots([thing])[self.opts.model_name, thing.pk] if judges else (),
            "revisions": thing.revisions.select_related("editor") if judges else (),
            "origin_url": origin if may_see_origin(request.user) else "",
        }

    def get_urls(self):
        look = self.admin_site.admin_view(self.origin_view)
        return [
            path("<int:pk>/origin/", look, name=f"forum_{self.opts.model_name}_origin"),
            *super().get_urls(),
        ]

    def origin_view(self, request, pk):
        """Where it was sent from: after a reason, once, and it is written down that somebody looked."""
        require(may_see_origin(request.user))
        if (thing := self._find(request, pk)) is None:
            raise Http404
        said = request.method == "POST"
        form = ReasonForm(request.POST if said else None, usual=LOOK)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Look at the origin"),
            "cards": [card_of(thing)],
        }
        context |= {
            "form": form,
            "back": context["cards"][0].door,
            "days": SiteSettings.current().origin_days,
        }
        if said and form.is_valid():
            context["origin"] = see_origin(request.user, thing, **form.cleaned_data)
            return TemplateResponse(request, "admin/forum/origin.html", context)
        context["note"] = _("Addresses are personal data. Your name and reason are written down with this look.")
        return TemplateResponse(request, "admin/forum/reason.html", context, status=422 if said else 200)
