"""Texts by the thousand for measuring: our own small words, put together by chance from a seed. Not for reading."""

import random

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


class Words:
    """A stream of sentences that is the same for the same seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def sentence(self):
        pick = self.chance.choice
        latin = f"（{pick(_LATIN)}）" if self.chance.random() < 0.15 else ""
        return f"{pick(_WHEN)}，{pick(_WHO)}{pick(_DID)}{pick(_WHAT)}{latin}，{pick(_THEN)}。"

    def reply(self):
        """One to eight sentences: some 30 to 250 characters, 150 on average."""
        return "".join(self.sentence() for _ in range(self.chance.randint(1, 8)))

    def title(self):
        pick = self.chance.choice
        return f"{pick(_WHO)}{pick(_DID)}{pick(_WHAT)}，{pick(_THEN)}"

    def body(self):
        """Four sections of three paragraphs, some 1,500 characters."""
        parts = []
        for number in range(1, 5):
            parts.append(f"## {number}、{self.chance.choice(_WHAT)}")
            parts += ["".join(self.sentence() for _ in range(4)) for _ in range(3)]
        return "\n\n".join(parts)
