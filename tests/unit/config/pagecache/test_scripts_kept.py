"""Each script's address is kept as a page of its own, and all are forgotten together."""

import pytest

from forum.actions.threads import edit_thread

SCRIPTS = ("", "?script=hans", "?script=tw", "?script=hk")


@pytest.fixture
def thread(make_thread):
    return make_thread(title="软件的后来", body="软件里的后台")


def titles(stack, thread, ask="get"):
    return [
        getattr(stack, ask)(f"/threads/{thread.pk}/{script}").body.partition("<title>")[2].partition(" ·")[0]
        for script in SCRIPTS
    ]


def test_every_script_is_kept_for_itself(stack, thread, django_assert_num_queries):
    shown = ["软件的后来", "软件的后来", "軟體的後來", "軟件的後來"]
    assert titles(stack, thread) == shown
    with django_assert_num_queries(0):
        assert titles(stack, thread) == shown
        assert titles(stack, thread) == shown  # the third time as it came over the wire


def test_a_change_is_seen_in_every_script_at_once(stack, thread, lin):
    for _again in range(2):
        titles(stack, thread)
    edit_thread(lin, thread, title="头发", body="新的软件", category=thread.category)
    assert titles(stack, thread) == ["头发", "头发", "頭髮", "頭髮"] == titles(stack, thread, "fresh")


def test_cookies_and_addresses_do_not_mix(stack, thread):
    address = f"/threads/{thread.pk}/"
    for cookies in ("", "script=hk; lang=zh-hk", "script=tw; lang=zh-hant", "lang=en"):
        for script in SCRIPTS:
            for _again in range(2):
                kept, fresh = stack.get(address + script, cookies), stack.fresh(address + script, cookies)
                assert kept.body == fresh.body
