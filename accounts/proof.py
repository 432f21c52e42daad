"""Proof of work (ALTCHA): what a browser computes in a second, a farm of them for a thousand accounts in a day.

Nobody sees a puzzle, nothing leaves the site. Whoever has no JavaScript comes in all the same and is read first.
How much is asked is the setting PROOF_OF_WORK, the tries a browser makes (about half as many again on average);
0 asks nobody.
"""

import hashlib
import secrets
import time

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HOLDS = 10 * 60  # seconds from the challenge to the sending of the form; static/js/proof.js begins anew before
LONGEST = 4000  # characters of a proof as it is sent
_ROUNDS = 1000  # of PBKDF2 a try: a try takes a computer a third of a millisecond
_ALGORITHM = "PBKDF2/SHA-256"
_WRONG = gettext_lazy("Your browser's check did not fit. Everything is still here: send it once more.")


def is_asked():
    """Whether this site asks anybody for work."""
    return settings.PROOF_OF_WORK > 0


def is_asked_of(user):
    """Whether it asks this person: whoever signs up, and of members those the setting PROOF_ASKED_OF names."""
    return is_asked() and (not user.is_authenticated or import_string(settings.PROOF_ASKED_OF)(user))


def challenge_for(user):
    """Work for this person and nobody else, as static/js/proof.js takes it."""
    tries = settings.PROOF_OF_WORK
    made = create_challenge(
        _ALGORITHM,
        _ROUNDS,
        counter=tries + secrets.randbelow(tries),
        expires_at=int(time.time()) + HOLDS,
        data={"for": _whose(user)},
        hmac_secret=_secret(b"challenge"),
        hmac_key_secret=_secret(b"key"),
    )
    return made.to_dict()


def is_proven(proof, user):
    """Whether the work was done: False where none was sent. It counts once, in every process.

    Raises ValidationError, with a sentence for the form, for a proof that is wrong, late, somebody else's or used.
    """
    if not proof:
        return False
    try:
        payload = Payload.from_base64(proof)
        result = verify_solution(payload, _secret(b"challenge"), hmac_key_secret=_secret(b"key"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):  # of somebody's own making
        raise ValidationError(_WRONG, code="wrong") from None
    if result.expired:
        raise ValidationError(_("Your browser's check is too old. Everything is still here: send it once more."))
    if not result.verified or payload.challenge.parameters.data != {"for": _whose(user)}:
        raise ValidationError(_WRONG, code="wrong")
    if not cache.add(f"proof-{payload.challenge.signature}", 1, HOLDS):
        raise ValidationError(_("Your browser's check was used before. Everything is still here: send it once more."))
    return True


def _whose(user):
    return str(user.pk or "")


def _secret(what):
    return hashlib.blake2b(what, key=settings.SECRET_KEY.encode()[:64], person=b"proof of work").digest()
