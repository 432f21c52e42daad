"""What the pages of a parcel call things; its data keep the names of the columns."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.models import Appeal, Decision, Level, Notice, Report, Sanction, State

# Section → what it is called, and why it is kept
SECTIONS = {
    "profile": (_("About me"), _("What you told us, and how you sign in.")),
    "threads": (_("My articles"), _("All of them: drafts, waiting, public, hidden and withdrawn.")),
    "replies": (_("My replies"), _("All of them, whatever their state.")),
    "revisions": (_("Earlier versions"), _("The words before each of your edits.")),
    "series": (_("My series"), _("Your articles in an order of your own.")),
    "favourites": (_("Favourites"), _("What you keep.")),
    "likes": (_("Likes"), _("What you agreed with.")),
    "reports": (_("My reports"), _("What you complained of, and what came of it.")),
    "decisions": (_("Decisions about me"), _("What moderators decided about you and your words, and why.")),
    "appeals": (_("My appeals"), _("What you objected to, and the answers.")),
    "sanctions": (_("Sanctions"), _("Warnings, mutes and suspensions; points fade within a year.")),
    "shelters": (_("Shelters"), _("When strangers could not answer you.")),
    "notices": (_("Notices"), _("What we told you.")),
    "addresses": (_("Addresses behind my words"), _("From where you wrote; kept apart, for as long as the law asks.")),
    "sessions": (_("Devices"), _("Where you are signed in.")),
    "keys": (_("Second steps and passkeys"), _("That they exist and since when; their secrets never leave us.")),
}

NAMES = {
    "name": _("Name"), "about": _("about me"), "level": _("level"), "joined": _("Joined"),
    "last_login": _("Last signed in"), "emails": _("Email"), "phone": _("Mobile number"), "number": _("Number"),
    "title": _("Title"), "state": _("state"), "category": _("Category"), "tags": _("Tags"), "region": _("region"),
    "written": _("written"), "published": _("published"), "edited": _("Edited"), "body": _("Body"),
    "thread": _("Article No."), "reply": _("Reply No."), "answering": _("Answering"), "floor": _("floor"),
    "made": pgettext_lazy("moment", "When"), "threads": _("Articles"), "reason": _("Reason"), "note": _("Note"),
    "outcome": _("Outcome"), "resolved": _("Decided"), "verb": _("Decision"), "detail": _("Detail"),
    "digest": _("digest"), "decision": _("Decision No."), "words": _("What I said"), "kind": _("kind"),
    "points": _("points"), "until": _("until"), "lifted": _("lifted"), "address": _("Address"), "port": _("port"),
    "browser": _("browser"), "last_seen": _("Last seen"), "last_used": _("Last used"),
    "terms": _("Words in other scripts"), "times": pgettext_lazy("number", "Times"), "read": _("Read"),
}  # fmt: skip

_CHOICES = {
    ("profile", "level"): Level, ("threads", "state"): State, ("replies", "state"): State,
    ("reports", "reason"): Report.Reason, ("reports", "outcome"): Report.Outcome,
    ("decisions", "verb"): Decision.Verb, ("appeals", "outcome"): Appeal.Outcome, ("sanctions", "kind"): Sanction.Kind,
    ("notices", "kind"): Notice.Kind,
}  # fmt: skip


def said(section, name, value):
    """A value as a page says it: a choice by its label, a moment to the minute."""
    choices = _CHOICES.get((section, name))
    if choices and value in choices.values:
        return str(choices(value).label)
    if isinstance(value, str) and len(value) == 25 and value[10:11] == "T":
        return value[:16].replace("T", " ")
    return value
