"""Pages of our own invention, in every shape a scraper leaves, and the damage mirrors do."""

import re

from pypinyin import Style, pinyin

from forum.chinese import to_hans, to_hant

TITLE = "小区便民柜为什么没人用？"
AUTHOR = "纸船"
COUNTERS = "3 评论 8642 浏览 57 收藏 4 分钟"
NOTICE = "本文由 @纸船（个人微信：zhichuan88）原创发布，未经许可，禁止转载。"
PROMO = "更多精彩内容，请关注人人都是产品经理微信公众号或下载App"
BODY = (
    "去年冬天，我们在三个小区里装了便民柜，发现大家并不愿意打开它。",
    "1、位置比功能更要紧",
    "柜子放在地下车库的尽头，走过去要两分钟；而电梯口的那一台，每天有四十个人来用（数据来自物业的登记本）。",
    "2、说明书没有人读",
    "我们写了八条说明，后来只留下一句：扫码，开门，拿走。这样做对吗？至少投诉少了，客服电话在晚上10:30以后不再响起。",
    "从这件事里，我学会了一点：先把东西放到人的面前，再谈体验！",
)
REPLIES = (
    ("广东", "我们小区也是这样，根本找不到。"),
    (None, "第一次用的时候，我以为要下载软件。\n后来发现不用。\n\n说明书确实太长了。"),
    ("中国香港", "1.柜子要有灯。\n2.2023年的那批没有灯。\n3.灯要能自己关。"),
)

# The characters a mirror of ours glosses, wherever they stand.
GLOSSED = "發過來進開電們會個對將還體動"


def plain(
    title=TITLE, counters=COUNTERS, body=BODY, notice=NOTICE, promo=PROMO, replies=REPLIES, head="评论\n评论请登录"
):
    """A browser's copy of the page, as the seed is."""
    parts = [title, counters, *body, *(one for one in (notice, promo) if one)]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n{head}\n{listed(replies)}" if head else text


def listed(replies=REPLIES):
    """The replies as a browser prints a numbered list."""
    rows = []
    for number, (region, text) in enumerate(replies, 1):
        indented = text.replace("\n", "\n    ")
        foot = f"来自{region} 回复" if region else "回复"
        rows.append(f"  {number}. {indented}\n\n    {foot}")
    return "\n".join(rows)


def html(body=BODY, replies=REPLIES, title=TITLE):
    """A page with a site around it."""
    blocks = "\n".join(
        f'<h2 id="toc-{at}">{one}</h2>' if one[1:2] == "、" else f"<p>{one}</p><p>&nbsp;</p>"
        for at, one in enumerate(body)
    )
    items = "\n".join(_item(region, text) for region, text in replies)
    return f"""<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>{title} | 人人都是产品经理</title>
<link rel="canonical" href="https://example.org/pd/1234.html">
<script>var comments = "5 评论"; document.write("<p>广告</p>");</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">首页</a></li><li><a href="/pd">产品设计</a></li></ul></nav>
<div class="sidebar"><h3>热门文章</h3><ul><li>一篇别的文章，讲的是别的事情。</li></ul></div>
<article><h1>{title}</h1>
<div class="article--meta"><a class="author" href="/u/9">{AUTHOR}</a> <span>2023-02-11</span>
<span>3 评论</span> <span>8642 浏览</span> <span>57 收藏</span> <span>4 分钟</span></div>
<div class="article--content">{blocks}<p>参见<a href="https://example.org/a_b">这份<b>记录</b></a>。</p></div>
<p>{NOTICE}</p><p>{PROMO}</p></article>
<div class="recommend"><a href="/1">三个你不知道的技巧</a><a href="/2">又一篇推荐</a></div>
<section id="comments"><h3>评论（3）</h3><div class="comment-login">评论请登录</div>
<ol class="comment-list">{items}</ol></section>
<footer><p>关于我们 备案号</p></footer></body></html>"""


def _item(region, text):
    paragraphs = "".join(f"<p>{one.replace(chr(10), '<br>')}</p>" for one in text.split("\n\n"))
    where = f"<span>来自{region}</span> " if region else ""
    return f'<li class="comment"><div class="avatar"><img src="/a.png" alt="头像"></div><div class="comment-body">{paragraphs}</div><div class="comment-meta">{where}<a href="#r">回复</a></div></li>'  # noqa: E501


def markdown(body=BODY, replies=REPLIES, title=TITLE):
    """What page-to-Markdown scrapers write."""
    blocks = "\n\n".join(f"## {one}" if one[1:2] == "、" else one for one in body)
    return f"""# {title}

[{AUTHOR}](https://example.org/u/9) 2023-02-11

{COUNTERS}

![封面](https://example.org/cover.png)

{blocks}

参见[这份**记录**](https://example.org/a_b)。

{NOTICE}

{PROMO}

### 评论

[评论请登录](https://example.org/login)

{listed(replies).replace("回复", "[回复](#reply)")}
"""


def collapsed(text):
    """The text with its line ends lost."""
    return re.sub(r"\s*\n\s*", " ", text)


def garbled(text, glossed=""):
    """What a mirror does: characters converted one by one, glosses on some, marks of GBK's row A3 made half-width."""
    text = "".join(_traditional(one) for one in text)
    text = "".join(one + _gloss(one) if one in glossed else one for one in text)
    return text.translate(str.maketrans("，！？：；（）", ",!?:;()"))


def shifted(text, at):
    """The text with the first byte of the character at `at` lost, from its traditional GBK form."""
    data = text[at:].encode("gbk")[1:]
    end = next(position for position in range(0, len(data), 2) if data[position] < 0x80)
    return text[:at] + "?" + data[:end].decode("gbk") + chr(data[end]) + data[end + 1 :].decode("gbk")


def _traditional(character):
    converted = to_hant(character, place="hk")
    return converted if to_hans(converted) == character and converted not in "裏麪" else character


def _gloss(character):
    return f"({pinyin(character, style=Style.TONE)[0][0]})"
