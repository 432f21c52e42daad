"""Pictures by the digest of what they show."""

from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from forum.pictures.shaping import reshaped

NAME = r"[0-9a-f]{2}/[0-9a-f]{30}-\d{1,5}x\d{1,5}\.webp"  # as it stands in rows and addresses; width x height
_FOLDER = "pictures/"


class Picture(NamedTuple):
    """A stored picture; ``name`` is what a row keeps, width and height are pixels."""

    name: str
    width: int
    height: int

    @property
    def url(self):
        return url_of(self.name)


def keep(data, shape):
    """Store what these bytes show, in this shape; the same picture twice is one file. Raises NotAPicture."""
    written, width, height = reshaped(data, shape)
    digest = blake2b(written, digest_size=16).hexdigest()
    name = f"{digest[:2]}/{digest[2:]}-{width}x{height}.webp"
    path = _FOLDER + name
    if not default_storage.exists(path):
        stored = default_storage.save(path, ContentFile(written))
        if stored != path:  # somebody stored the same picture in the same moment
            default_storage.delete(stored)
    return Picture(name, width, height)


def open_picture(name):
    """The stored file, open for reading; FileNotFoundError when there is none."""
    return default_storage.open(_FOLDER + name)


def forget(name):
    """Remove the file; gone already is good enough. Whether a row still names it is for the caller to know."""
    default_storage.delete(_FOLDER + name)


def url_of(name):
    """The address of a stored picture, empty for none."""
    return f"{settings.MEDIA_URL}{_FOLDER}{name}" if name else ""
