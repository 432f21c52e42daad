"""A community in which random people say random verbs; every text bears a word of its own, so it can be found again."""

import re
from contextlib import suppress

from django.db import transaction

from accounts.models import User
from forum.actions import amendments, appeals, merging, moderation, queue, reports, tools
from forum.actions.blocks import set_block
from forum.actions.follows import set_follow
from forum.actions.marks import set_favourite, set_like
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.series import keep_series
from forum.actions.threads import edit_thread, withdraw_thread
from forum.models import Amendment, BlockedWord, Decision, Reply, Report, Settlement, State, Tag, Thread
from forum.models.waiting import NOUNS, waiting_for
from forum.rules import Refused
from tests import cast

WAITS = "待审词"  # a text with it is held
WORD = re.compile(r"zq\d{4}x")
REASON = "因为"


class Community:
    """小林 and 阿梅 write, 老周 moderates, 小钟 has charge of 产品, 小郑 of 随笔."""

    def __init__(self):
        self.made = 0
        self.shelves = [cast.make_category(), cast.make_category("notes", "随笔")]
        self.writers = [cast.lin(), cast.make_user("阿梅")]
        self.moderators = [
            cast.make_moderator("老周"),
            cast.make_moderator("小钟", "版主", self.shelves[0]),
            cast.make_moderator("小郑", "版主", self.shelves[1]),
        ]
        BlockedWord.objects.create(word=WAITS, level=BlockedWord.Level.HOLD)
        for writer, shelf in zip(self.writers, self.shelves, strict=True):
            thread = cast.make_thread(writer, title=self.word(), body=self.word(), category=shelf, tags=["阅读"])
            cast.make_reply(thread, self.writers[0], self.word())
        cast.make_thread(title=self.word(), body=self.word(), state=State.DRAFT)

    def word(self):
        """A word no other text has."""
        self.made += 1
        return f"zq{self.made:04d}x"

    def say(self, verb, who, what, where):
        """One verb, by the numbered person, on the numbered thing; whether it was allowed."""
        with suppress(Refused), transaction.atomic():
            getattr(self, f"do_{verb}")(who, what, where)
            return True
        return False

    def writer(self, who):
        return User.objects.get(pk=self.writers[who % len(self.writers)].pk)

    def moderator(self, who):
        return User.objects.get(pk=self.moderators[who % len(self.moderators)].pk)

    def thread(self, what):
        return _one_of(Thread, what)

    def reply(self, what):
        return _one_of(Reply, what)

    def thing(self, what):
        return self.thread(what // 2) if what % 2 else self.reply(what // 2)

    def do_publish(self, who, what, where):
        shelf, held = self.shelves[where % 2], WAITS if what % 4 == 0 else ""
        cast.make_thread(self.writer(who), title=self.word(), body=self.word() + held, category=shelf, tags=["阅读"])

    def do_reply(self, who, what, where):
        cast.make_reply(self.thread(what), self.writer(who), self.word() + (WAITS if where % 4 == 0 else ""))

    def do_answer(self, who, what, where):
        parent = self.reply(what)
        text = self.word() + (WAITS if where % 4 == 0 else "")
        cast.make_reply(parent.thread, self.writer(who), text, parent=parent)

    def do_edit_thread(self, who, what, where):
        thread, body = self.thread(what), self.word() + (WAITS if where % 2 else "")
        shelf = self.shelves[where % 2]
        edit_thread(thread.author, thread, title=self.word(), body=body, category=shelf, tags=["阅读"])

    def do_edit_reply(self, who, what, where):
        reply = self.reply(what)
        edit_reply(reply.author, reply, self.word() + (WAITS if where % 2 else ""))

    def do_withdraw(self, who, what, where):
        thing = self.thing(what)
        verb = withdraw_thread if isinstance(thing, Thread) else withdraw_reply
        verb(thing.author, thing)

    def do_approve(self, who, what, where):
        moderation.approve(self.moderator(who), self.thing(what), reason=REASON)

    def do_hide(self, who, what, where):
        moderation.hide(self.moderator(who), self.thing(what), reason=REASON)

    def do_restore(self, who, what, where):
        moderation.restore(self.moderator(who), self.thing(what), reason=REASON)

    def do_fold(self, who, what, where):
        (tools.fold if where % 3 else tools.unfold)(self.moderator(who), self.reply(what), reason=REASON)

    def do_arrange(self, who, what, where):
        verbs = moderation.pin, moderation.feature, moderation.close_thread, tools.sink, tools.lift, tools.level
        verbs[where % len(verbs)](self.moderator(0), self.thread(what), reason=REASON)

    def do_move(self, who, what, where):
        moderation.move(self.moderator(0), self.thread(what), self.shelves[where % 2], reason=REASON)

    def do_merge(self, who, what, where):
        merging.merge(self.moderator(who), self.thread(what), into=self.thread(where), reason=REASON)

    def do_unmerge(self, who, what, where):
        merging.unmerge(self.moderator(who), self.thread(what), reason=REASON)

    def do_split(self, who, what, where):
        reply = self.reply(what)
        words = {"title": self.word(), "body": self.word(), "category": self.shelves[where % 2]}
        merging.split(self.moderator(who), reply.thread, floors=[reply.floor], reason=REASON, **words)

    def do_unsplit(self, who, what, where):
        merging.unsplit(self.moderator(who), self.thread(what), reason=REASON)

    def do_report(self, who, what, where):
        reports.report(self.writer(who), self.thing(what), reason=Report.Reason.values[0])

    def do_judge_edit(self, who, what, where):
        verb = amendments.publish_edit if where % 2 else amendments.refuse_edit
        edits = list(Amendment.objects.order_by("pk"))
        thing = (edits[what % len(edits)].thread or edits[what % len(edits)].reply) if edits else self.thing(what)
        verb(self.moderator(who), thing, reason=REASON)

    def do_settle(self, who, what, where):
        choice = (queue.Choice.PASS, queue.Choice.HIDE, queue.Choice.REFUSE)[where % 3]
        if waiting := waiting_for(self.moderators[0], 20):
            row = waiting[what % len(waiting)]
            thing = NOUNS[row.noun].objects.get(pk=row.pk)
            queue.settle(self.moderator(who), thing, choice, reason=REASON)

    def do_undo(self, who, what, where):
        if settlements := list(Settlement.objects.order_by("pk")):
            queue.undo(self.moderator(who), settlements[what % len(settlements)], reason=REASON)

    def do_appeal(self, who, what, where):
        writer = self.writer(who)
        if told := list(Decision.objects.told_to(writer).order_by("pk")):
            decided = appeals.appeal(writer, told[what % len(told)], "不是这样")
            appeals.decide_appeal(self.moderator(where), decided, bool(what % 2), REASON)

    def do_mark(self, who, what, where):
        set_like(self.writer(who), self.thing(what), liked=bool(where % 2))
        set_favourite(self.writer(who), self.thread(what), favourited=bool(where % 3))

    def do_follow(self, who, what, where):
        things = self.thread(what), self.writer(who + 1), Tag.objects.get(name="阅读")
        set_follow(self.writer(who), things[where % 3], followed=bool(where % 4))

    def do_block(self, who, what, where):
        set_block(self.writer(who), self.writer(who + 1), blocked=where % 6 == 0)

    def do_series(self, who, what, where):
        writer = self.writer(who)
        threads = list(Thread.objects.filter(author=writer, state=State.PUBLIC, part=None))
        keep_series(writer, title="一个系列", about="", threads=threads)


def _one_of(noun, what):
    rows = list(noun.objects.order_by("pk"))
    return rows[what % len(rows)]


VERBS = sorted(name.removeprefix("do_") for name in vars(Community) if name.startswith("do_"))
