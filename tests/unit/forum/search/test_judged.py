"""The measures of `make bench-search`, and what it measures with."""

from collections import Counter

import pytest

from tests.load.search.judged import questions
from tests.load.search.measures import ndcg, recall, reciprocal_rank
from tests.load.search.texts import texts
from tests.load.search.topics import CLASSES, sentences, topics

GRADES = {1: 3, 2: 2, 3: 1}


@pytest.mark.parametrize(
    ("found", "expected"),
    [([1, 2, 3], 1), ([3, 2, 1], 0.6806), ([9, 1], 0.4702), ([], 0), ([*range(10, 20), 1], 0)],
)
def test_ndcg_has_the_known_values(found, expected):
    assert ndcg(found, GRADES) == pytest.approx(expected, abs=1e-4)


def test_recall_and_reciprocal_rank():
    assert recall([1, 9, 3], GRADES) == pytest.approx(2 / 3)
    assert reciprocal_rank([9, 8, 2], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank([9, 8], GRADES) == 0
    assert recall([9] * 100 + [1], GRADES) == 0  # nobody turns so many pages


def test_the_set_is_large_and_the_same_every_time():
    written = texts()
    assert len(written) == 2_000 and written == texts()
    asked = questions(written)
    assert len(asked) >= 300
    counts = Counter(question.kind for question in asked)
    assert set(counts) == set(CLASSES) and min(counts.values()) >= 30
    assert all(3 in question.grades.values() for question in asked)


def test_no_sentence_holds_a_word_it_is_not_given():
    words = {spelling for topic in topics() for spelling in topic.spellings}
    held = [(word, one) for part in sentences().values() for one in part for word in words if word in one]
    assert not held


def test_a_word_of_three_characters_or_more_stands_only_in_texts_about_it():
    long = [topic for topic in topics() if len(topic.word) > 2]
    for text in texts():
        whole = text.title + text.body
        assert not [topic.word for topic in long if topic.word in whole and topic.word not in text.grades]
