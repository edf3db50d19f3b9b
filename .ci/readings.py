"""Makes the tables of src/repair/mirror from the Unihan database.

    python3 .ci/readings.py DIRECTORY

DIRECTORY holds Unihan_Readings.txt and Unihan_Variants.txt of the Unicode Character Database, plain or as .bz2 (Debian
has them in the package unicode-data).

readings.tsv: the Mandarin readings of the Han characters of GBK. A row is a reading, the characters that it is an
everyday reading of, the commonest first, and the other characters that have it, each column apart by a tab.

common.tsv: how common the common characters are. A row is a number of bits (the logarithm to base 2 of one in how many
characters of running text it is) and the characters, by the counts of kHanyuPinlu; the last row has those of the first
levels of GB 2312 and Big5 that were not counted.
"""

import bz2
import collections
import math
import pathlib
import re
import sys
import unicodedata

# Readings of modern dictionaries and word counts; one that only kHanyuPinyin has, which is historical, is left out.
MODERN = {"kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013"}


# Everyday readings that the database has not: 妳 as a form of 你, 兒 at the end of a word.
EVERYDAY = [("妳", "nǐ"), ("兒", "er"), ("儿", "er")]


def rows(directory, name):
    path = pathlib.Path(directory, name)
    text = path.read_text("utf-8") if path.exists() else bz2.open(f"{path}.bz2", "rt", encoding="utf-8").read()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            point, field, value = line.split("\t")
            yield chr(int(point[2:], 16)), field, value


def in_gbk(char):
    try:
        return len(char.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


LEVELS = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


def is_level(encoding, char):
    """Whether a character is of the first level of a standard."""
    try:
        return char.encode(encoding)[0] in LEVELS[encoding]
    except UnicodeEncodeError:
        return False


def is_common(char):
    return any(is_level(encoding, char) for encoding in LEVELS)


def main(directory):
    fields = collections.defaultdict(lambda: collections.defaultdict(set))
    counts = collections.defaultdict(dict)
    for char, field, value in rows(directory, "Unihan_Readings.txt"):
        if field == "kMandarin":
            for reading in value.split():
                fields[char][reading].add(field)
        elif field == "kHanyuPinlu":
            for reading, count in re.findall(r"([^\s(]+)\((\d+)\)", value):
                fields[char][reading].add(field)
                counts[char][reading] = int(count)
        elif field in ("kXHC1983", "kTGHZ2013", "kHanyuPinyin"):
            for part in value.split():
                for reading in part.split(":")[1].split(","):
                    fields[char][reading].add(field)
    simplified = collections.defaultdict(set)
    for char, field, value in rows(directory, "Unihan_Variants.txt"):
        if field == "kSimplifiedVariant":
            simplified[char].update(chr(int(point[2:], 16)) for point in value.split())

    table = collections.defaultdict(list)
    for char in filter(in_gbk, list(fields)):
        forms = {char} | simplified[char]
        readings = {reading for form in forms for reading in fields[form] if fields[form][reading] & MODERN}
        # a neutral tone by word counts alone is that of a single word, unless it is most of the counts
        total = sum(counts[char].values())
        for reading in readings:
            sources = set().union(*(fields[form].get(reading, set()) for form in forms))
            plain = unicodedata.normalize("NFC", reading)
            if not re.fullmatch("[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]+", plain):
                continue
            if plain.isascii() and sources == {"kHanyuPinlu"} and 2 * counts[char].get(reading, 0) < total:
                continue
            count = max(counts[form].get(reading, 0) for form in forms)
            everyday = is_common(char) and (bool(fields[char][reading] & {"kMandarin"}) or count > 0)
            table[plain].append((not everyday, -count, char))
    for char, reading in EVERYDAY:
        table[reading].append((False, 0, char))
    target = pathlib.Path(__file__).parent.parent / "src/repair/mirror"
    with (target / "readings.tsv").open("w", encoding="utf-8") as file:
        for reading in sorted(table):
            entries = sorted(table[reading])
            columns = ("".join(char for rare, _, char in entries if rare == part) for part in (False, True))
            print(reading, *columns, sep="\t", file=file)

    total = sum(sum(of_char.values()) for of_char in counts.values())
    classes = collections.defaultdict(list)
    for char in filter(in_gbk, list(fields)):
        count = sum(counts[char].values())
        for form in simplified[char]:
            # a simplified form that is a character of its own in Traditional script too, as 了 of 瞭, has most of its count
            count = max(count, sum(counts[form].values()) / (16 if is_level("big5", form) else 1))
        if count:
            classes[min(round(math.log2(total / count)), 17)].append((-count, char))
        elif is_common(char):
            classes[18].append((0, char))
    with (target / "common.tsv").open("w", encoding="utf-8") as file:
        for bits in sorted(classes):
            print(bits, "".join(char for _, char in sorted(classes[bits])), sep="\t", file=file)


if __name__ == "__main__":
    main(sys.argv[1])
