"""The last day of an account: who somebody was is erased, what they said stays without a name."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import CASCADE, F, Q
from django.db.models.functions import Greatest
from django.utils import timezone, translation

from accounts.models import FreedName, User
from forum import limits, search
from forum.actions.closing import write_letter
from forum.actions.nameless import unname
from forum.actions.pages import touch
from forum.actions.parcels import erase_parcels
from forum.actions.pictures import drop_avatar
from forum.models import Amendment, Favourite, Like, Origin, Reply, Report, Revision, Series, State, Thread
from forum.models.shown import GONE

_STAYS = {Report, LogEntry}  # what others were judged by, and what was changed at the desk


def erase_due_accounts():
    """Erase every account whose days of grace are over; returns how many."""
    due = (
        User.objects.filter(closing_at__lte=timezone.now(), is_active=True).order_by("pk").values_list("pk", flat=True)
    )
    return sum(erase_account(pk) for pk in list(due))


@transaction.atomic
def erase_account(pk):
    """Erase one, unless its owner kept it at the last moment. Decisions, sanctions, appeals and reports stay, and
    point at an account without a name; what moderators were shown as evidence stays as it was sealed."""
    user = User.objects.select_for_update(of=("self",)).filter(pk=pk, is_active=True).first()
    if user is None or user.closing_at is None or user.closing_at > timezone.now():
        return False
    write_letter(user, "erased")
    drop_avatar(user)
    unname(user)
    _erase_words(user)
    _uncount_marks(user)
    for session in UserSession.objects.filter(user=user):
        session.end()
    erase_parcels(user.parcels.all())
    drop_avatar(user)
    _keep_old_names(user)
    _erase_what_goes_along(user)
    _erase_person(user)
    touch("all")
    return True


def _erase_words(user):
    """Drafts go, published words lose their author; so do their origins and what they were before edits."""
    Thread.objects.filter(author=user, state=State.DRAFT).delete()
    Series.objects.filter(author=user).delete()
    mine = Q(thread__author=user) | Q(reply__author=user)
    Origin.objects.filter(mine).delete()
    Revision.objects.filter(mine).delete()
    Amendment.objects.filter(mine).delete()
    Revision.objects.filter(editor=user).update(editor=None)
    threads, replies = Thread.objects.filter(author=user), Reply.objects.filter(author=user)
    things = [*threads, *replies]
    with translation.override(settings.LANGUAGE_CODE):
        threads.update(author=None, byline=str(GONE), key=None)
    replies.update(author=None, key=None)
    for thing in things:
        thing.author = None
    search.index(*things)


def _uncount_marks(user):
    """Before likes and favourites go: what was counted by them."""
    less = {"likes_count": Greatest(F("likes_count") - 1, 0)}
    Thread.objects.filter(likes__in=Like.objects.filter(user=user)).update(**less)
    Reply.objects.filter(likes__in=Like.objects.filter(user=user)).update(**less)
    kept = Thread.objects.filter(favourites__in=Favourite.objects.filter(user=user))
    kept.update(favourites_count=Greatest(F("favourites_count") - 1, 0))


def _keep_old_names(user):
    """Names they had before are kept from others as long as they would have been; as digests, like the last one."""
    for old in user.old_names.all():
        FreedName.objects.update_or_create(digest=FreedName.digest_of(old.name), defaults={"free_at": old.kept_until})


def _erase_what_goes_along(user):
    """Every row that says of itself that it goes with its account, whichever app it is of."""
    for relation in User._meta.get_fields(include_hidden=True):  # hidden: those without a name for the way back
        if getattr(relation, "on_delete", None) is CASCADE and relation.related_model not in _STAYS:
            relation.related_model._base_manager.filter(**{relation.field.name: user}).delete()
    user.groups.clear()
    user.user_permissions.clear()


def _erase_person(user):
    user.shows_favourites = user.shows_followers = False
    digest, free_at = FreedName.digest_of(user.username), timezone.now() + limits.NAME_KEPT
    FreedName.objects.update_or_create(digest=digest, defaults={"free_at": free_at})
    FreedName.objects.filter(free_at__lt=timezone.now()).delete()
    user.username = f"#{user.pk}"  # in lists of the desk; nobody can choose a name of this shape
    user.email = user.phone = user.bio = ""
    user.wants_own_lists = True
    user.phone_verified = user.is_staff = user.is_superuser = user.is_active = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
