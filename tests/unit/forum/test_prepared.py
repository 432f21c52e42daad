"""What is worded and planned once: for other numbers, after a failure, for numbers no row has."""

import pytest
from django.db import DataError, transaction

from forum import prepared
from forum.models import Thread


def titles(pk):
    return prepared.rows("a test's titles", lambda pk: Thread.objects.filter(pk=pk).values_list("title"), pk)


def test_the_same_question_is_answered_for_every_number(make_thread):
    one, other = make_thread(title="一"), make_thread(title="二")
    assert [titles(one.pk), titles(other.pk), titles(0)] == [[("一",)], [("二",)], []]


def test_a_number_no_row_can_have_finds_nothing(db):
    assert titles(2**63) == titles(-(2**63)) == []


def test_a_statement_whose_first_use_failed_can_be_used_again(db):
    def sixth(number):
        return prepared.told("a test's division", lambda: "select 6 / $1::int", number)

    with pytest.raises(DataError), transaction.atomic():
        sixth(0)
    assert sixth(3) == [(2,)]


def test_percent_signs_are_left_alone(db):
    assert prepared.told("a test's sign", lambda: "select $1::text like '100%'", "100%") == [(True,)]
