"""A form's key tells when it was opened, and cannot be made at home."""

import time
import uuid
from unittest import mock

import pytest

from forum.models import Assessment, SiteSettings
from forum.views.keys import fresh_key, seconds_since

pytestmark = pytest.mark.django_db


def test_a_key_knows_its_age_and_its_owner(mei, lin):
    key = fresh_key(mei)
    with mock.patch.object(time, "time", return_value=time.time() + 90):
        assert 89 < seconds_since(key, mei) < 91
        assert seconds_since(key, lin) == 0
        assert seconds_since(uuid.uuid4(), mei) == 0
        assert seconds_since(None, mei) == 0
    assert fresh_key(mei) != key


def test_a_reply_without_a_page_before_it_was_sent_faster_than_anybody_types(client_of, mei, make_thread):
    thread = make_thread()
    client_of(mei).post(f"/threads/{thread.pk}/replies/", {"body": "这篇文章写得很好，学到了很多"})
    assert "fast" in Assessment.objects.get(reply__author=mei).signals


def test_a_closed_site_says_so_to_visitors_instead_of_asking_them_to_sign_in(visitor, make_thread):
    thread = make_thread()
    SiteSettings.objects.create(mode="closed")
    page = visitor.get(thread.get_absolute_url()).content.decode()
    assert "登录后评论" not in page
    assert "评论请登录" not in page
    assert "暂停" in page
