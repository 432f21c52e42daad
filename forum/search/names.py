"""Members and tags by name: a piece of it, its pinyin, its initials."""

from django.db.models import Exists, OuterRef

from accounts.models import User
from forum.chinese import fold
from forum.models import NameEntry, Tag
from forum.search.pinyin import initials, sound

_PIECE = 8  # characters of a piece of a name that is a key; what is longer is compared with the name
_SOUND = 16  # letters of pinyin that are
_NAME = 40  # characters
_BATCH = 2_000


def keys_of(name):
    """The keys of a name: pieces of it as written, and from each of its characters on, how it sounds."""
    folded = fold(name)
    pieces = {folded[first:last] for first, last in _spans(len(folded), _PIECE)}
    for first in range(len(folded)):
        spoken, short = sound(folded[first:]), initials(folded[first:])
        pieces |= {f"~{spoken[:end]}" for end in range(2, min(_SOUND, len(spoken)) + 1)}
        pieces |= {f"~{short[:end]}" for end in range(2, min(_PIECE, len(short)) + 1)}
    return sorted(pieces)


def enter_names():
    """Find members and tags who have no entry or were renamed, and make theirs; how many were made."""
    current = NameEntry.objects.filter(user=OuterRef("pk"), name=OuterRef("username"))
    people = User.objects.filter(~Exists(current), is_active=True).only("username")[:_BATCH]
    current = NameEntry.objects.filter(tag=OuterRef("pk"), name=OuterRef("name"))
    tags = Tag.objects.filter(~Exists(current)).only("name")[:_BATCH]
    return enter_name(*people) + enter_name(*tags)


def enter_name(*named):
    """Make these members, or these tags, findable by the name they have now; how many they are."""
    if not named:
        return 0
    about = "user" if isinstance(named[0], User) else "tag"
    entries = [
        NameEntry(**{about: one}, name=str(one)[:_NAME], keys=keys_of(str(one)[:_NAME]))
        for one in sorted(named, key=lambda one: one.pk)
    ]
    NameEntry.objects.bulk_create(entries, update_conflicts=True, unique_fields=[about], update_fields=["name", "keys"])
    return len(entries)


def find_names(words, most, *, everybody=False):
    """Members and tags whose name holds the words, or sounds like them: ([User, …], [Tag, …]), the closest first.

    Who is banned or gone is among them for ``everybody`` only.
    """
    folded = fold("".join(words.split()))
    if not folded or len(folded) > 40:
        return [], []
    keys = [folded[:_PIECE], *([f"~{folded[:_SOUND]}"] if folded.isascii() and len(folded) > 1 else [])]
    entries = NameEntry.objects.filter(keys__overlap=keys).select_related("user", "tag")
    near = [entry for entry in entries[:200] if _fits(entry, folded)]
    near.sort(key=lambda entry: _distance(entry.name, folded))
    people = [entry.user for entry in near if entry.user and (everybody or entry.user.is_active)]
    return people[:most], [entry.tag for entry in near if entry.tag][:most]


def _fits(entry, folded):
    """Whether a name holds all that was asked, which may be longer than a key; and still is the name."""
    current = entry.user.username if entry.user else entry.tag.name
    if current != entry.name:
        return False
    return folded in fold(current) or folded in sound(current) or folded in initials(current)


def _distance(name, folded):
    own = fold(name)
    return own != folded, not own.startswith(folded), folded not in own, len(own), own


def _spans(length, most):
    return [(first, last) for first in range(length) for last in range(first + 1, min(first + most, length) + 1)]
