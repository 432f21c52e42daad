"""2,000 texts and what each is about: the grades follow from what was put in, never from what a search finds.

3 the title says it and the text is about it, 2 the text is about it under another title, 1 it is mentioned in
passing; 0 all else, among it texts that hold the same characters in a row but not the word (decoys).
"""

import random
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import NamedTuple

from forum.chinese import to_hant
from tests.load.search.topics import sentences, topics

TEXTS, SEED = 2_000, 6
_FIRST, _MINUTES = datetime(2023, 1, 1, tzinfo=UTC), 3 * 365 * 1440  # three years in which they were written
_OTHERS = (0, 1, 1, 2, 2, 3)  # topics mentioned in passing


class Text(NamedTuple):
    """One judged text; `grades` has those words only that it is about."""

    title: str
    body: str
    written_at: datetime
    grades: dict


def texts():
    """The same texts every time."""
    chance = random.Random(SEED)
    decoys = [decoy for topic in topics() for decoy in topic.decoys]
    titles, inserted = [(None, decoy) for decoy in decoys], cycle(decoys)
    main = cycle(topics())
    titles += [(next(main), "") for _ in range(TEXTS - len(titles))]
    written = [_text(chance, topic, decoy, inserted) for topic, decoy in titles]
    chance.shuffle(written)
    return written


def _text(chance, topic, decoy, inserted):
    is_hant = bool(topic) and topic.kind == "script" and chance.random() < 0.5
    second, *passing = _others(chance, topic, is_hant)
    place, grades, parts = (1 if is_hant else 0), {}, []
    if topic:
        grades[topic.word] = 3
        parts += _said(chance, "about", topic, place, chance.randint(2, 4))
    if chance.random() < 0.7:
        grades[second.word] = 2
        parts += _said(chance, "about", second, place, chance.randint(2, 4))
    for other in passing:
        grades[other.word] = 1
        parts += _said(chance, "passing", other, place, 1)
    parts += [_in(place, one) for one in chance.sample(sentences()["filler"], chance.randint(3, 14))]
    if chance.random() < 0.35:
        parts.append(f"{_in(place, next(inserted))}。")
    chance.shuffle(parts)
    title = _said(chance, "titles", topic, place, 1)[0] if topic else decoy
    at = _FIRST + timedelta(minutes=chance.randrange(_MINUTES))
    return Text(title, "".join(parts), at, _with_also(grades))


def _others(chance, topic, is_hant):
    """A second topic and those in passing; a text in traditional script keeps to words spelt by hand."""
    pool = [one for one in topics() if one != topic and (not is_hant or one.kind == "script")]
    return chance.sample(pool, 1 + chance.choice(_OTHERS))


def _said(chance, part, topic, place, times):
    word = topic.spellings[min(place, len(topic.spellings) - 1)]
    return [_in(place, one).format(word) for one in chance.sample(sentences()[part], times)]


def _in(place, text):
    return to_hant(text) if place else text


def _with_also(grades):
    """Who writes of 钓鱼 mentions 鱼."""
    also = {word: 1 for topic in topics() if topic.word in grades for word in topic.also}
    return also | grades
