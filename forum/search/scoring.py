"""Why one match stands above another: points, told part by part.

A word counts more the rarer it is, more in a title than in a text, more where jieba sees the word than where its
characters only happen to meet (和尚 in 结婚的和尚未结婚的), and more often said in few words than in many.
"""

from typing import NamedTuple

from django.db import connection

from forum.chinese import fold
from forum.search.dictionary import rarity
from forum.search.pinyin import heard, is_sound
from forum.search.questions import chunks
from forum.search.words import quoted

TITLE, TEXT = 10, 6  # points of all words together, there
AS_TYPED, AS_TYPED_IN_TITLE, WHOLE_TITLE = 3, 5, 4
NEW = 1  # points of what was written a moment ago; half of it a year later
_YEAR = 365 * 86_400
_BY_CHANCE, _BY_SOUND, _BY_OTHER, _SCATTERED = 0.35, 0.6, 0.8, 0.15
_LOOKED_AT = 120  # matches of which it is asked whether the word was seen as a word
_USUAL = 150  # characters


class Part(NamedTuple):
    """Some of a hit's points: why (a name the page has a sentence for), the word it is about, how many."""

    reason: str
    word: str
    points: float
    times: int = 0


class Ranked(NamedTuple):
    """A match with its points."""

    match: tuple
    parts: list
    points: float


def ranked(asked, matches):
    """The matches, best first; among equals the newest."""
    if not matches:
        return []
    typed = ["".join(chunk.split()) for chunk in chunks(asked.words)]
    weights = _weights(asked.wanted)
    now = matches[0].written_at
    first = sorted((_scored(match, asked.wanted, weights, typed, now, ()) for match in matches), key=_order)
    doubtful = [term for term in asked.wanted if not term.text.isascii()]
    if not doubtful:
        return first
    best, rest = first[:_LOOKED_AT], first[_LOOKED_AT:]
    seen = _seen_as_words(best, doubtful)
    chance = [_scored(one.match, asked.wanted, weights, typed, now, seen.get(one.match.pk, ())) for one in best]
    return sorted(chance, key=_order) + rest


def stands_as_typed(asked, matches):
    """Whether each piece that was typed in one go stands in some match as it was typed, or as what it stands for."""
    meant = {term.text: term.texts for term in asked.wanted}
    left = {chunk: meant.get(chunk, [chunk]) for chunk in chunks(asked.words)}
    for match in matches:
        if not left:
            break
        both = f"{fold(match.title)}\n{match.text}"
        left = {chunk: texts for chunk, texts in left.items() if not any(text in both for text in texts)}
    return not left


def _order(one):
    return -round(one.points, 6), -one.match.written_at.timestamp(), -one.match.pk


def _weights(wanted):
    rare = {term: rarity(term.text) if len(term.text) > 1 else min(rarity(term.text), 6) for term in wanted}
    whole = sum(rare.values()) or 1
    return {term: max(weight, 0.1) / whole for term, weight in rare.items()}


def _scored(match, wanted, weights, typed, now, by_chance):
    title = "" if match.reply_id else fold(match.title)
    text = match.text
    parts = []
    for term in wanted:
        parts += _told(term, title, text, weights[term], by_chance)
    together = "".join(typed)
    if together and len(together) > 1:
        if together in "".join(title.split()):
            parts.append(Part("typed-title", together, AS_TYPED_IN_TITLE))
            if together == "".join(title.split()):
                parts.append(Part("whole-title", together, WHOLE_TITLE))
        elif len(wanted) > 1 and together in "".join(text.split()):
            parts.append(Part("typed-text", together, AS_TYPED))
    age = max(0, (now - match.written_at).total_seconds())
    parts.append(Part("new", "", NEW * 0.5 ** (age / _YEAR)))
    return Ranked(match, parts, sum(part.points for part in parts))


def _told(term, title, text, weight, by_chance):
    """The points one term gives."""
    for place, word in enumerate(term.texts):
        times = text.count(word)
        if word in title:
            yield _part("title", word, TITLE * weight, (term.text, "A") in by_chance, place)
        if times:
            often = times / (times + 0.5 + 0.5 * len(text) / _USUAL)
            yield _part("text", word, TEXT * weight * often, (term.text, "C") in by_chance, place, times)
        if times or word in title:
            return
    if is_sound(term.text) and title and heard(title, term.text):
        yield Part("sound", heard(title, term.text)[0], TITLE * weight * _BY_SOUND)
    else:
        yield Part("scattered", term.text, TEXT * weight * _SCATTERED)


def _part(reason, word, points, is_by_chance, place, times=0):
    """A word found; the first of a term's texts is what was asked for, the others mean the same."""
    if place:
        return Part(reason, word, points * _BY_OTHER, times)
    return (
        Part(f"{reason}-chance", word, points * _BY_CHANCE, times)
        if is_by_chance
        else Part(reason, word, points, times)
    )


def _seen_as_words(best, doubtful):
    """For each match where jieba saw a term nowhere as a word: {entry: {("和尚", "A"), …}}; A title, C text."""
    places = [(term.text, weight) for term in doubtful for weight in "AC"]
    columns = ", ".join(["vector @@ %s::tsquery"] * len(places))
    asked = [f"{quoted(text)}:{weight}" for text, weight in places]
    with connection.cursor() as cursor:
        pks = [one.match.pk for one in best]
        cursor.execute(f"select id, {columns} from forum_searchentry where id = any(%s)", [*asked, pks])
        rows = cursor.fetchall()
    return {pk: {place for place, seen in zip(places, saw, strict=True) if not seen} for pk, *saw in rows}
