"""The rules a community might begin with, its own to change; nothing rests on them before it has taken them over."""

from django.utils.translation import gettext as _

from forum.rules.ruling import ALLOWED, Ruling

SUGGESTED_RULES = (
    ("对事不对人", "可以反驳观点，不可以嘲笑、辱骂、起外号，也不要翻旧账。"),
    ("不发广告和引流", "自荐作品请说清关系，一篇为限；联系方式、二维码和拉群信息不要写在评论里。"),
    ("不泄露别人的隐私", "姓名、住址、电话、单位、聊天截图，没有当事人同意都不要发。"),
    ("不编造，注明来源", "数据和引文写明出处；听说的事写明是听说。"),
    ("不刷屏，不跑题", "同样的话说一遍就够；想聊别的，另开一篇。"),
    ("不发违法、色情和暴力内容", "包括链接、图片和暗语。"),
    ("不搬运，不洗稿", "转载要有授权；改几个字不算原创。"),
)


def may_keep_rules(user):
    """管理员, and whoever holds forum.change_houserule."""
    if user.is_authenticated and user.has_perm("forum.change_houserule"):
        return ALLOWED
    return Ruling(_("Only the operator may change the rules"))
