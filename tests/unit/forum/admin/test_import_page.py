"""The staff form: hand in a page, look at source and result, import."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from forum.actions.importing import host_page
from forum.importing import read_page
from forum.models import Reply, Source, Thread
from tests import cast
from tests.unit.forum.importing import pages

pytestmark = pytest.mark.django_db
GARBLED = pages.garbled(pages.plain(), pages.GLOSSED)
URL = "/admin/forum/source/import/"


@pytest.fixture
def desk(client_of, zhou):
    return client_of(zhou)


def packed_in(response):
    return {
        name: re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())[1] for name in ("packed", "name")
    }


def test_the_form_is_reached_from_the_list_of_source_pages(desk):
    assert reverse("admin:forum_source_import") == URL
    assert URL in desk.get(reverse("admin:forum_source_changelist")).content.decode()
    assert desk.get(URL).status_code == 200


def test_members_and_visitors_do_not_get_in(client_of, mei, visitor):
    assert client_of(mei).post(URL, {"text": pages.plain(), "step": "import"}).status_code == 403
    assert visitor.post(URL, {"text": pages.plain(), "step": "import"}).status_code in (302, 403)
    assert not Thread.objects.exists()


def test_a_look_shows_source_and_result_and_writes_nothing(desk):
    response = desk.post(URL, {"text": GARBLED, "step": "look"})
    said = response.content.decode()
    assert response.status_code == 200
    assert pages.TITLE in said and pages.BODY[0] in said
    assert pages.garbled(pages.BODY[0], pages.GLOSSED) in said
    repairs = {repair.kind: repair for _label, repair, _percent in response.context["repairs"]}
    assert f"<td>{repairs['script'].count}</td>" in said and "100 %" in said
    assert not Thread.objects.exists() and not Source.objects.exists()


def test_every_line_of_the_source_has_a_row_and_what_is_left_out_is_seen(desk):
    rows = desk.post(URL, {"text": pages.plain(), "step": "look"}).context["rows"]
    lines = [line for line in pages.plain().split("\n") if line.strip()]
    assert [row.source for row in rows] == lines
    left_out = [row.source for row in rows if not row.is_kept]
    assert pages.PROMO in left_out and pages.BODY[0] not in left_out and pages.TITLE not in left_out


def test_what_was_looked_at_is_what_is_imported(desk):
    looked = desk.post(
        URL, {"file": SimpleUploadedFile("页面.txt", GARBLED.encode("gb18030", "ignore")), "step": "look"}
    )
    response = desk.post(URL, {**packed_in(looked), "step": "import"})
    thread = Thread.objects.get()
    assert response.status_code == 302 and response.url == reverse("admin:forum_thread_change", args=[thread.pk])
    assert thread.title == pages.TITLE and Reply.objects.count() == 3
    assert Source.objects.get().name == "页面.txt"
    assert bytes(Source.objects.get().raw) == GARBLED.encode("gb18030", "ignore")


def test_the_shelf_and_the_text_shown_can_be_chosen(desk):
    shelf = cast.make_category("growth", "增长")
    desk.post(URL, {"text": GARBLED, "step": "import", "category": shelf.pk, "as_saved": "on"})
    assert Thread.objects.get().category == shelf
    assert Source.objects.get().shows_original


def test_importing_again_renews(desk):
    desk.post(URL, {"text": pages.plain(), "step": "import"})
    desk.post(URL, {"text": pages.plain(), "step": "import"})
    assert Thread.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": "<rss version='2.0'></rss>"},
        {"text": "   "},
        {"packed": "not base64"},
        {"packed": "bm90IHppcHBlZA=="},
        {"text": "标题\n"},
        {"text": pages.plain(), "category": "999"},
    ],
)
@pytest.mark.parametrize("step", ["look", "import"])
def test_what_cannot_be_read_is_said_kindly(desk, given, step):
    response = desk.post(URL, {**given, "step": step})
    assert response.status_code == 422
    assert "field__error" in response.content.decode()
    assert not Thread.objects.exists()


def test_an_empty_file_is_refused_with_its_reason(desk):
    response = desk.post(URL, {"file": SimpleUploadedFile("empty.txt", b""), "step": "import"})
    assert response.status_code == 422 and "field__error" in response.content.decode()


def test_markup_in_the_source_is_shown_not_run(desk):
    text = pages.plain(body=(*pages.BODY, "<script>alert(1)</script>后来没有执行。"))
    assert "<script>alert(1)" not in desk.post(URL, {"text": text, "step": "look"}).content.decode()


def test_the_thread_has_a_button_for_the_original_text(desk):
    raw = GARBLED.encode()
    thread, _created = host_page(None, read_page(raw), raw, "page.txt")
    door = reverse("admin:forum_thread_verb", args=[thread.pk, "show_original"])
    assert door in desk.get(reverse("admin:forum_thread_change", args=[thread.pk])).content.decode()
    desk.post(door, {"said": "yes", "reason": "核对原文"})
    thread.refresh_from_db()
    assert thread.title == pages.garbled(pages.TITLE)
    assert "show_repaired" in desk.get(reverse("admin:forum_thread_change", args=[thread.pk])).content.decode()
