"""What the pages of a parcel call things; its data keep the names of the columns."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.models import Amendment, Appeal, Decision, Level, Notice, Report, Sanction, State

# Section → what it is called, and why it is kept
SECTIONS = {
    "profile": (_("About me"), _("What you told us, and how you sign in.")),
    "threads": (_("My articles"), _("All of them: drafts, waiting, public, hidden and withdrawn.")),
    "replies": (_("My replies"), _("All of them, whatever their state.")),
    "revisions": (_("Earlier versions"), _("The words before each of your edits.")),
    "amendments": (_("Edits and what became of them"), _("Edits of public words that a moderator reads first.")),
    "series": (_("My series"), _("Your articles in an order of your own.")),
    "favourites": (_("Favourites"), _("What you keep.")),
    "likes": (_("Likes"), _("What you agreed with.")),
    "reports": (_("My reports"), _("What you complained of, and what came of it.")),
    "decisions": (_("Decisions about me"), _("What moderators decided about you and your words, and why.")),
    "appeals": (_("My appeals"), _("What you objected to, and the answers.")),
    "sanctions": (_("Sanctions"), _("Warnings, mutes and suspensions; points fade within a year.")),
    "follows": (_("Following"), _("People, tags and articles whose news you asked for.")),
    "blocks": (_("Blocked people"), _("Whom you do not want to hear from; only you see it.")),
    "shelters": (_("Shelters"), _("When strangers could not answer you.")),
    "notices": (_("Notices"), _("What we told you.")),
    "hits": (_("Words of mine that were checked"), _("Where the list of blocked words met something you typed.")),
    "addresses": (_("Addresses behind my words"), _("From where you wrote; kept apart, for as long as the law asks.")),
    "hushes": (_("Notices I do not want"), _("The kinds you switched off.")),
    "names": (_("Names I had"), _("Until when each leads to you and is kept from others.")),
    "sessions": (_("Devices"), _("Where you are signed in.")),
    "keys": (_("Second steps and passkeys"), _("That they exist and since when; their secrets never leave us.")),
    "linked": (_("Linked accounts"), _("Where else you are known, and by what number there.")),
    "identity": (_("Real identity"), _("That it was confirmed and how; your number was never kept.")),
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
    "shows_favourites": _("Everybody may see what I keep"), "shows_followers": _("Everybody may see who follows me"),
    "wants_own_lists": _("Make a list for me of what I follow"),
}  # fmt: skip

_CHOICES = {
    ("profile", "level"): Level, ("threads", "state"): State, ("replies", "state"): State,
    ("reports", "reason"): Report.Reason, ("reports", "outcome"): Report.Outcome,
    ("decisions", "verb"): Decision.Verb, ("appeals", "outcome"): Appeal.Outcome, ("sanctions", "kind"): Sanction.Kind,
    ("notices", "kind"): Notice.Kind, ("hushes", "kind"): Notice.Kind, ("amendments", "outcome"): Amendment.Outcome,
}  # fmt: skip


def said(section, name, value):
    """A value as a page says it: a choice by its label, a moment to the minute."""
    choices = _CHOICES.get((section, name))
    if choices and value in choices.values:
        return str(choices(value).label)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, str) and len(value) == 25 and value[10:11] == "T":
        return value[:16].replace("T", " ")
    return value
