"""The picture shown beside a shared link: title, author, site and a QR code, as PNG.

Drawn here, from a font of our own (title.otf, see NOTICE), so that a machine without Chinese fonts draws the same.
"""

from forum.sharing.drawing import HEIGHT, WIDTH, share_picture

__all__ = ["HEIGHT", "WIDTH", "share_picture"]
