"""Watermarks: characters nobody sees, which some sites use to write the visitor's address into the text."""

import re

from forum.importing.lines import HIDDEN

# Joiners and selectors beside a picture are part of it: 👨‍👩‍👧, ❤️, 1️⃣, flags spelt with tags.
_PICTURE = "\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_KEPT = re.compile(
    f"(?<=[{_PICTURE}])[\ufe0e\ufe0f]|(?<=[{_PICTURE}\ufe0f])\u200d(?=[{_PICTURE}])|(?<=[#*0-9])\ufe0f(?=\u20e3)"
    "|\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]+\U000e007f"
)


def mend(texts):
    """Strip them. Certain: no visible character changes."""
    pairs = [_strip(text) for text in texts]
    return [text for text, _count in pairs], [count for _text, count in pairs], 1.0


def _strip(text):
    if not HIDDEN.search(text):
        return text, 0
    kept = {at for match in _KEPT.finditer(text) for at in range(*match.span())}
    shown = [one for at, one in enumerate(text) if at in kept or not HIDDEN.match(one)]
    return "".join(shown), len(text) - len(shown)
