"""Elements → lines. One pass, no tree, so that neither depth nor damage can overthrow it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from forum.importing.lines import CELL, CODE, CODE_END, EM, EM_END, LINK, LINK_END, STRONG, STRONG_END, Line
from forum.importing.shapes.known import BLOCKS, BYLINE, ITEM, NAMES, SKIPPED, SPANS, SPEAKER, VOID
from forum.importing.shapes.opened import Open, placed, with_kind

_SPACE = re.compile(r"[ \t\n\r\f]+")


class Reader(HTMLParser):
    """Collects `lines` and `facts` (title, author, url, published) from a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.facts = [], {}
        self._open, self._text, self._links, self._at = [Open()], [], [], 1
        self._replies, self._counters = 0, []

    def handle_starttag(self, tag, attrs):
        attrs = {name: value or "" for name, value in attrs}
        self._note_fact(tag, attrs)
        if tag in BLOCKS:
            self._break(tag)
        if tag == "br":
            self._say("\n")
        elif tag == "img":
            self._image(attrs)
        elif tag not in VOID:
            self._enter(tag, attrs)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._say(CELL)
        elif tag in BLOCKS:
            self._flush()
        if any(one.tag == tag for one in self._open[-60:]):
            while self._leave() != tag:
                pass
        if tag in ("p", "div", "blockquote") and self._open[-1].reply is not None:
            self.lines.append(Line(text="", number=self.getpos()[0], reply=self._open[-1].reply))

    def handle_data(self, data):
        now = self._open[-1]
        if now.tag == "title" and "title" not in self.facts:
            self.facts["title"] = _SPACE.sub(" ", data).strip()
        if now.is_byline and data.strip() and "author" not in self.facts and len(data.strip()) <= 30:
            self.facts["author"] = data.strip().removeprefix("作者：").removeprefix("作者:").strip()
        self._say(data if now.kind == "code" else _SPACE.sub(" ", data))

    def finish(self):
        """Read what is left when the file ends."""
        self.close()
        self._flush()
        self.lines = [line for line in self.lines if line.kind != "title"]

    def _note_fact(self, tag, attrs):
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
        if tag == "meta" and name.lower() in NAMES and attrs.get("content", "").strip():
            self.facts.setdefault(NAMES[name.lower()], attrs["content"].strip())
        if tag == "link" and attrs.get("rel", "").lower() == "canonical" and attrs.get("href"):
            self.facts["url"] = attrs["href"].strip()

    def _enter(self, tag, attrs):
        around = self._open[-1]
        names = f"{attrs.get('class', '')} {attrs.get('id', '')} {attrs.get('itemprop', '')}".lower()
        now = around._replace(tag=tag, list_mark="", skipped=around.skipped or tag in SKIPPED or "hidden" in attrs)
        now = with_kind(placed(now, tag, names), tag)
        if now.place == "replies":
            now = self._with_reply(now, tag, names, around)
        now = now._replace(
            is_byline=around.is_byline or (now.place not in ("replies", "aside") and bool(BYLINE.search(names)))
        )
        self._open.append(self._with_list(now, tag, attrs, around))
        self._say(self._opening(tag, attrs))

    def _with_reply(self, now, tag, names, around):
        is_item = (tag == "li" and (around.reply is None or ITEM.search(names))) or (
            tag in ("div", "article") and ITEM.search(names)
        )
        if is_item:
            self._replies += 1
            now = now._replace(reply=self._replies)
        return now._replace(skipped=now.skipped or bool(SPEAKER.search(names)) or tag in ("cite", "dt"))

    def _with_list(self, now, tag, attrs, around):
        if tag in ("ul", "ol"):
            start = attrs.get("start", "1")
            self._counters.append(int(start) if start.isdecimal() and len(start) < 5 else 1)
            return now._replace(
                level=min(around.level + 1, 6) if around.kind in ("item", "list") else 0, kind="list", list_mark=tag
            )
        if tag == "li":
            mark = f"{self._counters[-1]}." if around.list_mark == "ol" else "-"
            if self._counters:
                self._counters[-1] += 1
            return now._replace(kind="item", list_mark=mark)
        return now

    def _opening(self, tag, attrs):
        if (
            tag == "a"
            and attrs.get("href", "").startswith(("http://", "https://"))
            and self._open[-1].place != "replies"
        ):
            self._links.append(attrs["href"])
            return LINK
        if tag == "a":
            self._open[-1] = self._open[-1]._replace(tag="a", list_mark="plain")
        return SPANS.get(tag, ("", ""))[0]

    def _leave(self):
        last = self._open.pop()
        if not self._open:
            self._open = [Open()]
            return last.tag
        if last.tag == "a":
            self._say(LINK_END if last.list_mark != "plain" else "", last)
        self._say(SPANS.get(last.tag, ("", ""))[1], last)
        if last.tag in ("ul", "ol") and self._counters:
            self._counters.pop()
        return last.tag

    def _say(self, text, inside=None):
        if text and not (inside or self._open[-1]).skipped:
            if not self._text:
                self._at = self.getpos()[0]
            self._text.append(text)

    def _break(self, tag):
        self._flush()
        # <p> and <li> end where the next one begins, whether or not the page says so.
        while tag in ("p", "li") and self._open[-1].tag in ("p", *((tag,) if tag == "li" else ())):
            self._leave()

    def _image(self, attrs):
        target = next((attrs[name] for name in ("data-original", "data-src", "src") if attrs.get(name)), "")
        if (
            target.startswith(("http://", "https://", "//", "/"))
            and not self._open[-1].skipped
            and self._open[-1].reply is None
        ):
            self._flush()
            self.lines.append(
                Line(
                    text=attrs.get("alt", "").strip(),
                    number=self.getpos()[0],
                    kind="image",
                    target=target,
                    place=self._open[-1].place,
                )
            )

    def _flush(self):
        text, links, now = "".join(self._text), tuple(self._links), self._open[-1]
        self._text, self._links = [], []
        if text.strip(" \n") and not now.skipped:
            self.lines += _lines(text, links, now, self._at)


def _lines(text, links, now, number):
    line = Line(
        text=_balanced(text).strip(" \n").removesuffix(CELL),
        number=number,
        kind=now.kind if now.kind != "list" else "text",
        level=now.level,
        links=links,
        place=now.place,
        reply=now.reply,
        mark=now.list_mark if now.kind == "item" else "",
    )
    if now.place != "replies":
        return [line]
    return [replace(line, text=part.strip(), kind="text") for part in line.text.split("\n") if part.strip()]


def _balanced(text):
    """Without marks whose other half fell into another line."""
    for start, end in ((LINK, LINK_END), (STRONG, STRONG_END), (EM, EM_END), (CODE, CODE_END)):
        if text.count(start) != text.count(end):
            text = text.replace(start, "").replace(end, "")
    return text
