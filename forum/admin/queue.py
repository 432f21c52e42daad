"""The queue: a moderator takes a hand of it, settles thing by thing or several at once, and takes slips back."""

import uuid
from collections import Counter

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from forum.actions import claims, queue
from forum.admin import usual
from forum.admin.base import LookOnlyAdmin
from forum.admin.hand import hand_of, median_wait, undoable
from forum.admin.reasons import Outcome, tell
from forum.admin.waiting import count_overdue
from forum.forms.queue import SettleForm
from forum.models import Appeal, Claim, HouseRule, Settlement
from forum.models.waiting import NOUNS
from forum.rules import Refused, may_judge, may_moderate


@admin.register(Claim)
class QueueAdmin(LookOnlyAdmin):
    opens = staticmethod(may_judge)
    actions = None

    def get_urls(self):
        ways = (("take", self.take), ("give-back", self.give_back), ("settle", self.settle), ("undo", self.undo))
        posts = [path(f"{way}/", self._posted(view), name=f"forum_claim_{way}") for way, view in ways]
        return [*posts, *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """What I have in hand. Reading takes nothing."""
        if request.method not in {"GET", "HEAD"}:
            raise PermissionDenied
        return self._answer(request)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        raise PermissionDenied

    def take(self, request):
        """Fill my hand."""
        claims.take(request.user)
        return self._back(request)

    def give_back(self, request):
        """Let others have what I hold."""
        claims.give_back(request.user)
        return self._back(request)

    def settle(self, request):
        """Say one choice for the things chosen; the hand is filled again."""
        form = SettleForm(request.POST, passing=usual.APPROVE[0])
        if not form.is_valid():
            for error in {str(error) for errors in form.errors.values() for error in errors}:
                messages.error(request, error)
            return self._answer(request, status=422, given=request.POST)
        given = form.cleaned_data
        tell(request, queue.Choice(given["choice"]).label, _settle(request.user, given))
        claims.take(request.user)
        return self._back(request)

    def undo(self, request):
        """Take back what was settled with one press."""
        try:
            batch = uuid.UUID(request.POST.get("batch", ""))
        except ValueError:
            raise PermissionDenied from None
        outcome = _each(Settlement.objects.filter(batch=batch), _undoing(request.user))
        tell(request, _("Undo"), outcome)
        return self._back(request)

    def _posted(self, view):
        def sent(request):
            return view(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

        return self.admin_site.admin_view(sent)

    def _back(self, request):
        return self._answer(request) if request.htmx else redirect("admin:forum_claim_changelist")

    def _answer(self, request, status=200, given=None):
        wait, now = median_wait(), timezone.now()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Queue"),
            "items": hand_of(request.user),
            "undoable": undoable(request.user),
            "median": None if wait is None else timesince(now - wait, now, depth=1),
            "others": Claim.objects.in_force().exclude(moderator=request.user).count(),
            "appeals": Appeal.objects.filter(outcome=Appeal.Outcome.OPEN).count() if may_moderate(request.user) else 0,
            "overdue": count_overdue() if may_moderate(request.user) else 0,
            "mutes": bool(may_moderate(request.user)),
            "rules": list(HouseRule.in_force()),
            "usual": usual.HIDE,
            "given": given or {},
        }
        request.current_app = self.admin_site.name
        template = "admin/forum/_hand.html" if request.htmx else "admin/forum/hand.html"
        return TemplateResponse(request, template, context, status=status)


def _settle(moderator, given):
    batch = uuid.uuid4()
    found = []
    for noun, things in NOUNS.items():
        pks = [pk for kind, pk in given["things"] if kind == noun]
        found += things.objects.moderated_by(moderator).filter(pk__in=pks).order_by("pk") if pks else []
    said = {"reason": given["reason"], "rule": given["rule"], "days": given["days"], "batch": batch}
    return _each(found, lambda thing: queue.settle(moderator, thing, given["choice"], **said))


def _undoing(moderator):
    reason = _("A slip of the hand")
    return lambda settlement: queue.undo(moderator, settlement, reason=reason)


def _each(things, verb):
    """Say the verb for each; one that is refused does not hold up the others."""
    done, refused = 0, Counter()
    for thing in things:
        try:
            verb(thing)
        except Refused as refusal:
            refused[str(refusal)] += 1
        else:
            done += 1
    return Outcome(done, 0, refused)
