"""@name, also straight after and straight before Chinese text."""

import re

from markdown_it.token import Token

# Not after a letter or digit, so that a mail address mentions nobody. Twenty is the longest name there can
# be.
_MENTION = re.compile(r"(?<![A-Za-z0-9_.@＠/-])[@＠]([\w-]{1,20})")


def candidates(tokens):
    """The words after @ in the text of block tokens, code and links left out."""
    texts = (
        child for token in tokens if token.type == "inline" for child, is_text in _texts(token.children) if is_text
    )
    return (name for text in texts for name in _MENTION.findall(text.content))


def link_mentions(state):
    """A core rule: where `env["link_mention"]` knows a candidate, `@name` becomes a link to that member.

    `link_mention(candidate)` returns `(name, url)`, the name being what the candidate begins with, or None.
    """
    if link := state.env.get("link_mention"):
        for token in state.tokens:
            if token.type == "inline":
                token.children = list(_linked(token.children, link))


def _texts(tokens):
    """Each inline token, and whether it is text outside a link."""
    inside = 0
    for token in tokens:
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        yield token, token.type == "text" and not inside


def _linked(tokens, link):
    for token, is_text in _texts(tokens):
        yield from _with_links(token.content, link) if is_text else [token]


def _with_links(text, link):
    rest = 0
    for match in _MENTION.finditer(text):
        if found := link(match[1]):
            name, url = found
            yield _text(text[rest : match.start()])
            rest = match.start(1) + len(name)
            yield Token("link_open", "a", 1, attrs={"href": url})
            yield _text(text[match.start() : rest])
            yield Token("link_close", "a", -1)
    yield _text(text[rest:])


def _text(content):
    return Token("text", "", 0, content=content)
