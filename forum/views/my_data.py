"""我的数据: what is kept about a member, why, for how long and where it stands; and how to take it along or away."""

from typing import NamedTuple

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from forum import limits
from forum.models import SiteSettings


class Kept(NamedTuple):
    """One kind of data: what it is, why it is kept, for how long; where it stands, "" where there is no page."""

    what: str
    why: str
    long: str
    place: str


def my_data(request):
    """The table, in the numbers in force."""
    return render(
        request, "forum/my_data.html", {"rows": [*_of_the_account(request.user), *_of_the_words(request.user)]}
    )


def _of_the_account(user):
    until_closed = _("Until you close the account")
    sessions = _("Until you sign out there; nobody stays signed in for more than {days} days")
    sessions = sessions.format(days=settings.SESSION_COOKIE_AGE // 86_400)
    return [
        Kept(_("Name, email or mobile number, password"), _("To sign in; a password only as a digest"), until_closed,
             reverse("account_email")),
        Kept(_("What you say of yourself"), _("Stands on your page"), until_closed, reverse("profile")),
        Kept(_("Second steps and passkeys"), _("To guard your account"), _("Until you remove them"),
             reverse("mfa_index")),
        Kept(_("Devices: address, browser, when"), _("So that you see who is signed in as you"), sessions,
             reverse("usersessions_list")),
        Kept(_("My level"), _("What you may hangs on it"), until_closed, user.get_absolute_url()),
    ]  # fmt: skip


def _of_the_words(user):
    site = SiteSettings.current()
    days = _("{days} days")
    return [
        Kept(_("Articles, replies, earlier versions"), _("What you came to say"),
             _("Until you withdraw them; after closing they stay without your name"), user.get_absolute_url()),
        Kept(_("The address and browser behind your words"), _("The law asks for it; shown to few, for a reason"),
             days.format(days=site.origin_days), ""),
        Kept(_("The region beside your words"), _("The law asks for it; taken from the address once"),
             _("As long as the words"), user.get_absolute_url() + "?replies"),
        Kept(_("Favourites and likes"), _("What you keep and agree with"), _("Until you take them back"),
             reverse("favourites")),
        Kept(_("Notices"), _("What happened to your words"), days.format(days=limits.NOTICES_KEPT.days),
             reverse("notices")),
        Kept(_("Blocked words met in what you typed"), _("So that moderators can judge the list of words"),
             days.format(days=limits.HITS_KEPT.days), ""),
        Kept(_("Reports, decisions, sanctions, appeals"), _("Whoever is judged, and whoever judges, can be held to it"),
             _("For good; after closing without your name"), reverse("decisions")),
        Kept(_("Data you had packed"), _("For you to fetch"), days.format(days=limits.PARCEL_KEPT.days),
             reverse("parcels")),
    ]  # fmt: skip
