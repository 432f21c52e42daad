"""Source → HTML."""

from forum.markup.allowed import clean
from forum.markup.engine import ARTICLE, REPLY
from forum.markup.shaping import OWN_IMAGES

__all__ = ["OWN_IMAGES", "render", "render_reply"]


def render(source, link_mention=None):
    """An article's Markdown as clean HTML.

    `link_mention(candidate) -> (name, url) or None` makes links of mentions; see `mentions` for what a
    candidate is.
    """
    return clean(ARTICLE.render(source, {"link_mention": link_mention}))


def render_reply(source, link_mention=None):
    """A reply as clean HTML: lines as typed, with emphasis, links, quotes and code but no other blocks.

    `2.201512月28日` and `# 1` are sentences here, not a list and a heading.
    """
    return clean(REPLY.render(source, {"link_mention": link_mention}))
