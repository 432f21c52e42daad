"""python manage.py import_page FILE..."""

import json

import pytest
from django.core.management import CommandError, call_command

from forum.models import Reply, Source, Thread
from tests import cast
from tests.unit.forum.importing import pages
from tests.unit.forum.importing.test_seed import SEED

pytestmark = pytest.mark.django_db


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "好的.txt"
    file.write_text(pages.plain(), encoding="utf-8")
    return str(file)


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text("<rss version='2.0'><channel></channel></rss>", encoding="utf-8")
    return str(file)


def run(*args, code=0):
    if not code:
        return call_command("import_page", *args)
    with pytest.raises(SystemExit) as left:
        call_command("import_page", *args)
    assert left.value.code == code
    return None


def test_a_page_is_hosted_and_the_operator_told_where(good, capsys):
    run(good)
    thread = Thread.objects.get()
    told = capsys.readouterr().out
    assert thread.get_absolute_url() in told and pages.TITLE in told


def test_json_has_one_object_a_file_and_nothing_else_is_printed(good, capsys):
    run(good, "--json")
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == [
        {
            "file": good,
            "accepted": True,
            "error": None,
            "title": pages.TITLE,
            "author": pages.AUTHOR,
            "counters": {"comments": 3, "views": 8642, "favourites": 57, "minutes": 4},
            "body_text": "\n".join(pages.BODY),
            "replies": [{"region": region, "text": text} for region, text in pages.REPLIES],
            "repairs": [],
        }
    ]


def test_a_dry_run_writes_nothing(good, capsys):
    run(good, "--dry-run")
    assert pages.TITLE in capsys.readouterr().out
    assert not Thread.objects.exists() and not Source.objects.exists()


def test_the_good_are_imported_and_the_bad_listed(good, bad, tmp_path, capsys):
    run(bad, good, str(tmp_path / "missing.txt"), str(tmp_path), code=1)
    out, err = capsys.readouterr()
    assert Thread.objects.count() == 1 and pages.TITLE in out
    assert len(err.strip().split("\n")) == 3 and "feed.xml" in err and "missing.txt" in err


def test_a_refused_file_has_its_reason_in_the_json(good, bad, capsys):
    run(good, bad, "--json", code=1)
    out, err = capsys.readouterr()
    first, second = json.loads(out)
    assert err == "" and first["accepted"]
    assert second["file"] == bad and not second["accepted"] and second["error"]
    assert second.keys() == first.keys()
    assert second["counters"] == {"comments": None, "views": None, "favourites": None, "minutes": None}


def test_importing_again_doubles_nothing(good):
    run(good)
    run(good, good)
    assert Thread.objects.count() == 1 and Reply.objects.count() == 3


def test_without_repair_the_text_is_as_it_was(tmp_path, capsys):
    file = tmp_path / "garbled.txt"
    file.write_text(pages.garbled(pages.plain(), "來"), encoding="utf-8")
    run(str(file), "--no-repair", "--json")
    (report,) = json.loads(capsys.readouterr().out)
    assert report["title"] == pages.garbled(pages.TITLE) and report["repairs"] == []
    assert report["replies"][0]["region"] == "广东"
    assert Source.objects.get().shows_original


def test_the_shelf_is_named_by_its_slug(good):
    shelf = cast.make_category("growth", "增长")
    cast.make_category("other", "别的")
    run(good, "--category", "growth")
    assert Thread.objects.get().category == shelf


def test_an_unknown_shelf_is_said_before_anything_is_read(good):
    with pytest.raises(CommandError, match="nowhere"):
        run(good, "--category", "nowhere")
    assert not Thread.objects.exists()


def test_what_cannot_be_read_is_said_in_the_operators_language(tmp_path, capsys):
    run(str(tmp_path / "missing.txt"), str(tmp_path), code=1)
    said = capsys.readouterr().err
    assert "missing.txt: 无法读取文件：没有这个文件。" in said
    assert "无法读取文件：这是文件夹。" in said


@pytest.mark.skipif(not SEED.exists(), reason="the seed page (../shared/seed/article-page.txt) is not on this machine")
def test_the_seed_page(capsys):
    run(str(SEED), "--json")
    (report,) = json.loads(capsys.readouterr().out)
    assert report["counters"] == {"comments": 5, "views": 9579, "favourites": 136, "minutes": 5}
    thread = Thread.objects.get()
    assert (thread.title, thread.byline, thread.listing_differs) == ("支付宝社交化的用意何在？", "骑狼的羊", True)
    assert [reply.region for reply in Reply.objects.order_by("floor")] == ["辽宁", "浙江", "北京", "浙江"]
    assert "2.201512月28日" in Reply.objects.get(floor=4).body_html


def test_without_a_file_it_asks_for_one():
    with pytest.raises(CommandError, match="哪个文件"):
        run()
