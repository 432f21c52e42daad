"""Columns of the lists: each is a small piece of the look, asks no question of the database, and reads well alone
(on a phone a row becomes a card without headings)."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.models import State

WORDS = 60  # characters of a reply in a list


def door_to(thing):
    """The address of a thing's own page here."""
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


@admin.display(description=gettext_lazy("state"), ordering="state")
def state(thing):
    return format_html('<span class="badge badge--{}">{}</span>', thing.state, thing.get_state_display())


@admin.display(description=gettext_lazy("title"), ordering="title")
def title(thread):
    return format_html('<a class="row-title" href="{}">{}</a>', door_to(thread), thread.title)


@admin.display(description=gettext_lazy("words"))
def words(reply):
    return format_html('<a class="row-title" href="{}">{}</a>', door_to(reply), Truncator(reply.body).chars(WORDS))


@admin.display(description=gettext_lazy("author"))
def author(thing):
    if thing.author:
        return format_html('<a href="{}">{}</a>', door_to(thing.author), thing.author.username)
    return thing.author_name


@admin.display(description=gettext_lazy("region"), ordering="region")
def region(thing):
    return format_html('<span class="badge badge--place">{}</span>', thing.region) if thing.region else "—"


@admin.display(description=gettext_lazy("written"), ordering="created_at")
def written(thing):
    return date_format(timezone.localtime(thing.created_at), "DATETIME_FORMAT")


@admin.display(description=gettext_lazy("edited"))
def edited(thing):
    return date_format(timezone.localtime(thing.edited_at), "DATETIME_FORMAT") if thing.edited_at else "—"


@admin.display(description=gettext_lazy("marks"))
def marks(thread):
    shown = [
        (word,)
        for word, at in (
            (_("Pinned"), thread.pinned_at),
            (_("Featured"), thread.featured_at),
            (_("Closed"), thread.closed_at),
            (_("Lifted"), thread.lift > 0),
            (_("Sunk"), thread.lift < 0),
            (_("Slow mode"), thread.slow_minutes),
            (_("Merged"), thread.merged_into_id),
        )
        if at
    ]
    return format_html_join(" ", '<span class="badge badge--mark">{}</span>', shown) or "—"


@admin.display(description=gettext_lazy("page"))
def page(thing):
    """A link to where readers see it; what nobody sees has none."""
    seen = thing.state in {State.PUBLIC, State.HIDDEN, State.HELD}
    return format_html('<a href="{}">{}</a>', thing.get_absolute_url(), _("View page")) if seen else "—"


def moment(name, label):
    """When something happened, by the column ``name``; "—" while it has not."""

    @admin.display(description=label, ordering=name)
    def shown(thing):
        at = getattr(thing, name)
        return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else "—"

    shown.__name__ = f"{name}_shown"
    return shown


def whether(name, label, yes, no="—"):
    """A column that is true or false, in a word that is understood without its heading."""

    @admin.display(description=label, ordering=name)
    def shown(thing):
        return format_html('<span class="badge">{}</span>', yes) if getattr(thing, name) else no

    shown.__name__ = f"{name}_shown"
    return shown


in_use = whether("is_active", gettext_lazy("active"), gettext_lazy("In use"), gettext_lazy("Out of use"))
