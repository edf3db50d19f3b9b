"""Makes the tables of src/general: the general words, from the dictionary of jieba, and the crate's own alone.

    python3 .ci/words.py DICT

DICT is jieba's dict.txt (MIT; the crate jieba-rs ships it as src/data/dict.txt): a word, a count and a part of speech a
line. The commonest words are kept, folded as the crate folds a text, with those of
src/general/own.txt, which stand in a table of their own too.

A table is searched as it is. All numbers are little-endian:

    u16 count of first characters
    for each, sorted: u16 character, u8 cost, u8 part of speech of the character alone, u32 where its words stand
    its words: u8 bits of the lengths that follow (bit 0 is 2 characters), for each such length u16 count and the words,
    sorted: u16 for each character after the first, u8 cost, u8 part of speech

A second table has a bit for each two characters that stand side by side in a word, by their hash, so that most places
are told without a search.

A cost is the logarithm to base 2 of one in how many words it is, in eighths.
"""

import collections
import math
import pathlib
import struct
import sys

OWN = pathlib.Path(__file__).parent.parent / "src/general/own.txt"
WORDS = 57_000
LONGEST = 8
# as crate::general::Pos
PARTS = ["other", "noun", "person", "place", "name", "verb", "verbal_noun", "adjective", "adverb", "preposition", "conjunction", "pronoun", "numeral", "classifier", "time", "localiser", "particle", "idiom"]
BY_TAG = {
    "n": "noun", "ng": "noun", "nr": "person", "nrt": "person", "nrfg": "person", "ns": "place", "nt": "name", "nz": "name", "s": "noun", "j": "name",
    "v": "verb", "vg": "verb", "vd": "verb", "vi": "verb", "vq": "verb", "vn": "verbal_noun", "an": "noun", "a": "adjective", "ag": "adjective",
    "ad": "adjective", "b": "adjective", "z": "adjective", "d": "adverb", "dg": "adverb", "p": "preposition", "c": "conjunction", "r": "pronoun",
    "rr": "pronoun", "rz": "pronoun", "rg": "pronoun", "m": "numeral", "mq": "numeral", "mg": "numeral", "q": "classifier", "t": "time", "tg": "time",
    "f": "localiser", "u": "particle", "ul": "particle", "uj": "particle", "ud": "particle", "uz": "particle", "uv": "particle", "ug": "particle",
    "y": "particle", "e": "particle", "k": "particle", "h": "particle", "i": "idiom", "l": "idiom",
}
NUMERALS = set("〇零一二两三四五六七八九十百千万亿兆几数")
# what limits a bare scale, or stands between a numeral and its scale
LIMITS, SCALES = set("上近过超逾多余"), set("十百千万亿")
# after a numeral these count, so that the two are no word
COUNTED = set(
    "个名人次户家件元天年月日号位项条张台座层岁只口辆艘架份套间栋幢场届批种类款支枚颗粒册页篇封段句字声步米斤吨克里亩顷度倍成折分秒时周季代世纪回"
    "遍趟番阵顿块片杯瓶箱盒袋包桶盘碗对双副组队群串排级期幅股株棵笔宗起例国省市县镇村乡校班角毛圈根卷招匹首本具节集朵盏尊扇员点样行道厘寸尺丈两钱轮多余来半"
)
# what may follow a count of years, months and days
CALENDAR = {unit + mark for unit in "年月日天周时分秒" for mark in "前后底初末中内间来期均"} - {"日期", "周期", "日后", "分期"}
LONGER = set("世纪 年代 月份 分之一 分钟 小时 个半 个月 个人 公里 公斤 平方 元钱 点钟 年级 等奖 季度 季度末 瓦 瓦时 平方米 平方公里 立方米 美元 公顷".split())
# words that a unit after a number may begin, though the number goes before them: 3人均, 5亿元年减, 900万人口
AFTER_NUMBERS = set("首歌 本书 杯酒 杯水 封信 道菜 道坎 层楼 盏灯 辆车 番话 好几 好几个 好几年 好几位 好几遍 好几倍 一半左右 一半儿 左右两 左右两座 少数几个 大半个 大半年 大半天 前清 及第 五金 伙计 翻一番 翻两番 月工资 人均 户均 亩均 日均 月均 年均 人口 元年 个人 人人 个个 家家 天天 年年 人数 家数 元至 年级 日元 分之 月中 点多 个半 多人 多家 多年 多次 多天 多元 余人 余元 余家 余年 来人 半年 半天 半月 半年前 近半年 半年份 半月前 半天内".split())
KEPT = set("一样 四处 一度 一时 一次性 一代 一道 一行 一对一 一成不变 万家 百家 一级 二级 三级 三角 四角 五角 八角 四季 千里 万里 三军 一一 万一 三国 两国 一双".split()) - {"两国", "一双"}


