"""Traditional script, or a mixture that a mirror made character by character → simplified, by phrase.

One quotation in traditional characters does not make a page traditional: the page is converted when a good share of
the characters that differ between the scripts stand in their traditional form.
"""

import re

from forum.chinese import to_hans, to_hant

SHARE = 0.25  # of the characters that differ; a mirror's page has 0.8 or more, a simplified one with quotations 0.05
LEAST = 2  # characters
# 着 as a particle is 著 in traditional text, and OpenCC leaves it; in these words 著 is meant.
_PARTICLE = re.compile("(?<![名显卓编原论专巨译土遗昭拙大合新旧所撰自])著(?![名作称者书录述译])")
_VARIANTS = {"甚么": "什么", "妳": "你"}


def mend(texts):
    """Convert a page that is traditional throughout."""
    whole = "\n".join(texts)
    traditional, simplified = _differing(whole, to_hans(whole)), _differing(whole, to_hant(whole, place="hk"))
    share = traditional / max(traditional + simplified, 1)
    if traditional < LEAST or share < SHARE:
        return texts, [0] * len(texts), 0.0
    mended = [_simplified(text) for text in texts]
    return mended, [_differing(old, new) for old, new in zip(texts, mended, strict=True)], 0.7 + 0.3 * share


def _differing(old, new):
    return sum(one != other for one, other in zip(old, new, strict=False))


def _simplified(text):
    text = _PARTICLE.sub("着", to_hans(text))
    for variant, usual in _VARIANTS.items():
        text = text.replace(variant, usual)
    return text
