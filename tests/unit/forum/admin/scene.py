"""A desk with something of everything on it, in Russian: what is Han or English on its pages is the house's own."""

from forum.actions import moderation, people, tools
from forum.actions.appeals import appeal
from forum.actions.barriers import raise_barrier
from forum.actions.claims import take
from forum.actions.hits import note_met
from forum.actions.looks import look_up
from forum.actions.precedents import exhibit
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.reports import report
from forum.actions.shelters import take_shelter
from forum.actions.threads import withdraw_thread
from forum.models import (
    Assessment,
    BlockedWord,
    Decision,
    HouseRule,
    Report,
    Signal,
    Source,
    State,
    Tag,
    TradeWord,
)
from forum.screening import current_matcher, verdict_on
from tests.cast import make_category, make_moderator, make_reply, make_thread, make_user

FACTS = {
    "burst": {"times": [3, 1, 4, 41], "people": 17, "busiest": 4},
    "newcomers": {"young": 24, "people": 30, "usual": 0.115},
    "regions": {"places": {"缅甸": 28, "广东": 6, "北京": 6}, "usual": {"广东": 0.14, "北京": 0.12}, "distance": 0.8},
}
WHY = "Так надо"


def make_desk():
    """Everything a 管理员 may come upon; returns the 管理员, who has something in hand."""
    admin, chief = make_moderator("Анна", "管理员"), make_moderator("Борис")
    writer, reader = make_user("Вера", bio="Пишу"), make_user("Глеб")
    rule = HouseRule.objects.create(number=1, words="Не ругаться", about="Совсем")
    shelf = make_category("1", "Полка", description="Для всего")
    make_moderator("Дарья", "版主", shelf)
    thread, other = (_thread(writer, title, shelf) for title in ("Первая", "Вторая"))
    _words(chief, writer, thread, rule)
    _complaints(admin, reader, writer, thread)
    _lists(admin, writer, thread)
    _people(admin, chief, reader, rule)
    _marks(admin, other)
    for kind, facts in FACTS.items():
        Signal.objects.create(thread=other, kind=kind, facts=facts)
    take(admin)
    return admin


def _thread(writer, title, shelf):
    tag = Tag.objects.get_or_create(name="слово", folded="слово")[0]
    return make_thread(writer, title=title, body="Длинная статья.", category=shelf, tags=[tag.name])


def _words(chief, writer, thread, rule):
    """Held, hidden, withdrawn, edited, folded; a hide that is appealed, and one that is shown as a case."""
    make_reply(thread, writer, "Ждёт", state=State.HELD)
    hidden = make_reply(thread, writer, "Спрятано")
    moderation.hide(chief, hidden, reason=WHY, rule=rule)
    decision = Decision.objects.get()
    appeal(writer, decision, "Не согласна")
    exhibit(chief, decision, summary="Ругались", reason=WHY)
    withdraw_reply(writer, make_reply(thread, writer, "Забрала"))
    withdraw_thread(writer, _thread(writer, "Третья", thread.category))
    make_thread(writer, title="Четвёртая", body="Ждёт.", category=thread.category, state=State.HELD)
    tools.fold(chief, make_reply(thread, writer, "Свёрнуто"), reason=WHY)


def _complaints(admin, reader, writer, thread):
    complaint = report(reader, make_reply(thread, writer, "Грубость"), reason=Report.Reason.BULLYING, note="Посмотрите")
    edit_reply(writer, complaint.reply, "Вежливость")
    report(reader, thread, reason=Report.Reason.SPAM)
    done = report(reader, make_reply(thread, writer, "Скука"), reason=Report.Reason.OFF_TOPIC)
    moderation.dismiss_reports(admin, done.reply, reason=WHY)


def _lists(admin, writer, thread):
    """Words met, published to be looked at, an edit that waits."""
    for word, level in zip(("один", "дважды", "трижды", "четырежды"), BlockedWord.Level.values, strict=False):
        BlockedWord.objects.create(word=word, level=level, note="Пояснение")
    TradeWord.objects.create(word="термин", synonyms="понятие", note="Пояснение")
    word = BlockedWord.objects.filter(level=BlockedWord.Level.HOLD).get().word
    note_met(writer, verdict_on(f"вот {word} вот", current_matcher(), BlockedWord.Scope.REPLY))
    edit_reply(writer, make_reply(thread, writer, "Было"), f"Стало {word}")
    reply = make_reply(thread, writer, "Посмотреть")
    Assessment.objects.update_or_create(
        reply=reply, defaults={"outcome": "look", "level": "newcomer", "signals": ["any", "links"], "thread": None}
    )


def _people(admin, chief, reader, rule):
    take_shelter(reader, days=7)
    someone = make_user("Ева")
    people.warn(chief, someone, reason=WHY, rule=rule)
    people.mute(chief, someone, days=3, reason=WHY)
    people.suspend(chief, make_user("Жанна"), days=3, reason=WHY)
    people.ban(chief, make_user("Захар"), reason=WHY)
    raise_barrier(admin, "range", "203.0.113.0/24", reason=WHY)
    look_up(admin, "61.139.2.69", reason=WHY)


def _marks(admin, thread):
    for verb in (moderation.pin, moderation.feature, moderation.close_thread, tools.lift):
        verb(admin, thread, reason=WHY)
    tools.slow_down(admin, thread, minutes=5, reason=WHY)
    about = {"original": {}, "repaired": {}, "repairs": [{"kind": "script", "count": 2, "confidence": 1}]}
    Source.objects.create(thread=thread, name="Страница", identity="1", raw=b"1", **about)
