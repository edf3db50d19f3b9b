"""Makes src/lexer/fold_table.rs, the characters that are read as another, from the Unihan database.

    python3 .ci/fold.py DIRECTORY

DIRECTORY holds Unihan_Variants.txt of the Unicode Character Database, plain or as .bz2 (Debian has it in the package
unicode-data). A Traditional character is read as its Simplified form, a variant as the common form; all of them stand in
the Basic Multilingual Plane, so that a folded text is as long as the text.
"""

import collections
import pathlib
import sys

from readings import is_level, rows

# Where the database names several forms, or none, or one that news does not mean.
OWN = {
    pair[0]: pair[1]
    for pair in (
        "乾干 著着 餘余 馀余 徵征 後后 隻只 裡里 裏里 臺台 颱台 檯台 週周 佔占 衆众 眾众 爲为 為为 綫线 線线 併并 並并 竝并 羣群 峯峰 衞卫 衛卫 麽么 麼么 鐘钟 鍾钟 鈡钟 係系 "
        "繫系 製制 準准 豬猪 戶户 戸户 兩两 參参 叄叁 牀床 汚污 汙污 啟启 啓启 煙烟 菸烟 遊游 佈布 昇升 陞升 桿杆 僱雇 喫吃 祕秘 鉅巨 託托 讚赞 贊赞 彙汇 滙汇 匯汇 曆历 歷历 "
        "嚮向 鬱郁 闆板 麵面 鬆松 鬍胡 鬥斗 穀谷 剋克 慾欲 籲吁 範范 籤签 簽签 醜丑 衝冲 沖冲 誌志 幹干 捲卷 錶表 復复 複复 儘尽 盡尽 獲获 穫获 樑梁 藉借 瞭了 闢辟 摺折 迴回 "
        "癥症 註注 諮咨 傢家 傚效 鉢钵 掛挂 甦苏 濶阔 溼湿 崑昆 崙仑 厰厂 廰厅 廳厅 綉绣 繡绣 綑捆 脣唇 跡迹 蹟迹 蹤踪 蹕跸 採采 倖幸 兇凶 牠它 妳你 祂他 鷄鸡 雞鸡 舘馆 館馆 "
        "喆哲 銹锈 鏽锈 屍尸 滷卤 鹵卤 燻熏 薰熏 捨舍 證证 証证 鑒鉴 鑑鉴 鍊链 鏈链 鏟铲 剷铲 巖岩 拚拼 籐藤 痺痹 災灾 菓果 粧妆 妝妆 夥伙 倣仿 恆恒 峽峡 裝装 劃划 誇夸 鬚须 "
        "纔才 薑姜 甯宁 寧宁 蘋苹 鹼碱 鹽盐 搾榨 糉粽 翺翱 贗赝 齣出 龢和 鹹咸 僞伪 偽伪 勛勋 勳勋 眞真 內内 別别 吳吴 呉吴 沒没 説说 說说 脫脱 鋭锐 銳锐 悅悦 閲阅 閱阅 稅税 "
        "査查 淨净 浄净 靜静 隸隶 隷隶 攜携 鎮镇 鎭镇 録录 錄录 緑绿 綠绿 産产 產产 顔颜 顏颜 強强 黃黄 橫横 冊册 氷冰 "
        # what Cantonese writes for the particles of the written language
        "咗了 嘅的 "
    ).split()
}
# Simplified or common forms that the database folds further: characters of their own in news.
KEPT = set("台后里于余范松斗谷面干只系制准占周志征复表卷向折胡姜丑吁冲签郁克欲咸着乾坤夫瀋沈藉覆像象恶叶了尽才划术朱注游")


def is_wide(char):
    return 0x3400 <= ord(char) <= 0x9FFF


def main(directory):
    simplified = collections.defaultdict(set)
    for char, field, value in rows(directory, "Unihan_Variants.txt"):
        if field == "kSimplifiedVariant":
            simplified[char].update(chr(int(point[2:], 16)) for point in value.split())
    fold = {}
    for char, forms in simplified.items():
        forms = sorted((not is_level("gb2312", form), form) for form in forms if form != char and is_wide(form))
        if is_wide(char) and forms and char not in KEPT:
            fold[char] = forms[0][1]
    fold.update(OWN)
    for char in [char for char in fold if char in set(OWN.values())]:
        del fold[char]
    # a form that is folded itself leads to its own form
    for char in fold:
        seen = {char}
        while fold[char] in fold and fold[char] not in seen:
            seen.add(fold[char])
            fold[char] = fold[fold[char]]
    pairs = sorted((char, form) for char, form in fold.items() if char != form and form not in fold)
    target = pathlib.Path(__file__).parent.parent / "src/lexer/fold_table.rs"
    with target.open("w", encoding="utf-8") as file:
        print("// Made by .ci/fold.py from the Unihan database: each character and the one that it is read as.", file=file)
        print("#[rustfmt::skip]", file=file)
        print("pub(super) const PAIRS: &str = \"\\", file=file)
        for at in range(0, len(pairs), 50):
            print("".join(char + form for char, form in pairs[at : at + 50]) + "\\", file=file)
        print("\";", file=file)
    print(len(pairs), "pairs")


if __name__ == "__main__":
    main(sys.argv[1])
