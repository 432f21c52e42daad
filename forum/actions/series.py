"""What authors do with series: make one, change it, give it up."""

from django.db import transaction
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.actions.screened import screened
from forum.models import Decision, Series, SeriesPart, State, Thread
from forum.rules import Refused, may_drop_series, may_keep_series, require


@transaction.atomic
def keep_series(author, series=None, *, title, about, threads):
    """Make a series, or change one: ``threads`` are the author's own, in order; a series of none is allowed."""
    require(may_keep_series(author, series))
    _screen(author, ("title", title), ("body", about))
    if series is None:
        series = Series(author=author)
    series.title, series.about = title, about
    series.save()
    before = list(series.parts.values_list("thread_id", flat=True))
    after = [thread.pk for thread in threads][: limits.SERIES_LONGEST]
    _check(author, series, after)
    series.parts.all().delete()
    SeriesPart.objects.bulk_create(
        SeriesPart(series=series, thread_id=pk, position=place) for place, pk in enumerate(after, start=1)
    )
    touch("lists", *(f"thread-{pk}" for pk in {*before, *after}))
    return series


@transaction.atomic
def drop_series(user, series, *, reason=""):
    """The series is gone, its articles stay. A moderator signs for it."""
    require(may_drop_series(user, series))
    threads = list(series.parts.values_list("thread_id", flat=True))
    title, is_own = series.title, series.author_id == user.pk
    series.delete()
    touch("lists", *(f"thread-{pk}" for pk in threads))
    if not is_own:
        sign(user, Decision.Verb.SETTINGS, None, reason, _("Series “{title}” dropped").format(title=title))


def _screen(author, *texts):
    """A series has no state in which it could wait."""
    if any(verdict.is_held or verdict.is_masked for verdict in screened(author, *texts)):
        raise Refused(_("These words would have to be looked at first; please choose others"))


def _check(author, series, threads):
    own = Thread.objects.filter(author=author, pk__in=threads).exclude(state=State.WITHDRAWN)
    if own.count() != len(set(threads)) or len(threads) != len(set(threads)):
        raise Refused(_("A series holds its author’s own articles, each once"))
    if SeriesPart.objects.filter(thread__in=threads).exclude(series=series).exists():
        raise Refused(_("An article stands in one series at most"))
