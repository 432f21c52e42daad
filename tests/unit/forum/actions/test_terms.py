"""An author fixes how some words of an article are shown in other scripts."""

import pytest

from forum.actions.threads import edit_thread, publish_thread
from forum.models import BlockedWord, Origin, Revision, Thread
from forum.rules import Refused
from tests.cast import ADDRESS, make_category

TABLE = "软件 => 程式 / 應用程式"


def publish(author, terms):
    about = {"title": "软件的后来", "body": "软件里的后台", "category": make_category(), "terms": terms}
    return publish_thread(author, **about, origin=Origin(ip=ADDRESS))


def test_the_table_is_kept_beside_the_words(lin):
    thread = publish(lin, "\r\n软件＝> 程式／應用程式\r\n")
    thread.refresh_from_db()
    assert (thread.terms, thread.body, thread.title) == (TABLE, "软件里的后台", "软件的后来")


def test_an_edit_keeps_the_table_before(lin):
    thread = publish(lin, TABLE)
    about = {"title": thread.title, "body": thread.body, "category": thread.category}
    edit_thread(lin, thread, **about, terms="后台")
    before = Revision.objects.get(thread=thread)
    assert (before.terms, before.body) == (TABLE, "软件里的后台")
    edit_thread(lin, thread, **about, terms=" 后台 ")
    assert Revision.objects.count() == 1
    thread.refresh_from_db()
    assert thread.terms == "后台" and thread.edited_at


@pytest.mark.parametrize("terms", ["软件 =>", "\n".join(f"词{n}" for n in range(51))])
def test_a_table_nobody_can_read_is_refused(lin, terms):
    with pytest.raises(Refused):
        publish(lin, terms)
    assert not Thread.objects.exists()


def test_the_forms_of_a_word_are_screened_like_the_text(lin):
    BlockedWord.objects.create(word="违禁词", level=BlockedWord.Level.REFUSE)
    with pytest.raises(Refused):
        publish(lin, "软件 => 违禁词")
