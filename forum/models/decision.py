from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.models.amendment import Amendment
from forum.models.sanction import Sanction
from forum.models.state import State


class DecisionQuerySet(models.QuerySet):
    def told_to(self, person):
        """What was decided about this person and their words; not who looked at an address or read reports."""
        mine = Q(thread__author=person) | Q(reply__author=person) | Q(user=person)
        return self.filter(mine).exclude(verb__in=Decision.UNTOLD)

    def standing(self):
        """Hides, mutes and refusals of edits that hold now, not undone or decided anew since."""
        verb = Decision.Verb
        hidden = Q(verb=verb.HIDE) & (Q(thread__state=State.HIDDEN) | Q(reply__state=State.HIDDEN))
        mutes = Sanction.objects.in_force().filter(user=OuterRef("user"), since__lte=OuterRef("made_at"))
        same = Q(thread=OuterRef("thread")) | Q(reply=OuterRef("reply")) | Q(user=OuterRef("user"))
        anew = Decision.objects.filter(
            same, number__gt=OuterRef("number"), verb__in=[verb.HIDE, verb.RESTORE, verb.UNMUTE, verb.UNDO]
        )
        sent_back = Q(verb=verb.REFUSE) & Exists(Amendment.objects.filter(decision=OuterRef("pk"), outcome="refused"))
        silenced = Q(verb__in=self.model.SILENCING) & Exists(mutes)
        return self.filter(hidden | sent_back | silenced).exclude(Exists(anew))

    def appealable(self):
        """What stands, has not been appealed and is young enough."""
        return self.standing().filter(appeal=None, made_at__gt=timezone.now() - limits.APPEAL_WINDOW)


class Decision(models.Model):
    """Who did what to what, when and why (处理记录). Append-only and chained: the database refuses update and
    delete, and seals each row with a digest over its facts and the row before (see forum.models.chain)."""

    class Verb(models.TextChoices):
        APPROVE = "approve", _("Approve")
        HIDE = "hide", _("Hide")
        RESTORE = "restore", _("Restore")
        CLOSE = "close", _("Close replies")
        REOPEN = "reopen", _("Reopen replies")
        PIN = "pin", _("Pin")
        UNPIN = "unpin", _("Unpin")
        FEATURE = "feature", _("Feature")
        UNFEATURE = "unfeature", _("Unfeature")
        MOVE = "move", _("Move")
        LIFT = "lift", _("Lift")
        SINK = "sink", _("Sink")
        LEVEL = "level", _("Back to its own rank")
        SLOW = "slow", _("Slow mode")
        UNSLOW = "unslow", _("End slow mode")
        MERGE = "merge", _("Merge")
        UNMERGE = "unmerge", _("Undo the merge")
        SPLIT = "split", _("Split")
        UNSPLIT = "unsplit", _("Undo the split")
        FOLD = "fold", _("Fold")
        UNFOLD = "unfold", _("Unfold")
        WARN = "warn", _("Warn")
        SUSPEND = "suspend", _("Suspend")
        MUTE = "mute", _("Mute")
        UNMUTE = "unmute", _("Lift mute")
        SHELTER = "shelter", _("Give shelter")
        UNSHELTER = "unshelter", _("End the shelter")
        BAN = "ban", _("Ban")
        UNBAN = "unban", _("Lift ban")
        APPOINT = "appoint", _("Appoint")
        RELEASE = "release", _("Release from office")
        ORIGIN = "origin", _("Look at the origin")
        DISMISS = "dismiss", _("Dismiss reports")
        ORIGINAL = "original", _("Show the original text")
        REPAIRED = "repaired", _("Show the repaired text")
        SETTINGS = "settings", _("Change settings")
        GRANT = "grant", _("Grant the appeal")
        LOOK = "look", _("Look at what was published")
        UPHOLD = "uphold", _("Uphold the decision")
        UNDO = "undo", _("Undo")
        SEEN = "seen", _("Look at a signal")
        AMEND = "amend", _("Publish the edit")
        REFUSE = "refuse", _("Refuse the edit")
        EXHIBIT = "exhibit", _("Show as a case")
        WITHHOLD = "withhold", _("No longer show as a case")

    # Not for the eyes of whom they concern: an investigation, somebody's complaint, and what the appeal itself says.
    UNTOLD = (Verb.ORIGIN, Verb.DISMISS, Verb.LOOK, Verb.GRANT, Verb.UPHOLD, Verb.SEEN)

    MEASURES = (Verb.HIDE, Verb.REFUSE, Verb.WARN, Verb.MUTE, Verb.SUSPEND, Verb.BAN)  # against words and people
    SILENCING = (Verb.MUTE, Verb.SUSPEND)

    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions", verbose_name=_("moderator")
    )
    verb = models.CharField(_("verb"), max_length=10, choices=Verb)
    thread = models.ForeignKey("Thread", models.PROTECT, null=True, blank=True, related_name="decisions")
    reply = models.ForeignKey("Reply", models.PROTECT, null=True, blank=True, related_name="decisions")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="decisions_about"
    )
    reason = models.CharField(_("reason"), max_length=300)
    detail = models.CharField(_("detail"), max_length=300, blank=True)  # until when, from where to where
    rule_number = models.PositiveSmallIntegerField(_("rule"), null=True, blank=True)  # of a HouseRule, as it was
    rule_words = models.CharField(
        _("words of the rule"), max_length=limits.RULE_LENGTH, blank=True, default="", db_default=""
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    # The database fills these in, whatever it is given; numbers have no gaps.
    number = models.PositiveBigIntegerField(_("number"), db_default=0, editable=False)
    previous = models.CharField(max_length=64, db_default="", editable=False)
    digest = models.CharField(_("digest"), max_length=64, db_default="", editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="decision_number_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_reason"),
            models.CheckConstraint(
                condition=Q(rule_number=None, rule_words="") | Q(rule_number__isnull=False) & ~Q(rule_words=""),
                name="decision_rule_has_words",
            ),
            models.CheckConstraint(
                condition=(
                    Q(thread__isnull=False, reply__isnull=True, user__isnull=True)
                    | Q(thread__isnull=True, reply__isnull=False, user__isnull=True)
                    | Q(thread__isnull=True, reply__isnull=True, user__isnull=False)
                    | Q(thread__isnull=True, reply__isnull=True, user__isnull=True, verb="settings")
                ),
                name="decision_about_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.get_verb_display()} · {self.reason}"

    @property
    def rule(self):
        """Which rule applied, as it was worded then; "" where none was named."""
        if self.rule_number is None:
            return ""
        return _("Rule {number}: {words}").format(number=self.rule_number, words=self.rule_words)

    @property
    def thing(self):
        return self.reply or self.thread or self.user
