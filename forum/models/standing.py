from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits, prepared
from forum.models.review import Level

# One statement for any number of people; no more words are counted than the highest level asks for.
_FACTS = """
select person.id, person.date_joined,
  (select count(*) from (select from forum_reply reply join forum_thread thread on thread.id = reply.thread_id
    where reply.author_id = person.id and reply.state = 'public' and thread.state = 'public' limit $2) kept)
  + (select count(*) from (select from forum_thread where author_id = person.id and state = 'public'
    limit $2) kept),
  (select count(distinct reply.id) from forum_reply reply join forum_report report on report.reply_id = reply.id
    where reply.author_id = person.id and reply.state <> 'public' and report.outcome = 'upheld'
      and report.resolved_at > $3)
  + (select count(distinct thread.id) from forum_thread thread join forum_report report on report.thread_id = thread.id
    where thread.author_id = person.id and thread.state <> 'public' and report.outcome = 'upheld'
      and report.resolved_at > $3),
  (select coalesce(sum(points), 0) from forum_sanction where user_id = person.id and lifted_at is null
    and since > $4)
from accounts_user person where person.id = any($1::bigint[])
"""


class Facts(NamedTuple):
    """What a level is judged by: days here, public articles and replies, things of theirs for which a report was
    upheld within limits.UPHELD_COUNTS, points of sanctions that have not faded."""

    days: int
    said: int
    upheld: int
    points: int


class Standing(models.Model):
    """The level a member has, as it was last weighed (等级), and why it is lower than it was; no row: never weighed."""

    class Fall(models.TextChoices):
        """By which criterion of limits.Known it was lost, the gravest last; RULES: it asks for more than before."""

        RULES = "rules"
        SAID = "said"
        UPHELD = "upheld"
        POINTS = "points"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="weighed")
    level = models.CharField(_("level"), max_length=8, choices=Level)
    fell_from = models.CharField(max_length=8, choices=Level, blank=True)  # until it is reached again
    fell_for = models.CharField(max_length=6, choices=Fall, blank=True)
    fell_with = models.PositiveIntegerField(default=0)  # what that criterion counted then
    fell_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")

    def __str__(self):
        return self.get_level_display()


def facts_of(people):
    """The Facts of these people (their numbers), by number; one statement."""
    now = timezone.now()
    lately, fading = now - limits.UPHELD_COUNTS, now - timedelta(days=limits.POINTS_LAST_DAYS)
    rows = prepared.told("facts", lambda: _FACTS, list(people), limits.TRUSTED.said, lately, fading)
    return {pk: Facts((now - joined).days, *counted) for pk, joined, *counted in rows}


def weighed_level(user):
    """The Level this member had when last weighed, or None; asked of everybody who posts, so worded once."""
    rows = prepared.rows("level", lambda pk: Standing.objects.filter(pk=pk).values_list("level"), user.pk)
    return Level(rows[0][0]) if rows else None
