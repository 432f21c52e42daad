"""A picture is stored once, by the digest of what it shows, and served with headers that keep it a picture."""

import re

import pytest
from django.core.files.storage import default_storage

from forum.pictures import ARTICLE, NAME, forget, keep, open_picture, url_of
from tests.unit.forum.pictures import files


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_the_same_picture_is_one_file(tmp_path):
    first, second = keep(files.encoded("PNG"), ARTICLE), keep(files.encoded("PNG") + b"trailing", ARTICLE)
    assert first == second
    assert re.fullmatch(NAME, first.name)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
    assert (first.url, first.width, first.height) == (f"/media/pictures/{first.name}", 60, 40)
    assert url_of("") == ""


def test_two_who_store_it_in_the_same_moment_leave_one_file(monkeypatch, tmp_path):
    first = keep(files.encoded("PNG"), ARTICLE)
    looks = iter([False])  # the first look still finds none
    there = default_storage.exists
    monkeypatch.setattr(default_storage, "exists", lambda path: next(looks, None) is None and there(path))
    assert keep(files.encoded("PNG"), ARTICLE) == first
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_is_forgotten_is_gone_and_forgetting_twice_does_no_harm():
    picture = keep(files.encoded("PNG"), ARTICLE)
    forget(picture.name), forget(picture.name)
    with pytest.raises(FileNotFoundError):
        open_picture(picture.name)


@pytest.mark.django_db
def test_it_is_served_as_a_picture_and_for_ever(visitor):
    picture = keep(files.encoded("PNG"), ARTICLE)
    answer = visitor.get(picture.url)
    assert answer.status_code == 200
    assert b"".join(answer)[8:12] == b"WEBP"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "immutable" in answer["Cache-Control"] and "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies
    assert visitor.get(picture.url, headers={"If-None-Match": answer["ETag"]}).status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["../../../etc/passwd", "..%2f..%2fsecret", "ab/cd.webp", "ab/" + "c" * 30 + ".svg"])
def test_nothing_but_pictures_can_be_asked_for(visitor, name):
    assert visitor.get(f"/media/pictures/{name}").status_code == 404
