"""Whatever anybody does, the page in memory is the page one would render now: random verbs by random people."""

import random
import re
from contextlib import suppress

import pytest

from accounts.models import User
from forum.actions import moderation, people, threads
from forum.actions.blocks import set_block
from forum.actions.follows import set_follow
from forum.actions.importing import host_page, show_original, show_repaired
from forum.actions.marks import set_favourite, set_like
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.site import save_settings
from forum.importing import read_page
from forum.models import Category, Reply, Tag, Thread
from forum.rules import Refused
from tests import cast
from tests.unit.config.pagecache.stack import cookies_of

STEPS = 30
SAVED = "标题：导入的{}\n\n作者：某人\n\n" + "产品经理应该先把问题说清楚，再谈方案是什么。" * 12


@pytest.fixture
def everybody(lin, mei, zhou, client_of):
    operator = User.objects.create_superuser("站长", "a@example.org", cast.PASSWORD)
    cast.make_category("notes", "随笔")
    return {"writers": [lin, mei], "moderator": zhou, "operator": operator, "desk": client_of(operator)}


class Life:
    """One community in which anything may happen next."""

    def __init__(self, everybody, chance):
        self.chance, self.all = chance, everybody
        self.moderator, self.operator, self.desk = (everybody[name] for name in ("moderator", "operator", "desk"))
        self.deeds = [getattr(self, name) for name in dir(self) if name.startswith("do_")]

    def writer(self):
        return User.objects.get(pk=self.chance.choice(self.all["writers"]).pk)

    def any(self, noun):
        return self.chance.choice(list(noun.objects.order_by("pk")))

    def word(self):
        return f"词{self.chance.randrange(10**6)}"

    def do_publish(self):
        cast.make_thread(self.writer(), title=self.word(), tags=[self.word()])

    def do_edit_thread(self):
        thread = self.any(Thread)
        category = self.any(Category)
        author = thread.author or self.writer()
        threads.edit_thread(author, thread, title=self.word(), body=self.word(), category=category, tags=["甲"])

    def do_withdraw_thread(self):
        thread = self.any(Thread)
        threads.withdraw_thread(thread.author or self.writer(), thread)

    def do_reply(self):
        cast.make_reply(self.any(Thread), self.writer(), self.word())

    def do_answer(self):
        parent = self.any(Reply)
        cast.make_reply(parent.thread, self.writer(), self.word(), parent=parent)

    def do_edit_reply(self):
        reply = self.any(Reply)
        edit_reply(reply.author or self.writer(), reply, self.word())

    def do_withdraw_reply(self):
        reply = self.any(Reply)
        withdraw_reply(reply.author or self.writer(), reply)

    def do_like(self):
        set_like(self.writer(), self.any(self.chance.choice([Thread, Reply])), liked=self.chance.random() < 0.7)

    def do_favourite(self):
        set_favourite(self.writer(), self.any(Thread), favourited=self.chance.random() < 0.7)

    def do_follow(self):
        thing = self.chance.choice([self.writer(), self.any(Thread), *Tag.objects.all()[:3]])
        set_follow(self.writer(), thing, followed=self.chance.random() < 0.7)

    def do_block(self):
        set_block(self.writer(), self.writer(), blocked=self.chance.random() < 0.5)

    def do_moderate(self):
        verb = self.chance.choice([moderation.hide, moderation.restore, moderation.approve])
        verb(self.moderator, self.any(self.chance.choice([Thread, Reply])), reason="因为")

    def do_mark(self):
        names = "close_thread reopen_thread pin unpin feature unfeature".split()
        getattr(moderation, self.chance.choice(names))(self.moderator, self.any(Thread), reason="因为")

    def do_move(self):
        moderation.move(self.moderator, self.any(Thread), self.any(Category), reason="因为")

    def do_mute(self):
        people.mute(self.moderator, self.writer(), days=3, reason="因为")

    def do_unmute(self):
        people.unmute(self.moderator, self.writer(), reason="因为")

    def do_ban(self):
        self.chance.choice([people.ban, people.unban])(self.moderator, self.writer(), reason="因为")

    def do_appoint(self):
        self.chance.choice([people.appoint, people.release])(self.operator, self.writer(), reason="因为")

    def do_settings(self):
        label = self.chance.choice(["来自{region}", "{region}网友"])
        precision = self.chance.choice(["province", "off"])
        about = {"site_name": self.word(), "region_label": label, "region_precision": precision}
        save_settings(self.operator, reason="因为", **about)

    def do_shelf(self):
        shelf = self.any(Category)
        self._at_the_desk(f"forum/category/{shelf.pk}/change/", name=self.word(), slug=shelf.slug, position=1)

    def do_new_shelf(self):
        word = self.word()
        self._at_the_desk("forum/category/add/", name=word, slug=f"s{word[1:]}", position=2)

    def do_tag(self):
        if Tag.objects.exists():
            self._at_the_desk(f"forum/tag/{self.any(Tag).pk}/change/", name=self.word())

    def do_forget_tag(self):
        if Tag.objects.exists():
            self._at_the_desk(f"forum/tag/{self.any(Tag).pk}/delete/", post="yes")

    def do_profile(self):
        writer = self.writer()
        writer.bio = self.word()
        writer.save()

    def do_import(self):
        raw = SAVED.format(self.chance.randrange(3)).encode()
        host_page(self.moderator, read_page(raw), raw, "page.txt")

    def do_show(self):
        self.chance.choice([show_original, show_repaired])(self.moderator, self.any(Thread), reason="因为")

    def _at_the_desk(self, path, **values):
        answer = self.desk.post(f"/admin/{path}", values)
        assert answer.status_code == 302, answer.content.decode()


