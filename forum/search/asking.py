"""A question as typed → what is asked of the database, and what must be said to whoever typed it."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.names import folded as folded_name
from forum.chinese import fold
from forum.models import Category, SiteSettings, Tag
from forum.region import COUNTRIES, SHORT_NAMES, UNKNOWN, named
from forum.search.filters import KINDS, moment, parted
from forum.search.marks import REPLY, THREAD, author_mark, byline_mark, region_mark
from forum.search.questions import LONGEST, Term, terms, tsquery
from forum.search.words import quoted


class Asked(NamedTuple):
    """A question that has been read. `entry` and `thread` are conditions in SQL with their values."""

    words: str = ""  # folded, without filters
    terms: tuple[Term, ...] = ()
    query: str = ""  # a tsquery literal: words and marks; "" when only the other conditions restrict
    entry: tuple = ()
    thread: tuple = ()
    filters: tuple = ()
    notes: tuple[str, ...] = ()

    @property
    def is_question(self):
        """Whether anything is looked for."""
        return bool(self.query or self.entry or self.thread)

    @property
    def wanted(self):
        """The terms that must be there."""
        return [term for term in self.terms if not term.is_excluded]


def read(question, spoken=None):
    """What a reader's question asks. Never fails; what is not understood is said in `notes` and left out.

    `spoken` tells what a word of letters stands for: {"zhifubao": ["支付宝"]}.
    """
    words, filters = parted(question[:LONGEST])
    asked = [term.meaning((spoken or {}).get(term.text, ())) for term in terms(words)]
    marks, entry, thread, notes, kept = [], [], [], [], []
    for one in filters:
        mark, condition, where, note = _READERS[one.name](one)
        if note:
            notes.append(note)
            continue
        kept.append(one)
        if mark:
            marks.append(f"!({mark})" if one.is_excluded else f"({mark})")
        if condition:
            (thread if where == "thread" else entry).append(condition)
    written = tsquery(asked)
    if not written and not kept:
        return Asked(words, notes=tuple(notes))
    # Words that only exclude restrict what the filters find.
    restricting = written or " & ".join(tsquery([term], alone=True) for term in asked)
    query = " & ".join(filter(None, [restricting, *marks]))
    return Asked(words, tuple(asked), query, tuple(entry), tuple(thread), tuple(kept), tuple(notes))


def _author(one):
    found = User.objects.filter(folded_name=folded_name(one.value)).values_list("pk", flat=True).first()
    marks = [byline_mark(one.value), *([author_mark(found)] if found else [])]
    return " | ".join(map(quoted, marks)), None, None, None


def _tag(one):
    pk = Tag.objects.filter(folded=one.value).values_list("pk", flat=True).first()
    if pk is None:
        return None, None, None, _("There is no tag “{name}”, so that was left out.").format(name=one.value)
    within = "not in" if one.is_excluded else "in"
    condition = f"entry.thread_id {within} (select thread_id from forum_thread_tags where tag_id = %s)"
    return None, (condition, pk), "entry", None


def _shelf(one):
    for category in Category.shelves():
        if one.value in {fold(category.name), category.slug}:
            condition = f"thread.category_id {'<>' if one.is_excluded else '='} %s"
            return None, (condition, category.pk), "thread", None
    return None, None, None, _("There is no category “{name}”, so that was left out.").format(name=one.value)


def _region(one):
    precision = SiteSettings.current().region_precision
    if precision == SiteSettings.Precision.OFF:
        return None, None, None, _("This site does not show places, so they cannot be asked for.")
    # A place finer than what is shown cannot be asked for: it is not among the names at this precision.
    known = {*SHORT_NAMES, *COUNTRIES, UNKNOWN.label}
    labels = {label for label in known if one.value in _spellings(named(label).at(precision))}
    if not labels:
        note = _("There is no place “{name}” here, so that was left out.").format(name=one.value)
        return None, None, None, note
    return " | ".join(quoted(region_mark(label)) for label in sorted(labels)), None, None, None


def _spellings(shown):
    return {fold(shown), fold(shown.removeprefix("中国")) or fold(shown)}


def _type(one):
    if kind := KINDS.get(one.value):
        return quoted(THREAD if kind == "thread" else REPLY), None, None, None
    return None, None, None, _("type: is followed by thread or reply; “{value}” was left out.").format(value=one.value)


def _since(one):
    return _dated(one, "<" if one.is_excluded else ">=")


def _until(one):
    return _dated(one, ">=" if one.is_excluded else "<")


def _dated(one, comparison):
    if day := moment(one.value):
        return None, (f"entry.written_at {comparison} %s", day), "entry", None
    example = f"{one.name}:2024-05-01"
    note = _("“{value}” is not a day; write it like {example}.").format(value=one.value, example=example)
    return None, None, None, note


_READERS = {
    "author": _author,
    "tag": _tag,
    "in": _shelf,
    "region": _region,
    "type": _type,
    "after": _since,
    "before": _until,
}
