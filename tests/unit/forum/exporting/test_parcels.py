"""Everything of one's own in a zip: it opens from a folder, holds what is theirs, and nobody else's affairs."""

import json
import re
from datetime import timedelta
from posixpath import dirname, join, normpath
from zipfile import ZipFile

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.identity import confirm
from accounts.models import OldName, User
from forum import limits
from forum.actions import moderation
from forum.actions.appeals import appeal
from forum.actions.blocks import set_block
from forum.actions.follows import set_follow
from forum.actions.marks import set_favourite, set_like
from forum.actions.parcels import ask_for_parcel, erase_parcels, make_parcel
from forum.actions.people import mute
from forum.actions.replies import edit_reply
from forum.actions.reports import report
from forum.actions.threads import edit_thread
from forum.exporting import pack
from forum.models import Amendment, Decision, Hush, Notice, Parcel, Tag, WordHit
from forum.pictures import ARTICLE, AVATAR, keep
from forum.rules import Refused
from tests.cast import PASSWORD, make_muted, make_passkey, make_user

pytestmark = pytest.mark.django_db
SECRETS = ("mei@private.example", "198.51.100.77", "只有老周知道的事", "老周")


@pytest.fixture(autouse=True)
def elsewhere(settings, tmp_path):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"


@pytest.fixture
def picture(tmp_path, elsewhere):
    path = tmp_path / "a.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    return keep(path.read_bytes(), ARTICLE)


@pytest.fixture
def face(tmp_path, elsewhere):
    path = tmp_path / "face.png"
    Image.new("RGB", (300, 300), "tan").save(path)
    return keep(path.read_bytes(), AVATAR)


@pytest.fixture
def lived(lin, mei, zhou, make_thread, make_reply, picture, face):
    """小林 with something in every section, and neighbours whose affairs are their own."""
    body = f"![图]({picture.url})\n\n## 一节\n\n见 [首页](/) 与 @阿梅 和 https://example.org"
    thread = make_thread(lin, title="第一版", body=body)
    edit_thread(lin, thread, title="第二版<b>", body=f"{body}\n\n再补一句", category=thread.category)
    make_thread(lin, title="没写完", state="draft")
    theirs = make_thread(mei, title="阿梅的文章", ip="198.51.100.77")
    hidden = make_thread(mei, title="只有老周知道的事")
    set_favourite(lin, hidden, favourited=True)
    moderation.hide(zhou, hidden, reason="广告")
    reply = make_reply(theirs, lin, "小林的回复")
    edit_reply(lin, reply, "小林改过的回复")
    set_favourite(lin, theirs, favourited=True), set_like(lin, reply.thread, liked=True)
    report(lin, theirs, reason="spam", note="像广告")
    moderation.hide(zhou, reply, reason="跑题")
    appeal(lin, Decision.objects.filter(reply=reply).get(), "没有跑题")
    mute(zhou, lin, days=3, reason="刷屏")
    type(mei).objects.filter(pk=mei.pk).update(email="mei@private.example")
    UserSession.objects.create(user=lin, ip="203.0.113.9", session_key="k1", user_agent="Firefox/1")
    make_passkey(lin)
    lin.socialaccount_set.create(provider="github", uid="7", extra_data={"name": "lin"})
    confirm(lin, kind="person", name="林", number="11010519491231002X")
    for one in (theirs, mei, Tag.objects.create(name="阅读")):
        set_follow(lin, one, followed=True)
    set_block(lin, make_user("周舟"), blocked=True)
    OldName.objects.create(user=lin, name="小林从前", folded="小林从前", kept_until=timezone.now())
    Hush.objects.create(user=lin, kind="mention")
    Amendment.objects.create(thread=thread, title="第三版", body="改了的话", category=thread.category)
    WordHit.objects.create(word="不说的词", level="hold", reach=0, scope="reply", excerpt="加我微信", author=lin)
    lin.avatar = face.name
    lin.save()
    lin.refresh_from_db()
    return lin


@pytest.fixture
def box(lived, tmp_path):
    pack(lived, tmp_path / "box.zip", "zh-hans")
    with ZipFile(tmp_path / "box.zip") as opened:
        yield opened


