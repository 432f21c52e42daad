"""Words → verdict: what stands in a text that the moderators do not want, and what follows.

Masked words are covered before the text is stored, not when it is shown: so the page, lists, feeds, search and the
author's own editor all have the same text, and no output can forget to cover it. The verb keeps what was typed as a
Revision, for moderators only.

A text is made bare (no width, script, case, space, sign, accent, look-alike: ``bare``), searched for all words at
once, and only where something is found does anybody work out where it stood and whether the word's rule goes so far
(``matcher``, ``spread``). Characters taken apart are further spellings of the word; what sounds the same is a
second search, made only while some word asks for it.
"""

from forum.screening.matcher import Hit, Matcher, Rule, mask
from forum.screening.rehearsing import Rehearsal, rehearse_matrix, rehearse_words
from forum.screening.seen import carried_in, likeness, signals_about, signals_in
from forum.screening.verdicts import Verdict, screen, verdict_on
from forum.screening.words import current_matcher, matcher_of, own_list

__all__ = [
    "Hit", "Matcher", "Rehearsal", "Rule", "Verdict", "carried_in", "current_matcher", "likeness", "mask",
    "matcher_of", "own_list", "rehearse_matrix", "rehearse_words", "screen", "signals_about", "signals_in",
    "verdict_on",
]  # fmt: skip