# what jieba calls verbs and news uses as nouns
NOUNS = set("通道 日出 控股 收入 支出 开支 损失 贷款 存款 建筑 编制 布局 前身 负债 学历 简历 公证 武装 通报 报告 规定 决定 记录 纪录 差距 总结 代表 领导 主席 教练 导演 编辑 翻译 裁判 会计 警卫 保安 导游 司仪 指挥 统治 活动 行动 运动 教育 研究 分析 设计 工作 生活 学习 实验 考试 比赛 表演 展览 服务 贸易 交通 运输 通讯 建议 要求 需要 影响 作用 变化 发现 创作 著作 作品 收成 出身 废旧 高速 长途 流动 临床 慢性 行为 位置 考生 知识 造价 增速 警察 镇长 站长 处长 排长 连长 组长 帮主 手续 生意 死刑 跑道 要塞 要道 产能 邻居 雇主 配偶 判官 杀手 帮手 好手 对手 选手 坐标 闪电 见解 误解 举措 举动 前列 下属 列强 愿望 期望 欲望 导航 插图 引桥 纪要 供求 需求 表决权 威望 信封 装束 把手 盛名 论述 论断 构造 构想 构思 联想 吃法 打法 做法 想法 看法 说法 超市 出路 去处 去向 取向 旨意 新高 掌心 病变 感冒 腹泻 提案 伤亡 死伤 生死 成败 胜败 胜负 得失 兴衰 会谈 预算 审计署 招办 超导 上限 下限 上空 考卷 麻布 沉香 围棋 进度 难度 难点 差别 据点 满分 比分 果实 好处 长处 真相 相声 随笔 终点 终身 缘由 初衷 首都 首相 霍乱 小偷 大自然 大佛 正门 高处 极点 自由度 刚度 立体声 越剧 越共 约旦 也门 大连 大同 日经 正定 永新 定远 定边 多伦多 招牌 算盘 嫌疑 造纸 裁决 诡计 处罚 便道 促进会 保费 判决书 否决权 就业处 干道 弯道 投手 推手 熟食 署长 聘书 补助费 赞助费 出处 捐税 滑道 扶手 打手 强手 贿款 鼓手 引文 冻害 元首 壮汉 所有者 圆周 总管 日历 枯叶 假面 因果".split())


def fold_table():
    source = pathlib.Path(__file__).parent.parent / "src/lexer/fold_table.rs"
    pairs = "".join(line.rstrip("\\") for line in source.read_text(encoding="utf-8").splitlines() if line.endswith("\\"))
    pairs = pairs[pairs.index('"') + 1 :]
    return {ord(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}


def is_number(word):
    """Whether a word is a numeral, alone or with a classifier: 一个, 第三届, 二十一世纪."""
    if word in KEPT:
        return False
    # 上万元: a scale with what limits it
    if word[0] in LIMITS and word[1:2] in SCALES:
        return len(word) == 2 or is_number(word[1:]) or set(word[2:]) <= COUNTED | NUMERALS
    # 五连冠: a run
    if len(word) == 3 and word[0] in NUMERALS and word[1] == "连":
        return True
    # 三头, but 一头 and 两头 are often no number
    if len(word) == 2 and word[0] in NUMERALS - set("一两") and word[1] in "头夜列":
        return True
    rest = word.removeprefix("第").lstrip("".join(NUMERALS))
    if len(rest) == len(word):
        return False
    return rest in LONGER or rest[:2] == "分之" or rest in COUNTED or len(word) < 5 and set(rest) <= COUNTED | NUMERALS


# the files of the crate's own vocabulary whose words are words of any text, and what they are
VOCABULARY = {"verbs": "verb", "regions": "name", "places": "place"}


def vocabulary(fold):
    """The words of the vocabulary that a general dictionary may lack."""
    for name, tag in VOCABULARY.items():
        path = OWN.parent.parent / f"vocabulary/{name}.tsv"
        for line in path.read_text(encoding="utf-8").splitlines():
            word = line.split("\t")[0].translate(fold)
            is_word = 2 <= len(word) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in word)
            if is_word and not set(word) & (NUMERALS | SCALES | {"第"}):
                yield word, tag


