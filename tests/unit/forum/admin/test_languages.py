"""The desk in its readers' languages: every page that links lead to, read by 管理员, has nothing left in another."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import User
from forum.models import Decision, Reply, SiteSettings
from tests.unit.forum.admin.scene import FACTS, make_desk

OF_A_KIND, ONE_FILTER = 3, 1  # pages of one address, without and with a filter: another row's page is made the same way
BY_NUMBER = re.compile(r"\d+")
HAN = re.compile(r"[㐀-鿿豈-﫿]+")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]+")
SAID = {"title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label"}
SILENT = {"script", "style", "textarea"}  # what is typed into a box is nobody's label
PRESSED = {"submit", "button", "reset"}


class Words(HTMLParser):
    """What a page says and where it leads."""

    def __init__(self, page):
        super().__init__()
        self.said, self.links, self.silent = [], [], 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        self.silent += tag in SILENT
        self.said += [value for name, value in attrs if name in SAID and value]
        if tag == "input" and about.get("type") in PRESSED:
            self.said.append(about.get("value", ""))
        if tag == "a" and about.get("href"):
            self.links.append(about["href"])

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.said.append(data.strip())


def crawl(browser, start="/admin/"):
    """``(address, Words)`` of every kind of page that links from ``start`` lead to and that stands below it."""
    waiting, seen, kinds = [start], {start}, {}
    while waiting:
        address = waiting.pop(0)
        answer = browser.get(address, follow=True)
        assert answer.status_code == 200, f"{answer.status_code} {address}"
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = Words(answer.content.decode())
        yield address, page
        for link in page.links:
            there = urljoin(address, link).partition("#")[0]
            parts = urlsplit(there)
            names = tuple(sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)}))
            kind = (BY_NUMBER.sub("#", parts.path), names)
            most = 0 if len(names) > 1 else ONE_FILTER if names else OF_A_KIND
            if parts.netloc or not there.startswith(start) or there in seen or kinds.get(kind, 0) >= most:
                continue
            seen.add(there)
            kinds[kind] = kinds.get(kind, 0) + 1
            waiting.append(there)


FORMS = [  # what only an answer shows: a dry run, a try, a complaint about a form
    ("forum/blockedword/try/", {"text": "один", "scope": "reply"}),
    ("forum/blockedword/try/", {"text": "", "scope": ""}),
    ("forum/blockedword/import/", {"text": "пять", "level": "hold", "reach": "3", "step": "look"}),
    ("forum/blockedword/import/", {"text": "пять,крик", "level": "hold", "reach": "3", "step": "look"}),
    ("forum/blockedword/add/", {"word": "один", "level": "x"}),
    ("forum/reviewcell/", {"any-newcomer": "hold", "step": "look"}),
    ("forum/reviewcell/", {"any-newcomer": "жечь", "step": "save"}),
    ("forum/source/import/", {"step": "look"}),
    ("forum/look/up/", {"asked": "61.139.2.69", "reason": "Так"}),
    ("forum/look/up/", {"asked": "", "reason": ""}),
    ("forum/barrier/add/", {"kind": "range", "value": "?"}),
    ("forum/houserule/add/", {"number": "", "words": ""}),
    ("forum/sitesettings/", {"mode": "x"}),
    ("forum/reply/{reply}/origin/", {"reason": "Так"}),
    ("accounts/user/{user}/neighbours/", {"reason": "Так"}),
    ("accounts/user/{user}/identity/", {"reason": "Так"}),
    ("forum/reply/{reply}/verbs/hide/", {"said": "yes"}),
    ("accounts/user/{user}/verbs/mute/", {"said": "yes", "days": "x"}),
    ("forum/claim/settle/", {"choice": "hide", "thing": "reply-{reply}"}),
]


def answers(browser):
    """``(address, Words)`` of what forms answer; what they write is undone."""
    numbers = {"reply": Reply.objects.order_by("-pk")[0].pk, "user": Reply.objects.order_by("-pk")[0].author_id}
    for where, sent in FORMS:
        address = f"/admin/{where.format(**numbers)}"
        with transaction.atomic():
            answer = browser.post(address, {name: value.format(**numbers) for name, value in sent.items()}, follow=True)
            transaction.set_rollback(True)
        assert answer.status_code in {200, 422}, f"{answer.status_code} {address}"
        yield f"POST {address} {sent}", Words(answer.content.decode())


def imported(browser):
    """The look at a page before it is brought in: one of Chinese prose."""
    words = "去年冬天，我们在三个小区里装了便民柜，发现大家并不愿意打开它。"
    page = f"便民柜\n\n2 评论 8642 浏览 57 收藏 4 分钟\n\n{words * 2}\n\n{words * 3}\n"
    answer = browser.post("/admin/forum/source/import/", {"text": page, "step": "look"})
    assert answer.status_code == 200
    yield "POST an imported page", Words(answer.content.decode())


def kept():
    """What is stored in one language, whichever it is read in: offices, the site's name, places, and the record."""
    names = {*Group.objects.values_list("name", flat=True), SiteSettings.current().site_name}
    places = {*Reply.objects.values_list("region", flat=True), *FACTS["regions"]["places"]}
    return sorted((names | places | set(Decision.objects.values_list("detail", flat=True))) - {""}, key=len)[::-1]


# Named as everybody names them, and what is typed into files and the shell as it is spelt.
SPELT = """SHA-256 CSV IP ICP HTML Markdown WebSub URL API rebuild_search all
word level reach scopes note active mask hold refuse allow plain spaced alike split sound""".split()
ADDRESSES = re.compile(r"https?://[\w./-]+|/threads/|[\w.]+@[\w.]+|example\.\w+|\{\w+\}|\b[0-9a-f]{12,64}\b")


def left_over(pages, foreign):
    """``{words: address}`` of what is said in ``foreign`` letters and is neither kept nor spelt so anywhere."""
    known, found = kept(), {}
    for address, page in pages:
        for said in page.said:
            rest = ADDRESSES.sub(" ", said)
            for word in known:
                rest = rest.replace(word, " ")
            if set(foreign.findall(rest)) - set(SPELT):
                found.setdefault(said, address)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "foreign"), [("en", HAN), ("zh-hans", LATIN), ("zh-hant", LATIN)])
def test_every_page_of_the_desk_speaks_one_language(client_of, language, foreign):
    browser = client_of(make_desk())
    browser.cookies["lang"] = language
    pages = [*crawl(browser), *answers(browser), *(imported(browser) if foreign is LATIN else ())]
    assert len(pages) > 150, "links lead everywhere"
    assert left_over(pages, foreign) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "foreign"), [("en", HAN), ("zh-hans", LATIN)])
def test_what_only_the_operator_sees_does_too(client_of, language, foreign):
    make_desk()
    browser = client_of(User.objects.create_superuser("Игорь", "operator@example.org", "x"))
    browser.cookies["lang"] = language
    assert left_over(crawl(browser, "/admin/auth/group/"), foreign) == {}
