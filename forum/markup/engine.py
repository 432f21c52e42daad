"""The two readings of Markdown: articles with everything, replies as typed."""

from markdown_it import MarkdownIt

from forum.markup.fixing import read_fixed, write_fixed
from forum.markup.mends import ChineseInline, ChineseLinks
from forum.markup.mentions import link_mentions
from forum.markup.shaping import (
    align_cells,
    anchor_headings,
    keep_own_images,
    table_close,
    table_open,
    write_code,
)

_INLINE = [
    *("linkify", "newline", "escape", "backticks", "strikethrough", "emphasis", "link", "image", "autolink"),
    *("balance_pairs", "fragments_join", "text_join"),
]
# Left out on purpose: raw HTML; code by indentation (people indent paragraphs); headings by a line of dashes
# below.
_ARTICLE_BLOCKS = ["fence", "blockquote", "hr", "list", "reference", "heading", "table", "entity"]
_REPLY_BLOCKS = ["fence", "blockquote"]


def _engine(blocks):
    engine = MarkdownIt("zero")
    engine.inline = ChineseInline()
    engine.configure("zero", {"linkify": True, "breaks": True, "html": False})
    engine.linkify = ChineseLinks()
    engine.normalizeLinkText = str  # an address is shown as typed, not decoded
    engine.enable(_INLINE + blocks)
    engine.inline.ruler.before("emphasis", "fixed", read_fixed)
    engine.core.ruler.before("linkify", "own_images", keep_own_images)
    engine.core.ruler.push("mentions", link_mentions)
    engine.core.ruler.push("anchors", anchor_headings)
    engine.core.ruler.push("cells", align_cells)
    for name, rule in (
        ("table_open", table_open),
        ("table_close", table_close),
        ("fence", write_code),
        ("fixed", write_fixed),
    ):
        engine.add_render_rule(name, rule)
    return engine


ARTICLE = _engine(_ARTICLE_BLOCKS)
REPLY = _engine(_REPLY_BLOCKS)
