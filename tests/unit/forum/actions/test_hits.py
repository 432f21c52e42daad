"""Words met are noted, judged and forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions.hits import forget_met, judge_false, judge_right
from forum.actions.replies import post_reply
from forum.forms.replies import ReplyForm
from forum.models import BlockedWord, Origin, WordHit
from forum.rules import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words(db):
    for word, level in [("代开发票", "refuse"), ("加微信", "hold")]:
        BlockedWord.objects.create(word=word, level=level)


def test_a_word_met_is_noted_with_the_words_round_it_and_the_reply(mei, make_thread):
    reply = post_reply(mei, make_thread(), "资料很多，加 微 信领取，加微信", origin=Origin(ip=None))
    hit = WordHit.objects.get()
    assert (hit.word, hit.level, hit.scope, hit.author, hit.reply) == ("加微信", "hold", "reply", mei, reply)
    assert "加 微 信领取" in hit.excerpt
    assert hit.reach == BlockedWord.Reach.SPACED


def test_what_was_refused_is_noted_as_well(mei):
    assert not ReplyForm({"body": "找我代開發票"}, author=mei).is_valid()
    assert WordHit.objects.get(word="代开发票").reply is None


def test_a_clean_text_and_a_moderators_leave_no_note(mei, zhou, make_thread):
    post_reply(mei, make_thread(), "好", origin=Origin(ip=None))
    post_reply(zhou, make_thread(), "代开发票", origin=Origin(ip=None))
    assert not WordHit.objects.exists()


def test_moderators_judge_and_nobody_else(mei, zhou, make_thread):
    post_reply(mei, make_thread(), "加微信", origin=Origin(ip=None))
    hit = WordHit.objects.get()
    with pytest.raises(Refused):
        judge_false(mei, hit, reason="不服")
    assert judge_false(zhou, hit, reason="引用原文")
    assert not judge_false(zhou, hit, reason="引用原文")
    assert judge_right(zhou, hit, reason="看错了")
    hit.refresh_from_db()
    assert (hit.judged, hit.judged_by) == ("right", zhou)


def test_notes_are_forgotten_after_their_term(mei):
    about = {"word": "甲", "level": "hold", "reach": 0, "scope": "reply", "excerpt": "甲", "author": mei}
    WordHit.objects.create(**about, made_at=timezone.now() - limits.HITS_KEPT - timedelta(hours=1))
    kept = WordHit.objects.create(**about)
    assert forget_met() == 1
    assert WordHit.objects.get() == kept
