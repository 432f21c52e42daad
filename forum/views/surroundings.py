"""What stands around every page: the site's name, the shelves, and how this reader likes it shown."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from forum.chinese import ORIGINAL, page_language
from forum.memory import recall
from forum.models import Category, SiteSettings
from forum.rules import may_enter

THEMES = ("auto", "light", "dark")


def page(request):
    """Template context for every page: ``site``, ``categories``, ``theme``, ``script``, ``language``, ``moderates``."""
    script = getattr(request, "script", ORIGINAL)
    return {
        "site": SimpleLazyObject(SiteSettings.current),
        "categories": SimpleLazyObject(_categories),
        "theme": theme_of(request),
        "script": script,
        "language": page_language(get_language(), script),
        "moderates": SimpleLazyObject(lambda: bool(may_enter(request.user))),
    }


def theme_of(request):
    """The lighting this reader chose: one of THEMES."""
    theme = request.COOKIES.get("theme")
    return theme if theme in THEMES else THEMES[0]


def _categories():
    return recall(("categories",), lambda: list(Category.objects.all()))
