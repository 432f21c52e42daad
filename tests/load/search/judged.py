"""The judged set: each question with the texts that answer it."""

from typing import NamedTuple

from tests.load.search.topics import topics


class Question(NamedTuple):
    """What is typed, its class, and {number of a text: grade} of all that answer it."""

    kind: str
    typed: str
    grades: dict


def questions(texts):
    """All questions about these texts; the number of a text is its place."""
    about = {}
    for number, text in enumerate(texts):
        for word, grade in text.grades.items():
            about.setdefault(word, {})[number] = grade
    return [Question(topic.kind, typed, about[topic.word]) for topic in topics() for typed in topic.questions]
