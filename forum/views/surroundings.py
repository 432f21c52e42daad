"""What stands around every page: the site's name, the shelves, and how this reader likes it shown."""

from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from forum import limits
from forum.chinese import ORIGINAL, page_language
from forum.memory import recall
from forum.models import Category, Notice, SiteSettings
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
        "unread": SimpleLazyObject(lambda: unread_of(request.user)),
        "moderates": SimpleLazyObject(lambda: bool(may_enter(request.user))),
        "menu": SimpleLazyObject(lambda: menu_of(request.user, moderates=bool(may_enter(request.user)))),
    }


def menu_of(user, *, moderates):
    """The menu of somebody signed in, which is on all their pages."""

    def render():
        return render_to_string(
            "partials/_menu.html", {"user": user, "moderates": moderates, "unread": unread_of(user)}
        )

    shows = (f"person-{user.pk}", f"notices-{user.pk}", "all")
    return recall(("menu", user.pk, moderates, get_language()), render, shows=shows)


def unread_of(user):
    """How many notices wait for this member to read them, limits.NOTICES_COUNTED at most."""

    def ask():
        return Notice.objects.shown_to(user).unread()[: limits.NOTICES_COUNTED].count()

    return recall(("unread", user.pk), ask, shows=(f"notices-{user.pk}", "all"))


def theme_of(request):
    """The lighting this reader chose: one of THEMES."""
    theme = request.COOKIES.get("theme")
    return theme if theme in THEMES else THEMES[0]
