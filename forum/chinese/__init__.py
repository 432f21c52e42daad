"""The script and shape of Chinese text.

`fold` is the one idea of sameness that search and screening share: 支付寶, 支付宝 and ＺＨＩＦＵＢＡＯ’s case
are made alike before anything is compared. `converted_text` and `converted_html` show what was written in the
script its reader chose. The rest measures.
"""

from forum.chinese.conversion import FIXED, converted_html, converted_text
from forum.chinese.folding import fold, fold_with_map
from forum.chinese.languages import (
    INTERFACES,
    LANGUAGE_IN,
    ORIGINAL,
    SCRIPTS,
    language_of,
    page_language,
    shown_language,
)
from forum.chinese.measures import display_width, han_count, latin_words
from forum.chinese.names import folded_name
from forum.chinese.scripts import to_hans, to_hant
from forum.chinese.terms import fault_in, tidy_terms
from forum.chinese.variants import AFTER as SETTLED_AFTER
from forum.chinese.variants import LOOKALIKES

__all__ = [
    "FIXED",
    "INTERFACES",
    "LANGUAGE_IN",
    "LOOKALIKES",
    "ORIGINAL",
    "SCRIPTS",
    "SETTLED_AFTER",
    "converted_html",
    "converted_text",
    "display_width",
    "fault_in",
    "fold",
    "fold_with_map",
    "folded_name",
    "han_count",
    "language_of",
    "latin_words",
    "load",
    "page_language",
    "shown_language",
    "tidy_terms",
    "to_hans",
    "to_hant",
]


def load():
    """Read the conversion tables now (some 50 ms), so that the first request does not wait for them."""
    fold("後")
    to_hans("後")
    to_hant("后")
    to_hant("后", place="hk")
    language_of("后")
