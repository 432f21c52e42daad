from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from forum import search
from forum.models import SearchEntry, State
from forum.search import rebuilding

pytestmark = pytest.mark.django_db


def run(*arguments):
    output = StringIO()
    call_command("rebuild_search", *arguments, stdout=output)
    return output.getvalue().split("\r")[-1].strip()


def found(query):
    return search.search(query, AnonymousUser()).count


@pytest.fixture
def threads(make_thread, make_reply):
    threads = [make_thread(title=f"支付宝{number}") for number in range(3)]
    make_reply(threads[0], body="支付宝")
    return threads


def test_a_healthy_index_is_left_alone(threads):
    before = set(SearchEntry.objects.values_list("pk", flat=True))
    assert run() == "0 entries made"
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before


def test_missing_and_old_entries_are_made_again(threads):
    SearchEntry.objects.filter(thread=threads[0]).delete()
    SearchEntry.objects.filter(thread=threads[1]).update(edition=0, vector="", text="")
    assert found("支付宝") == 1
    assert run() == "3 entries made"
    assert found("支付宝") == 4


def test_everything_can_be_made_again(threads):
    assert run("--all") == "4 entries made"
    assert found("支付宝") == 4


def test_it_goes_on_where_it_was_stopped(threads, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    search.distrust_all()
    steps = search.rebuild()
    assert next(steps) == (1, 4)
    steps.close()
    assert list(search.rebuild()) == [(1, 3), (2, 3), (3, 3)]


def test_entries_of_what_is_no_longer_public_go(threads, make_reply):
    reply = make_reply(threads[1], body="花呗")
    type(reply).objects.filter(pk=reply.pk).update(state=State.HIDDEN)
    type(threads[2]).objects.filter(pk=threads[2].pk).update(state=State.HELD)
    run()
    assert not SearchEntry.objects.filter(reply=reply).exists()
    assert not SearchEntry.objects.filter(thread=threads[2]).exists()