def text_of(box):
    return {name: box.read(name).decode() for name in box.namelist() if not name.startswith("images/")}


def test_every_section_is_there_for_people_and_for_programs(box, lived):
    read = {name: json.loads(words) for name, words in text_of(box).items() if name.startswith("data/")}
    assert [one["title"] for one in read["data/threads.json"]] == ["第二版<b>", "没写完"]
    assert read["data/threads.json"][1]["state"] == "draft"
    assert [one["title"] for one in read["data/revisions.json"] if one["thread"]] == ["第一版"]
    assert [one["body"] for one in read["data/revisions.json"] if one["reply"]] == ["小林的回复"]
    assert read["data/replies.json"][0]["body"] == "小林改过的回复"
    assert read["data/profile.json"][0]["emails"] == lived.email
    assert read["data/reports.json"][0]["note"] == "像广告"
    assert {one["verb"] for one in read["data/decisions.json"]} == {"hide", "mute"}
    assert read["data/appeals.json"][0]["words"] == "没有跑题"
    assert read["data/sanctions.json"][0]["kind"] == "mute"
    assert read["data/sessions.json"][0]["address"] == "203.0.113.9"
    assert {one["kind"] for one in read["data/keys.json"]} == {"webauthn"}
    empty = {name for name, rows in read.items() if not rows}
    assert read["data/profile.json"][0]["wants_own_lists"] is True
    assert [one["name"] for one in read["data/follows.json"]] == ["", "阿梅", "阅读"]
    assert [one["name"] for one in read["data/blocks.json"]] == ["周舟"]
    assert [one["name"] for one in read["data/names.json"]] == ["小林从前"]
    assert read["data/hushes.json"] == [{"kind": "mention"}]
    assert [(one["title"], one["outcome"]) for one in read["data/amendments.json"]] == [("第三版", "waiting")]
    assert [one["words"] for one in read["data/hits.json"]] == ["加我微信"]
    assert read["data/linked.json"][0]["number"] == "7"
    assert read["data/identity.json"][0]["verb"]
    unlived = {"series", "shelters"}
    assert empty == {f"data/{name}.json" for name in unlived}, "nothing was left out"
    for name in read:
        assert name.replace("data/", "").replace(".json", ".html") in box.namelist()


def test_every_link_leads_to_a_file_in_the_parcel(box):
    names = set(box.namelist())
    for page, words in text_of(box).items():
        if not page.endswith(".html"):
            continue
        for where in re.findall(r'(?:href|src)="([^"]+)"', words):
            if where.startswith(("#", "https://example.org")):
                continue
            assert normpath(join(dirname(page), where)) in names, f"{page} → {where}"
        assert "<script" not in words
    assert "url(" not in box.read("style.css").decode()


def test_pictures_are_the_files_themselves(box, picture, face):
    names = {name for name in box.namelist() if name.startswith("images/")}
    assert names == {f"images/{one.name.replace('/', '-')}" for one in (picture, face)}
    assert all(box.read(name)[:4] == b"RIFF" for name in names)


def test_the_face_is_there_to_look_at(box, face):
    where = f"images/{face.name.replace('/', '-')}"
    assert json.loads(box.read("data/profile.json"))[0]["picture"] == where
    assert f'src="{where}"' in box.read("profile.html").decode()


def test_which_word_of_the_list_was_met_is_the_operators(box):
    assert not [name for name, words in text_of(box).items() if "不说的词" in words]


def test_whatever_is_kept_of_a_member_is_in_it_or_has_a_reason_to_stay():
    elsewhere = "Office NameEntry Parcel Standing User_groups User_user_permissions EmailAddress".split()  # told beside
    others = "Claim LogEntry".split()  # what they did as moderators
    told = (
        "Thread Series Reply Favourite Like Follow Block Revision Report Sanction Decision Appeal Notice Hush Shelter"
        " WordHit OldName Identity Authenticator UserSession SocialAccount"
    ).split()
    theirs = ("moderator", "judged_by", "actor", "person", "reporter")  # columns that say who did it to somebody
    found = {
        one.related_model.__name__
        for one in User._meta.get_fields(include_hidden=True)
        if one.auto_created and not one.concrete and one.field.name not in theirs
    }
    assert found <= {*elsewhere, *others, *told}, "a new noun: tell of it in forum/exporting, or say here why not"


