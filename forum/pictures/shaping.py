"""What a picture is made into."""

import io
from typing import NamedTuple

from PIL import Image, ImageOps

from forum.pictures.reading import read


class Shape(NamedTuple):
    """The most a picture may measure, in pixels; ``filled`` cuts its middle out to exactly that."""

    width: int
    height: int
    filled: bool = False


ARTICLE = Shape(1600, 16_000)  # long screenshots are an art form of their own; WebP ends at 16,383
AVATAR = Shape(256, 256, filled=True)  # the largest is shown 64 wide, on screens up to four times as fine


def reshaped(data, shape):
    """The bytes of a WebP with nothing in it but the pixels, and its width and height; raises NotAPicture."""
    image = read(data, draft=(shape.width, min(shape.height, shape.width)))
    if shape.filled:
        image = ImageOps.fit(image, (shape.width, shape.height), Image.Resampling.LANCZOS)
    else:
        image.thumbnail((shape.width, shape.height), Image.Resampling.LANCZOS)
    clean = Image.new(image.mode, image.size)  # pixels only: what else the file brought stays with the old object
    clean.paste(image)
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=82, method=4)
    return buffer.getvalue(), clean.width, clean.height
