"""The chain of decisions: nobody writes round it, and what is changed, missing or moved shows."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection, connections

from forum.actions import moderation
from forum.actions.origins import see_origin
from forum.models import Decision
from forum.models.chain import breaks, digest_of

Verb = Decision.Verb


@pytest.fixture
def record(zhou, make_thread):
    """Four decisions about one thread."""
    thread = make_thread()
    for verb in (moderation.pin, moderation.unpin, moderation.close_thread, moderation.reopen_thread):
        verb(zhou, thread, reason="第一条，\n“引号”与 emoji 🀄")
    return thread


@contextmanager
def unguarded():
    """What only the owner of the table can do: the guards are off."""
    with connection.cursor() as cursor:
        cursor.execute("delete from forum_notice")  # which point at decisions
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table forum_decision disable trigger user")
        yield cursor
        cursor.execute("alter table forum_decision enable trigger user")


def verified(**options):
    said = StringIO()
    call_command("verify_decisions", stdout=said, **options)
    return said.getvalue()


def accused(**options):
    """What the command says of a record that is not whole; it ends with an error."""
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_decisions", stdout=said, **options)
    return said.getvalue()


def test_decisions_are_numbered_and_each_holds_the_digest_before(record):
    rows = list(Decision.objects.order_by("number"))
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert [row.previous for row in rows] == ["", *(row.digest for row in rows[:-1])]
    assert all(row.digest == digest_of(row) for row in rows)
    assert not list(breaks(Decision.objects.all()))


def test_a_new_decision_knows_its_seal_at_once(zhou, make_thread):
    made = Decision.objects.create(moderator=zhou, verb=Verb.PIN, thread=make_thread(), reason="好")
    assert (made.number, made.digest) == (1, digest_of(Decision.objects.get()))


def test_no_writer_skips_the_seal(record, zhou):
    forged = {"moderator": zhou, "verb": Verb.PIN, "thread": record, "reason": "伪造", "digest": "f" * 64, "number": 99}
    Decision.objects.create(**forged)
    Decision.objects.bulk_create(Decision(**forged) for _ in range(3))
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into forum_decision (moderator_id, verb, thread_id, reason, detail, made_at, number, digest)"
            " select moderator_id, verb, thread_id, reason, detail, now(), 7, 'x' from forum_decision limit 2"
        )
        columns = "moderator_id, verb, thread_id, reason, detail, made_at"
        with cursor.copy(f"copy forum_decision ({columns}) from stdin") as copy:
            copy.write_row((zhou.pk, "pin", record.pk, "成批写入", "", "2026-01-01 00:00+08"))
    assert list(Decision.objects.order_by("pk").values_list("number", flat=True)) == list(range(1, 12))
    assert verified().startswith("decisions: 11, whole")


def test_a_healthy_record_is_one_line_and_so_is_an_empty_one(record):
    last = Decision.objects.get(number=4)
    assert verified() == f"decisions: 4, whole; 4:{last.digest}\n"
    with unguarded() as cursor:
        cursor.execute("delete from forum_decision")
    assert verified() == "decisions: 0\n"


@pytest.mark.parametrize(
    "change", ["reason = '另有原因'", "made_at = made_at + interval '1 microsecond'", "verb = 'close'"]
)
def test_a_changed_row_is_named(record, change):
    with unguarded() as cursor:
        cursor.execute(f"update forum_decision set {change} where number = 2")
    assert accused() == "decision 2 was changed: its digest is not that of its facts\n"


def test_a_changed_row_sealed_anew_no_longer_fits_the_next(record):
    with unguarded() as cursor:
        cursor.execute("update forum_decision set reason = '另有原因' where number = 2")
        cursor.execute("update forum_decision d set digest = decision_digest(d) where number = 2")
    assert accused().startswith("decision 3 does not follow")


@pytest.mark.parametrize(("gone", "named"), [([2], [2]), ([1, 2], [1, 2]), ([1], [1])])
def test_missing_rows_are_named(record, gone, named):
    with unguarded() as cursor:
        cursor.execute("delete from forum_decision where number = any(%s)", [gone])
    assert accused().splitlines() == [f"decision {number} is missing" for number in named]


def test_rows_that_changed_places_are_named(record):
    with unguarded() as cursor:
        for old, new in ((2, 20), (3, 2), (20, 3)):
            cursor.execute("update forum_decision set number = %s where number = %s", [new, old])
    said = accused()
    assert "decision 2 does not follow" in said
    assert "decision 3 does not follow" in said


def test_the_last_rows_removed_show_beside_what_was_noted(record):
    noted = verified().split("; ")[1].strip()
    assert verified(noted=noted).startswith("decisions: 4")
    with unguarded() as cursor:
        cursor.execute("delete from forum_decision where number > 2")
    assert verified().startswith("decisions: 2")
    assert accused(noted=noted).splitlines() == ["decision 3 is missing", "decision 4 is missing"]


def test_a_record_made_anew_shows_beside_what_was_noted(record):
    noted = verified().split("; ")[1].strip()
    with unguarded() as cursor:
        cursor.execute("update forum_decision set reason = '另有原因' where number = 4")
        cursor.execute("update forum_decision d set digest = decision_digest(d) where number = 4")
    assert verified().startswith("decisions: 4")
    assert accused(noted=noted) == "decision 4 is not the one that was noted\n"


@pytest.mark.parametrize("noted", [":", "4", "4:abc", "x:" + "0" * 64, "²:" + "0" * 64])
def test_a_note_that_is_none_is_said_to_be_none(db, noted):
    with pytest.raises(CommandError, match="NUMBER:DIGEST"):
        call_command("verify_decisions", noted=noted)


def test_looking_at_an_address_stands_in_the_chain(zhou, make_reply):
    zhou.user_permissions.add(Permission.objects.get(codename="view_origin"))
    see_origin(zhou, make_reply(), reason="疑似诈骗")
    assert Decision.objects.values_list("number", "verb", "reason").get() == (1, Verb.ORIGIN, "疑似诈骗")


@pytest.mark.django_db(transaction=True)
def test_moderators_at_once_make_one_chain(zhou, make_thread, make_reply):
    thread = make_thread()
    replies = [make_reply(thread) for _ in range(8)]

    def deed(reply):
        try:
            moderation.hide(zhou, reply, reason="广告")
            moderation.restore(zhou, reply, reason="误隐藏")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(deed, replies))
    assert verified().startswith("decisions: 16, whole")