def test_peoples_words_stay_words(box):
    page = next(words for name, words in text_of(box).items() if name.startswith("threads/") and "第二版" in words)
    assert "第二版&lt;b&gt;" in page and "<b>第二版" not in page


def test_nobody_elses_affairs_are_in_it(box, lived):
    for name, words in text_of(box).items():
        for secret in SECRETS:
            assert secret not in words, f"{secret} in {name}"


def test_no_secret_of_the_account_is_in_it(box, lived):
    everything = "".join(text_of(box).values())
    assert lived.password not in everything and "k1" not in everything and "credential" not in everything


def test_the_same_rows_give_the_same_bytes(lived, tmp_path):
    pack(lived, tmp_path / "one.zip", "zh-hans"), pack(lived, tmp_path / "two.zip", "zh-hans")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_pages_speak_the_language_it_was_asked_for_in(lived, tmp_path):
    pack(lived, tmp_path / "box.zip", "en")
    with ZipFile(tmp_path / "box.zip") as opened:
        assert "Earlier versions" in opened.read("index.html").decode()


def test_asking_is_one_at_a_time_and_so_many_a_day(lin):
    for _ in range(limits.PARCELS_PER_DAY):
        parcel = ask_for_parcel(lin)
        with pytest.raises(Refused, match="已经在打包"):
            ask_for_parcel(lin)
        make_parcel(parcel.pk)
    with pytest.raises(Refused, match="今天已申请过"):
        ask_for_parcel(lin)
    assert ProcrastinateJob.objects.filter(task_name="forum.tasks.pack_parcel").count() == limits.PARCELS_PER_DAY


def test_the_suspended_may_take_their_data_along(zhou):
    assert ask_for_parcel(make_muted("小贾", zhou)).pk


def test_packing_twice_packs_once_and_tells_once(lin):
    parcel = ask_for_parcel(lin)
    make_parcel(parcel.pk)
    made_at = Parcel.objects.get().made_at
    make_parcel(parcel.pk)
    parcel.refresh_from_db()
    assert (parcel.made_at, parcel.size) == (made_at, parcel.path.stat().st_size)
    assert Notice.objects.filter(recipient=lin, kind="parcel").count() == 1
    assert not list(parcel.path.parent.glob("*.half"))


def test_what_cannot_be_packed_leaves_no_half_and_may_be_asked_for_again(lin, monkeypatch):
    parcel = ask_for_parcel(lin)
    monkeypatch.setattr("forum.actions.parcels.pack", lambda _user, path, _language: path.write_bytes(b"x") // 0)
    with pytest.raises(ZeroDivisionError):
        make_parcel(parcel.pk)
    parcel.refresh_from_db()
    assert parcel.failed_at and not list(parcel.path.parent.iterdir())
    assert ask_for_parcel(lin).pk


def test_the_file_is_its_owners_alone_and_only_for_a_time(client_of, lin, mei, visitor):
    parcel = ask_for_parcel(lin)
    make_parcel(parcel.pk)
    door = f"/parcels/{parcel.pk}/"
    assert b"".join(_known(client_of(lin)).get(door).streaming_content)[:2] == b"PK"
    assert _known(client_of(mei)).get(door).status_code == 404
    assert "/accounts/login/" in visitor.get(door)["Location"]
    assert "/reauthenticate/" in client_of(lin).get(door)["Location"], "whoever finds the device open"
    Parcel.objects.update(made_at=timezone.now() - limits.PARCEL_KEPT - timedelta(minutes=1))
    assert _known(client_of(lin)).get(door).status_code == 404
    parcel.refresh_from_db()
    assert parcel.path.exists()
    assert erase_parcels() == 1
    assert not parcel.path.exists()
    assert erase_parcels() == 0
    assert "已清除" in client_of(lin).get("/parcels/").content.decode()


def _known(browser):
    """A browser whose owner has just said who they are."""
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser
