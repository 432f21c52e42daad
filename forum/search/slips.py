"""What somebody meant who slipped: 支付保 → 支付宝, 支宝付 → 支付宝, zhifubap → zhifubao.

Proposed is what can be made with words of the dictionary, and Latin words and pinyin, as far as it stands in the index,
which is public. A word may be a slip too (身体建康): what was typed stands nowhere, or nobody would ask here.
"""

from functools import cache
from string import ascii_lowercase

from django.db import connection

from forum.chinese import fold
from forum.search.dictionary import frequency, vocabulary
from forum.search.pinyin import heard, readings
from forum.search.questions import chunks, grams_of
from forum.search.words import quoted

_LONGEST = 24  # characters of a question that are looked at
_WORD = 6  # characters of a word
_USUAL = 50  # times jieba counted a word that may be proposed
_LATIN = (4, 24)  # letters of a word in which a slip can be told
_TRIED = 40  # what may have been meant, looked for in the index; each costs a tenth of a millisecond
_MOST = 3  # proposals
# Of a word's length, what a slip takes: the wrong word of the same sound is what pinyin keyboards offer.
_SOUND, _NEAR_SOUND, _KEY = 0.5, 0.75, 1
_NEAR = "select title, text from forum_searchentry as entry join forum_thread as thread on thread.id = thread_id \
where vector @@ %s::tsquery and thread.state = 'public' limit 50"
_STANDS = "(select {place} from forum_searchentry as entry join forum_thread as thread on thread.id = thread_id \
where vector @@ %s::tsquery and thread.state = 'public' limit 1)"


def meant(words):
    """What the folded words of a question may have been meant to be, likeliest first; [] when they look right."""
    proposals = {}
    for chunk in chunks(words):
        if len(chunk) <= _LONGEST:
            for better, likely in _latin(chunk) if chunk.isascii() else _standing(chunk):
                whole = words.replace(chunk, better, 1)
                proposals[whole] = max(likely, proposals.get(whole, (0, 0)))
    return sorted(proposals, key=lambda whole: proposals[whole], reverse=True)[:_MOST]


def _standing(chunk):
    """Of the likeliest mended chunks those that stand in the index."""
    likely = {}
    for better, how in _mended(chunk):
        if better != chunk:
            likely[better] = max(how, likely.get(better, (0, 0)))
    tried = sorted(likely, key=likely.get, reverse=True)[:_TRIED]
    standing = [(better, grams_of(better)) for better in tried]
    asked = [_STANDS.format(place=place) for place, (_better, grams) in enumerate(standing) if grams]
    if not asked:
        return
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(asked), [grams for _better, grams in standing if grams])
        for (place,) in cursor.fetchall():
            yield tried[place], likely[tried[place]]


def _mended(chunk):
    """(the chunk with one word mended, how likely): longer words first, then the more usual."""
    for first in range(len(chunk)):
        for length in range(2, min(_WORD, len(chunk) - first) + 1):
            piece = chunk[first : first + length]
            if piece.isascii():
                continue
            for word, slip in _near(piece, is_word=bool(frequency(piece))):
                times = frequency(word)
                if times >= _USUAL:
                    yield chunk[:first] + word + chunk[first + length :], (len(word) - slip, times)


def _near(piece, is_word):
    """(word one slip away, what the slip takes): a character that sounds alike, two swapped, one too many, another,
    one missing. What is a word already was chosen by its sound, if wrongly."""
    for place, one in enumerate(piece):
        before, behind = piece[:place], piece[place + 1 :]
        for other, slip in _sounding_like(one):
            yield before + other + behind, slip
        if is_word:
            continue
        if behind:
            yield before + behind[0] + one + behind[1:], _KEY
        if len(piece) > 2:
            yield before + behind, _KEY
            yield from ((word, _KEY) for word in _gaps().get((before, behind), ()))
    if not is_word:
        for place in range(len(piece) + 1):
            yield from ((word, _KEY) for word in _gaps().get((piece[:place], piece[place:]), ()))


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
    """(character, what the slip takes): of the same sound, or of one that many do not tell from it."""
    sounds, blurred, spoken = _by_sound()
    same = {other for sound in spoken.get(character, ()) for other in sounds[sound]} - {character}
    near = {other for sound in spoken.get(character, ()) for other in blurred[_blurred(sound)]} - same - {character}
    return [*((other, _SOUND) for other in same), *((other, _NEAR_SOUND) for other in near)]


def _blurred(sound):
    """zhang, zan and zang are one to the ear of half the country, and n and l to that of much of the south."""
    plain = sound[0] + sound[1:].removeprefix("h") if sound[0] in "zcs" else sound
    return ("l" + plain[1:] if plain[0] == "n" else plain).removesuffix("g")


@cache
def _by_sound():
    sounds, blurred, spoken = {}, {}, {}
    for character in filter(frequency, map(chr, range(0x4E00, 0xA000))):
        spoken[character] = readings(character)
        for sound in spoken[character]:
            sounds.setdefault(sound, []).append(character)
            blurred.setdefault(_blurred(sound), []).append(character)
    return sounds, blurred, spoken


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
