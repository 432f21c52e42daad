"""What somebody meant who slipped: 支付保 → 支付宝, 支宝付 → 支付宝, zhifubap → zhifubao.

Proposed are words of the dictionary, and Latin words and pinyin that stand in the index: both are public.
"""

from functools import cache
from string import ascii_lowercase

from django.db import connection
from pypinyin import Style, pinyin

from forum.chinese import fold
from forum.search.dictionary import frequency, vocabulary
from forum.search.pinyin import heard
from forum.search.questions import chunks
from forum.search.words import quoted

_LONGEST = 24  # characters of a question that are looked at
_WORD = 6  # characters of a word
_USUAL = 50  # times jieba counted a word that may be proposed
_LATIN = (4, 24)  # letters of a word in which a slip can be told
_MOST = 3  # proposals
_NEAR = "select title, text from forum_searchentry as entry join forum_thread as thread on thread.id = thread_id \
where vector @@ %s::tsquery and thread.state = 'public' limit 50"


def meant(words):
    """What the folded words of a question may have been meant to be, likeliest first; [] when they look right."""
    proposals = {}
    for chunk in chunks(words):
        if len(chunk) <= _LONGEST:
            for better, likely in _latin(chunk) if chunk.isascii() else _mended(chunk):
                whole = words.replace(chunk, better, 1)
                proposals[whole] = max(likely, proposals.get(whole, (0, 0)))
    return sorted(proposals, key=lambda whole: proposals[whole], reverse=True)[:_MOST]


def _mended(chunk):
    """(the chunk with one word mended, how likely): longer words first, then the more usual."""
    for first in range(len(chunk)):
        for length in range(2, min(_WORD, len(chunk) - first) + 1):
            piece = chunk[first : first + length]
            if piece.isascii() or frequency(piece):
                continue
            for word in _near(piece):
                times = frequency(word)
                if times >= _USUAL:
                    yield chunk[:first] + word + chunk[first + length :], (len(word), times)


def _near(piece):
    """Words one slip away: a character of the same sound, two swapped, one too many, another one, one missing."""
    for place, one in enumerate(piece):
        before, behind = piece[:place], piece[place + 1 :]
        for other in _sounding_like(one):
            yield before + other + behind
        if behind:
            yield before + behind[0] + one + behind[1:]
        if len(piece) > 2:
            yield before + behind
            yield from _gaps().get((before, behind), ())
    if len(piece) > 1:
        for place in range(len(piece) + 1):
            yield from _gaps().get((piece[:place], piece[place:]), ())


@cache
def _gaps():
    """What is left of a word of three characters or more without one of them → such words."""
    gaps = {}
    for word, times in vocabulary():
        if times >= _USUAL and 3 <= len(word) <= _WORD and not word.isascii():
            for place in range(len(word)):
                gaps.setdefault((word[:place], word[place + 1 :]), []).append(word)
    return gaps


def _sounding_like(character):
    sounds, spoken = _by_sound()
    return {other for sound in spoken.get(character, ()) for other in sounds[sound]} - {character}


@cache
def _by_sound():
    sounds, spoken = {}, {}
    for character, times in vocabulary():
        if len(character) == 1 and times >= _USUAL and "一" <= character <= "龥":
            spoken[character] = pinyin(character, heteronym=True, style=Style.NORMAL)[0]
            for sound in spoken[character]:
                sounds.setdefault(sound, []).append(character)
    return sounds, spoken


def _latin(chunk):
    """Latin words and pinyin one slip away that stand in the index, the most met first."""
    if not _LATIN[0] <= len(chunk) <= _LATIN[1] or not chunk.isalpha():
        return
    tried = _one_off(chunk)
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [" | ".join(f"{quoted(word)} | {quoted('~' + word)}" for word in tried)])
        rows = [(fold(title), fold(text)) for title, text in cursor.fetchall()]
    met = {}
    for title, text in rows:
        for word in tried:
            if word in title or word in text or heard(title, word):
                met[word] = met.get(word, 0) + 1
    for word, times in met.items():
        yield word, (len(word), times)


def _one_off(word):
    """All strings one slip away: a letter missing, too many, another, two swapped."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    fewer = {before + behind[1:] for before, behind in cuts if behind}
    swapped = {before + behind[1] + behind[0] + behind[2:] for before, behind in cuts if len(behind) > 1}
    other = {before + letter + behind[1:] for before, behind in cuts if behind for letter in ascii_lowercase}
    more = {before + letter + behind for before, behind in cuts for letter in ascii_lowercase}
    return (fewer | swapped | other | more) - {word}
