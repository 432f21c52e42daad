"""Templates: fragments say what they need, people's HTML is printed in one place, nothing is inline."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "templates").rglob("*.html"))
FRAGMENTS = [path for path in FILES if path.name.startswith("_")]


def named(path):
    return str(path.relative_to(ROOT / "templates"))


def code(path):
    return re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(), flags=re.S)


@pytest.mark.parametrize("path", FRAGMENTS, ids=named)
def test_a_fragment_says_on_its_first_line_what_it_needs(path):
    assert re.match(r"\{# needs: \S.*#\}", path.read_text())


@pytest.mark.parametrize("path", FILES, ids=named)
def test_stored_html_is_printed_only_where_a_body_is_shown(path):
    text = code(path)
    assert "|safe" not in text and "autoescape off" not in text
    if "stored_html" in text:
        assert path.name == "_body.html"
        assert re.search(r'class="prose[^"]*" data-hx-disable>', text), "people's HTML must not reach htmx"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_style_and_no_script_is_written_inline(path):
    text = code(path)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|hx-on", text, flags=re.I)
    scripts = re.findall(r"<script\b([^>]*)>", text)
    assert all("src=" in attributes or "application/ld+json" in attributes for attributes in scripts)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_fetched_from_elsewhere(path):
    assert not re.search(r'(?:src|action|hx-[\w-]+)="(?:https?:)?//', code(path))


@pytest.mark.parametrize("path", [path for path in FILES if not path.name.startswith("_")], ids=named)
def test_a_page_of_readers_has_one_main_heading(path):
    text = code(path)
    if "{% extends" not in text or "{% block main %}" not in text or path.parts[-2] in {"layouts", "admin"}:
        return
    headings = text.count("<h1") + text.count("forum/threads/_article.html")
    branches = 2 if "{% if heading %}" in text else 1
    assert headings == branches


def test_ready_made_pages_hold_no_token():
    """A visitor's page is kept for all visitors: a token may stand only where somebody is signed in."""
    guarded = {"base.html"}
    for path in (ROOT / "templates" / "partials", ROOT / "templates" / "forum" / "threads"):
        for fragment in path.glob("_*.html"):
            assert "csrf_token" not in code(fragment), fragment.name
    for name in guarded:
        assert code(ROOT / "templates" / name).count("{% if user.is_authenticated %}") >= 2
