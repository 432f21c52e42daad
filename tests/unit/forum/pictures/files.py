"""Files of every sort a stranger may hand in, made here."""

import io
import struct
import zlib

from PIL import Image


def encoded(kind, size=(60, 40), mode="RGB", colour=(200, 40, 30), **options):
    """One picture in one colour, as bytes of this kind."""
    buffer = io.BytesIO()
    Image.new(mode, size, colour).save(buffer, kind, **options)
    return buffer.getvalue()


def with_place(size=(60, 40)):
    """A photograph lying on its side, with the place it was taken and the camera's number."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 8.5)
    return encoded("JPEG", size, exif=exif, comment=b"SecretComment")


def animated(kind):
    """Two frames: the first red, the second blue."""
    frames = [Image.new("RGB", (40, 40), colour) for colour in ((255, 0, 0), (0, 0, 255))]
    buffer = io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=50)
    return buffer.getvalue()


def bomb(width=20_000, height=20_000):
    """A PNG of a few kilobytes that says it has 400 million pixels."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
