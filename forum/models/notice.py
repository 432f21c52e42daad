from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.reply import Reply
from forum.models.thread import Thread


class NoticeQuerySet(models.QuerySet):
    def shown_to(self, person):
        """What this person is told; never about words they may not read, or no longer."""
        threads = Thread.objects.visible_to(person).filter(pk=OuterRef("thread"))
        replies = Reply.objects.visible_to(person).filter(pk=OuterRef("reply"))
        mine = self.filter(recipient=person)
        return mine.filter(Q(thread=None) | Exists(threads)).filter(Q(reply=None) | Exists(replies))

    def unread(self):
        return self.filter(read_at=None)

    def before(self, moment, pk):
        """What is listed, newest first, after the notice of this moment and number."""
        return self.filter(created_at__lte=moment).filter(Q(created_at__lt=moment) | Q(pk__lt=pk))


class Notice(models.Model):
    """Something a member is told (通知). While it is unread, more of the same about the same thing is counted in
    ``times`` and brings it up again. Its sentence stands in templates/forum/notices/_sentence.html."""

    class Kind(models.TextChoices):
        REPLY = "reply", _("Replies to my articles")
        ANSWER = "answer", _("Answers to my replies")
        MENTION = "mention", _("Somebody mentions me")
        PERSON = "person", _("New articles by people I follow")
        TAG = "tag", _("New articles under tags I follow")
        THREAD = "thread", _("New replies to articles I follow")
        DECISION = "decision", _("Decisions about me and my words")
        APPEAL = "appeal", _("Answers to my appeals")
        REPORT = "report", _("Answers to my reports")
        PARCEL = "parcel", _("My data is packed")

    ALWAYS = (Kind.DECISION, Kind.APPEAL)  # due process: nobody can say they do not want to know
    GATHERED = (Kind.REPLY, Kind.THREAD)  # one for all replies under a thread, however many wait to be read

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12)  # of Kind; no choices, so that another kind is no migration
    key = models.CharField(max_length=200)  # what it is about, as far as one unread notice is enough
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+", db_index=False)
    reply = models.ForeignKey(Reply, models.CASCADE, null=True, related_name="+")  # of many, the first unread
    decision = models.ForeignKey("Decision", models.CASCADE, null=True, related_name="+", db_index=False)
    report = models.ForeignKey("Report", models.CASCADE, null=True, related_name="+", db_index=False)
    link = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=300, blank=True)
    times = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "key"], condition=Q(read_at=None), name="notice_unread_once"
            )
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="notice_newest"),
            models.Index(fields=["created_at"], name="notice_oldest"),
        ]

    def __str__(self):
        return f"{self.recipient_id} ← {self.kind} {self.key}"

    @property
    def about_thread(self):
        """The thread it is about, or under which the reply stands."""
        return self.reply.thread if self.reply else self.thread

    @property
    def is_read(self):
        return self.read_at is not None


class Hush(models.Model):
    """A member does not want notices of this kind (不再通知)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="hushes")
    kind = models.CharField(max_length=12)  # of Notice.Kind

    class Meta:
        verbose_name = _("hush")
        verbose_name_plural = _("hushes")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="hush_once")]

    def __str__(self):
        return f"{self.user_id} ∌ {self.kind}"
