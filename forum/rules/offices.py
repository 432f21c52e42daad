"""What the four offices and the operator may do, and who they are.

版主 have charge of categories and judge the words there; 总版主 judge everything and everybody; 运营 arrange the
articles; 管理员 do all of this, change the settings, read addresses and appoint. The groups are made by a migration,
and may be given other rights in the admin: rules ask for permissions, not for groups.
"""

from django.utils.translation import gettext as _

from forum.models import Office, Reply
from forum.rules.ruling import ALLOWED, Ruling

MODERATORS, CHIEFS, EDITORS, ADMINS = OFFICES = ("版主", "总版主", "运营", "管理员")
DESK = ("forum.moderate", "forum.moderate_category", "forum.curate")  # any of these opens the admin


def may_enter(user):
    """The admin is for whoever holds an office."""
    return _holding(user, *DESK)


def may_moderate(user, thing=None):
    """Whether this person judges this thread or reply; without one, or for a person: everything everywhere."""
    if (ruling := _holding(user, "forum.moderate")) or thing is None:
        return ruling
    thread = thing.thread if isinstance(thing, Reply) else thing
    category = getattr(thread, "category_id", None)
    if category is None or not _holding(user, "forum.moderate_category"):
        return ruling
    if Office.objects.filter(user=user, category=category).exists():
        return ALLOWED
    return Ruling(_("Only moderators of this category may do this"))


def may_judge(user):
    """Whether this person judges anything at all: the queue, lists of words and reports are theirs."""
    return _holding(user, "forum.moderate", "forum.moderate_category")


def may_curate(user, thread=None):
    """Pin, feature and move: 运营, and whoever moderates the thread."""
    if holding := _holding(user, "forum.curate"):
        return holding
    return may_moderate(user, thread)


def may_import(importer):
    """Whoever curates; and None, the operator at the machine, who could write the rows as well."""
    return ALLOWED if importer is None else may_curate(importer)


def may_mute(moderator, user):
    """Moderators mute members, neither themselves nor other moderators."""
    if not (ruling := may_moderate(moderator)):
        return ruling
    if user == moderator or holds_office(user):
        return Ruling(_("Moderators cannot be muted"))
    return ALLOWED


def may_ban(moderator, user):
    """Moderators ban and readmit members, neither themselves nor other moderators."""
    if not (ruling := may_moderate(moderator)):
        return ruling
    if user == moderator or holds_office(user):
        return Ruling(_("Moderators cannot be banned"))
    return ALLOWED


def may_bar(user):
    """Whoever holds forum.add_barrier keeps ranges of addresses and mail domains out."""
    if may_moderate(user) and user.has_perm("forum.add_barrier"):
        return ALLOWED
    return Ruling(_("You may not keep addresses out"))


def may_appoint(admin, user=None, office=None):
    """管理员 give and take offices, all but 管理员's, which the operator does. Without ``user``: whether at all."""
    if not admin.is_authenticated or not admin.has_perm("forum.appoint"):
        return Ruling(_("Only the operator may do this"))
    if user and user.is_superuser:
        return Ruling(_("The operator moderates already"))
    if admin.is_superuser:
        return ALLOWED
    if office == ADMINS or (user and (user == admin or user.groups.filter(name=ADMINS).exists())):
        return Ruling(_("Only the operator may do this"))
    return ALLOWED


def may_change_settings(user):
    """The operator, or whoever holds forum.change_sitesettings."""
    if user.is_authenticated and user.has_perm("forum.change_sitesettings"):
        return ALLOWED
    return Ruling(_("Only the operator may change the settings"))


def may_keep_words(user):
    """Moderators who hold the right to the list of blocked words."""
    if may_moderate(user) and user.has_perms(["forum.add_blockedword", "forum.change_blockedword"]):
        return ALLOWED
    return Ruling(_("You may not change the list of words"))


def may_see_origin(user):
    """Addresses are for moderators who also hold forum.view_origin."""
    if may_moderate(user) and user.has_perm("forum.view_origin"):
        return ALLOWED
    return Ruling(_("You may not see where this was sent from"))


def may_see_looks(user):
    """Who read private data is for those who appoint."""
    return may_appoint(user)


def holds_office(user):
    """A moderator stays one while banned: has_perm answers no for whoever may not sign in."""
    return user.is_superuser or user.groups.filter(name__in=OFFICES).exists() or bool(may_enter(user))


def _holding(user, *rights):
    if user.is_authenticated and any(user.has_perm(right) for right in rights):
        return ALLOWED
    return Ruling(_("Only moderators may do this"))
