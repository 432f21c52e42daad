from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.office import charge_of
from forum.models.shown import GHOST, GONE, Shown
from forum.models.state import State
from forum.models.thread import Thread


def sees_everything(viewer, thread=None):
    """Whether no words are covered for this viewer: anywhere, or in this thread."""
    if not viewer.is_authenticated:
        return False
    if viewer.has_perm("forum.moderate"):
        return True
    return thread is not None and charge_of(viewer).filter(category=thread.category_id).exists()


class ReplyQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """Replies this person may read: a reply is visible only in a visible thread."""
        threads = Thread.objects.visible_to(viewer)
        seen = self.filter(thread__in=threads)
        if viewer.is_authenticated and viewer.has_perm("forum.moderate"):
            return seen
        return seen.filter(_readable(viewer))

    def moderated_by(self, moderator):
        """Replies this person judges: those under the threads they judge."""
        if moderator.has_perm("forum.moderate"):
            return self
        return self.filter(thread__category__in=charge_of(moderator))

    def public(self):
        """What a visitor may read."""
        return self.filter(state=State.PUBLIC, thread__state=State.PUBLIC)

    def newest(self):
        """Public ones of the whole site, the newest first, with who said it under what; without the long columns."""
        long = ("body_html", *(f"thread__{name}" for name in ("body", "body_html", "contents", "words", "attribution")))
        return self.public().select_related("author", "thread").defer(*long).order_by("-id")

    def on_page(self, viewer):
        """What stands on the thread's page: the visible, and shells that visible ones hang under.

        A shell keeps the place of a hidden or withdrawn reply without its words; templates ask
        ``is_shell``. The thread itself has been fetched through ``visible_to`` already.
        """
        if sees_everything(viewer):
            return self.uncovered()
        return self._covered(_readable(viewer))

    def uncovered(self):
        """What stands on the page for whoever moderates it: everything."""
        return self._with_people().annotate(is_shell=models.Value(False, models.BooleanField()))

    def seen_by(self, pk):
        """What stands on the page for the member with this number; 0 is a visitor."""
        return self._covered(Q(state=State.PUBLIC) | Q(author=pk) & ~Q(state=State.WITHDRAWN))

    def _covered(self, readable):
        held_up = Exists(Reply.objects.filter(parent=OuterRef("pk"), state=State.PUBLIC))
        return (
            self._with_people()
            .annotate(
                is_shell=models.Case(
                    models.When(readable, then=False), default=True, output_field=models.BooleanField()
                )
            )
            .filter(readable | held_up)
        )

    def shown(self):
        """Of replies ``on_page``, the values of ``Shown`` but for the last."""
        columns = {
            "username": "author__username",
            "avatar": "author__avatar",
            "answered_name": "answering__author__username",
            "answered_imported": "answering__imported",
        }
        return self.values_list(*(columns.get(name, name) for name in Shown._fields[:-1]))

    def _with_people(self):
        return self.select_related("author", "answering__author").annotate(
            root=Coalesce("parent_id", "id"), heat=Coalesce("parent__likes_count", "likes_count")
        )


def _readable(viewer):
    """The replies of a visible thread that somebody who does not moderate everywhere may read."""
    readable = Q(state=State.PUBLIC)
    if viewer.is_authenticated:
        readable |= Q(author=viewer) & ~Q(state=State.WITHDRAWN)
        readable |= Q(thread__category__in=charge_of(viewer))
    return readable


class Reply(models.Model):
    """What someone says under a thread (评论).

    ``region`` is the label fixed when it was written (or imported); it is never recomputed.
    The address it was derived from lives in ``Origin``.
    """

    thread = models.ForeignKey(
        Thread, models.CASCADE, related_name="replies", verbose_name=_("thread"), db_index=False
    )  # reply_page begins with it
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    answering = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="replies"
    )  # null: a ghost from an imported page
    floor = models.PositiveIntegerField(_("floor"), default=0)

    body = models.TextField(_("body"))
    body_html = models.TextField(editable=False)
    region = models.CharField(_("region"), max_length=20, blank=True)
    region_version = models.CharField(max_length=20, blank=True, editable=False)

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PUBLIC)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    folded_at = models.DateTimeField(_("folded"), null=True, blank=True)  # closed under a line, still readable
    likes_count = models.PositiveIntegerField(_("likes"), default=0)
    imported = models.BooleanField(default=False, editable=False)
    key = models.UUIDField(null=True, blank=True, editable=False)  # one per form shown: a retry posts once

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="reply_state_known"),
            models.CheckConstraint(condition=~Q(body=""), name="reply_body_not_blank"),
            models.UniqueConstraint(fields=["author", "key"], name="reply_key_once"),
        ]
        indexes = [
            models.Index(F("thread"), Coalesce("parent_id", "id"), F("id"), name="reply_page"),
            models.Index(fields=["author", "-id"], name="reply_author"),
            models.Index(fields=["state", "-id"], name="reply_waiting", condition=~Q(state=State.PUBLIC)),
        ]

    def __str__(self):
        return self.body[:40]

    def get_absolute_url(self):
        """The address that finds the right page of a long thread."""
        return reverse("reply", args=[self.pk])

    @property
    def author_name(self):
        return self.author.username if self.author else GHOST if self.imported else GONE

    @property
    def is_public(self):
        return self.state == State.PUBLIC
