"""What moderators and the operator may do, and who they are."""

from django.utils.translation import gettext as _

from forum.rules.ruling import ALLOWED, Ruling

MODERATORS = "版主"  # the group that holds forum.moderate; made by a migration


def may_moderate(user):
    """Moderators hold the permission forum.moderate."""
    if user.is_authenticated and user.has_perm("forum.moderate"):
        return ALLOWED
    return Ruling(_("Only moderators may do this"))


def may_import(importer):
    """Moderators; and None, the operator at the machine, who could write the rows as well."""
    return ALLOWED if importer is None else may_moderate(importer)


def may_mute(moderator, user):
    """Moderators mute members, neither themselves nor other moderators."""
    if not (ruling := may_moderate(moderator)):
        return ruling
    if user == moderator or _holds_office(user):
        return Ruling(_("Moderators cannot be muted"))
    return ALLOWED


def may_ban(moderator, user):
    """Moderators ban and readmit members, neither themselves nor other moderators."""
    if not (ruling := may_moderate(moderator)):
        return ruling
    if user == moderator or _holds_office(user):
        return Ruling(_("Moderators cannot be banned"))
    return ALLOWED


def may_bar(user):
    """Whoever holds forum.add_barrier keeps ranges of addresses and mail domains out."""
    if may_moderate(user) and user.has_perm("forum.add_barrier"):
        return ALLOWED
    return Ruling(_("You may not keep addresses out"))


def may_appoint(superuser, user=None):
    """The operator makes moderators, and releases them; without ``user``: whether this is the operator at all."""
    if not superuser.is_authenticated or not superuser.is_active or not superuser.is_superuser:
        return Ruling(_("Only the operator may do this"))
    if user and user.is_superuser:
        return Ruling(_("The operator moderates already"))
    return ALLOWED


def may_change_settings(user):
    """The operator, or whoever holds forum.change_sitesettings."""
    if user.is_authenticated and user.has_perm("forum.change_sitesettings"):
        return ALLOWED
    return Ruling(_("Only the operator may change the settings"))


def may_see_origin(user):
    """Addresses are for moderators who also hold forum.view_origin."""
    if may_moderate(user) and user.has_perm("forum.view_origin"):
        return ALLOWED
    return Ruling(_("You may not see where this was sent from"))


def _holds_office(user):
    """A moderator stays one while banned: has_perm answers no for whoever may not sign in."""
    return user.is_superuser or user.groups.filter(name=MODERATORS).exists() or bool(may_moderate(user))
