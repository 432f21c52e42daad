"""Texts by the million for measuring: our own small words, put together by chance from a seed. Not for reading.

Every text is a row of sentences out of a set that is made first, so what a sentence costs (its words) is paid once.
What a sentence is about is one of our own words or, in every third, one of the dictionary as often as it was
counted there: so some words stand in a third of all texts, some in a handful.
"""

import random
from itertools import accumulate

_WHO = "产品经理 运营 设计师 工程师 用户 新人 老板 客服 销售 数据分析师 研究员 测试同事".split()
_DID = "重新梳理了 悄悄改掉了 反复讨论了 上线了 复盘了 砍掉了 忽略了 第一次看懂了 误解了 拆开了".split()
_WHAT = (
    "注册流程 支付页面 会员体系 推荐列表 埋点方案 首页改版 社交功能 积分规则 搜索结果 评论区 需求文档 "
    "用户画像 灰度发布 冷启动 留存曲线 信用积分 小额借贷 理财产品 外卖平台 弹窗 表单 图标 长江大桥 酒店订单"
).split()
_WHEN = "上周五 去年冬天 评审会前 大促那天 凌晨两点 版本冻结以后 第三次访谈里 电梯里".split()
_THEN = (
    "数据反而更好看了 没有人再提起过 投诉少了一半 成本却翻了一倍 我们才明白问题不在这里 结论和直觉正好相反 "
    "最后谁也没说服谁 留下来的人比想象中多 这件事值得单独写一篇 先把定义对齐再说"
).split()
_LATIN = "O2O B端 UGC 5G KPI A/B MVP DAU PRD API".split()
_LONGEST = 8  # sentences of a reply; 150 characters on average


class Words:
    """Sentences, titles and articles that are the same for the same seed, subjects and numbers.

    ``subjects`` are words and how common each is: [("酒店", 3000), …].
    """

    def __init__(self, seed, subjects, sentences, titles):
        self.chance = random.Random(seed)
        self._subjects = [word for word, _times in subjects]
        self._common = list(accumulate(times for _word, times in subjects))
        self.sentences = [self._sentence() for _ in range(sentences)]
        self.titles = [self._title() for _ in range(titles)]

    def body(self):
        """Four sections of three paragraphs, some 1,500 characters."""
        parts = []
        for number in range(1, 5):
            parts.append(f"## {number}、{self.chance.choice(_WHAT)}")
            parts += ["".join(self.chance.choices(self.sentences, k=4)) for _ in range(3)]
        return "\n\n".join(parts)

    def _sentence(self):
        pick = self.chance.choice
        latin = f"（{pick(_LATIN)}）" if self.chance.random() < 0.15 else ""
        return f"{pick(_WHEN)}，{pick(_WHO)}{pick(_DID)}{self._what()}{latin}，{pick(_THEN)}。"

    def _title(self):
        pick = self.chance.choice
        return f"{pick(_WHO)}{pick(_DID)}{self._what()}，{pick(_THEN)}"

    def _what(self):
        if self._subjects and self.chance.random() < 1 / 3:
            return self.chance.choices(self._subjects, cum_weights=self._common)[0]
        return self.chance.choice(_WHAT)


def replies(seed, sentences):
    """Without end: the numbers of the sentences each reply is made of, one to eight."""
    chance = random.Random(seed)
    numbers = range(sentences)
    while True:
        yield chance.choices(numbers, k=chance.randrange(_LONGEST) + 1)
