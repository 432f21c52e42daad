"""Characters that are one word to a reader, and are kept apart by Unicode and OpenCC alike."""


def _pairs(text):
    return dict(text.split())


# OpenCC decides these by the neighbours (乾燥 but 乾隆, 著名 beside 穿著) or leaves them alone. Folding may
# not look at neighbours: the single character 乾 must find 乾隆. So each pair is one character wherever it
# stands.
SAME = _pairs("""
    乾干 著着 瞭了 藉借 覆复 徵征 钜巨 锺钟 馀余 俱具 彷仿 彿佛 甦苏
    妳你 牠它 祂他 姪侄 〇零 痲麻 衹只 祇只 麽么 拚拼 菸烟 摺折
""")

# The two simplifications that split one traditional character by meaning and occur in everyday words
# (計畫 is 计划, 項鍊 is 项链): what the character becomes after one of these.
AFTER = (
    ("画", "计企规筹", "划"),
    ("炼", "项手铁拉脚锁", "链"),
)

# What the eye cannot tell apart in a name, after folding. Left stands for right. Digits and letters (i and l
# meet because capital I does), then Cyrillic, Greek, Han and kana, dashes and dots.
LOOKALIKES = _pairs("""
    0o 1l il |l !l $s @a
    аa вb еe кk мm нh оo рp сc тt уy хx ѕs іl јj ԁd ԛq ԝw
    αa βb εe ηn ιl κk νv οo ρp τt υu χx γy σo ωw
    曰日 囗口 ロ口 已己 巳己 末未 士土 入人 戌戍 カ力 エ工 ニ二 ハ八 タ夕 ト卜 ー一 —一
    –- ‐- ·. •. ・.
""")
