"""What every rule answers with."""

from typing import NamedTuple


class Ruling(NamedTuple):
    """Allowed, or the reason why not. An empty reason means allowed."""

    reason: str = ""

    def __bool__(self):
        return not self.reason


ALLOWED = Ruling()


class Refused(Exception):
    """A verb was refused; the message is the reason, in the reader's language."""


def require(ruling):
    """Go on, or raise Refused with the reason."""
    if not ruling:
        raise Refused(ruling.reason)
