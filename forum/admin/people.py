"""People: what they said, from where, and whether they may speak. Names and addresses are theirs to change."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from forum.actions.origins import see_neighbours
from forum.admin import columns, spoken, usual
from forum.admin.base import LookOnlyAdmin
from forum.admin.cards import card_of
from forum.forms.moderation import ReasonForm
from forum.models import Reply, Sanction, Shelter, State
from forum.rules import OFFICES, may_mute, may_see_origin, next_rung, require


class Standing(admin.SimpleListFilter):
    """Moderators, muted and banned people."""

    title = gettext_lazy("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("moderator", _("Moderators")), ("muted", _("Muted")), ("banned", _("Banned"))]

    def queryset(self, request, queryset):
        muted = Sanction.objects.in_force().values("user")
        asked = {
            "moderator": Q(is_superuser=True) | Q(pk__in=User.objects.filter(groups__name__in=OFFICES)),
            "muted": Q(pk__in=muted),
            "banned": Q(is_active=False),
        }
        return queryset.filter(asked.get(self.value(), Q()))


# Members change their addresses themselves, with a code; the keys to their doors are nobody else's business.
for private in (EmailAddress, Authenticator, UserSession):
    if admin.site.is_registered(private):
        admin.site.unregister(private)


@admin.register(User)
class PersonAdmin(LookOnlyAdmin):
    look_template = "admin/forum/person.html"
    list_display = ["name", "standing", "last_region", "said", "date_joined"]
    list_filter = [Standing, "date_joined"]
    search_fields = ["username", "folded_name"]
    search_help_text = gettext_lazy("Name")
    ordering = ["-date_joined"]
    actions = spoken.PEOPLE
    facts = ["standing", "last_region", "said", "date_joined", "last_login"]

    def get_queryset(self, request):
        public = Reply.objects.filter(author=OuterRef("pk"), state=State.PUBLIC).order_by("-pk")
        mutes = Sanction.objects.in_force().filter(user=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                last_from=Subquery(public.values("region")[:1]),
                replies_said=Coalesce(_alone(public, "author", Count("pk")), 0),
                muted_until=_alone(mutes, "user", Max("until")),
                in_office=ArrayAgg("groups__name", filter=Q(groups__name__in=OFFICES), default=[]),
            )
        )

    def beside(self, request, person):
        return {
            **super().beside(request, person),
            "offices": person.offices.select_related("category"),
            "sanctions": person.sanctions.select_related("moderator"),
            "neighbours_url": reverse("admin:accounts_user_neighbours", args=[person.pk])
            if may_see_origin(request.user)
            else "",
            "rung": next_rung(person) if may_mute(request.user, person) else None,
            "shelter": Shelter.objects.in_force_for(person),
            "replies": person.replies.select_related("thread").order_by("-pk")[:10],
        }

    def get_urls(self):
        look = self.admin_site.admin_view(self.neighbours_view)
        return [path("<int:pk>/neighbours/", look, name="accounts_user_neighbours"), *super().get_urls()]

    def neighbours_view(self, request, pk):
        """Who else wrote from the same addresses: after a reason, and it is written down that somebody looked."""
        require(may_see_origin(request.user))
        if (person := self._find(request, pk)) is None:
            raise Http404
        said = request.method == "POST"
        form = ReasonForm(request.POST if said else None, usual=usual.LOOK)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Accounts behind the same address"),
            "cards": [card_of(person)],
            "form": form,
            "back": columns.door_to(person),
            "note": _("Addresses are personal data. Your name and reason are written down with this look."),
        }
        if said and form.is_valid():
            context["neighbours"] = see_neighbours(request.user, person, **form.cleaned_data)
            return TemplateResponse(request, "admin/forum/neighbours.html", context)
        return TemplateResponse(request, "admin/forum/reason.html", context, status=422 if said else 200)

    @admin.display(description=gettext_lazy("user name"), ordering="username")
    def name(self, person):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(person), person.username)

    @admin.display(description=gettext_lazy("standing"))
    def standing(self, person):
        if not person.is_active:
            return format_html('<span class="badge badge--mark">{}</span>', _("Banned"))
        if person.muted_until:
            until = date_format(timezone.localtime(person.muted_until), "Y-m-d H:i")
            return format_html(
                '<span class="badge badge--mark">{}</span>', _("Muted until {until}").format(until=until)
            )
        if person.is_superuser or person.in_office:
            return format_html('<span class="badge">{}</span>', "、".join(person.in_office) or _("Operator"))
        return _("Member")

    @admin.display(description=gettext_lazy("last region"))
    def last_region(self, person):
        return format_html('<span class="badge badge--place">{}</span>', person.last_from) if person.last_from else "—"

    @admin.display(description=gettext_lazy("replies"), ordering="replies_said")
    def said(self, person):
        return _("{count} replies").format(count=person.replies_said)


def _alone(rows, column, aggregate):
    """An aggregate over ``rows`` by ``column``, as one value for each row of the query round it."""
    return Subquery(rows.order_by().values(column).annotate(n=aggregate).values("n"))
