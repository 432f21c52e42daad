"""What is seen in words, and in how they came: the columns of the review matrix."""

import re
from datetime import timedelta
from functools import lru_cache

from django.utils import timezone

from forum import limits
from forum.models import Reply, Trait, said_lately
from forum.screening.bare import bare

_LINK = re.compile(r"https?://|www\.|(?<![\w@.])[\w-]+\.(?:com|cn|net|org|top|xyz|vip|cc|me|io|shop|site|club)\b", re.I)
_IMAGE = re.compile(r"!\[[^\]]*\]\(")
_ADDRESS = re.compile(rf"https?://(?:(?!https?://)[!-~])*|{_LINK.pattern}", re.I)  # whole: its path names no other
_UNKNOWN = {"", "未知"}
_COMPARED = 64  # texts of which the pairs are remembered: the newest few are compared with every new one


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


def signals_about(author, text, *, lately=None, seconds=None, apart_from=None):
    """What the author's last days show beside this text; ``seconds`` is how long it was typed, None unknown.

    ``lately`` is a Lately where somebody has asked already; ``apart_from`` the reply these words belong to, when
    they are edited.
    """
    lately = lately or said_lately(author)
    own = [said for said in lately.own if said.pk != (apart_from and apart_from.pk)]
    seen = {
        Trait.NEW: timezone.now() - author.date_joined < limits.NEW_FOR,
        Trait.PACE: _is_fast_paced(own),
        Trait.ALIKE: _is_like_another(text, own, lately.others),
        Trait.EMPTY: _seeks_the_empty(author, own),
        Trait.FAST: seconds is not None and _is_typed_too_fast(text, seconds),
    }
    return {signal for signal, is_seen in seen.items() if is_seen}


def likeness(one, other):
    """How much two texts share, 0 to 1: pairs of neighbouring bare characters in both, of those in either."""
    return _shared(_pairs(one), _pairs(other))


def _shared(ours, theirs):
    both = len(ours & theirs)
    return both / (len(ours) + len(theirs) - both) if both else 0


def _is_fast_paced(own):
    count, within = limits.PACE
    return sum(timezone.now() - said.at < within for said in own) >= count


def _is_like_another(text, own, others):
    text = text[: limits.ALIKE_READ]
    if len(bare(text)) < limits.ALIKE_LEAST:
        return False
    since, ours = timezone.now() - timedelta(hours=1), _pairs(text)
    compared = [*own, *(said for said in others if said.at > since)]
    return any(_shared(ours, _remembered_pairs(said.text)) >= limits.ALIKE for said in compared)


def _seeks_the_empty(author, own):
    threads = {said.thread for said in own[: limits.EMPTY_ROW]}
    if len(threads) < limits.EMPTY_ROW:
        return False
    return not Reply.objects.filter(thread__in=threads).exclude(author=author).exists()


def _is_typed_too_fast(text, seconds):
    return len(text) / max(seconds, 0.1) > limits.TYPED_A_SECOND and len(text) > limits.TYPED_LEAST


def _pairs(text):
    letters = bare(text)
    return {letters[place : place + 2] for place in range(len(letters) - 1)}


_remembered_pairs = lru_cache(_COMPARED)(_pairs)
