"""Characters taken apart (拆字): 力口微信 for 加微信. Our own small list, of characters in words people hide."""

from itertools import product

_PARTS = """
    加力口 信亻言 信人言 你亻尔 他亻也 代亻弋 何亻可 化亻匕 货化贝 贷代贝 购贝勾 赌贝者 账贝长 财贝才 贱贝戋 钱钅戋
    钱金戋 银钅艮 针钅十 证讠正 课讠果 诈讠乍 词讠司 请讠青 话讠舌 订讠丁 诚讠成 给纟合 结纟吉 红纟工 约纟勺 级纟及
    绍纟召 妈女马 好女子 奶女乃 她女也 如女口 姐女且 妹女未 娼女昌 妓女支 嫖女票 婊女表 奸女干 姑女古 娘女良 嫩女敕
    股月殳 胸月凶 脱月兑 期其月 朋月月 明日月 时日寸 昨日乍 晚日免 旺日王 林木木 枪木仓 杀乂木 杆木干 机木几 村木寸
    相木目 棋木其 李木子 弹弓单 强弓虽 张弓长 弘弓厶 炸火乍 炮火包 灯火丁 炒火少 烂火兰 药艹约 花艹化 草艹早 苗艹田
    芳艹方 菜艹采 彩采彡 票西示 码石马 破石皮 矿石广 碗石宛 现王见 球王求 玩王元 珠王朱 和禾口 私禾厶 种禾中 秋禾火
    秘禾必 吗口马 啪口拍 叫口丩 吃口乞 吸口及 叶口十 唱口昌 嘿口黑 听口斤 吹口欠 味口未 另口力 男田力 胡古月 故古攵
    放方攵 政正攵 收丩攵 岁山夕 岩山石 仙亻山 分八刀 切七刀 刷尸刂 到至刂 刑开刂 别另刂 剑佥刂 群君羊 裸衤果 初衤刀
    袖衤由 逼畐辶 送关辶 还不辶 这文辶 迷米辶 达大辶 远元辶 操扌喿 打扌丁 找扌戈 招扌召 按扌安 换扌奂 拍扌白 扣扌口
    扫扌彐 死歹匕 毙比死 法氵去 淫氵壬 油氵由 流氵㐬 泡氵包 汗氵干 江氵工 洗氵先 清氵青 波氵皮 淘氵匋 海氵每 快忄夬
    怕忄白 性忄生 情忄青 恨忄艮 恋亦心 忘亡心 想相心 怒奴心 忍刃心 转车专 轮车仑 软车欠 骗马扁 骑马奇 验马佥 狗犭句
    猪犭者 狼犭良 猫犭苗 独犭虫 贸卯贝 员口贝 博十尃 卖十买 古十口 支十又 早日十 章立早 竞立兄 音立日 意音心 部咅阝
    阴阝月 阳阝日 队阝人 院阝完 鸡又鸟 鸭甲鸟 对又寸 欢又欠 戏又戈 双又又 劝又力 功工力 动云力 助且力 努奴力 劲圣力
    办力八 为丶力 爸父巴 爷父卩 爽大人人 哥可可 夺大寸 奇大可 尖小大 尘小土 肖小月 坏土不 块土夬 地土也 均土匀
    坐人人土 会人云 全人王 命人叩 公八厶 父八乂 谷八人口 贫分贝 盆分皿 岔分山 孟子皿 盗次皿 血丿皿 蛋疋虫 蛙虫圭
    虾虫下 虹虫工 跑足包 路足各 跳足兆 跪足危 醉酉卒 酒氵酉 配酉己 取耳又 聊耳卯 联耳关 职耳只 聪耳总 耻耳止 粉米分
    粗米且 精米青 类米大 糖米唐 默黑犬 哭口口犬 臭自犬 器口口犬口口 品口口口 吕口口 回口口 国囗玉 因囗大 园囗元
    图囗冬 团囗才 困囗木 囚囗人 闭门才 问门口 间门日 闯门马 闲门木 闷门心
"""
_SPLIT = {}
for _entry in _PARTS.split():
    _SPLIT.setdefault(_entry[0], []).append(_entry[1:])

# The radicals as Unicode keeps them a second time, beside the characters.
RADICALS = dict(zip("⺅⺡⺘⻌⺾⻊⺼⺮⻏⻖⺪⺨⺩⻈⺰⻐⺉", "亻氵扌辶艹足月竹阝阝疋犭王讠纟钅刂", strict=True))
_MOST = 24  # spellings of one word; a longer word is found by its other characters anyway


def taken_apart(letters):
    """Every spelling of a bare word in which some of its characters are taken apart; not the word itself."""
    ways = [[one, *_SPLIT.get(one, ())] for one in letters]
    if all(len(way) == 1 for way in ways):
        return
    spellings = product(*ways)
    next(spellings)
    for _number, way in zip(range(_MOST), spellings, strict=False):
        yield "".join(way)
