"""The review matrix: what is seen in words, for whom, on which shelf, and what follows."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions.matrix import look, save_matrix
from forum.actions.replies import edit_reply, post_reply
from forum.actions.threads import publish_thread
from forum.models import Assessment, BlockedWord, Decision, Level, Origin, Outcome, Reply, ReviewCell, State, Trait
from forum.rules import SUGGESTED, Refused, current_matrix
from tests.cast import BOUNDLESS, make_category

pytestmark = pytest.mark.django_db
HOME = "61.139.2.69"
LONG = "这款产品的增长策略值得细读，我把要点写在下面供大家参考"


@pytest.fixture
def office(db):
    return User.objects.create_superuser("站长", "operator@example.org", "x")


@pytest.fixture
def set_cells(office):
    def put(category=None, **cells):
        wanted = {tuple(place.split("_")): outcome for place, outcome in cells.items()}
        save_matrix(office, category, wanted, reason="试行")

    return put


@pytest.fixture(autouse=True)
def no_limits(monkeypatch):
    """What hangs on levels is tested elsewhere."""
    monkeypatch.setattr(limits, "RIGHTS", BOUNDLESS)


def say(author, thread, body, **about):
    return post_reply(author, thread, body, origin=Origin(ip=about.pop("ip", HOME)), **about)


def seen(thing):
    return set(Assessment.objects.get(reply=thing).signals)


def test_without_a_matrix_everything_is_published_and_what_was_seen_is_kept(mei, make_thread):
    reply = say(mei, make_thread(), "看 https://example.org/ ![图](a.png)", ip=None, seconds=0)
    assert reply.state == State.PUBLIC
    assert seen(reply) == {"links", "images", "nowhere", "new", "fast"}


def test_what_is_proposed_stands_in_the_limits_and_grows_milder_with_every_level():
    hardness = list(Outcome)
    for stricter, milder in pairwise(Level):
        for signal in Trait:
            before, after = (SUGGESTED.get((level, signal), Outcome.PUBLISH) for level in (stricter, milder))
            assert hardness.index(before) >= hardness.index(after), (milder, signal)
    assert {signal for level, signal in SUGGESTED if level == Level.NEWCOMER} == set(limits.NEWCOMER_REVIEW)
    assert all(signal in Trait.values for _level, signal in SUGGESTED)


def test_a_cell_holds_refuses_or_asks_for_a_look(mei, make_thread, set_cells):
    thread = make_thread()
    set_cells(newcomer_links="hold", newcomer_images="refuse", newcomer_nowhere="look")
    assert say(mei, thread, "见 www.example.org").state == State.HELD
    with pytest.raises(Refused):
        say(mei, thread, "![图](a.png)")
    looked_for = say(mei, thread, "好", ip=None)
    assert (looked_for.state, looked_for.assessment.outcome) == (State.PUBLIC, "look")
    assert not Reply.objects.filter(body__contains="图").exists()


def test_of_several_signals_the_hardest_counts(mei, make_thread, set_cells):
    set_cells(newcomer_links="look", newcomer_new="hold")
    assert say(mei, make_thread(), "见 https://example.org").state == State.HELD


def test_a_shelf_may_be_stricter_or_milder_than_all(mei, make_thread, set_cells):
    mild, strict = make_category(), make_category("news", "新闻")
    set_cells(newcomer_links="hold")
    set_cells(mild, newcomer_links="publish")
    set_cells(strict, newcomer_any="hold")
    assert say(mei, make_thread(category=mild), "https://example.org").state == State.PUBLIC
    thread = publish_thread(mei, title="题", body="文", category=strict, origin=Origin(ip=HOME))
    assert thread.state == State.HELD
    assert thread.assessment.outcome == "hold"


def test_the_trusted_are_judged_by_their_own_column_and_moderators_not_at_all(mei, zhou, make_thread, set_cells):
    set_cells(newcomer_any="hold", member_any="hold")
    User.objects.filter(pk=mei.pk).update(date_joined=timezone.now() - timedelta(days=40))
    mei.refresh_from_db()
    thread = make_thread()
    assert say(zhou, thread, "好").state == State.PUBLIC
    assert say(mei, thread, "好").state == State.HELD


def test_the_same_again_is_noticed_from_oneself_and_from_others(mei, lin, make_thread):
    thread = make_thread()
    assert "alike" not in seen(say(mei, thread, LONG))
    assert "alike" in seen(say(mei, thread, LONG.replace("大家", "各位")))
    assert "alike" in seen(say(lin, thread, f"{LONG}！"))
    assert "alike" not in seen(say(lin, thread, "我觉得分页会打断阅读，尤其在手机上，滚动比翻页自然得多"))


def test_many_in_a_short_time_and_only_where_nobody_answers(mei, make_thread):
    quiet = [make_thread(title=f"第{n}篇") for n in range(limits.EMPTY_ROW + 1)]
    replies = [say(mei, thread, f"第{n}次路过") for n, thread in enumerate(quiet)]
    assert "empty" in seen(replies[-1])
    assert "empty" not in seen(replies[-2])
    assert "pace" in seen(replies[-1])
    assert "pace" not in seen(replies[limits.PACE[0] - 1])


def test_words_are_a_signal_beside_their_own_level(mei, make_thread, set_cells):
    BlockedWord.objects.create(word="草泥马", level="mask")
    set_cells(newcomer_words="hold")
    reply = say(mei, make_thread(), "草泥马")
    assert (reply.body, reply.state) == ("＊＊＊", State.HELD)


def test_an_edit_is_assessed_anew(mei, make_thread, set_cells):
    set_cells(newcomer_links="hold")
    reply = say(mei, make_thread(), "好文章")
    edit_reply(mei, reply, "好文章 https://example.org")
    assert (reply.state, reply.body) == (State.PUBLIC, "好文章")
    assert Assessment.objects.get(reply=reply).outcome == "hold"
    assert Assessment.objects.filter(reply=reply).count() == 1


def test_a_changed_matrix_is_signed_for_and_holds_at_once(office, mei, set_cells):
    assert current_matrix().outcome(None, "newcomer", ["links"]) == "publish"
    set_cells(newcomer_links="hold")
    assert current_matrix().outcome(None, "newcomer", ["links"]) == "hold"
    assert not save_matrix(office, None, {("newcomer", "links"): "hold"}, reason="再说一遍")
    assert "newcomer" not in Decision.objects.get().detail, "told in words"
    with pytest.raises(Refused):
        save_matrix(mei, None, {("newcomer", "links"): ""}, reason="不要")
    save_matrix(office, None, {("newcomer", "links"): ""}, reason="太严")
    assert not ReviewCell.objects.exists()


def test_looking_is_signed_for_once(mei, zhou, make_thread, set_cells):
    set_cells(newcomer_any="look")
    reply = say(mei, make_thread(), "好")
    with pytest.raises(Refused):
        look(mei, reply.assessment, reason="我看过了")
    assert look(zhou, reply.assessment, reason="没有问题")
    assert not look(zhou, reply.assessment, reason="没有问题")
    assert not Decision.objects.told_to(mei).exists()