def addresses():
    """Every page that is kept ready-made."""
    yield from ["/", "/?sort=latest", "/?sort=hot", "/feeds/latest/", "/sitemap.xml", "/sitemap-threads-1.xml"]
    for shelf in Category.objects.all():
        yield from (shelf.get_absolute_url(), f"/feeds/categories/{shelf.slug}/")
    for tag in Tag.objects.all()[:5]:
        yield from (f"/tags/{tag.name}/", f"/feeds/tags/{tag.name}/")
    for thread in Thread.objects.all():
        path = f"/threads/{thread.pk}/"
        yield from (path, f"{path}?sort=hot", f"{path}?author=1", f"/feeds/threads/{thread.pk}/rss/")
    for person in User.objects.all():
        yield from (
            f"/people/{person.username}/",
            f"/people/{person.username}/?replies",
            f"/feeds/people/{person.username}/",
        )


def said(answer):
    """Status and words; without tokens, the counters of other threads in the margin (they may lag by the page's life)
    and the moment a feed without entries was asked for."""
    body = answer.body if "<entry>" in answer.body else re.sub("<updated>.*?</updated>", "", answer.body)
    body = re.sub(r'(?<=__facts">)[^<]*', "", body)
    return answer.status, re.sub(r'value="[0-9a-zA-Z-]{32,}"|X-CSRFToken": "\w+', "", body)


def differences(one, other):
    """The lines that are not alike."""
    return [pair for pair in zip(one[1].split("\n"), other[1].split("\n"), strict=False) if pair[0] != pair[1]][:3]


@pytest.mark.parametrize("seed", range(2))
def test_what_is_remembered_is_what_would_be_rendered_now(stack, everybody, client_of, seed):
    chance = random.Random(seed)
    life = Life(everybody, chance)
    for _ in range(3):
        life.do_publish(), life.do_reply(), life.do_answer()
    reader = cookies_of(client_of(cast.make_user("读者")))
    for _step in range(STEPS):
        warm = list(addresses())
        warm = chance.sample(warm, min(10, len(warm)))
        for path in warm:
            stack.get(path)
        deed = chance.choice(life.deeds)
        with suppress(Refused):
            deed()
        for path in warm:
            kept, fresh = said(stack.get(path)), said(stack.fresh(path))
            assert kept == fresh, f"{deed.__name__} left {path} as it was: {differences(kept, fresh)}"
        for path in (f"/threads/{chance.choice(list(Thread.objects.all())).pk}/", "/", "/?sort=hot"):
            kept, fresh = said(stack.get(path, reader)), said(stack.fresh(path, reader))
            assert kept == fresh, f"{deed.__name__} left a member's {path} as it was: {differences(kept, fresh)}"
