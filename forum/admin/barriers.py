"""Ranges of addresses and mail domains that are kept out: raised here with a reason, lifted with one."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.actions import barriers
from forum.admin import columns, usual
from forum.admin.base import LookOnlyAdmin
from forum.admin.reasons import with_reason
from forum.forms.barriers import BarrierForm
from forum.models import Barrier
from forum.rules import may_bar

lift = with_reason(
    barriers.lift_barrier, gettext_lazy("Lift the barrier"), usual=usual.UNMUTE, allowed=may_bar,
    fits=lambda barrier: barrier.lifted_at is None,
)  # fmt: skip


@admin.register(Barrier)
class BarrierAdmin(LookOnlyAdmin):
    list_display = ["keeps_out", "kind", "holds", "reason", "moderator", "since", "until"]
    list_filter = ["kind"]
    list_select_related = ["moderator"]
    search_fields = ["value", "reason"]
    search_help_text = gettext_lazy("Range, domain or reason")
    actions = [lift]
    facts = ["kind", "holds", "reason", "moderator", "since", "until", "lifted_at"]
    form = BarrierForm
    fields = ["kind", "value", "days", "reason"]

    def has_module_permission(self, request):
        return bool(may_bar(request.user))

    has_view_permission = has_add_permission = lambda self, request, obj=None: bool(may_bar(request.user))

    def add_view(self, request, form_url="", extra_context=None):
        """The one form here; it ends in the verb."""
        return admin.ModelAdmin.changeform_view(self, request, None, form_url, extra_context)

    def save_model(self, request, barrier, form, change):
        given = {name: form.cleaned_data[name] for name in ("kind", "value", "reason", "days")}
        barrier.pk = barriers.raise_barrier(request.user, **given).pk

    def beside(self, request, thing):
        return {}

    @admin.display(description=gettext_lazy("range or domain"), ordering="value")
    def keeps_out(self, barrier):
        return format_html('<a class="row-title" href="{}">{}</a>', columns.door_to(barrier), barrier.value)

    @admin.display(description=gettext_lazy("in force"))
    def holds(self, barrier):
        if barrier.lifted_at:
            return format_html('<span class="badge">{}</span>', _("Lifted"))
        if barrier.until and barrier.until < timezone.now():
            return format_html('<span class="badge">{}</span>', _("Over"))
        return format_html('<span class="badge badge--mark">{}</span>', _("In force"))
