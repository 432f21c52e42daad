"""What we make of markdown-it's tokens: anchored headings, our own images, tables and code that scroll."""

import re
from html import escape
from itertools import pairwise

from markdown_it.token import Token

OWN_IMAGES = "/media/"  # where uploads are served from; an image from elsewhere would tell its host who reads us

_OWN_IMAGE = re.compile(rf"{OWN_IMAGES}(?!.*\.\.)[\w./%-]+\Z", re.ASCII)
_MEASURED = re.compile(r"-(\d{1,5})x(\d{1,5})\.webp\Z")
_ANCHOR_LENGTH = 40
_ALIGNED = {"text-align:center": "is-centred", "text-align:right": "is-right"}


def keep_own_images(state):
    """Our own images load lazily; others become a link, labelled with the words that describe them."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = list(_with_own_images(token.children))


def _with_own_images(tokens):
    inside_link = False
    for token in tokens:
        inside_link = token.nesting == 1 if token.type in ("link_open", "link_close") else inside_link
        if token.type != "image":
            yield token
        elif _OWN_IMAGE.match(token.attrGet("src") or ""):
            token.attrs |= {"loading": "lazy", "decoding": "async", **_measures(token.attrGet("src"))}
            yield token
        else:
            yield from _described(token, inside_link)


def _measures(source):
    """Width and height, which a picture of ours bears in its name: the page keeps its place before it arrives."""
    found = _MEASURED.search(source)
    return {"width": found[1], "height": found[2]} if found else {}


def _described(image, inside_link):
    source = image.attrGet("src") or ""
    words = Token("text", "", 0, content=image.content or source)
    if inside_link or not source:
        return [words]
    return [Token("link_open", "a", 1, attrs={"href": source}), words, Token("link_close", "a", -1)]


def anchor_headings(state):
    """Headings begin at h2 (the title is the page's h1), skip no level, and get an id made of their words."""
    levels, taken = _levels(state.tokens), set()
    opening = None
    for token, following in pairwise([*state.tokens, None]):
        if token.type == "heading_open":
            opening = token
            token.tag = levels[token.map[0]]
            token.attrSet("id", _free_anchor(following, taken))
        elif token.type == "heading_close":
            token.tag = opening.tag


def _levels(tokens):
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    levels, previous = {}, 1
    for token in tokens:
        if token.type == "heading_open":
            previous = min(used.index(token.tag) + 2, previous + 1, 4)
            levels[token.map[0]] = f"h{previous}"
    return levels


def _free_anchor(heading, taken):
    words = "".join(token.content for token in heading.children)
    anchor = wanted = "-".join(["section", *re.findall(r"\w+", words)])[:_ANCHOR_LENGTH]
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken.add(anchor)
    return anchor


def align_cells(state):
    """A cell's alignment as a class; the policy for our pages allows no style attribute."""
    for token in state.tokens:
        if style := token.attrs.pop("style", None):
            token.attrs |= {"class": _ALIGNED[style]} if style in _ALIGNED else {}


def table_open(renderer, tokens, index, options, env):
    """A table in a frame that scrolls sideways."""
    return '<div class="prose__scroll" tabindex="0"><table>\n'


def table_close(renderer, tokens, index, options, env):
    """The end of that frame."""
    return "</table></div>\n"


def write_code(renderer, tokens, index, options, env):
    """Code, which scrolls sideways too."""
    return f'<pre tabindex="0"><code>{escape(tokens[index].content, quote=False)}</code></pre>\n'
