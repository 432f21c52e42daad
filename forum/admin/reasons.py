"""«理由»: between a moderator's choice and the verb stands a page that asks why."""

from collections import Counter
from typing import NamedTuple

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forum import limits
from forum.admin.cards import card_of
from forum.forms.moderation import ReasonForm
from forum.rules import Refused, may_judge


class Outcome(NamedTuple):
    """What became of a verb said for several things; ``refused`` counts by reason."""

    done: int
    unchanged: int
    refused: Counter


def with_reason(verb, label, *, asks=ReasonForm, usual=(), fits=lambda thing: True, allowed=may_judge):
    """An admin action that asks for a reason and then says ``verb`` for each thing chosen.

    ``asks`` is the form, ``usual`` its ready-made reasons; ``fits(thing)`` tells whether the verb's button
    makes sense beside that thing; ``allowed(user)`` is the Ruling on who sees it at all.
    """

    @admin.action(description=label)
    def action(door, request, queryset):
        things = door.things(queryset[: limits.BULK_MOST + 1])
        if len(things) > limits.BULK_MOST:
            sentence = _("Choose {most} at most; nothing has been changed").format(most=limits.BULK_MOST)
            messages.error(request, sentence)
            return None
        return ask(request, action, things, queryset)

    action.__name__ = action.word = verb.__name__
    action.verb, action.label, action.asks = verb, label, asks
    action.usual, action.fits, action.allowed = usual, fits, allowed
    return action


def ask(request, action, things, chosen=()):
    """The page «理由»; once it is filled in, say the verb and go back to where the moderator came from."""
    said = request.method == "POST" and "said" in request.POST
    about = {"usual": action.usual, "initial": action.asks.initial_for(things)}
    form = action.asks(request.POST if said else None, **about)
    form.things = things
    back = back_from(request)
    if said and form.is_valid():
        tell(request, action.label, say(action.verb, request.user, things, form.cleaned_data))
        return redirect(back)
    context = {
        **admin.site.each_context(request),
        "title": action.label,
        "action": action,
        "form": form,
        "chosen": [thing.pk for thing in chosen],
        "cards": [card_of(thing) for thing in things],
        "back": back,
    }
    return TemplateResponse(request, "admin/forum/reason.html", context, status=422 if said else 200)


def say(verb, moderator, things, given):
    """Say the verb for each thing; one that is refused does not hold up the others."""
    done, unchanged, refused = 0, 0, Counter()
    for thing in things:
        try:
            changed = verb(moderator, thing, **given)
        except Refused as refusal:
            refused[str(refusal)] += 1
        else:
            done, unchanged = done + bool(changed), unchanged + (not changed)
    return Outcome(done, unchanged, refused)


def back_from(request):
    """The page named by ``next``, if it is ours; else the one this form was sent to; else the first page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    listing = request.resolver_match.url_name.endswith("_changelist")
    return request.get_full_path() if listing else reverse("admin:index")


def tell(request, label, outcome):
    """Say what became of a verb: one sentence for each sort of Outcome."""
    if outcome.done:
        sentence = ngettext("{verb}: {count} done.", "{verb}: {count} done.", outcome.done)
        messages.success(request, sentence.format(verb=label, count=outcome.done))
    if outcome.unchanged:
        sentence = ngettext("{count} was so already.", "{count} were so already.", outcome.unchanged)
        messages.info(request, sentence.format(count=outcome.unchanged))
    for reason, count in outcome.refused.items():
        sentence = ngettext("{count} refused: {reason}", "{count} refused: {reason}", count)
        messages.error(request, sentence.format(count=count, reason=reason))
