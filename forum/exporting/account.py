"""Who a member is here, and how they come in."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from accounts.models import Identity
from forum.exporting.pages import file_of
from forum.exporting.section import Section, at
from forum.rules import level_of


def profile_of(user):
    """The one row about the member; ``picture`` is the file that lies beside, "" without one."""
    mails = EmailAddress.objects.filter(user=user).order_by("pk").values_list("email", flat=True)
    return {
        "name": user.username,
        "about": user.bio,
        "picture": user.avatar and file_of(user.avatar),
        "level": str(level_of(user)),
        "joined": at(user.date_joined),
        "last_login": at(user.last_login),
        "emails": "、".join(dict.fromkeys([*([user.email] if user.email else []), *mails])),
        "phone": user.phone,
        "shows_favourites": user.shows_favourites,
        "shows_followers": user.shows_followers,
        "wants_own_lists": user.wants_own_lists,
    }


def sections_of_the_account(user):
    """Names, devices, keys, and where else they are known."""
    return [
        Section("names", [_name(one) for one in user.old_names.order_by("pk")]),
        Section("sessions", [_session(one) for one in UserSession.objects.filter(user=user).order_by("pk")]),
        Section("keys", [_key(one) for one in Authenticator.objects.filter(user=user).order_by("pk")]),
        Section("linked", [_linked(one) for one in user.socialaccount_set.order_by("pk")]),
        Section("identity", [_identity(one) for one in Identity.objects.filter(user=user)]),
    ]


def _name(one):
    return {"name": one.name, "made": at(one.changed_at), "until": at(one.kept_until)}


def _session(one):
    return {"address": one.ip, "browser": one.user_agent, "made": at(one.created_at),
            "last_seen": at(one.last_seen_at)}  # fmt: skip


def _key(one):
    """Whether there is one and since when; its secret opens the account and stays where it is."""
    return {"kind": one.type, "name": one.data.get("name", "") if isinstance(one.data, dict) else "",
            "made": at(one.created_at), "last_used": at(one.last_used_at)}  # fmt: skip


def _linked(one):
    return {"kind": one.provider, "name": one.extra_data.get("name", ""), "number": one.uid,
            "made": at(one.date_joined), "last_used": at(one.last_login)}  # fmt: skip


def _identity(one):
    """All of it but the digest, which is of use to us alone."""
    return {"kind": one.get_kind_display(), "name": one.organisation, "verb": one.get_method_display(),
            "made": at(one.confirmed_at)}  # fmt: skip
