"""头像: written anew and square, shown wherever the name stands, gone when it is taken away."""

import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from forum.actions.pictures import drop_avatar, set_avatar
from forum.pictures import open_picture
from forum.rules import Refused
from tests.unit.config.pagecache.stack import Stack, cookies_of
from tests.unit.forum.pictures.files import bomb, encoded, with_place

DOOR = "/avatar/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_it_is_square_and_knows_nothing_of_place_or_camera(mei):
    picture = set_avatar(mei, with_place((600, 400)))
    with open_picture(mei.avatar) as file:
        data = file.read()
    assert Image.open(io.BytesIO(data)).size == (picture.width, picture.height) == (256, 256)
    assert b"Secret" not in data and b"Exif" not in data


def test_it_stands_wherever_the_name_does_at_once(monkeypatch, client_of, make_thread, make_reply, lin, mei, zhou):
    thread = make_thread(mei)
    make_reply(make_thread(lin), mei)
    other = mei.replies.get().thread
    stack, reader = Stack(monkeypatch), cookies_of(client_of(zhou))
    paths = (thread.get_absolute_url(), other.get_absolute_url(), "/people/阿梅/")
    for path in paths:
        assert "/media/pictures/" not in stack.get(path).body
    set_avatar(mei, encoded("PNG"))
    for path in paths:
        for cookies in ("", reader):
            assert f'src="{mei.avatar_url}"' in stack.get(path, cookies).body
    assert f'src="{mei.avatar_url}"' in stack.get("/", cookies_of(client_of(mei))).body
    drop_avatar(mei)
    for path in paths:
        assert "/media/pictures/" not in stack.get(path).body


def test_taken_away_or_replaced_its_file_is_gone_unless_another_wears_the_same(
    lin, mei, django_capture_on_commit_callbacks
):
    red, blue = encoded("PNG"), encoded("PNG", colour=(0, 0, 200))
    with django_capture_on_commit_callbacks(execute=True):
        set_avatar(mei, red), set_avatar(lin, red)
    first = mei.avatar
    with django_capture_on_commit_callbacks(execute=True):
        set_avatar(mei, blue)
    open_picture(first).close()
    with django_capture_on_commit_callbacks(execute=True):
        drop_avatar(lin)
    with pytest.raises(FileNotFoundError):
        open_picture(first)
    open_picture(mei.avatar).close()


def test_who_may_not(jia, mei):
    for person in (jia, AnonymousUser()):
        with pytest.raises(Refused):
            set_avatar(person, encoded("PNG"))
    drop_avatar(jia)


@pytest.mark.parametrize(
    ("data", "words"), [(b"GIF89a?", "图片"), (bomb(), "万像素"), (None, "请先选择图片"), (b"", "图片")]
)
def test_what_is_no_picture_is_refused_in_a_sentence(client_of, mei, data, words):
    sent = {} if data is None else {"picture": SimpleUploadedFile("a.gif", data)}
    answer = client_of(mei).post(DOOR, sent)
    assert answer.status_code == 422 and words in answer.content.decode()
    mei.refresh_from_db()
    assert mei.avatar == ""


def test_the_door_takes_and_drops(client_of, mei):
    browser = client_of(mei)
    answer = browser.post(DOOR, {"picture": SimpleUploadedFile("a.png", encoded("PNG"))})
    assert answer["Location"] == DOOR
    mei.refresh_from_db()
    page = browser.get(DOOR).content.decode()
    assert f'src="{mei.avatar_url}"' in page and "去掉头像" in page
    picture = browser.get(mei.avatar_url, headers={"If-None-Match": f'"{mei.avatar}"'})
    assert "immutable" in picture["Cache-Control"]
    browser.post(DOOR, {"drop": "yes"})
    assert "去掉头像" not in browser.get(DOOR).content.decode()
