"""One visibility rule: after any history of verbs by anybody, every output shows each person just what they may read.

The rule is written here a second time, plainly and over rows, so that it can disagree with ``visible_to``.
"""

import os
import random
import re
from zipfile import ZipFile

import pytest
from django.db.models import Q
from django.test import Client

from forum.exporting import pack
from forum.models import Amendment, Reply, Revision, Series, State, Thread, WordHit
from tests.attack.history import VERBS, WORD, Community
from tests.attack.test_hidden_words import map_file

STEPS = 60


class Eyes:
    """Somebody with a browser, and what they may read."""

    def __init__(self, user=None, *, everything=False, charge=None):
        self.user, self.everything, self.charge = user, everything, charge
        self.browser = Client()
        if user:
            self.browser.force_login(user, "accounts.backend.Accounts")

    def reads_thread(self, thread):
        own = self.user is not None and thread.author_id == self.user.pk
        if thread.state == State.PUBLIC:
            return True
        if thread.state == State.DRAFT:
            return own
        judges = self.everything or thread.category_id == self.charge
        return judges or (own and thread.state != State.WITHDRAWN)

    def reads_reply(self, reply):
        if not self.reads_thread(reply.thread):
            return False
        own = self.user is not None and reply.author_id == self.user.pk
        judges = self.everything or reply.thread.category_id == self.charge
        return reply.state == State.PUBLIC or judges or (own and reply.state != State.WITHDRAWN)

    def words(self):
        """Every word this person may read now."""
        threads = [row for row in Thread.objects.all() if self.reads_thread(row)]
        replies = [row for row in Reply.objects.select_related("thread") if self.reads_reply(row)]
        read = [f"{row.title} {row.body}" for row in threads] + [row.body for row in replies]
        return words_of(*read, *(f"{edit.title} {edit.body}" for edit in self.edits()))

    def edits(self):
        """Edits that are not published are read by whoever wrote them, and on the desk."""
        unpublished = Amendment.objects.exclude(outcome=Amendment.Outcome.PUBLISHED)
        return [edit for edit in unpublished if self.user and (edit.thread or edit.reply).author_id == self.user.pk]

    def own_words(self):
        """Every word they ever wrote, whatever became of it: told to them beside what was decided about it."""
        own = [list(noun.objects.filter(author=self.user)) for noun in (Thread, Reply)]
        before = Revision.objects.filter(Q(thread__in=own[0]) | Q(reply__in=own[1]))
        met = WordHit.objects.filter(author=self.user).values_list("excerpt", flat=True)
        return words_of(*met, *(f"{getattr(row, 'title', '')} {row.body}" for row in [*own[0], *own[1], *before]))

    def open(self, path):
        answer = self.browser.get(path, follow=True)
        assert answer.status_code < 500, path
        return answer

    def sees(self, path):
        """The words on this page; of a question asked back in its own form, only those that were found."""
        return words_of(self.open(path).content.decode(errors="replace")) - words_of(path)


def words_of(*texts):
    return {word for text in texts for word in WORD.findall(text)}


def people(life):
    lin, mei = life.writers
    zhou, products, notes = life.moderators
    return [
        Eyes(),
        Eyes(lin),
        Eyes(mei),
        Eyes(zhou, everything=True),
        Eyes(products, charge=life.shelves[0].pk),
        Eyes(notes, charge=life.shelves[1].pk),
    ]


def lists():
    """Every page that is not about one thing."""
    yield from ("/", "/?sort=latest", "/?sort=hot", "/categories/product/", "/categories/notes/", "/tags/阅读/")
    yield from ("/people/小林/", "/people/小林/?replies", "/latest/", "/charts/week/", "/threads/unanswered/", "/tags/")
    yield from ("/search/?q=阅读", "/search/?q=author:小林", "/search/suggestions/?q=zq", "/favourites/")
    yield from ("/following/", "/people/小林/?favourites")
    yield from ("/threads/similar/?title=zq0001x", *(series.get_absolute_url() for series in Series.objects.all()))


def machines():
    """What programs read."""
    for feed in ("latest", "categories/product", "tags/阅读", "people/小林"):
        yield from (f"/feeds/{feed}/", f"/feeds/{feed}/rss/", f"/feeds/{feed}/json/")
    for thread in Thread.objects.all():
        yield from (f"/feeds/threads/{thread.pk}/", f"/feeds/threads/{thread.pk}/json/")


def compare(eyes):
    """No page shows this person a word they may not read, and each thing's page shows what they may."""
    may = eyes.words()
    for path in lists():
        assert eyes.sees(path) <= may, path
    if eyes.user:
        assert eyes.sees("/notices/") | eyes.sees("/decisions/") <= may | eyes.own_words()
    for thread in Thread.objects.all():
        page = thread.get_absolute_url()
        seen = eyes.sees(page)
        assert seen <= may, page
        assert (words_of(thread.title, thread.body) <= seen) == eyes.reads_thread(thread), page
        for reply in thread.replies.select_related("thread"):
            assert (words_of(reply.body) <= seen) == eyes.reads_reply(reply), (reply.pk, reply.state, thread.state)


def compare_parcel(eyes, folder):
    """Whoever takes their data along takes their own words, and no others that they may not read."""
    pack(eyes.user, folder / "parcel.zip", "zh-hans")
    with ZipFile(folder / "parcel.zip") as box:
        taken = words_of(*(box.read(name).decode() for name in box.namelist() if name.endswith((".html", ".json"))))
    assert taken <= eyes.words() | eyes.own_words()


def compare_for_everybody(visitor):
    """What machines and counters tell of public things, and of no others."""
    may = visitor.words()
    for path in machines():
        assert visitor.sees(path) <= may, path
    sitemap = visitor.open(map_file(Thread.objects.first())).content.decode()
    for thread in Thread.objects.all():
        public = thread.state == State.PUBLIC
        assert (f"/threads/{thread.pk}/" in sitemap) == public
        assert (visitor.open(f"/threads/{thread.pk}/share.png").status_code == 200) == public
        replies = Reply.objects.filter(thread=thread, state=State.PUBLIC)
        assert thread.replies_count == replies.count()
        for word in words_of(thread.title):
            found = f"/threads/{thread.pk}/" in visitor.open(f"/search/?q={word}").content.decode()
            assert found == public, (word, thread.state)
        if public:
            said = visitor.open(f"/threads/{thread.pk}/").content.decode()
            assert f'"commentCount":{replies.count()}' in re.sub(r'": (?=\d)', '":', said)
    for reply in Reply.objects.public():
        for word in words_of(reply.body):
            results = visitor.open(f"/search/?q={word}&in=replies").content.decode()
            assert f"#reply-{reply.pk}" in results or f"/replies/{reply.pk}/" in results


@pytest.mark.parametrize("seed", range(int(os.environ.get("HISTORIES", 4))))
@pytest.mark.usefixtures("db")
def test_every_output_agrees_with_the_rule(seed, tmp_path):
    chance, life = random.Random(seed), Community()
    for _step in range(STEPS):
        life.say(chance.choice(VERBS), *(chance.randrange(12) for _ in range(3)))
    everybody = people(life)
    for eyes in everybody:
        compare(eyes)
        if eyes.user in life.writers:
            compare_parcel(eyes, tmp_path)
    compare_for_everybody(everybody[0])
