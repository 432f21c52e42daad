"""Signals: raised on a clock from what was written, once, and nothing but moderators' eyes follows."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions.brigading import watch
from forum.actions.queue import Choice, settle, undo
from forum.models import Decision, Reply, Signal, State, Thread
from forum.models.waiting import waiting_for
from tests.cast import make_thread

Kind = Signal.Kind
PLACES = ["广东", "北京", "浙江", "上海", "江苏", "四川", "山东", "湖北"]


@pytest.fixture
def crowd(db):
    """``crowd(30)``: so many members; ``days`` since they joined."""

    def make(count, days=400):
        joined, made = timezone.now() - timedelta(days=days), User.objects.count()
        people = [User(username=f"人{made + n}", folded_name=f"人{made + n}", date_joined=joined) for n in range(count)]
        return User.objects.bulk_create(people)

    return make


def write(thread, people, minutes, *, regions=PLACES, each=1):
    """Each of these people writes ``each`` replies, spread evenly over the last ``minutes``."""
    now, dice = timezone.now(), random.Random(7)
    count = len(people) * each
    rows = [
        Reply(
            thread=thread, author=people[n % len(people)], body="话", region=dice.choice(regions),
            created_at=now - timedelta(minutes=minutes) * (1 - n / count) + timedelta(seconds=1),
        )
        for n in range(count)
    ]  # fmt: skip
    Reply.objects.bulk_create(rows)


@pytest.fixture
def site(lin, crowd):
    """An everyday week under other articles, and the thread to be watched, published yesterday."""
    write(make_thread(lin, title="别的"), crowd(160), 4 * 24 * 60, each=2)
    write(make_thread(lin, title="也是"), crowd(20, days=2), 24 * 60)
    yesterday = timezone.now() - timedelta(days=1)
    return make_thread(lin, title="这一篇", published_at=yesterday)


def raised():
    return set(Signal.objects.values_list("thread__title", "kind"))


def test_a_normal_busy_thread_raises_nothing(site, crowd):
    write(site, crowd(60), 5 * 60, each=3)
    assert watch() == [] and not raised()


def test_a_burst_is_raised_once(site, crowd):
    write(site, crowd(20), 9, each=2)
    assert [signal.kind for signal in watch()] == [Kind.BURST]
    assert watch() == []
    assert raised() == {("这一篇", "burst")}
    facts = Signal.objects.get().facts
    assert facts["times"][-1] == 40 and facts["people"] == 20


def test_new_accounts_are_raised(site, crowd):
    write(site, crowd(30, days=1), 59)
    watch()
    assert raised() == {("这一篇", "newcomers")}
    assert Signal.objects.get().facts["young"] == 30


def test_regions_are_raised(site, crowd):
    write(site, crowd(40), 59, regions=["缅甸"])
    watch()
    assert raised() == {("这一篇", "regions")}
    assert Signal.objects.get().facts["places"] == {"缅甸": 40}


def test_after_it_was_looked_at_it_is_quiet_for_a_while(site, crowd, zhou):
    write(site, crowd(20), 9, each=2)
    watch()
    settled = settle(zhou, site, Choice.PASS, reason="正常讨论")
    assert watch() == []
    Signal.objects.update(raised_at=timezone.now() - limits.SIGNAL_QUIET - timedelta(minutes=1))
    assert len(watch()) == 1
    assert Signal.objects.filter(outcome=Signal.Outcome.OPEN).count() == 1
    assert settled.signals


def test_a_moderator_looks_and_nothing_was_hidden_or_punished(site, crowd, zhou):
    write(site, crowd(30, days=1), 9, regions=["缅甸"], each=2)
    before = set(Reply.objects.values_list("pk", "state")), Thread.objects.get(pk=site.pk).state
    watch()
    assert (set(Reply.objects.values_list("pk", "state")), Thread.objects.get(pk=site.pk).state) == before
    assert not Decision.objects.exists() and {state for _pk, state in before[0]} == {State.PUBLIC}
    (row,) = waiting_for(zhou, 5)
    assert (row.key, row.signals) == (("thread", site.pk), 3)
    settled = settle(zhou, site, Choice.PASS, reason="正常讨论")
    assert not waiting_for(zhou, 5)
    assert list(Decision.objects.values_list("verb", flat=True)) == ["seen"]
    assert not Decision.objects.told_to(site.author).exists()
    undo(zhou, settled, reason="看错了")
    assert waiting_for(zhou, 5)[0].signals == 3


def test_what_is_not_public_or_came_from_elsewhere_is_not_watched(site, crowd):
    write(site, crowd(20), 9, each=2)
    Thread.objects.filter(pk=site.pk).update(state=State.HIDDEN)
    assert watch() == []
    Thread.objects.filter(pk=site.pk).update(state=State.PUBLIC)
    Reply.objects.filter(thread=site).update(imported=True)
    assert watch() == []


def test_a_quiet_house_costs_one_question(site):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        watch()
    assert len(asked) <= 2
