"""The one-byte shift of GBK: 擔?;蛘叱兄Z → 擔保或者承諾.

The first byte of a character was lost and shown as `?`; the bytes after it then pair wrongly, until a second byte below
0x80 stands alone and ends the run as a Latin letter or a sign. Putting a first byte back and pairing anew gives 126
readings; the dictionary chooses, and a reading is taken only when it is far likelier than the damaged text and than the
next best.
"""

import re
from functools import lru_cache
from math import exp

from forum.chinese import to_hans
from forum.importing.repair.pinyin import is_reading
from forum.importing.repair.words import frequency, is_word, likelihood

# `?`, damaged characters (folded marks among them), the lone second byte, perhaps the gloss of its character.
_RUN = re.compile(
    r"(?<=[\u3400-\u9fff])[?？\ufffd](?P<run>(?:[^\x00-\x7f\s]|[;:,!()]){1,24}?)(?P<last>[@-~])"
    r"(?:\((?P<gloss>[a-zü\u00e0-\u01dc]{1,7})\))?"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_READABLE = re.compile(r"[\u3400-\u9fff，。、；：！？（）《》“”‘’…—]+")
_LIKELY = -9.0  # nats a character; Chinese prose stands at -5 to -8, damaged text at -12 to -17
_GAIN = 1.5  # nats a character by which the restored text must be likelier
_LEAD = 1.3  # nats between the best reading and the next; less would be a guess
_NEAR = 3  # characters on either side that are weighed with a run
_COMMON = 20_000  # of jieba's counts: characters that stand alone as words


def mend(texts):
    """Restore the runs that can be; keep the rest as they are."""
    sure, mended, counts = [], [], []
    for text in texts:
        text, confidences = _restore(text)
        mended.append(text)
        counts.append(len(confidences))
        sure += confidences
    return mended, counts, min(sure, default=0.0)


def _restore(text):
    confidences, at = [], 0
    while match := _RUN.search(text, at):
        before, after = text[max(match.start() - _NEAR, 0) : match.start()], text[match.end() : match.end() + _NEAR]
        reading, confidence = _best(*match.group("run", "last", "gloss"), _end(before), _start(after))
        at = match.start() + 1
        if reading:
            text = text[: match.start()] + reading + text[match.end() :]
            confidences.append(confidence)
            at = match.start() + len(reading)
    return text, confidences


@lru_cache(1000)
def _best(damaged, last, gloss, before, after):
    """The likeliest reading of a run and how sure it is; ("", 0) when none convinces."""
    readings = [one for one in _readings(damaged, last) if _is_possible(one, before, gloss)]
    ranked = sorted(((likelihood(_han(before + one + after)), one) for one in readings), reverse=True)
    if not ranked:
        return "", 0
    best, reading = ranked[0]
    lead = best - ranked[1][0] if len(ranked) > 1 else 10
    each, damaged = best / len(_han(before + reading + after)), _han(before + damaged + after)
    if each < _LIKELY or each - likelihood(damaged) / len(damaged) < _GAIN or lead < _LEAD:
        return "", 0
    return reading, min(0.95, 1 - 0.5 * exp(-lead))


def _end(text):
    return re.search(r"[\u3400-\u9fff]*\Z", text).group()


def _start(text):
    return re.match(r"[\u3400-\u9fff]*", text).group()


def _han(text):
    return to_hans("".join(_HAN.findall(text)))


def _readings(damaged, last):
    try:
        tail = b"".join(_bytes(one) for one in damaged) + last.encode("ascii")
    except UnicodeEncodeError:
        return
    for lead in range(0x81, 0xFF):
        try:
            reading = (bytes([lead]) + tail).decode("gbk")
        except UnicodeDecodeError:
            continue
        if _READABLE.fullmatch(reading) and _HAN.match(reading):
            yield reading


def _bytes(one):
    # Marks of GBK's row A3 were made half-width after the shift.
    return bytes([0xA3, ord(one) | 0x80]) if one.isascii() else one.encode("gbk")


def _is_possible(reading, before, gloss):
    if gloss and not is_reading(reading[-1], gloss):
        return False
    near = (before[-1:] + reading[0], before[-2:] + reading[0], reading[:2])
    return frequency(to_hans(reading[0])) >= _COMMON or any(is_word(to_hans(word)) for word in near)
