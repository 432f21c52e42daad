"""What an author finds in the box when editing: the words that wait, and why they were not let through."""

from django.contrib import messages
from django.utils.translation import gettext as _

from forum.models import Amendment, Decision, State


def edit_of(thing):
    """The edit of this thing that waits or was sent back, or None."""
    edits = Amendment.objects.filter(**{thing._meta.model_name: thing}).exclude(outcome=Amendment.Outcome.PUBLISHED)
    return edits.select_related("decision", "category").first()


def grounds_of(thing, edit):
    """The Decision to be mended: why the thing is hidden, or its edit was refused; None while neither is so."""
    if thing.state == State.HIDDEN:
        return thing.decisions.filter(verb=Decision.Verb.HIDE).order_by("-number").first()
    return edit.decision if edit and edit.is_refused else None


def say_what_became(request, thing):
    """A sentence for whoever has just edited, unless the words are public at once."""
    if thing.state == State.HELD:
        messages.info(request, _("Thank you. A moderator will look at it before it appears."))
    elif thing.state == State.PUBLIC and (edit := edit_of(thing)) and edit.is_waiting:
        messages.info(request, _("Your edit waits for a moderator; until then others read the words before it."))
