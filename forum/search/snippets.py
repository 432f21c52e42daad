"""The piece of a text that shows why it was found."""

import re
from bisect import bisect_right
from html import escape

from forum.chinese import fold_with_map
from forum.search.questions import terms

_LATIN = "[a-z0-9]"


def snippet(text, question, length):
    """About `length` characters of a plain text round the best hits of a question; see `marked`."""
    return marked(text, terms(question), length)


def marked(text, asked, length):
    """About `length` characters of a plain text round the best hits of terms, HTML-escaped, hits in `<mark>`.

    Hits are found in the folded text and marked in the text as written. Without a hit the beginning is shown.
    """
    text = " ".join(text.split())
    hits = _hits(text, asked)
    start, end = _window(hits, len(text), length)
    pieces, rest = ["…" if start else ""], start
    for first, last in hits:
        if start <= first and last <= end:
            pieces += [escape(text[rest:first]), f"<mark>{escape(text[first:last])}</mark>"]
            rest = last
    return "".join([*pieces, escape(text[rest:end]), "…" if end < len(text) else ""])


def _hits(text, asked):
    """Where the asked words stand in the text as written: (first, behind last), in order, not overlapping."""
    wanted = {word for term in asked if not term.is_excluded for word in term.texts}
    if not wanted:
        return []
    folded, offsets = fold_with_map(text)
    longest_first = sorted(wanted, key=lambda word: (-len(word), word))
    found = re.compile("|".join(map(_whole, longest_first))).finditer(folded)
    return _apart((offsets[hit.start()], max(offsets[hit.end()], offsets[hit.end() - 1] + 1)) for hit in found)


def _whole(word):
    """A pattern for the word; Latin ones not within a longer word."""
    before = f"(?<!{_LATIN})" if re.match(_LATIN, word) else ""
    behind = f"(?!{_LATIN})" if re.match(_LATIN, word[-1]) else ""
    return before + re.escape(word) + behind


def _apart(spans):
    kept, end = [], 0
    for first, last in spans:
        if first >= end:
            kept.append((first, last))
            end = last
    return kept


def _window(hits, total, length):
    """The stretch of `length` characters that holds most hits, with a little before the first."""
    if total <= length or not hits:
        return 0, min(total, length)
    lead = length // 5
    ends = [end for _start, end in hits]
    held = [bisect_right(ends, first + length - lead) - place for place, (first, _end) in enumerate(hits)]
    first, _end = hits[held.index(max(held))]
    start = max(0, min(first - lead, total - length))
    return start, start + length
