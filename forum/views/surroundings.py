"""What stands around every page: the site's name, the shelves, and how this reader likes it shown."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from forum.chinese import ORIGINAL, page_language
from forum.models import Category, SiteSettings
from forum.rules import may_enter

THEMES = ("auto", "light", "dark")


def page(request):
    """Template context for every page: the site and its shelves, where the reader is and how they like it shown."""
    script = getattr(request, "script", ORIGINAL)
    return {
        "site": SimpleLazyObject(SiteSettings.current),
        "categories": SimpleLazyObject(Category.shelves),
        "at_home": request.path == "/",
        "theme": theme_of(request),
        "script": script,
        "language": page_language(get_language()),
        "moderates": SimpleLazyObject(lambda: bool(may_enter(request.user))),
    }


def theme_of(request):
    """The lighting this reader chose: one of THEMES."""
    theme = request.COOKIES.get("theme")
    return theme if theme in THEMES else THEMES[0]
