"""Who may not speak, until when and why. A mute is given and lifted on the person's page."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin import columns, spoken
from forum.admin.base import LookOnlyAdmin
from forum.models import Sanction


class InForce(admin.SimpleListFilter):
    """Mutes that hold now, or those that are over."""

    title = gettext_lazy("in force")
    parameter_name = "holds"

    def lookups(self, request, model_admin):
        return [("yes", _("In force")), ("no", _("Over"))]

    def queryset(self, request, queryset):
        holding = queryset.model.objects.in_force()
        return {"yes": queryset & holding, "no": queryset.exclude(pk__in=holding)}.get(self.value(), queryset)


@admin.register(Sanction)
class SanctionAdmin(LookOnlyAdmin):
    list_display = ["who", "kind", "holds", "until", "reason", "moderator", "since"]
    list_filter = [InForce, "kind", "since"]
    list_select_related = ["user", "moderator"]
    search_fields = ["user__username", "reason"]
    search_help_text = gettext_lazy("Person or reason")
    actions = [spoken.unmute]
    facts = ["who", "kind", "points", "holds", "until", "reason", "moderator", "since", "lifted_at"]

    def things(self, queryset):
        """A mute is lifted for the person, once."""
        return list({person.pk: person for person in (getattr(row, "user", row) for row in queryset)}.values())

    def beside(self, request, thing):
        return {}

    @admin.display(description=gettext_lazy("user"), ordering="user__username")
    def who(self, sanction):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(sanction.user), sanction.user)

    @admin.display(description=gettext_lazy("in force"))
    def holds(self, sanction):
        if sanction.lifted_at:
            return format_html('<span class="badge">{}</span>', _("Lifted"))
        if sanction.until > timezone.now():
            return format_html('<span class="badge badge--mark">{}</span>', _("In force"))
        return format_html('<span class="badge">{}</span>', _("Over"))
