"""Chinese characters, and the sounds that they stand for in names of Kazakhs, Uyghurs and Kyrgyz.

Not pinyin: what a character is used for in such names. 木 克 提 斯 孜 甫 力 特 布 德 are often a consonant
alone, 尔 is r where pinyin has "er", 江 is -jan, 拜 is -bay.
"""

from types import MappingProxyType

_READ = """
    a:阿啊 ai:艾爱埃 a:哎 e:俄娥鄂 o:奥欧 u:吾乌武伍吴烏 i:伊依亦衣 ya:亚雅亞牙 yu:玉于宇郁育裕
    ye:叶也耶葉 yi:易义 an:安 in:因英 un:温文 ba:巴帕八 bai:拜百白 ban:班 bao:包宝 bi:比别毕碧 b:布
    bo:博波伯 bu:补 bei:贝 pa:帕 pai:派 pi:皮 p:甫普 po:坡 pu:浦 fa:法 fei:菲 ma:马玛麻 mai:迈 man:曼满
    mao:毛 mei:美梅 me:麦买 m:木姆 mi:米迷密 mu:穆慕 mo:莫 min:敏明 da:达大 dai:代戴 dan:丹 dao:道 d:德
    di:地迪底 du:都杜 dun:顿 ding:丁 dong:东 ta:塔他 tai:泰台 tan:坦 t:提特铁 te:忒 ti:梯 tu:土图吐
    tun:屯 tao:陶 tong:通同 na:娜纳那 nai:乃奈 nan:南 nao:瑙 n:恩 ni:尼妮 nu:努 nuo:诺 la:拉 lai:来莱
    lan:兰 le:勒 l:力 li:里丽利莉 lu:鲁卢 lun:伦 luo:洛罗 lie:列 lin:林琳 ling:玲 sa:萨撒 sai:赛 san:散
    se:色 s:斯 si:司 su:苏 suo:索 sha:沙莎 shan:山 she:舍 shi:什西史 shu:舒 shen:申 sheng:胜 za:扎
    zai:再 zan:赞 ze:则 z:孜兹 zu:祖 zha:札 zhe:哲者 zhi:支芝 zhu:朱 jia:加佳贾 jian:建健 jan:江
    ji:吉基济季 jie:杰洁 ju:居 jun:军君 jin:金 jing:京 ke:柯科可 k:克 ka:卡喀 kai:凯 kan:坎 kang:康
    ku:库 kun:坤昆 kuan:宽 ga:嘎尕噶 gan:甘 ge:格 gu:古 gao:高 gai:盖 ha:哈 hai:海 han:汗罕 he:合赫
    hu:胡呼 huan:欢 heng:恒 hong:红 hua:华 qi:其奇 qian:谦 qiao:乔 qin:琴 xi:希 xia:夏 xie:谢 xin:新
    xu:许 ra:热然 re:惹 ren:仁 ri:日 ru:如 rui:瑞 r:尔耳 wa:瓦 wan:万 wai:外 wei:维卫 wu:悟 ting:婷
    yan:燕 yang:洋 yun:云 you:尤 yin:银 chu:楚 cha:恰查 che:车 qia:洽 er:而 mao:茂 xiao:肖 tang:唐
    zhao:赵 wang:王 li:李 zhang:张 liu:刘 chen:陈 yang:杨 huang:黄 zhou:周 ma:馬 sun:孙逊 guo:郭 lin:林
    he:何 gao:髙 luo:骆 zheng:郑 liang:梁
"""


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _READ.split():
        sound, _, signs = group.partition(":")
        for sign in signs:
            found.setdefault(sign, sound)
    return found


SYLLABLES = MappingProxyType(_read())
