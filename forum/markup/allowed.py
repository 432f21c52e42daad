"""The tags and attributes we let through, and no others."""

from nh3 import Cleaner

_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre", "code", "a", "img"),
    *("strong", "em", "s", "table", "thead", "tbody", "tr", "th", "td", "div", "span"),
}

_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "loading", "decoding", "width", "height"},
    "ol": {"start"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    # A region that scrolls sideways must be within reach of the keyboard.
    "pre": {"tabindex"},
    "div": {"tabindex"},
}

_CLASSES = {
    "div": {"prose__scroll"},
    "th": {"is-centred", "is-right"},
    "td": {"is-centred", "is-right"},
}

_cleaner = Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    allowed_classes=_CLASSES,
    tag_attribute_values={"span": {"translate": {"no"}}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow ugc noopener noreferrer",
)


def clean(html):
    """The HTML without anything that is not on the lists above, and with the rel above on every link."""
    return _cleaner.clean(html)
