import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.chinese import SCRIPTS, converted_html, converted_text, fault_in, tidy_terms
from forum.markup import render

TABLE = "软件 => 軟件程式 / 應用程式\n头发=>髮絲\n后台"


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("original", "软件的后台，头发，后来"),
        ("hans", "软件的后台，头发，后来"),
        ("tw", "軟件程式的后台，髮絲，後來"),
        ("hk", "應用程式的后台，髮絲，後來"),
    ],
)
def test_an_article_s_own_words_go_before_the_dictionaries(script, shown):
    assert converted_text("软件的后台，头发，后来", script, TABLE) == shown


def test_a_word_as_written_stays_for_readers_of_simplified_characters():
    assert converted_text("張學友與乾隆", "hans", "張學友") == "張學友与乾隆"
    assert converted_text("張學友", "hans", "張學友 => 张学友") == "张学友"


def test_the_longest_word_is_shown_first():
    assert converted_text("软件包和软件", "tw", "软件 => 甲\n软件包 => 乙") == "乙和甲"


def test_what_is_protected_stays_so():
    html = render("软件 `软件` @软件小林 https://a.cn/软件 [软件](https://a.cn/) -{软件}-\n\n> 软件")
    shown = converted_html(html, "tw", "软件 => 程式")
    assert shown.count("程式") == 1 and shown.startswith("<p>程式 <code>软件</code>")
    assert converted_text("-{软件}-，@软件小林", "tw", "软件 => 程式") == "软件，@软件小林"


@pytest.mark.parametrize(
    ("table", "line", "kind"),
    [
        ("软件 => 甲\n=> 乙", 2, "shape"),
        ("软件 =>", 1, "shape"),
        ("软件 => 甲 / 乙 / 丙", 1, "shape"),
        ("软件 => 甲 => 乙", 1, "shape"),
        ("\n\nsoftware => 甲", 3, "chinese"),
        ("软" * 21, 1, "long"),
        ("软件 => " + "甲" * 21, 1, "long"),
        ("软件 => <b>", 1, "signs"),
        ("软件\n后台\n软件 => 甲", 3, "twice"),
    ],
)
def test_a_table_says_which_line_cannot_be_read(table, line, kind):
    assert fault_in(table)[:2] == (line, kind)


def test_a_table_is_kept_tidy():
    assert tidy_terms("\r\n 软件＝＞ 甲／乙 \r\n\r\n后台\n头发→丙") == "软件 => 甲 / 乙\n后台\n头发 => 丙"
    assert fault_in(tidy_terms(TABLE)) is None and tidy_terms("") == ""


TABLES = st.lists(st.text("软件后台頭髮ab<&\"'=>/ -{}@", max_size=12), max_size=6).map("\n".join)


@given(st.text("软件后台頭髮 a<&*`@\n", max_size=40), TABLES, st.sampled_from(SCRIPTS))
def test_no_table_lets_markup_through(source, table, script):
    plain, shown = (converted_html(render(source), script, terms) for terms in ("", table))
    assert shown.count("<") == plain.count("<") and shown.count("&") == plain.count("&")


@given(TABLES)
def test_tidying_twice_changes_nothing(table):
    assert tidy_terms(tidy_terms(table)) == tidy_terms(table)
