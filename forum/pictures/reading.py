"""Bytes from a stranger → pixels, or a sentence why not."""

import io
import warnings

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from forum import limits

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")

# Pillow looks at the size before it reads a single pixel; a warning nobody reads becomes a refusal.
Image.MAX_IMAGE_PIXELS = limits.PICTURE_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


class NotAPicture(Exception):
    """The file is refused; the message is the reason, in the reader's language."""


def read(data, draft):
    """The first frame of a JPEG, PNG, WebP or GIF, upright, as RGB or RGBA; raises NotAPicture.

    ``draft`` is a size in pixels: a JPEG far larger is read coarsely from the start, which saves most of the work.
    """
    if len(data) > limits.PICTURE_BYTES:
        most = limits.PICTURE_BYTES // 1_000_000
        raise NotAPicture(_("The picture is larger than {most} MB").format(most=most))
    try:
        return _pixels(Image.open(io.BytesIO(data), formats=FORMATS), draft)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPicture(_too_many()) from None
    except NotAPicture:
        raise
    except Exception:  # damaged files make the decoders raise whatever they like
        raise NotAPicture(_("This is no picture we can read; use JPEG, PNG, WebP or GIF")) from None


def _pixels(image, draft):
    if image.width * image.height > limits.PICTURE_PIXELS:
        raise NotAPicture(_too_many())
    image.draft("RGB", draft)
    image.seek(0)
    image.load()
    if image.width * image.height > limits.PICTURE_PIXELS:  # a frame may reach beyond the size it announced
        raise NotAPicture(_too_many())
    image = ImageOps.exif_transpose(image)
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _too_many():
    most = limits.PICTURE_PIXELS // 1_000_000
    return _("The picture has more than {most} million pixels").format(most=most)
