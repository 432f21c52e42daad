"""The key of a form: unique, so that a retry posts once, and telling when the form was opened, so that we see how
long it took to type. It is signed for whom it was given to; a key of somebody's own making was opened just now."""

import hmac
import time
import uuid
from hashlib import blake2b

from django.conf import settings

_AT, _CHANCE, _SEAL = 6, 4, 6  # bytes: milliseconds since 1970, chance, signature
_LONGEST = 7 * 24 * 3600


def fresh_key(user):
    """A UUID for a form opened now by this user."""
    open_part = int(time.time() * 1000).to_bytes(_AT, "big") + uuid.uuid4().bytes[:_CHANCE]
    return uuid.UUID(bytes=open_part + _seal(open_part, user))


def seconds_since(key, user):
    """How long ago the form of this key was opened, in seconds; 0 for a key that is not ours, or none."""
    if key is None or not hmac.compare_digest(key.bytes[-_SEAL:], _seal(key.bytes[:-_SEAL], user)):
        return 0
    opened = int.from_bytes(key.bytes[:_AT], "big") / 1000
    return min(max(time.time() - opened, 0), _LONGEST)


def _seal(open_part, user):
    text = open_part + str(user.pk).encode()
    return blake2b(text, key=settings.SECRET_KEY.encode()[:64], digest_size=_SEAL).digest()
