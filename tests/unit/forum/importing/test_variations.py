"""Other mirrors leave this or that out, or print it another way."""

import pytest

from forum.importing import Counters, NotAPage, read_page
from tests.unit.forum.importing import pages


def read(text):
    return read_page(text.encode())


def test_a_page_without_author_has_none():
    page = read(pages.plain(notice=""))
    assert page.author is None
    assert page.attribution == page.contact == ""


def test_a_page_without_counters_counts_nothing_rather_than_0():
    assert read(pages.plain(counters="")).counters == Counters(None, None, None, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 评论 8642 浏览 57 收藏 4 分钟", Counters(3, 8642, 57, 4)),
        ("3評論8642瀏覽57收藏4分鐘", Counters(3, 8642, 57, 4)),
        ("3  評論   8642\u00a0瀏覽 \t57 收藏  4 分鐘", Counters(3, 8642, 57, 4)),
        ("評論(píng lùn) 3", None),
        ("3條評論 · 8,642次瀏覽 · 57人收藏 · 4分鐘閱讀", Counters(3, 8642, 57, 4)),
        ("评论 3 浏览 8642 收藏 57 分钟 4", Counters(3, 8642, 57, 4)),
        ("评论：3 浏览：1.2万 收藏：57", Counters(3, 12000, 57, None)),
        ("- 评论 8642 浏览 — 收藏 4 分钟", Counters(None, 8642, None, 4)),
        ("0 评论 8642 浏览 0 收藏 1 分钟", Counters(0, 8642, 0, 1)),
        ("8642 浏览 4 分钟", Counters(None, 8642, None, 4)),
        ("3 评论 浏览 57 收藏 4 分钟", Counters(3, None, 57, 4)),
        ("评论 浏览 收藏 分钟", Counters(None, None, None, None)),
        ("3 评论 31.3万 浏览 57 收藏 4 分钟", Counters(3, 313000, 57, 4)),
        ("2023-02-11 3 评论 8642 浏览 57 收藏 4 分钟", Counters(3, 8642, 57, 4)),
    ],
)
def test_counters_are_read_however_they_are_spaced(line, expected):
    page = read(pages.plain(counters=line))
    assert page.title == pages.TITLE
    if expected:
        assert page.counters == expected
        assert page.body_text().split("\n") == list(pages.BODY)


@pytest.mark.parametrize(
    "head",
    [
        "纸船\n2023-02-11\n3 评论 8642 浏览 57 收藏 4 分钟",
        "纸船 · 2023-02-11\n\n3 评论 8642 浏览 57 收藏 4 分钟",
        "作者：纸船\n3 评论 8642 浏览 57 收藏 4 分钟",
        "文/纸船\n\n3 评论 8642 浏览 57 收藏 4 分钟",
        "纸船 2023-02-11 3 评论 8642 浏览 57 收藏 4 分钟",
        "3 评论 8642 浏览 57 收藏 4 分钟\n\n作者：纸船",
    ],
)
def test_a_byline_in_the_head_is_the_author(head):
    page = read(pages.plain(counters=head, notice=""))
    assert page.author == page.byline == "纸船"
    assert page.counters == Counters(3, 8642, 57, 4)
    assert page.body_text().split("\n") == list(pages.BODY)


def test_byline_and_reprint_name_may_differ_and_both_stay():
    page = read(pages.plain(counters="作者：改过名的人\n3 评论 8642 浏览 57 收藏 4 分钟"))
    assert page.author == "改过名的人"
    assert "纸船" in page.attribution


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("本文由人人都是产品经理纸船（个人微信：zhichuan88）原创，转载请注明出处~~", "纸船"),
        ("本文由 @纸船 原创发布于人人都是产品经理。未经许可，禁止转载", "纸船"),
        ("本文由人人都是产品经理专栏作家@纸船 翻译发布，未经授权禁止转载", "纸船"),
        ("作者：纸船，微信公众号：纸船夜话", "纸船"),
        ("本文由 @Paper Boat 原创发布于人人都是产品经理，未经作者许可，禁止转载。", "Paper Boat"),
        ("题图来自Unsplash，基于CC0协议", None),
    ],
)
def test_the_reprint_line_names_the_author(notice, name):
    page = read(pages.plain(notice=notice))
    assert page.author == name
    assert page.attribution == notice


@pytest.mark.parametrize(
    "head",
    ["评论", "评论\n\n评论请登录", "评论（3）", "3 条评论", "全部评论 3", "网友评论\n请登录后评论", "評論\n評論請登錄"],
)
def test_the_comment_head_is_found_with_or_without_gate(head):
    page = read(pages.plain(head=head))
    assert [reply.region for reply in page.replies] == ["广东", None, "中国香港"]
    assert page.body_text().split("\n") == list(pages.BODY)


def test_replies_without_any_head_are_found_by_their_feet():
    text = pages.plain(head="") + "\n" + pages.listed()
    assert [reply.text for reply in read(text).replies] == [text for _region, text in pages.REPLIES]


@pytest.mark.parametrize("head", ["评论\n评论请登录", "评论\n目前还没评论，等你发挥！", "评论", ""])
def test_a_page_may_have_no_replies(head):
    page = read(pages.plain(replies=(), head=head))
    assert page.replies == ()
    assert page.body_text().split("\n") == list(pages.BODY)


