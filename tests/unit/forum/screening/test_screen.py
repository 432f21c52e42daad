import pytest

from forum.actions.replies import edit_reply, post_reply
from forum.actions.threads import edit_thread, publish_thread
from forum.forms.replies import ReplyForm
from forum.forms.threads import ThreadForm
from forum.models import BlockedWord, Origin, Reply, Revision, State
from forum.rules import Refused
from forum.screening import screen
from forum.search import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words(db):
    for word, level in [
        *(("代开发票", "refuse"), ("加微信", "hold"), ("草泥马", "mask"), ("增加微信", "allow")),
    ]:
        BlockedWord.objects.create(word=word, level=level)


def say(author, thread, body):
    return post_reply(author, thread, body, origin=Origin(ip="61.139.2.69"))


def test_a_clean_text_passes(mei):
    verdict = screen("支付宝社交化的用意何在", mei)
    assert (verdict.text, verdict.hits) == ("支付宝社交化的用意何在", ())
    assert verdict.ruling
    assert not verdict.is_held


def test_a_masked_word_is_covered_everywhere_and_what_was_typed_is_kept_for_moderators(mei, make_thread):
    reply = say(mei, make_thread(), "你这草 泥馬")
    assert (reply.body, reply.state) == ("你这＊ ＊＊", State.PUBLIC)
    assert "泥" not in reply.body_html
    assert search("泥馬", mei).count == 0
    assert Revision.objects.get(reply=reply).body == "你这草 泥馬"


def test_a_held_word_waits_for_a_moderator_and_is_not_found(mei, make_thread):
    reply = say(mei, make_thread(), "加✖薇信详聊")
    assert reply.state == State.HELD
    assert search("详聊", mei).count == 0


def test_a_refused_word_is_refused_without_being_named(mei, make_thread):
    thread = make_thread()
    with pytest.raises(Refused) as refusal:
        say(mei, thread, "代開發票")
    assert "代" not in str(refusal.value)
    assert not Reply.objects.filter(author=mei).exists()


def test_a_phrase_that_is_allowed_excuses_the_word_in_it(mei):
    assert screen("增加微信支付", mei).hits == ()


def test_moderators_are_not_screened(zhou):
    assert screen("代开发票", zhou).hits == ()


def test_the_list_is_read_again_when_a_moderator_changes_it(mei):
    assert screen("刷单", mei).hits == ()
    word = BlockedWord.objects.create(word="刷单", level="hold")
    assert screen("刷单", mei).is_held
    word.level = "refuse"
    word.save()
    assert not screen("刷单", mei).ruling
    word.delete()
    assert screen("刷单", mei).hits == ()


def test_editing_in_a_held_word_waits_and_the_words_before_it_stay(mei, make_thread):
    thread = make_thread()
    reply = say(mei, thread, "很好")
    edit_reply(mei, reply, "加微信详聊")
    thread.refresh_from_db()
    assert (reply.state, reply.body, thread.replies_count) == (State.PUBLIC, "很好", 1)
    assert reply.amendment.body == "加微信详聊"
    assert (search("很好", mei).count, search("详聊", mei).count) == (1, 0)


def test_editing_in_a_refused_word_changes_nothing(mei, make_thread):
    reply = say(mei, make_thread(), "很好")
    with pytest.raises(Refused):
        edit_reply(mei, reply, "代开发票")
    reply.refresh_from_db()
    assert reply.body == "很好"


def test_title_and_tags_of_an_article_are_screened_as_well(lin, make_thread):
    category = make_thread().category
    about = {"category": category, "origin": Origin(ip=None)}
    masked = publish_thread(lin, title="草泥马的故事", body="正文", tags=["草泥马", "产品"], **about)
    assert masked.title == "＊＊＊的故事"
    assert [tag.name for tag in masked.tags.all()] == ["产品"]
    assert Revision.objects.get(thread=masked).title == "草泥马的故事"
    held = publish_thread(lin, title="无", body="正文", tags=["加微信"], **{**about, "origin": Origin(ip=None)})
    assert held.state == State.HELD
    with pytest.raises(Refused):
        publish_thread(lin, title="代开发票", body="正文", **{**about, "origin": Origin(ip=None)})
    edit_thread(lin, masked, title="故事", body="加微信", category=category)
    assert (masked.state, masked.title, masked.amendment.title) == (State.PUBLIC, "＊＊＊的故事", "故事")


def test_the_form_says_why_while_the_text_is_still_in_the_box(mei, zhou, make_thread):
    form = ReplyForm({"body": "请找我代开发票"}, author=mei)
    assert list(form.errors) == ["body"]
    assert form["body"].value() == "请找我代开发票"
    assert ReplyForm({"body": "请找我代开发票"}, author=zhou).is_valid()
    about = {"category": make_thread().category.pk, "tags": "代开发票", "title": "代开发票", "body": "代开发票"}
    assert set(ThreadForm(about, author=mei).errors) == {"title", "body", "tags"}
