"""Signals in the queue: a small drawing each, its numbers as a table, and one press to say that it was looked at."""

import pytest

from forum.actions.claims import take
from forum.models import Signal, State

QUEUE = "/admin/forum/claim/"
FACTS = {
    "burst": {"times": [3, 1, 4, 41], "people": 17, "busiest": 4},
    "newcomers": {"young": 24, "people": 30, "usual": 0.115},
    "regions": {"places": {"缅甸": 28, "广东": 6, "北京": 6}, "usual": {"广东": 0.14, "北京": 0.12}, "distance": 0.8},
}


@pytest.fixture
def signals(make_thread):
    thread = make_thread()
    return [Signal.objects.create(thread=thread, kind=kind, facts=facts) for kind, facts in FACTS.items()]


def test_each_kind_is_drawn_beside_what_is_usual(client_of, zhou, signals):
    take(zhou)
    page = client_of(zhou).get(QUEUE).content.decode()
    assert page.count('<svg class="plot__drawing"') == 3
    for words in (
        "10 分钟内 41 条评论",
        "17 人",
        "30 人中 24 人",
        "占 12%",
        "40 人，来自 3 个属地",
        "28 人，70%（平时 0%）",
    ):
        assert words in page
    for signal in signals:
        assert f'aria-labelledby="signal-{signal.pk}"' in page
    assert "没有隐藏任何内容" in page and "没有异常" in page


def test_one_press_says_it_was_looked_at(client_of, zhou, signals):
    take(zhou)
    thread = signals[0].thread
    client_of(zhou).post(f"{QUEUE}settle/", {"choice": "pass", "thing": f"thread-{thread.pk}"})
    assert set(Signal.objects.values_list("outcome", flat=True)) == {Signal.Outcome.SEEN}
    thread.refresh_from_db()
    assert thread.state == State.PUBLIC


@pytest.mark.parametrize("kind", Signal.Kind.values)
def test_a_signal_without_facts_is_drawn_as_nothing(client_of, zhou, make_thread, kind):
    Signal.objects.create(thread=make_thread(), kind=kind)
    take(zhou)
    assert client_of(zhou).get(QUEUE).status_code == 200
