"""The list of words at the desk: try a text, bring a list in and out, judge what was met."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from forum.models import BlockedWord, WordHit

pytestmark = pytest.mark.django_db
WORDS = "/admin/forum/blockedword/"


@pytest.fixture
def desk(client_of, zhou):
    return client_of(zhou)


def listed(**about):
    return {"level": "hold", "reach": "3", **about}


def test_the_box_shows_what_is_met_and_keeps_nothing(desk):
    BlockedWord.objects.create(word="加微信", level="hold")
    page = desk.post(f"{WORDS}try/", {"text": "请力口微信吧", "scope": "reply"}).content.decode()
    assert '<mark class="met__word">力口微信</mark>' in page
    assert "会等版主审核" in page
    assert not WordHit.objects.exists()
    assert "没有命中" in desk.post(f"{WORDS}try/", {"text": "你好", "scope": "reply"}).content.decode()
    assert desk.post(f"{WORDS}try/", {"text": "", "scope": "nowhere"}).status_code == 422


def test_a_list_is_rehearsed_before_it_is_taken_in(desk, make_reply, mei):
    reply = make_reply(author=mei, body="想了解的私信我领资料")
    page = desk.post(f"{WORDS}import/", listed(text="领资料\n无关紧要", step="look")).content.decode()
    assert "想了解的私信我领资料" in page
    assert not BlockedWord.objects.exists()
    reply.refresh_from_db()
    assert reply.is_public
    desk.post(f"{WORDS}import/", listed(text="领资料\n无关紧要", step="import"))
    assert set(BlockedWord.objects.values_list("word", "level", "reach")) == {
        ("领资料", "hold", 3),
        ("无关紧要", "hold", 3),
    }


def test_a_file_of_any_usual_encoding_is_read_and_lines_may_say_more(desk):
    BlockedWord.objects.create(word="甲", level="hold")
    text = "word,level,reach,scopes,note,active\n甲,refuse,sound,name bio,测试,no\n乙\n"
    for raw in (text.encode("gb18030"), text.encode("utf-8-sig")):
        file = SimpleUploadedFile("words.csv", raw)
        desk.post(f"{WORDS}import/", listed(file=file, step="import", level="mask"))
        words = {one.word: one for one in BlockedWord.objects.all()}
        assert (words["甲"].level, words["甲"].reach, words["甲"].scopes) == ("refuse", 4, ["name", "bio"])
        assert not words["甲"].is_active
        assert words["乙"].level == "mask"


def test_a_wrong_line_is_named_and_nothing_is_taken_in(desk):
    response = desk.post(f"{WORDS}import/", listed(text="甲\n乙,shout\n丙,hold,far\n丁,hold,plain,sky", step="import"))
    page = response.content.decode()
    assert response.status_code == 422
    assert all(f"第 {number} 行" in page for number in (2, 3, 4))
    assert not BlockedWord.objects.exists()
    assert desk.post(f"{WORDS}import/", listed(text="", step="look")).status_code == 422


def test_what_goes_out_comes_in_again(desk):
    BlockedWord.objects.create(word="=1+1", level="hold", reach=1, scopes=["title"], note="@公式")
    csv = desk.get(f"{WORDS}export/").content.decode("utf-8-sig")
    assert "'=1+1" in csv, "a spreadsheet must not run it"
    BlockedWord.objects.all().delete()
    desk.post(f"{WORDS}import/", listed(text=csv, step="import"))
    word = BlockedWord.objects.get()
    assert (word.word, word.reach, word.scopes, word.note) == ("=1+1", 1, ["title"], "@公式")
    assert desk.get(f"{WORDS}export/?as=txt").content.decode() == "=1+1\n"


def test_our_own_small_list_is_at_hand(desk):
    assert "代开发票" in desk.get(f"{WORDS}import/?own").content.decode()


def test_a_moderator_without_the_right_brings_nothing_in(desk, zhou):
    zhou.groups.first().permissions.filter(codename="add_blockedword").delete()
    assert desk.post(f"{WORDS}import/", listed(text="甲", step="import")).status_code == 403
    assert desk.get(f"{WORDS}export/").status_code == 403


def test_a_false_alarm_is_judged_counted_and_leads_to_an_allowed_phrase(desk, mei, make_thread):
    BlockedWord.objects.create(word="加微信", level="hold")
    hit = WordHit.objects.create(word="加微信", level="hold", reach=0, scope="reply", excerpt="增加微信", author=mei)
    assert "增加微信" in desk.get("/admin/forum/wordhit/").content.decode()
    verb = f"/admin/forum/wordhit/{hit.pk}/verbs/judge_false/"
    assert "增加微信" in desk.get(verb).content.decode()
    desk.post(verb, {"said": "yes", "reason": "两个词连在一起"})
    hit.refresh_from_db()
    assert (hit.judged, hit.note) == ("false", "两个词连在一起")
    assert "误报 1 次" in desk.get(WORDS).content.decode()
    door = desk.get(f"/admin/forum/wordhit/{hit.pk}/change/").content.decode()
    assert "level=allow" in door
    assert 'value="增加微信"' in desk.get(f"{WORDS}add/?word=增加微信&level=allow").content.decode()
