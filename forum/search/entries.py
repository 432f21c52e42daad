"""The index: one entry for each public thread and reply, written in the transaction that changed it."""

from django.conf import settings

from forum.markup import plain, plain_reply
from forum.models import Reply, SearchEntry, State
from forum.search.marks import marks_of
from forum.search.pinyin import sounds_of
from forum.search.vectors import bare, vector

_EDITION = 2  # raised when fold, dictionary or vectors change: `rebuild_search` then makes all entries anew
_APART = {"jieba": 0, "rjieba": 1_000}  # what one has cut, the other has not: their editions are told apart


def edition():
    """What entries made now are marked with: the edition of the words, and who cut them."""
    return _EDITION + _APART[settings.SEARCH_CUTTER]


def cut_by(edition):
    """Who cut the words of an entry: "jieba" or "rjieba"."""
    return "rjieba" if edition >= _APART["rjieba"] else "jieba"


def index(*things):
    """Make threads and replies findable by the words they have now; what is not public is forgotten."""
    forget(*things)
    enter(*things)


def enter(*things):
    """Make things findable that have only just been written: there is nothing to forget."""
    SearchEntry.objects.bulk_create(entries_of(*things))


def entries_of(*things):
    """Unsaved entries of those that are public."""
    return [entry_of(thing) for thing in things if thing.state == State.PUBLIC]


def forget(*things):
    """Nobody finds these any longer. Replies of a thread that is not public are not found anyway."""
    if replies := [thing.pk for thing in things if isinstance(thing, Reply)]:
        SearchEntry.objects.filter(reply__in=replies).delete()
    if threads := [thing.pk for thing in things if not isinstance(thing, Reply)]:
        SearchEntry.objects.filter(thread__in=threads, reply=None).delete()


def entry_of(thing):
    """An unsaved entry with the words of a thread or reply."""
    if isinstance(thing, Reply):
        text, written_at = plain_reply(thing.body), thing.created_at
        words, about = vector("", text), {"reply": thing, "thread_id": thing.thread_id}
    else:
        text, written_at = plain(thing.body), thing.published_at
        tags = " ".join(tag.name for tag in thing.tags.all())
        words = f"{vector(thing.title, text, tags)} {bare(sounds_of(thing.title))}"
        about = {"thread": thing}
    marked = f"{words} {bare(marks_of(thing, written_at))}"
    return SearchEntry(text=text, vector=marked, written_at=written_at, edition=edition(), **about)
