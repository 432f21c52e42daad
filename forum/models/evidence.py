import hashlib

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.chain import sealed

FACTS = (
    "report_id", "noun", "number", "title", "body", "author_id", "author_name", "floor", "region", "written_at",
    "taken_at",
)  # fmt: skip


class Evidence(models.Model):
    """The words as they stood when somebody reported them (存证): facts, not references, so that no later edit,
    withdrawal or removal reaches them. Append-only: the database refuses update and delete.

    ``words`` tells whether two stand for the same words; ``digest`` is over every fact, see ``digest_of``.
    """

    report = models.OneToOneField("Report", models.DO_NOTHING, related_name="evidence", db_constraint=False)
    noun = models.CharField(max_length=6)  # thread, reply
    number = models.PositiveBigIntegerField()
    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("body"))
    author_id = models.BigIntegerField(null=True)  # null: a ghost, or whom the imported page named
    author_name = models.CharField(_("author"), max_length=150, blank=True)
    floor = models.PositiveIntegerField(_("floor"), default=0)
    region = models.CharField(_("region"), max_length=20, blank=True)
    written_at = models.DateTimeField(_("written"))  # or edited last
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)
    words = models.CharField(max_length=64)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["-id"]
        indexes = [models.Index(fields=["noun", "number"], name="evidence_about")]

    def __str__(self):
        return self.body[:40]

    @property
    def is_whole(self):
        """Whether every fact is still what was sealed."""
        return self.digest == digest_of(self) and self.words == words_of(self.title, self.body)

    def differs_from(self, thing):
        """Whether the words of this thread or reply are others by now."""
        return self.words != words_about(thing)


def evidence_of(report, thing):
    """The Evidence of a Thread's or Reply's words as they stand in this object, sealed and not yet saved."""
    title, body = _title_of(thing), thing.body
    evidence = Evidence(
        report=report, noun=thing._meta.model_name, number=thing.pk, title=title, body=body,
        author_id=thing.author_id, author_name=_name_of(thing), floor=getattr(thing, "floor", 0),
        region=thing.region, written_at=thing.edited_at or thing.created_at, words=words_of(title, body),
    )  # fmt: skip
    evidence.digest = digest_of(evidence)
    return evidence


def digest_of(evidence):
    """What the digest must be: SHA-256, in hexadecimal, of every fact as its length in characters and itself."""
    return sealed(evidence, FACTS)


def words_about(thing):
    """``words`` of what a thread or reply says now."""
    return words_of(_title_of(thing), thing.body)


def words_of(title, body):
    """One digest over a title and a body, to compare them by."""
    return hashlib.sha256(f"{len(title)}:{title}{body}".encode()).hexdigest()


def _title_of(thing):
    return getattr(thing, "title", "")


def _name_of(thing):
    return thing.author.username if thing.author else getattr(thing, "byline", "")
