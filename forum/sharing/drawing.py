"""Where things stand on the picture."""

import io
import threading

import segno
from PIL import Image, ImageDraw

from forum.sharing.letters import letter, seen
from forum.sharing.lines import lines_of, width_of

WIDTH, HEIGHT = 1200, 630  # pixels; the shape every site that shows such pictures crops to
_EDGE, _BOTTOM, _SQUARE = 80, 56, 168
_PAPER, _INK, _QUIET, _SEAL, _LINE = "#fbfaf7", "#1d1b18", "#6b665d", "#b8341f", "#e9e4da"
_SIZES = ((76, 3), (64, 3), (54, 4))  # letters in pixels, and how many lines of them there is room for
_LEADING = 1.4
_pen = threading.Lock()  # fonts are shared, and FreeType's faces are not for two hands at once


def share_picture(title, author, site, address):
    """PNG bytes of about 30 kB; ``address`` is what the QR code leads to, ``author`` may be empty."""
    with _pen:
        picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, 0, WIDTH, 11), _SEAL)
        _draw_title(draw, seen(title) or seen(site))
        foot = HEIGHT - _BOTTOM - _SQUARE
        draw.line((_EDGE, foot - 28, WIDTH - _EDGE, foot - 28), _INK, 2)
        _draw_code(draw, address, WIDTH - _EDGE - _SQUARE, foot)
        room = WIDTH - 2 * _EDGE - _SQUARE - 40
        _draw_line(draw, (_EDGE, foot + 12), *lines_of(seen(author), 38, room, 1), 38, _INK)
        _draw_seal(draw, seen(site)[:1], _EDGE, foot + _SQUARE - 56)
        _draw_line(draw, (_EDGE + 72, foot + _SQUARE - 44), *lines_of(seen(site), 30, room - 72, 1), 30, _QUIET)
    file = io.BytesIO()
    image = picture.quantize(48, dither=Image.Dither.NONE)
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_title(draw, title):
    for size, most in _SIZES:
        lines = lines_of(title, size, WIDTH - 2 * _EDGE, most)
        if "".join(lines).replace(" ", "") == title.replace(" ", ""):
            break
    for place, line in enumerate(lines):
        _draw_line(draw, (_EDGE, _EDGE - 14 + round(place * size * _LEADING)), line, size, _INK)


def _draw_line(draw, at, text, size, colour):
    x, y = at
    for char in text:
        font = letter(char, size)
        draw.text((x, y + size), char, colour, font, anchor="ls")
        x += font.getlength(char)


def _draw_seal(draw, char, x, y):
    draw.rounded_rectangle((x, y, x + 55, y + 55), 9, _SEAL)
    left = x + (56 - width_of(char, 38)) / 2
    _draw_line(draw, (left, y + 3), char, 38, _PAPER)


def _draw_code(draw, address, x, y):
    """The QR code on a white card, in whole pixels: a blurred one is not read."""
    rows = list(segno.make(address, error="m", micro=False).matrix_iter(border=2))
    step = _SQUARE // len(rows)
    draw.rectangle((x, y, x + _SQUARE, y + _SQUARE), "#ffffff", _LINE)
    start = (_SQUARE - step * len(rows)) // 2
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            if dark:
                left, top = x + start + along * step, y + start + down * step
                draw.rectangle((left, top, left + step - 1, top + step - 1), _INK)
