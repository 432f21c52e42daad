"""What is seen in words, and in how they came: the columns of the review matrix."""

import re
from datetime import timedelta

from django.db.models.functions import Left
from django.utils import timezone

from forum import limits
from forum.models import Reply, Trait
from forum.screening.bare import bare

_LINK = re.compile(r"https?://|www\.|(?<![\w@.])[\w-]+\.(?:com|cn|net|org|top|xyz|vip|cc|me|io|shop|site|club)\b", re.I)
_IMAGE = re.compile(r"!\[[^\]]*\]\(")
_ADDRESS = re.compile(rf"https?://(?:(?!https?://)[!-~])*|{_LINK.pattern}", re.I)  # whole: its path names no other
_UNKNOWN = {"", "未知"}


def signals_in(text, *, region, hits=()):
    """What the words alone show, with the place they came from and the blocked words met in them."""
    seen = {
        Trait.LINKS: _LINK.search(text),
        Trait.IMAGES: _IMAGE.search(text),
        Trait.WORDS: hits,
        Trait.NOWHERE: region in _UNKNOWN,
    }
    return {signal for signal, is_seen in seen.items() if is_seen}


def carried_in(text):
    """How many (links, pictures) a text has; addresses on this site without its name are no links."""
    return len(_ADDRESS.findall(text)), len(_IMAGE.findall(text))


def signals_about(author, text, *, seconds=None, apart_from=None):
    """What the author's last days show beside this text; ``seconds`` is how long it was typed, None unknown.

    ``apart_from`` is the reply these words belong to, when they are edited.
    """
    lately = _lately(author, apart_from)
    seen = {
        Trait.NEW: timezone.now() - author.date_joined < limits.NEW_FOR,
        Trait.PACE: _is_fast_paced(lately),
        Trait.ALIKE: _is_like_another(text, author, lately),
        Trait.EMPTY: _seeks_the_empty(author, lately),
        Trait.FAST: seconds is not None and _is_typed_too_fast(text, seconds),
    }
    return {signal for signal, is_seen in seen.items() if is_seen}


def likeness(one, other):
    """How much two texts share, 0 to 1: pairs of neighbouring bare characters in both, of those in either."""
    ours, theirs = _pairs(one), _pairs(other)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0


def _lately(author, apart_from):
    """The author's newest replies: when, where, what."""
    rows = Reply.objects.filter(author=author).exclude(pk=apart_from and apart_from.pk).order_by("-id")
    return list(rows.values_list("created_at", "thread_id", Left("body", limits.ALIKE_READ))[: limits.LATELY])


def _is_fast_paced(lately):
    count, within = limits.PACE
    return sum(timezone.now() - at < within for at, _thread, _body in lately) >= count


def _is_like_another(text, author, lately):
    text = text[: limits.ALIKE_READ]
    if len(bare(text)) < limits.ALIKE_LEAST:
        return False
    mine = [body for _at, _thread, body in lately]
    return any(likeness(text, other) >= limits.ALIKE for other in [*mine, *_others_lately(author)])


def _others_lately(author):
    """What others wrote within the hour, of the newest few: whoever looked further back would read the whole table."""
    since = timezone.now() - timedelta(hours=1)
    newest = Reply.objects.order_by("-id").values_list("author_id", "created_at", Left("body", limits.ALIKE_READ))
    return [body for pk, at, body in newest[: 2 * limits.LATELY] if pk not in (None, author.pk) and at > since]


def _seeks_the_empty(author, lately):
    threads = {thread for _at, thread, _body in lately[: limits.EMPTY_ROW]}
    if len(threads) < limits.EMPTY_ROW:
        return False
    return not Reply.objects.filter(thread__in=threads).exclude(author=author).exists()


def _is_typed_too_fast(text, seconds):
    return len(text) / max(seconds, 0.1) > limits.TYPED_A_SECOND and len(text) > limits.TYPED_LEAST


def _pairs(text):
    letters = bare(text)
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
