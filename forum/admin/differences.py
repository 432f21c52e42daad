"""What an edit changes, in pieces a page can mark."""

from difflib import SequenceMatcher
from itertools import chain

from forum import limits

_AROUND = 40  # characters of what stays, on either side of a change


def differences(before, after):
    """``[(kind, words), …]`` with the kinds same, gone, new and skipped, in reading order.

    By characters, as Chinese has no other joints; long texts by lines, which takes no longer than reading them.
    """
    if len(before) + len(after) <= limits.COMPARED_BY_CHARACTER:
        return list(chain.from_iterable(_pieces(before, after, "")))
    return list(chain.from_iterable(_pieces(before.splitlines(True), after.splitlines(True), "")))


def _pieces(before, after, nothing):
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (step, start, end, new_start, new_end) in enumerate(steps):
        gone, new = nothing.join(before[start:end]), nothing.join(after[new_start:new_end])
        if step == "equal":
            yield _shortened(gone, number == 0, number == len(steps) - 1)
        else:
            yield [piece for piece in (("gone", gone), ("new", new)) if piece[1]]


def _shortened(words, is_first, is_last):
    """What stays is shown round the changes only."""
    head, tail = "" if is_first else words[:_AROUND], "" if is_last else words[-_AROUND:]
    if len(words) <= len(head) + len(tail) or (is_first and is_last):
        return [("same", words)]
    return [piece for piece in (("same", head), ("skipped", "…"), ("same", tail)) if piece[1]]
