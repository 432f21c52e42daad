"""When two names are too alike to belong to two people."""

from forum.chinese.folding import fold
from forum.chinese.variants import LOOKALIKES

_TABLE = str.maketrans(LOOKALIKES)


def folded_name(name):
    """The form of a name that must be unique: width, case, script and look-alikes made alike, spaces gone.

    小林 and 小 林 meet; so do admin, Adm1n and аdmin with a Cyrillic а. Applying it twice changes nothing.
    """
    return fold("".join(fold(name).split()).translate(_TABLE))
