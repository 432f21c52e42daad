"""A file somebody hands in → a picture fit to be shown, or the reason why it is none.

    picture = keep(file.read(PICTURE_BYTES + 1), ARTICLE)
    picture.url, picture.width, picture.height

Nothing of the file survives but its pixels: they are read within limits, turned upright, made small enough and
written anew as WebP. The name is a digest of what was written, so the same picture is kept once and its address
never changes what it shows. Files stand in Django's default storage, below ``pictures/``.
"""

from forum.pictures.reading import NotAPicture
from forum.pictures.shaping import ARTICLE, AVATAR, Shape, reshaped
from forum.pictures.storing import NAME, Picture, forget, keep, open_picture, url_of

__all__ = [
    "ARTICLE",
    "AVATAR",
    "NAME",
    "NotAPicture",
    "Picture",
    "Shape",
    "forget",
    "keep",
    "open_picture",
    "reshaped",
    "url_of",
]