def main(path):
    fold = fold_table()
    counts, tags = collections.Counter(), {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        word = word.translate(fold)
        if len(word) > LONGEST or not all("\u3400" <= c <= "\u9fff" or c == "〇" for c in word):
            continue
        if word not in tags or int(count) > counts[word]:
            tags[word] = "noun" if word in NOUNS and BY_TAG.get(tag) in ("verb", "adverb", "time", "conjunction") else BY_TAG.get(tag, "other")
        counts[word] += int(count)
    total = sum(counts.values())
    listed = dict(vocabulary(fold))
    for word, tag in listed.items():
        counts[word] = max(counts[word], total // 500_000)
        tags.setdefault(word, tag)
    own = OWN.read_text(encoding="utf-8").split()
    for word in own:
        # a word of the crate's own is no rare one
        counts[word] = max(counts[word], total // 50_000)
        tags.setdefault(word, "name")
    words = [word for word, _ in counts.most_common() if len(word) > 1 and word not in CALENDAR | AFTER_NUMBERS]
    words = [word for word in words if word in own or not is_number(word)]
    # 年发电量: after a year or 全 the year is a word of its own
    nouns = {word for word in words if tags[word] in ("noun", "verbal_noun")}
    words = [word for word in words if word in own or not (word[0] == "年" and word[1:] in nouns)]
    kept = [word for word in words if word in own or word in listed or tags[word] != "person" or counts[word] > 20][:WORDS]
    write("table.bin", kept, counts, tags, total)
    write("own.bin", own, collections.Counter({word: counts[word] for word in own}), tags, total)


def pair_bit(a, b):
    """The bit of two characters that stand side by side in a word, as crate::general::may_join has it."""
    return ((a * 0x9E3779B1 ^ b * 0x85EBCA6B) & 0xFFFFFFFF) >> 13


def cost(word, count, total):
    bits = -8 * math.log2(max(count, 1) / total)
    # a word that begins with a numeral stands where a number might go on: the two cuts are weighed alike
    return min(round(bits - (30 if len(word) > 1 and word[0] in NUMERALS else 0)), 255)


def write(name, kept, counts, tags, total):
    record = lambda word: bytes([cost(word, counts[word], total), PARTS.index(tags[word])])
    groups = collections.defaultdict(list)
    for word in kept:
        groups[word[0]].append(word)
    firsts = sorted({word for word in counts if len(word) == 1 and counts[word] > 1} | set(groups))
    body, index = bytearray(), bytearray(struct.pack("<H", len(firsts)))
    start = 2 + 8 * len(firsts)
    for first in firsts:
        lengths = sorted({len(word) for word in groups[first]})
        alone = record(first) if first in counts else bytes([255, 0])
        index += struct.pack("<H", ord(first)) + alone + struct.pack("<I", start + len(body))
        body.append(sum(1 << (length - 2) for length in lengths))
        for length in lengths:
            same = sorted(word for word in groups[first] if len(word) == length)
            body += struct.pack("<H", len(same))
            for word in same:
                body += b"".join(struct.pack("<H", ord(c)) for c in word[1:]) + record(word)
    # as a table grows, so do the bits by which most pairs that stand in no word are told
    pairs = bytearray(1 << (16 if name == "table.bin" else 13))
    shift = 16 - (len(pairs).bit_length() - 1)
    for word in kept:
        for a, b in zip(word, word[1:]):
            bit = pair_bit(ord(a), ord(b)) >> shift
            pairs[bit >> 3] |= 1 << (bit & 7)
    (pathlib.Path(__file__).parent.parent / "src/general" / name.replace(".bin", "_pairs.bin")).write_bytes(pairs)
    target = pathlib.Path(__file__).parent.parent / "src/general" / name
    target.write_bytes(index + body)
    print(len(kept), "words,", len(firsts), "characters,", len(index + body), "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
