"""What members are told, and what they make of it: tell, read, choose which kinds."""

from django.db import transaction
from django.utils import timezone

from forum import limits, prepared
from forum.actions.pages import touch
from forum.models import Decision, Hush, Notice, Reply, Report, Thread
from forum.rules import may_have_notices, require

# In the order of recipients: two transactions that tell the same people do not wait for each other in a ring.
_TELL = """
insert into forum_notice (recipient_id, kind, key, actor_id, thread_id, reply_id, decision_id, report_id, link, words,
  times, created_at)
select told.recipient, told.kind, told.key, $1::bigint, $2::bigint, $3::bigint, $4::bigint, $5::bigint, $6::text,
  $7::text, 1, $8::timestamptz
from unnest($9::bigint[], $10::text[], $11::text[]) as told (recipient, kind, key)
join accounts_user on accounts_user.id = told.recipient and accounts_user.is_active
where not exists (select from forum_hush where user_id = told.recipient and kind = told.kind)
  and not exists (select from forum_block where user_id = told.recipient and person_id = $1::bigint)
order by told.recipient
on conflict (recipient_id, kind, key) where read_at is null do update set
  times = forum_notice.times + 1, actor_id = excluded.actor_id, words = excluded.words,
  created_at = excluded.created_at
returning recipient_id
"""


def tell(recipient, kind, *, actor=None, about=None, link="", words=""):
    """A notice for this person (None, a ghost: for nobody), unless they caused it, left, or want none of its kind.

    ``about`` is a Thread, Reply, Decision, Report or None; ``link`` the address it leads to where there is no such
    thing; ``words`` at most 300 characters. In the caller's transaction if there is one. An unread notice of the
    same kind about the same thing (or link) counts once more.
    """
    tell_all({recipient.pk: kind} if recipient else {}, actor=actor, about=about, link=link, words=words)


def tell_all(kinds, *, actor=None, about=None, link="", words=""):
    """The same for several people, each with a kind, in one statement: ``kinds`` by the person's number."""
    people = {pk: kind for pk, kind in kinds.items() if pk and pk != (actor and actor.pk)}
    if not people:
        return
    said = actor and actor.pk, *_references(about), link[:200], words[:300], timezone.now()
    keys = [_key(kind, about, link) for kind in people.values()]
    whom = list(people), [str(kind) for kind in people.values()], keys
    reached = prepared.told("tell", lambda: _TELL, *said, *whom)
    touch(*(f"notices-{pk}" for (pk,) in reached))


@transaction.atomic
def read_notices(person, notices):
    """These of the person's notices have been read."""
    require(may_have_notices(person))
    if notices.filter(recipient=person).unread().update(read_at=timezone.now()):
        touch(f"notices-{person.pk}")


@transaction.atomic
def choose_notices(person, wanted):
    """From now on the person gets notices of these kinds, and of those nobody can refuse."""
    require(may_have_notices(person))
    unwanted = {*Notice.Kind} - {*wanted, *Notice.ALWAYS}
    Hush.objects.filter(user=person).exclude(kind__in=unwanted).delete()
    Hush.objects.bulk_create([Hush(user=person, kind=kind) for kind in unwanted], ignore_conflicts=True)


def forget_notices():
    """What was told longer ago than limits.NOTICES_KEPT, read or not; returns how many."""
    return Notice.objects.filter(created_at__lt=timezone.now() - limits.NOTICES_KEPT).delete()[0]


def _key(kind, about, link):
    if about is None:
        return link[:200]
    if isinstance(about, Reply) and kind in Notice.GATHERED:
        return f"thread-{about.thread_id}"
    return f"{about._meta.model_name}-{about.pk}"


def _references(about):
    return [about.pk if isinstance(about, noun) else None for noun in (Thread, Reply, Decision, Report)]
