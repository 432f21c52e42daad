import pytest

from forum.markup import contents, escape, excerpt, plain, render, render_reply

FIXED = '<span translate="no">后台</span>'


@pytest.mark.parametrize("draw", [render, render_reply])
def test_a_fixed_word_is_marked_and_its_signs_fall_away(draw):
    assert FIXED in draw("这个-{后台}-好") and FIXED in draw("**-{ 后台 }-**")
    assert "-{" not in draw("这个-{后台}-好")


def test_what_is_fixed_is_shown_as_typed():
    assert render("-{后*台* <b>@甲}-") == '<p><span translate="no">后*台* &lt;b&gt;@甲</span></p>\n'


@pytest.mark.parametrize("text", ["${x}-{y}-", "-{}-", "-{后台", "-{后{台}}-", r"-\{后台}-", "`-{后台}-`"])
def test_other_braces_stay_as_typed(text):
    assert ("<span" not in render(text) and "}" in render(text)) or "-{后台" in render(text)


def test_words_elsewhere_come_without_the_signs():
    assert plain("用-{后台}-的人") == excerpt("用-{后台}-的人", 20) == "用后台的人"
    assert contents(render("## 用-{后台}-")) == [(2, "section-用后台", "用后台")]


def test_imported_text_fixes_nothing():
    assert render(escape("这个-{后台}-好")) == "<p>这个-{后台}-好</p>\n"


def test_nobody_else_writes_a_span():
    assert "<span" not in render('<span translate="no">后台</span>')
