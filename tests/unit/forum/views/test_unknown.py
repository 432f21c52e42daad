"""What is not known is not made up, and what is too fine is not shown."""

import pytest
from django.db import OperationalError

from forum.models import Reply, SiteSettings, Thread


@pytest.fixture
def imported(make_thread, make_reply):
    """A thread whose page printed no date."""
    thread = make_thread()
    reply = make_reply(thread=thread)
    Thread.objects.filter(pk=thread.pk).update(
        author=None, byline="原作者", imported_replies=1, published_at=thread.created_at
    )
    Reply.objects.filter(pk=reply.pk).update(author=None, imported=True)
    return thread


def page(visitor, thread):
    return visitor.get(f"/threads/{thread.pk}/").content.decode()


def test_a_page_without_a_date_is_said_to_be_imported_that_day(visitor, imported):
    html = page(visitor, imported)
    assert f"导入于 {imported.created_at:%Y-}" in html
    assert html.count("<time") == 0


def test_at_the_countrys_precision_old_replies_are_coarser_too(visitor, make_thread, make_reply):
    thread = make_thread()
    make_reply(thread=thread), make_reply(thread=thread)
    assert "来自四川" in page(visitor, thread)
    SiteSettings(region_precision="country").save()
    html = page(visitor, thread)
    assert "来自中国" in html
    assert "四川" not in html
    assert set(Reply.objects.values_list("region", flat=True)) == {"四川"}


def test_a_database_that_is_away_is_a_503_that_asks_to_come_back(visitor, monkeypatch, db):
    def away(*_args, **_kwargs):
        raise OperationalError("no connection")

    monkeypatch.setattr("forum.views.feed._list", away)
    response = visitor.get("/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert "稍后" in response.content.decode()


def test_views_a_page_did_not_print_stay_unknown_however_many_come(imported):
    Thread.objects.filter(pk=imported.pk).update(views_count=7)
    thread = Thread.objects.get(pk=imported.pk)
    assert thread.views_shown is None
    thread.printed_views = 9579
    assert thread.views_shown == 9586
