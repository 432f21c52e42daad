"""What every rule answers with."""

from typing import NamedTuple


class Ruling(NamedTuple):
    """Allowed, or the reason why not. An empty reason means allowed. ``way`` names the address that helps, if any."""

    reason: str = ""
    way: str = ""

    def __bool__(self):
        return not self.reason


ALLOWED = Ruling()


class Refused(Exception):
    """A verb was refused; the message is the reason, in the reader's language, ``way`` where it can be put right."""

    def __init__(self, reason="", way=""):
        super().__init__(reason)
        self.way = way


def require(ruling):
    """Go on, or raise Refused with the reason."""
    if not ruling:
        raise Refused(ruling.reason, ruling.way)
