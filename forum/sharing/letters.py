"""Which font draws a character: ours, else one of this machine's, else 〓, the printer's mark for a missing type."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

MISSING = "〓"
_OURS = Path(__file__).with_name("title.otf")  # GB 2312 and the common half of Big5: all but names and old books
_ELSEWHERE = (  # looked for once; the first that is there
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "C:/Windows/Fonts/msyhbd.ttc",
)
_NOTHING = "\ufffe"  # no font has it
_UNSEEN = {"Cc", "Cf", "Mn", "Me", "Cs", "Co", "Cn"}


def seen(text):
    """The text as types in a row: spaces made one, what leaves no mark left out, missing types as 〓."""
    kept = (char for char in " ".join(text.split()) if unicodedata.category(char) not in _UNSEEN)
    return "".join(char if _face_of(char) else MISSING for char in kept)


def letter(char, size):
    """The font at this size, in pixels, that draws a character of ``seen`` text."""
    return _font(_face_of(char) or str(_OURS), size)


@lru_cache(20_000)
def _face_of(char):
    return next((face for face in _faces() if _draws(face, char)), None)


@cache
def _faces():
    return [str(_OURS), *[path for path in _ELSEWHERE if Path(path).exists()][:1]]


def _draws(face, char):
    font = _font(face, 16)
    return bytes(font.getmask(char)) != bytes(font.getmask(_NOTHING))


@lru_cache(40)
def _font(face, size):
    return ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)
