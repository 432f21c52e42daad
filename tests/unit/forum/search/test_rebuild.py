from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection

from forum import search
from forum.management.commands.rebuild_search import bar
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


def gathers():
    with connection.cursor() as cursor:
        cursor.execute("select reloptions from pg_class where relname = 'entry_vector'")
        return "fastupdate=on" in cursor.fetchone()[0]


def test_the_index_gathers_while_it_is_rebuilt_and_not_after(threads, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    search.distrust_all()
    steps = search.rebuild()
    next(steps)
    assert gathers()
    steps.close()
    assert not gathers()


def test_what_a_killed_rebuild_left_is_put_right_by_the_next(threads):
    with connection.cursor() as cursor:
        cursor.execute("alter index entry_vector set (fastupdate = on)")
    run()
    assert not gathers()


def test_an_entry_keeps_its_number_and_nothing_is_found_less_meanwhile(threads, make_reply, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    before = set(SearchEntry.objects.values_list("pk", flat=True))
    search.distrust_all()
    for made, _whole in search.rebuild():
        assert found("支付宝") == 4 if made < 4 else 5
        if made == 3:
            make_reply(threads[2], body="支付宝")
    assert before < set(SearchEntry.objects.values_list("pk", flat=True))


def test_a_terminal_shows_how_far_it_is():
    assert bar(500, 2_000, 1.0).startswith("███████░░░░░░░░░░░░░░░░░░░░░░░ 500 / 2,000 · 500/s · 0:03")
    assert "0 / 0" in bar(0, 0, 0)


def test_entries_of_what_is_no_longer_public_go(threads, make_reply):
    reply = make_reply(threads[1], body="花呗")
    type(reply).objects.filter(pk=reply.pk).update(state=State.HIDDEN)
    type(threads[2]).objects.filter(pk=threads[2].pk).update(state=State.HELD)
    run()
    assert not SearchEntry.objects.filter(reply=reply).exists()
    assert not SearchEntry.objects.filter(thread=threads[2]).exists()