@pytest.mark.parametrize(
    ("foot", "region"),
    [
        ("来自浙江 回复", "浙江"),
        ("來自遼寧 回復", "辽宁"),
        ("来自浙江回复", "浙江"),
        ("来自 回复", None),
        ("来自中国香港 回复", "中国香港"),
        ("來自中國臺灣 回復", "中国台湾"),
        ("来自内蒙古 · 3 小时前 · 回复 · 赞", "内蒙古"),
        ("来自浙江省 回复", "浙江"),
        ("IP属地：广东 回复", "广东"),
        ("来自美国 2016-01-05 回复", "美国"),
        ("来自未知 回复", "未知"),
        ("回复", None),
        ("昨天 回复 赞(3)", None),
        ("來(lái)自遼(liáo)寧(níng) 回復(fù)", "辽宁"),
        ("来自 黑龙江  回复", "黑龙江"),
    ],
)
def test_the_region_is_a_bare_label(foot, region):
    text = pages.plain(replies=()) + f"\n  1. 我也这么觉得。\n\n    {foot}\n"
    assert [(one.region, one.text) for one in read(text).replies] == [(region, "我也这么觉得。")]


def test_replies_without_numbers_keep_the_numbers_they_typed():
    listed = "我看有两点：\n1.位置\n2.灯\n来自浙江 回复\n1. 这是我自己的一\n2. 这是我自己的二\n来自广东 回复"
    replies = read(pages.plain(replies=()) + listed).replies
    assert [one.text for one in replies] == ["我看有两点：\n1.位置\n2.灯", "1. 这是我自己的一\n2. 这是我自己的二"]


def test_a_numbered_list_inside_a_reply_does_not_start_another():
    listed = "  1. 我看：\n    1. 位置\n    2. 灯\n\n    来自浙江 回复\n  2. 同意\n\n    回复"
    replies = read(pages.plain(replies=()) + "\n" + listed).replies
    assert [one.text for one in replies] == ["我看：\n1. 位置\n2. 灯", "同意"]


def test_a_numbered_reply_without_a_foot_is_still_one():
    listed = "  1. 没有脚注的一条\n\n  2. 有脚注的一条\n\n    来自浙江 回复\n  3. 最后一条没有\n"
    replies = read(pages.plain(replies=()) + "\n" + listed).replies
    assert [(one.text, one.region) for one in replies] == [
        ("没有脚注的一条", None),
        ("有脚注的一条", "浙江"),
        ("最后一条没有", None),
    ]


def test_reply_texts_that_look_like_signs_are_kept():
    listed = "  1. 沙发\n\n    来自浙江 回复\n  2. 评论里都是高手\n\n    来自广东 回复"
    assert [one.text for one in read(pages.plain(replies=()) + "\n" + listed).replies] == ["沙发", "评论里都是高手"]


def test_navigation_around_the_page_is_dropped():
    text = "首页 > 产品设计 > 正文\n\n" + pages.plain() + "\n\n上一篇：别的文章\n下一篇：又一篇\n返回顶部\n"
    page = read(text)
    assert page.title == pages.TITLE
    assert page.body_text().split("\n") == list(pages.BODY)
    assert len(page.replies) == 3


def test_links_between_article_and_replies_are_dropped():
    notice = pages.NOTICE + "\n\n赞赏 收藏 57 点赞 12\n\n相关阅读：\n\n三个你不知道的技巧"
    assert read(pages.plain(notice=notice)).body_text().split("\n") == list(pages.BODY)


def test_the_word_comment_as_a_section_of_the_article_does_not_end_it():
    body = (*pages.BODY, "评论", "有人说，评论区才是产品的镜子，我同意这个看法。")
    assert read(pages.plain(body=body)).body_text().split("\n") == list(body)


def test_a_summary_is_known_and_stays_in_the_body():
    body = ("编辑导语：便民柜装好了却没人用，问题出在哪里？", *pages.BODY)
    page = read(pages.plain(body=body))
    assert page.summary == body[0]
    assert page.body_text().split("\n") == list(body)


@pytest.mark.parametrize("heading", ["来自用户的反馈", "来自日本", "评论", "写评论的三个动机", "回复率"])
def test_a_heading_of_the_article_is_not_the_end_of_it(heading):
    body = (*pages.BODY[:3], heading, *pages.BODY[3:])
    page = read(pages.plain(body=body))
    assert page.body_text().split("\n") == list(body)
    assert [(reply.region, reply.text) for reply in page.replies] == list(pages.REPLIES)


def test_a_reply_may_speak_of_where_it_comes_from():
    replies = [("浙江", "第一条\n来自浙江的朋友都知道"), ("辽宁", "来自火星"), (None, "来自远方")]
    page = read(pages.plain(replies=replies))
    assert [(reply.region, reply.text) for reply in page.replies] == replies


def test_places_need_no_button_beside_them():
    text = pages.plain(replies=[("浙江", "好"), ("辽宁", "不好")]).replace(" 回复", "")
    assert [(reply.region, reply.text) for reply in read(text).replies] == [("浙江", "好"), ("辽宁", "不好")]


def test_a_list_of_articles_is_no_article():
    entry = '<div><h2><a href="/{n}">第{n}篇文章的题目</a></h2><p>摘要写了这么一句话，不长也不短。</p>{more}</div>'
    for more in ("", "<span>12 评论 300 浏览</span>"):
        entries = "".join(entry.format(n=n, more=more) for n in range(9))
        with pytest.raises(NotAPage):
            read(f"<html><head><title>首页</title></head><body>{entries}</body></html>")


def test_the_name_beside_a_reply_is_not_part_of_it():
    page = read(
        pages.html().replace('<div class="comment-body">', '<div class="name">王五</div><div class="comment-body">')
    )
    assert [reply.text for reply in page.replies] == [text for _region, text in pages.REPLIES]


def test_what_cannot_be_a_count_is_unknown():
    page = read(pages.plain(counters="-5 评论 1.5 浏览 57 收藏 99999999999 分钟", notice=""))
    assert page.counters == Counters(None, None, 57, None)
    assert page.author is None
