"""Counters as people read them in their language."""

import pytest
from django.utils import translation

from forum.templatetags.forum import count


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (9579, "9579"),
        (9999, "9999"),
        (10_000, "1万"),
        (12_000, "1.2万"),
        (312_649, "31.3万"),
        (10**8, "1亿"),
        (None, "—"),
    ],
)
def test_chinese_counts_by_ten_thousands(number, shown):
    with translation.override("zh-hans"):
        assert count(number) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("zh-hant", ["9579", "1.2萬", "1.5億"]), ("en", ["9579", "12K", "150M"])],
)
def test_other_readers_have_their_own_units(language, shown):
    with translation.override(language):
        assert [count(number) for number in (9579, 12_000, 150_000_000)] == shown
