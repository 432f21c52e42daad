"""Words → verdict: what stands in a text that the moderators do not want, and what follows.

Masked words are covered before the text is stored, not when it is shown: so the page, lists, feeds, search and the
author's own editor all have the same text, and no output can forget to cover it. The verb keeps what was typed as a
Revision, for moderators only.
"""

from forum.screening.matcher import Hit, Matcher, mask
from forum.screening.verdicts import Verdict, screen

__all__ = ["Hit", "Matcher", "Verdict", "mask", "screen"]
