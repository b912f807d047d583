"""Three ways in which people misspell a name, in each script, the same on every run.

A letter is left out; a letter is doubled or changes places with its neighbour; a letter is taken for the
one that sounds or looks nearest. The first letter of a word stays, as it nearly always does.
"""

import random

from locales.languages import CODES

KINDS = ("dropped", "swapped", "sounded")

_NEAR = {
    "en": "a:o e:i i:e o:a u:o y:i k:q q:k w:v v:w c:k z:s g:j",
    "ru": "е:и и:е о:а а:о ы:и э:е ё:е й:и щ:ш ц:с г:к б:п д:т з:с ь: у:о",
    "kk": "қ:к ғ:г ң:н ө:о ұ:у ү:у і:и ә:а ы:и һ:х и:і у:ұ е:и о:а а:ә",
    "kk-Arab": "ق:ك ع:گ ڭ:ن ى:ي ي:ى ە:ه ۇ:و و:ۇ ۋ:ۇ ك:ق ء: ا:ە",
    "ug": "ې:ى ۈ:ۇ ۆ:و ق:ك غ:گ ھ:خ ە:ا ى:ې ۇ:و و:ۇ ا:ە ڭ:ن ج:ژ",
}
_NEIGHBOURS = {code: dict(pair.split(":") for pair in pairs.split()) for code, pairs in _NEAR.items()}
# The commonest other character with the same sound that is in no name of ours.
_SAME_SOUND = """
    努怒 尔而 饶扰 霍或 果过 斯司 绕扰 勒类 卓桌 口扣 岸案 阿啊 腾疼 科客 里理 合何 作做 中种
    心信 多夺 克客 拉啦 山闪 巴把 图途 赫何 迈卖 布不 奇起 盖改 吉级 木目 乃奶 扎炸 都斗 塔他
    卡喀 纳哪 林临 列烈 谢些 耶也 夫府 黑嘿 土途 代带 苏速 季级 瑟色 帕怕 泰太 德的 瓦娃 艾爱
    莎杀 比必 琼穷 普铺 根跟 索所 托脱 马吗 雷类 什身 库哭 兰览 沃我 伊一 亚压 梅没 古股 利理
    坦谈 济级 汉含 加价 任认 道到 铁贴 米秘 博播 兹资 姆目 奥傲 津进 基级 曼满 乌无 泽则 桑丧
    萨洒 钦亲 凯慨 格个 孜资 佩配 西系 沙杀 伦论 达打 韦为 肖小 洛落 噜路 吐途 鲁路 迭爹 阔括
    买卖 红洪 其起 甫府 干感 彦眼 嘴最 台太 老牢 爷也 庙苗 北被 机级 场常 齐起 地帝 窝我 堡报
    国过 际级 天添 宁凝 京经 首手 玛吗 华话 人认 民敏 共工 和何 俄恶 罗落 蒙盟 耳而 塞赛 拜百
    疆将 美没 尼你 联脸 酋求 伯播 长张 埃爱 及级 拿哪 大打 英应 法发 瑞锐 典点 挪诺 威为 荷何
    士是 波播 白百 朗郎 富府 汗含 印引 度读 来赖 韩含 南难 本奔 丹但 圖途 希系 州周 莫模 纠就
    宾滨 劳牢 东动 江将 杰解 七起 河何 奈奶 套讨 突途 厥决 迪帝 雅压 春纯 贾价 连脸 捷解 坎看
    金进 赤持 厄恶 门们 缅面 诺挪 戈个 斋寨 丘求 喀卡 焦教 甘感 舒数 市是 楚出 三散 成称 热惹
    赛塞 咸现 海还 瑙脑 彼必 得的 舍设 休修 潘判 菲非 区去 叶也 维为 吾无 因引 莱赖 音引 犁理
    通同 上商 广光 深身 圳真 安案 重种 庆情 义一 杭航 武无 银引 川传 郑政 滨宾 沈身 阳样 青情
    岛到 昆困 明名 呼护 浩好 敦顿 煌黄 酒就 泉全 嘉价 峪与 关管 香相 港刚 澳傲 肃速 省生 陕闪
    四司 浙这 龙笼 藏仓 撒洒 罕含 集级 延眼 杜读 尚商 苦哭 盏战 胡护 占战 开慨 密秘 圣生 鄂恶
    新信 茨此 琳临 车撤 秋求 第帝 柏百 慕目 谷股 隆笼 坡破 驻主 使是 馆管 总宗 领令 事是 签前
    证政 处出 办半 自资 治之 化话 依一 水谁 磨模 沟构 头投 屯吞 坂半 城称 县现 独读 子资 碱建
    滩谈 禾何 番反 高告 昌常 鄯闪 善闪 逊训 坤困 镇真 回会 族组 阜府 康抗 壁必 绥随 垒类 乐了
    精经 温文 郭过 楞冷 轮论 尉为 若弱 羌强 且切 末模 焉眼 耆起 静经 硕说 湖护 宿速 提体 柯客
    坪平 陶讨 疏数 附府 麦卖 岳月 师是 田添 阗添 墨模 玉与 皮批 浦铺 策测 于与 丰风 岱带 奎亏
    察差 查差 锡系 定顶 清情 芦路 草操 巩工 留流 源员 那哪 昭照 湾万 额恶 敏民 裕与 承称 蕴运
    可客 福府 石是 五无 家价 渠去 双霜 杨样 星行
"""
_NEIGHBOURS["zh-Hans"] = {pair[0]: pair[1] for pair in _SAME_SOUND.split()}
assert set(_NEIGHBOURS) == set(CODES)


def misspelt(name: str, code: str, kind: str) -> str:
    """*name*, a name in language *code*, misspelt in the way *kind*."""
    chance = random.Random(f"{name} {code} {kind}")
    if code == "zh-Hans":
        return _han(name, kind, chance)
    inside = [at for at in range(1, len(name)) if name[at].isalpha() and name[at - 1].isalpha()]
    # In the Arabic scripts a word may begin with a bearer, ئ or ء, and the letter after it is the first.
    inside = [at for at in inside if name[at - 1] not in "ئء"]
    if not inside:
        return name
    if kind == "dropped":
        at = chance.choice(inside)
        return name[:at] + name[at + 1 :]
    if kind == "swapped":
        pairs = [at for at in inside[1:] if at - 1 in inside and name[at - 1] != name[at]]
        if pairs and chance.random() < 0.5:
            at = chance.choice(pairs)
            return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
        at = chance.choice(inside)
        return name[:at] + name[at] + name[at:]
    return _sounded(name, code, inside, chance)


def _sounded(name: str, code: str, places: list[int], chance: random.Random) -> str:
    near = _NEIGHBOURS[code]
    at = chance.choice([at for at in places if name[at] in near] or places)
    return name[:at] + near.get(name[at], name[at] * 2) + name[at + 1 :]


def _han(name: str, kind: str, chance: random.Random) -> str:
    """Of two characters none can be left out, and what is left still be a name: one is doubled."""
    if kind == "dropped" and len(name) > 2:
        at = chance.randrange(len(name))
        return name[:at] + name[at + 1 :]
    if kind == "sounded":
        return _sounded(name, "zh-Hans", list(range(len(name))), chance)
    at = chance.randrange(1, len(name))
    if kind == "swapped":
        return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    return name[:at] + name[at - 1] + name[at:]
