"""Whole pages as other mirrors print them, written by us."""

from pathlib import Path

import pytest

from forum.importing import Counters, read_page

PAGES = Path(__file__).parent / "mirrors"
EXPECTED = {
    "live_page_copied.txt": (
        "社区团购的履约难题，怎么破？", "老陈说运营", Counters(2, 12045, 88, 11),
        [("湖南", "来晚了，团长最怕的是缺货"), ("广西", "我们这边 2.5 公里以内都是自提。\n\n缺货可以换\n\n不换就退")],
    ),
    "scraped.md": (
        "为什么你的问卷没人填", "小鹿", Counters(0, 5321, 44, 6),
        [("上海", "写得不错"), ("中国台湾", "2.5倍的差距有点夸张")],
    ),
    "one_line_traditional.txt": (
        "为什么你的问卷没人填？", "小鹿", Counters(2, 5321, 44, 6),
        [("上海", "写得不错"), ("中国台湾", "2.5倍的差距有点夸张")],
    ),
    "without_regions.txt": (
        "从零开始做会员体系", "阿木", Counters(),
        [(None, "阿飞： 写得太简单了"), (None, "老王： 同意楼上")],
    ),
    "blog.html": (
        "买菜小程序的三次改版", "豆豆", Counters(views=12000),
        [("黑龙江", "第三次呢？"), (None, "还没写完。\n\n1.先等等\n2.再说")],
    ),
    "nameless_divs.html": (
        "骑行软件怎么留住老用户", None, Counters(3, 8888, 20, 4),
        [("河北", "手套多少钱"), ("中国澳门", "冬天也可以骑"), (None, "不错")],
    ),
    "without_replies.txt": ("骑行软件怎么留住老用户", "骑手小北", Counters(0, 8888, 20, 4), []),
    "table_layout.html": (
        "怎样让司机愿意接单", "阿城", Counters(4, 3456, 12),
        [("贵州", "下雨天不接。"), ("宁夏", "给水喝好。")],
    ),
    "over_converted.txt": ("产品经理怎么看数据", "小满", Counters(0, 512, 3, 2), []),
}  # fmt: skip


def read(name):
    return read_page((PAGES / name).read_bytes())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_whole_page_is_read(name):
    page = read(name)
    title, author, counters, replies = EXPECTED[name]
    assert (page.title, page.author, page.counters) == (title, author, counters)
    assert [(reply.region, reply.text) for reply in page.replies] == replies


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_around_the_article_gets_into_it(name):
    body = read(name).body_text()
    around = "首页 登录 热门 侧栏 公众号 禁止转载 上一篇： 题图来自 备案 来自 总阅读量 标签："
    for word in around.split():
        assert word not in body


def test_every_page_has_its_row():
    assert {path.name for path in PAGES.iterdir()} == EXPECTED.keys()


def test_over_conversion_is_undone_throughout():
    assert read("over_converted.txt").body_text().split("\n") == [
        "看数据之前，先想清楚问题。问题不对，数据再多也没用。",
        "一个好的问题，应该能用一句话说完；一般来说，说不完就是没想清楚。",
        "互联网公司的网站数据，多半是一起收的。",
    ]


def test_a_contact_is_set_apart_whatever_it_is():
    assert read("without_replies.txt").contact == "（QQ：123456789，邮箱 bei@example.com）"
    assert read("over_converted.txt").contact == "（微信号：xiaoman_2020）"
