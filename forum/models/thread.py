from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.addresses import thread_address
from forum.models.office import RIGHTS, charge_of
from forum.models.orders import CHANGED, GAINED, MAP_FILE, RANK
from forum.models.state import State


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """Threads this person may read: public ones, their own, and for a moderator all in their charge but drafts."""
        if viewer.is_authenticated and viewer.has_perm("forum.moderate"):
            return self.exclude(Q(state=State.DRAFT) & ~Q(author=viewer))
        seen = Q(state=State.PUBLIC)
        if viewer.is_authenticated:
            seen |= Q(author=viewer) & ~Q(state=State.WITHDRAWN)
            seen |= Q(category__in=charge_of(viewer)) & ~Q(state=State.DRAFT)
        return self.filter(seen)

    def moderated_by(self, moderator):
        """Threads this person judges: all but drafts, or those of the categories in their charge."""
        charge = Q() if moderator.has_perm("forum.moderate") else Q(category__in=charge_of(moderator))
        return self.exclude(state=State.DRAFT).filter(charge)

    def public(self):
        """What a visitor may read."""
        return self.filter(state=State.PUBLIC)

    def for_feed(self):
        """Public threads with what a card shows, and not the long columns it does not."""
        light = self.public().defer("body", "body_html", "contents", "words", "attribution")
        return light.select_related("author", "category")

    def latest(self):
        """Newest first."""
        return self.order_by("-published_at", "-id")

    def hot(self):
        """Most recently answered first; what a moderator sank is not brought up by answers."""
        return self.filter(lift__gte=0).order_by("-last_reply_at", "-id")

    def charted(self, days):
        """Of the last days, what readers did most with."""
        young = self.filter(published_at__gt=timezone.now() - timedelta(days=days))
        return young.annotate(points=GAINED).filter(points__gt=0).order_by("-points", "-published_at", "-id")

    def recommended(self):
        """Pinned, then featured, then newest."""
        return self.order_by(models.F("pinned_at").desc(nulls_last=True), "-rank", "-id")


class Thread(models.Model):
    """An article and the discussion under it (文章).

    ``replies_count`` counts public replies only. The ``printed_*`` columns are what the page an
    imported thread came from printed; null means that page did not say.
    """

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="threads")
    byline = models.CharField(_("byline"), max_length=60, blank=True)  # an imported author's name
    category = models.ForeignKey("Category", models.PROTECT, related_name="threads", verbose_name=_("category"))
    tags = models.ManyToManyField("Tag", blank=True, related_name="threads", verbose_name=_("tags"))

    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("body"))
    body_html = models.TextField(editable=False)
    excerpt = models.CharField(max_length=200, blank=True, editable=False)
    contents = models.JSONField(default=list, editable=False)  # [[level, id, text], …]
    attribution = models.TextField(_("reprint notice"), blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    contact_hidden = models.BooleanField(default=False)
    terms = models.TextField(_("words in other scripts"), blank=True)  # lines of forum.chinese.terms
    words = ArrayField(models.CharField(max_length=40), default=list, editable=False)  # for related threads

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    region = models.CharField(_("region"), max_length=20, blank=True)
    region_version = models.CharField(max_length=20, blank=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    last_reply_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    pinned_at = models.DateTimeField(_("pinned"), null=True, blank=True)
    featured_at = models.DateTimeField(_("featured"), null=True, blank=True)
    lift = models.SmallIntegerField(_("lifted"), default=0)  # +1 lifted, -1 sunk; see RANK
    slow_minutes = models.PositiveSmallIntegerField(_("slow mode"), default=0)  # between two replies of one member
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    split_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    key = models.UUIDField(null=True, blank=True, editable=False)  # one per form shown: a retry posts once

    minutes = models.PositiveSmallIntegerField(_("minutes"), default=1)
    replies_count = models.PositiveIntegerField(_("replies"), default=0)
    favourites_count = models.PositiveIntegerField(_("favourites"), default=0)
    likes_count = models.PositiveIntegerField(_("likes"), default=0)
    views_count = models.PositiveBigIntegerField(_("views"), default=0)
    floors = models.PositiveIntegerField(default=0, editable=False)  # the last floor given out
    rank = models.GeneratedField(expression=RANK, output_field=models.FloatField(), db_persist=True)

    printed_replies = models.PositiveIntegerField(null=True, blank=True)
    printed_views = models.PositiveIntegerField(null=True, blank=True)
    printed_favourites = models.PositiveIntegerField(null=True, blank=True)
    printed_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    imported_replies = models.PositiveIntegerField(null=True, blank=True)  # null: written here

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        permissions = RIGHTS
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="thread_state_known"),
            models.CheckConstraint(condition=~Q(title=""), name="thread_title_not_blank"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLIC) | Q(published_at__isnull=False), name="thread_public_has_date"
            ),
            models.UniqueConstraint(fields=["author", "key"], name="thread_key_once"),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="thread_latest", condition=Q(state=State.PUBLIC)),
            models.Index(fields=["-last_reply_at", "-id"], name="thread_hot", condition=Q(state=State.PUBLIC)),
            models.Index(fields=["-rank", "-id"], name="thread_recommended", condition=Q(state=State.PUBLIC)),
            models.Index(fields=["category", "-published_at"], name="thread_category", condition=Q(state=State.PUBLIC)),
            models.Index(fields=["author", "-published_at"], name="thread_author"),
            models.Index(fields=["state", "-id"], name="thread_waiting", condition=~Q(state=State.PUBLIC)),
            GinIndex(fields=["words"], name="thread_words"),
            models.Index(MAP_FILE, CHANGED.desc(), name="thread_map", condition=Q(state=State.PUBLIC)),
            models.Index(fields=["id"], name="thread_unanswered", condition=Q(state=State.PUBLIC, replies_count=0)),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return thread_address(self.pk)

    @property
    def author_name(self):
        """The account's name, or the name the imported page printed."""
        return self.author.username if self.author else self.byline

    @property
    def is_open(self):
        return self.closed_at is None and self.merged_into_id is None

    @property
    def is_imported(self):
        return self.imported_replies is not None

    @property
    def is_fresh(self):
        """Published within the last day: shown with a mark in lists."""
        return bool(self.published_at) and timezone.now() - self.published_at < timedelta(days=1)

    @property
    def replies_shown(self):
        """What the source page printed plus what was said here since; None when unknown."""
        return _shown(self, self.printed_replies, self.replies_count - (self.imported_replies or 0))

    @property
    def views_shown(self):
        """What the page printed plus views here; a page that printed none leaves it unknown for good."""
        if self.is_imported and self.printed_views is None:
            return None
        return _shown(self, self.printed_views, self.views_count)

    @property
    def favourites_shown(self):
        return _shown(self, self.printed_favourites, self.favourites_count)

    @property
    def minutes_shown(self):
        """An import keeps the source's number; the formula serves what is written here."""
        return self.printed_minutes if self.printed_minutes is not None else self.minutes

    @property
    def is_dated(self):
        """Whether its day is known: a page that printed none is published here the moment it is imported."""
        return not self.is_imported or self.published_at != self.created_at

    @property
    def listing_differs(self):
        """The source page counted other replies than it listed: both facts are shown."""
        return self.is_imported and self.printed_replies is not None and self.printed_replies != self.imported_replies


def _shown(thread, printed, here):
    if printed is None:
        return here if not thread.is_imported or here > 0 else None
    return max(0, printed + here)
