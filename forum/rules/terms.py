"""What an author may fix of how an article is shown in other scripts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.chinese import fault_in, tidy_terms
from forum.limits import TERM_LENGTH, TERMS_PER_THREAD
from forum.rules.ruling import ALLOWED, Ruling

_SENTENCES = {
    "shape": gettext_lazy(
        "Line {line} cannot be read: write 软件 => 軟體 / 軟件, or the word alone to keep it as it is"
    ),
    "chinese": gettext_lazy("Line {line}: “{words}” has no Chinese character, so nothing would change it"),
    "long": gettext_lazy("Line {line}: a word, and each form of it, has at most {longest} characters"),
    "signs": gettext_lazy("Line {line}: a word has no signs such as <, & or quotation marks"),
    "twice": gettext_lazy("Line {line}: “{words}” has a line already"),
}


def may_fix(terms):
    """A table of words (see forum.chinese.terms) that can be read, line by line."""
    if len(tidy_terms(terms).splitlines()) > TERMS_PER_THREAD:
        return Ruling(_("At most {most} words can be fixed in one article").format(most=TERMS_PER_THREAD))
    fault = fault_in(terms)
    if fault is None:
        return ALLOWED
    sentence = str(_SENTENCES[fault.kind])
    return Ruling(sentence.format(line=fault.line, words=fault.words[:TERM_LENGTH], longest=TERM_LENGTH))
