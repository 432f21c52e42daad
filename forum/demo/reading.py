"""Files → plain records."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_REPLY = re.compile(r"^(%%%?) (.+)\n", re.MULTILINE)
_TIME = re.compile(r"(\d+)([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class ReplyText(NamedTuple):
    """One reply as written in the file; ``answers`` is the place in the list of the reply it stands under, or None."""

    name: str  # "" for a reader of an imported page
    region: str
    after: timedelta  # since the thread was published
    body: str
    answers: int | None = None  # a root for a nested reply, or a nested one that is named
    likes: int = 0
    held: bool = False
    hidden: str = ""  # the moderator's reason
    reported: tuple[str, str] | None = None  # by whom, for which reason


class ThreadText(NamedTuple):
    """One thread: ``about`` is the file's header, ``file`` its name without the ending."""

    file: str
    about: dict
    body: str
    replies: list[ReplyText]


class Community(NamedTuple):
    """Everything the demo shows."""

    categories: list[dict]
    people: list[dict]
    threads: list[ThreadText]


def read_community():
    """Read all files, threads by name of file; raises ValueError naming the file and line it cannot understand."""
    shelves = tomllib.loads((_HERE / "community.toml").read_text(encoding="utf-8"))
    threads = [_thread(path) for path in sorted((_HERE / "threads").glob("*.md"))]
    return Community(shelves["categories"], shelves["people"], threads)


def _thread(path):
    try:
        _, header, text = path.read_text(encoding="utf-8").split("+++\n", 2)
        body, *pieces = _REPLY.split(text)
        return ThreadText(path.stem, tomllib.loads(header), body.strip(), _replies(pieces))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _replies(pieces):
    """From (marker, line, text) triples to records; the last root and its nested replies are remembered."""
    replies, root, nested = [], None, {}
    for depth, line, text in zip(*[iter(pieces)] * 3, strict=True):
        names, region, after, *rest = line.split(" · ")
        name, _, answered = names.partition(" → ")
        if depth == "%%":
            root, nested, answers = len(replies), {}, None
        elif root is None or (answered and answered not in nested):
            raise ValueError(f"nothing to answer: {line}")
        else:
            answers = nested[answered] if answered else root
            nested[name] = len(replies)
        replies.append(
            ReplyText("" if name == "-" else name, region, _time(after), text.strip(), answers, **_marks(rest))
        )
    return replies


def _time(written):
    if not (found := _TIME.fullmatch(written)):
        raise ValueError(f"a time is like 40m, 3h or 2d, not {written}")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _marks(words):
    """``6``, ``held``, ``hidden=广告`` and ``reported=半夏/bait`` as keyword arguments."""
    marks = {}
    for word in words:
        key, _, value = word.partition("=")
        if word.isdecimal():
            marks["likes"] = int(word)
        elif key == "reported":
            name, _, reason = value.partition("/")
            marks["reported"] = (name, reason)
        elif key in {"held", "hidden"}:
            marks[key] = value or True
        else:
            raise ValueError(f"unknown mark {word}")
    return marks
