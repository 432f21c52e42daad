"""The moderators' house: who gets in, and what stands round every page of it."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.decorators import login_not_required
from django.http import QueryDict
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from forum.admin import waiting
from forum.admin.bin import recycle_bin
from forum.admin.dashboard import dashboard
from forum.admin.sections import sections
from forum.admin.seeking import seek
from forum.rules import may_enter, may_judge, may_moderate, require

_DIGITS = 18  # of a number that surely fits PostgreSQL's bigint


class ModerationSite(AdminSite):
    """Whoever may not moderate does not get in: visitors sign in first, members are told why not."""

    site_header = site_title = _("Moderation")
    index_title = _("What waits for you")
    enable_nav_sidebar = False

    def get_urls(self):
        return [
            path("bin/", self.admin_view(self.recycle_bin), name="bin"),
            path("search/", self.admin_view(self.seek), name="search"),
            path("dashboard/", self.admin_view(self.dashboard), name="dashboard"),
            *super().get_urls(),
        ]

    def has_permission(self, request):
        return request.user.is_active and bool(may_enter(request.user))

    def admin_view(self, view, cacheable=False):
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if request.user.is_authenticated:
                require(may_enter(request.user))
            if ACTION_CHECKBOX_NAME in request.POST:
                request.POST = _with_numbers_only(request.POST)
            return inner(request, *args, **kwargs)

        return update_wrapper(guarded, inner)

    @login_not_required
    def login(self, request, extra_context=None):
        """There is one sign-in page, and it is not this one."""
        wanted = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
            wanted = reverse("admin:index")
        if request.user.is_authenticated:
            require(may_enter(request.user))
            return redirect(wanted)
        query = QueryDict(mutable=True)
        query["next"] = wanted
        return redirect(f"{resolve_url('account_login')}?{query.urlencode(safe='/')}")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def index(self, request, extra_context=None):
        """What waits: reports, held threads and replies, and what was decided lately. Who judges only some of it works
        the queue, who arranges articles begins with them."""
        if not may_moderate(request.user):
            return redirect(f"admin:forum_{'claim' if may_judge(request.user) else 'thread'}_changelist")
        context = {
            **self.each_context(request),
            "title": self.index_title,
            "cases": waiting.cases(waiting.A_FEW),
            "appeals": waiting.appeals(waiting.A_FEW),
            "held": waiting.held(waiting.A_FEW),
            "decisions": waiting.latest_decisions(),
        }
        request.current_app = self.name
        return TemplateResponse(request, "admin/index.html", context)

    def recycle_bin(self, request):
        return recycle_bin(self, request)

    def dashboard(self, request):
        return dashboard(self, request)

    def seek(self, request):
        return seek(self, request)

    def app_index(self, request, app_label, extra_context=None):
        return redirect("admin:index")

    def each_context(self, request):
        context = super().each_context(request)
        if context["has_permission"]:
            counts = waiting.counts(request.user)
            context |= {"waiting": counts, "sections": list(sections(self, request, counts))}
        return context


def _with_numbers_only(form):
    """Without chosen rows that are no row's number: Django asks the database for whatever a forged form names."""
    form = form.copy()
    numbers = [one for one in form.getlist(ACTION_CHECKBOX_NAME) if one.isdecimal() and len(one) <= _DIGITS]
    form.setlist(ACTION_CHECKBOX_NAME, numbers)
    return form
