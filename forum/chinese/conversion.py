"""What people wrote, in the script its reader chose. What is stored is never touched.

Kept byte for byte: code, links with their words, quotations, images, everything marked ``translate="no"``, and in
running text addresses and @names. User names elsewhere on a page are simply never brought here. An author's own
table (`terms`, see forum.chinese.terms) goes before OpenCC's.
"""

import re
from functools import lru_cache

from forum.chinese.languages import HAN, ORIGINAL, language_of
from forum.chinese.scripts import to_hans, to_hant, to_place
from forum.chinese.terms import fixed_words

# MediaWiki's sign for a word its author has fixed. Without Chinese in it there is nothing to fix: ${a}-{b}- stays.
FIXED = re.compile(rf"-\{{(?=[^{{}}\n]{{0,100}}{HAN})([^{{}}\n]{{1,120}})\}}-")

_ADDRESS = r"(?:https?://|mailto:)[^\s<>\u3000-\u303f\uff00-\uffef]+"
_NAME = r"(?<![A-Za-z0-9_.@＠/-])[@＠][\w-]{1,20}"  # may run on into the text: too much is kept rather than too little
_KEPT = re.compile(rf"({_ADDRESS}|{_NAME})", re.IGNORECASE)
_TAG = re.compile(r'(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)')  # as our cleaner writes them: quoted values may hold < and >
_NAME_OF_TAG = re.compile(r"</?([a-z0-9]+)")
_SHORT = 2000  # characters: replies are asked for again and again, an article's page is remembered as a whole
_KEPT_TAGS = {"a", "blockquote", "code", "pre"}


@lru_cache(4000)
def converted_text(text, script, terms=""):
    """A plain text in one of SCRIPTS; what stands between ``-{`` and ``}-`` as written, without the signs."""
    parts = FIXED.split(text)
    usual, fixed = language_of(text), fixed_words(terms, script)
    parts[::2] = [_converted(part, script, usual, fixed) for part in parts[::2]]
    parts[1::2] = [part.strip() for part in parts[1::2]]
    return "".join(parts)


def converted_html(html, script, terms=""):
    """Clean HTML (forum.markup's) in one of SCRIPTS; quotations, which stay, are told their own language."""
    if script == ORIGINAL:
        return html
    return _remembered(html, script, terms) if len(html) <= _SHORT else _converted_html(html, script, terms)


def _converted_html(html, script, terms):
    tokens = _TAG.split(html)
    usual, fixed = language_of("".join(tokens[::2])), fixed_words(terms, script)
    inside = []  # the kept element we are in, and those of its name within it
    for place, token in enumerate(tokens):
        if place % 2:
            _step(inside, token)
        elif not inside:
            tokens[place] = _converted(token, script, usual, fixed)
    _name_languages_of_quotes(tokens)
    return "".join(tokens)


_remembered = lru_cache(1000)(_converted_html)


def _converted(text, script, usual, fixed):
    if script == ORIGINAL:
        return text
    parts = _KEPT.split(text)
    parts[::2] = [_with_fixed(part, script, usual, fixed) for part in parts[::2]]
    return "".join(parts)


def _with_fixed(text, script, usual, fixed):
    if fixed is None:
        return _in_script(text, script, usual)
    parts = fixed.pattern.split(text)
    parts[::2] = [_in_script(part, script, usual) for part in parts[::2]]
    parts[1::2] = [fixed.shown[word] for word in parts[1::2]]
    return "".join(parts)


def _in_script(text, script, usual):
    """Traditional words are not read as simplified ones: 里長 is a mayor, and no 裡長."""
    if not text or text.isascii():
        return text
    if script == "hans":
        return to_hans(text)
    own = language_of(text)
    is_traditional = (usual if own == "zh" else own) == "zh-Hant"
    return to_place(text, script) if is_traditional else to_hant(text, script)


def _step(inside, tag):
    name = _NAME_OF_TAG.match(tag)[1]
    if inside and name != inside[0]:
        return
    if tag.startswith("</"):
        del inside[-1:]
    elif inside or name in _KEPT_TAGS or 'translate="no"' in tag:
        inside.append(name)


def _name_languages_of_quotes(tokens):
    opened = []
    for place in range(1, len(tokens), 2):
        if tokens[place] == "<blockquote>":
            opened.append(place)
        elif tokens[place] == "</blockquote>" and opened:
            start = opened.pop()
            language = None if opened else language_of("".join(tokens[start + 1 : place : 2]))
            if language:
                tokens[start] = f'<blockquote lang="{language}">'
