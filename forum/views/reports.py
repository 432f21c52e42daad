"""举报: tell the moderators."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from forum.actions.reports import report
from forum.forms.reports import ReportForm
from forum.models import Reply, Thread
from forum.rules import may_report


def report_thread(request, pk):
    """Complain about an article."""
    return _report(request, get_object_or_404(Thread.objects.visible_to(request.user), pk=pk))


def report_reply(request, pk):
    """Complain about a reply."""
    return _report(request, get_object_or_404(Reply.objects.visible_to(request.user).select_related("author"), pk=pk))


def _report(request, thing):
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        report(request.user, thing, **form.cleaned_data)
        messages.success(request, _("Thank you. A moderator will look at it."))
        return redirect(thing)
    context = {"form": form, "thing": thing, "ruling": may_report(request.user, thing)}
    return render(request, "forum/reports/write.html", context, status=422 if form.is_bound else 200)
