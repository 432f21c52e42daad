"""Two faults every Markdown engine has with Chinese text, mended for markdown-it-py."""

import re

from linkify_it import LinkifyIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline

_CHINESE = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U000323af“”‘’…—·]"
)
_FULL_WIDTH_MARK = re.compile(r"[\u3000-\u303f\uff00-\uffef“”‘’…—·]")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s*]", re.IGNORECASE)


class ChineseInline(ParserInline):
    """The inline parser of markdown-it, with emphasis that works where words are not parted by spaces."""

    def parse(self, src, md, env, tokens):
        """As ParserInline.parse, on our own state."""
        state = _ChineseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _ChineseState(StateInline):
    def scanDelims(self, start, canSplitWord):
        """CommonMark's rule sees punctuation between ** and 中 in **注意：**中文 and lets the stars stand."""
        scanned = super().scanDelims(start, canSplitWord)
        before = self.src[start - 1 : start] or " "
        after = self.src[start + scanned.length : start + scanned.length + 1] or " "
        if self.src[start] == "_" or not _CHINESE.search(before + after):
            return scanned
        return Scanned(not after.isspace(), not before.isspace(), scanned.length)


class ChineseLinks(LinkifyIt):
    """Finds addresses in text and ends them at full-width marks: https://a.cn/x，谢谢 is not one address.

    Only http, https and mailto with their scheme: 请看a.cn would take the Chinese words for a part of the
    host.
    """

    def __init__(self):
        super().__init__(options={"fuzzy_link": False, "fuzzy_email": False})
        self.add("//", None)
        self.add("ftp:", None)

    def match(self, text):
        """As LinkifyIt.match."""
        return [match for match in map(_cut, super().match(text) or ()) if match] or None

    def match_at_start(self, text):
        """As LinkifyIt.match_at_start."""
        match = super().match_at_start(text)
        return match and _cut(match)


def _cut(match):
    address = _FULL_WIDTH_MARK.split(match.text, maxsplit=1)[0]
    if address != match.text:
        address = address.rstrip(".,;:!?'\"")
    if not _ADDRESS.match(address):
        return None
    match.last_index -= len(match.text) - len(address)
    match.text = match.raw = match.url = address
    return match
