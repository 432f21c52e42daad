"""A picture in an article: stored once, put into the body, shown with its measures; other files change nothing."""

import io
import re

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from forum import limits
from forum.models import Thread

WRITE, ADD = "/threads/write/", "/pictures/"


@pytest.fixture(autouse=True)
def elsewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


def picture(width=640, height=480):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return SimpleUploadedFile("街景.png", buffer.getvalue(), "image/png")


def stored(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_put_into_the_body_and_shown_with_its_measures(mei, client_of, make_thread, visitor, tmp_path):
    browser = client_of(mei)
    answer = browser.post(ADD, {"picture": picture()})
    assert answer.status_code == 201
    markdown = answer.content.decode()
    address = re.fullmatch(r"!\[\]\((/media/pictures/\S+-640x480\.webp)\)", markdown)[1]
    thread = make_thread(mei, body=f"看图说话。\n\n{markdown.replace('[]', '[一条老街]')}")
    page = visitor.get(thread.get_absolute_url()).content.decode()
    shown = re.search(r"<img[^>]*/media/pictures/[^>]*>", page)[0]
    for attribute in (f'src="{address}"', 'alt="一条老街"', 'width="640"', 'height="480"', 'loading="lazy"'):
        assert attribute in shown
    served = visitor.get(address)
    assert served["Content-Type"] == "image/webp" and b"".join(served.streaming_content)[8:12] == b"WEBP"
    browser.post(ADD, {"picture": picture()})
    assert len(stored(tmp_path)) == 1


def test_without_scripts_the_form_comes_back_with_it_and_nothing_typed_is_lost(mei, client_of):
    typed = {"title": "老街", "body": "先说一句。", "tags": "城市", "category": "", "add_picture": "yes"}
    answer = client_of(mei).post(WRITE, typed | {"picture": picture()})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert re.search(r"先说一句。\s+!\[\]\(/media/pictures/", page) and "老街" in page and "城市" in page
    assert not Thread.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"picture": SimpleUploadedFile("a.png", b"<svg onload=alert(1)>", "image/png")}])
def test_what_is_no_picture_is_refused_with_a_sentence_and_the_words_stay(mei, client_of, tmp_path, sent):
    browser = client_of(mei)
    assert browser.post(ADD, sent).status_code == 422
    answer = browser.post(WRITE, {"title": "老街", "body": "先说一句。", "add_picture": "yes"} | sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "先说一句。" in page and "图片" in page
    assert not stored(tmp_path)


def test_the_muted_and_the_hasty_are_told_why(jia, mei, client_of, tmp_path, monkeypatch):
    assert "禁言" in client_of(jia).post(ADD, {"picture": picture()}).content.decode()
    monkeypatch.setattr(limits, "PICTURES_PER_HOUR", 1)
    browser = client_of(mei)
    assert browser.post(ADD, {"picture": picture(10, 10)}).status_code == 201
    answer = browser.post(ADD, {"picture": picture(20, 20)})
    assert answer.status_code == 422 and "一小时" in answer.content.decode()
    assert len(stored(tmp_path)) == 1


def test_an_article_is_edited_with_a_picture_too(mei, client_of, make_thread):
    thread = make_thread(mei)
    sent = {"title": thread.title, "body": thread.body, "add_picture": "yes", "picture": picture()}
    page = client_of(mei).post(f"/threads/{thread.pk}/edit/", sent).content.decode()
    assert "/media/pictures/" in page
    thread.refresh_from_db()
    assert "/media/" not in thread.body
