"""What people type → what is safe to show.

Articles are Markdown, read by markdown-it-py with two mends for Chinese text, then cleaned by nh3 as if we
had not made the HTML ourselves. Replies stay as typed. Whatever leaves `render` and `render_reply` may be
shown as it is.
"""

from forum.markup.escaping import escape
from forum.markup.reading import contents, excerpt, mentions, minutes_to_read, plain, plain_reply
from forum.markup.rendering import OWN_IMAGES, render, render_reply

__all__ = [
    "OWN_IMAGES",
    "contents",
    "escape",
    "excerpt",
    "mentions",
    "minutes_to_read",
    "plain",
    "plain_reply",
    "render",
    "render_reply",
]
