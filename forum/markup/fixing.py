"""``-{后台}-``: a word its author has fixed; it is shown as written to readers of every script (MediaWiki's sign)."""

from html import escape

from forum.chinese import FIXED


def read_fixed(state, silent):
    """An inline rule: the word becomes a token, the signs fall away. Emphasis and links do not reach into it."""
    match = FIXED.match(state.src, state.pos, state.posMax)
    if match and not silent:
        state.push("fixed", "", 0).content = match[1].strip()
    state.pos = match.end() if match else state.pos
    return bool(match)


def write_fixed(renderer, tokens, index, options, env):
    """The word, marked for us and for the browser's own translator."""
    return f'<span translate="no">{escape(tokens[index].content)}</span>'
