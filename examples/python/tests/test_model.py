"""The objects say what the Rust crate read, in the types of Python."""

import copy
import dataclasses
import json
import pickle
import threading
import time
import typing
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
import wanyi
from wanyi import _native, names

PAGE = """雲溪縣旅遊業回溫
2023-07-10 09:00　來源：雲嶺網
上半年，雲溪縣接待旅客32萬余人次，同比增長7.5%。

住宿
局長林若川表示，全縣民宿由86家增至120家，下半年全縣擬投入3,500萬元，其中財政1,000萬元。"""


@pytest.fixture(scope="module")
def article() -> wanyi.Article:
    return wanyi.parse(PAGE)


def pieces(value: object) -> typing.Iterator[wanyi.Piece]:
    """Every piece of the text below an object."""
    if isinstance(value, wanyi.Piece):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from pieces(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from pieces(getattr(value, field.name))


def test_fields(article: wanyi.Article) -> None:
    assert article.title is not None and article.title.text == "雲溪縣旅遊業回溫"
    assert article.published is not None and article.published.from_ == datetime(2023, 7, 10, 9)
    assert article.source is not None and str(article.source) == "雲嶺網"
    assert (article.region, article.script, article.dateline, article.authors) == ("CN", "Hant", None, ())
    headings = [section.heading and section.heading.text for section in article.sections]
    assert headings == [None, "住宿"]
    assert [len(section.claims) for section in article.sections] == [1, 3]
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].quantities == article.quantities[:2]


def test_numbers(article: wanyi.Article) -> None:
    visits, growth = article.quantities[:2]
    assert visits.value == Decimal(320000) and isinstance(visits.value, Decimal)
    assert visits.lower == wanyi.Bound(Decimal(320000), True)
    assert visits.upper == wanyi.Bound(Decimal(330000), False)
    assert (visits.approx, visits.role, growth.role) == ("odd", "cardinal", "percent")
    assert visits.unit is not None
    assert (visits.unit.symbol, visits.unit.dimension, visits.unit.factor) == ("人次", "visits", Fraction(1))
    about = wanyi.find_quantities("惠及約3萬人").quantities[0]
    assert (about.marker, about.approx, about.lower, about.upper) == ((2, 3), "about", None, None)
    assert float(growth) == 7.5
    assert [visits.may_be(n) for n in (319999, 320000, 329999, 330000)] == [False, True, True, False]


def test_claims(article: wanyi.Article) -> None:
    first, inns, plan, part = article.claims
    assert first.subject is not None and first.subject.text == "雲溪縣"
    assert first.time is article.times[1]
    assert (first.time.from_, first.time.to, first.time.kind) == (date(2023, 1, 1), date(2023, 6, 30), "half")
    change = first.changes[0]
    assert (change.direction, change.basis, change.magnitude) == ("increase", "yoy", article.quantities[1])
    assert change.base_period == (date(2022, 1, 1), date(2022, 6, 30))
    assert inns.speaker is not None and inns.speaker.text == "局長林若川"
    assert (inns.changes[0].from_, inns.changes[0].to) == article.quantities[2:4]
    assert plan.modality == "planned" and not plan.negated
    relation = part.relations[0]
    assert (relation.kind, relation.quantity, relation.of) == ("part_of", *reversed(article.quantities[4:6]))


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "𠮷野家新開3家店，營收增長5%。👨\u200d👩共2人。",
        "網(wǎng)站投入3億元，當?shù)剞r(nóng)民3600餘名，惠及當?shù)厝罕?。",
        "\r\n投入3億元。\r\n\r\n教育\r新建學校6所。\r\n",
        "一",
    ],
)
def test_offsets_slice_strings(text: str) -> None:
    article = wanyi.parse(text)
    assert article.text == text
    for piece in pieces(article):
        sliced = text[piece.start : piece.end]
        assert text.encode()[piece.byte_start : piece.byte_end].decode() == sliced
        if not article.diagnostics:
            assert sliced == piece.text


def test_damage_is_undone_and_told() -> None:
    article = wanyi.parse("網(wǎng)站投入3億元。")
    subject = article.claims[0].subject
    assert subject is not None and subject.text == "網站"
    note = article.diagnostics[0]
    assert (note.code, note.severity, note.from_, note.to, note.certain) == ("pinyin_noise", "info", "(wǎng)", "", True)
    assert article.text[note.start : note.end] == "(wǎng)"


def test_astral_characters_count_once() -> None:
    shops = wanyi.parse("𠮷野家新開3家店。").quantities[0]
    assert (shops.start, shops.end, shops.byte_start, shops.byte_end) == (5, 7, 16, 20)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("共數百人。", "<Quantity '數百人' [200, 1000) 人, several at 1:4>"),
        ("增長40%以上。", "<Quantity '40%以上' 40 %, at_least at 2:7>"),
        ("主隊以21比18獲勝。", "<Quantity '21比18' 21:18 at 3:8>"),
        ("完成三分之一。", "<Quantity '三分之一' 1/3 at 2:6>"),
        ("每畝產500公斤。", "<Quantity '500公斤' 500 公斤/畝 at 3:8>"),
    ],
)
def test_representations(text: str, shown: str) -> None:
    assert repr(wanyi.find_quantities(text).quantities[0]) == shown


def test_numbers_without_a_value() -> None:
    hundreds, score = wanyi.find_quantities("數百人，21比18").quantities
    assert hundreds.value is None and score.value is None
    assert score.score == (Decimal(21), Decimal(18))
    with pytest.raises(TypeError, match="'數百人' has no single value"):
        float(hundreds)


def test_numbers_are_exact() -> None:
    text = "0.1234567890123456789012345678元，9999999999999999999999999999元"
    small, large = wanyi.find_quantities(text).quantities
    assert (str(small.value), str(large.value)) == ("0.1234567890123456789012345678", "9" * 28)
    third = wanyi.find_quantities("三分之一").quantities[0]
    assert third.value == Fraction(1, 3) and isinstance(third.value, Fraction)
    acres = wanyi.find_quantities("造林3畝").quantities[0]
    assert acres.unit is not None and acres.unit.factor == Fraction(2000, 3)
    assert acres.value is not None and Fraction(acres.value) * acres.unit.factor == 2000


def test_days_and_regions() -> None:
    for published in (date(2023, 9, 20), datetime(2023, 9, 20, 8, 30, 1, 5), "2023-09-20", "2023-09-20T08:30"):
        assert wanyi.find_quantities("昨天3人", published).times[0].from_ == date(2023, 9, 19)
    zone = timezone(timedelta(hours=8))
    aware = datetime(2023, 9, 20, 0, 30, tzinfo=zone)
    assert wanyi.find_quantities("昨天3人", aware).times[0].from_ == date(2023, 9, 19), "the day where it was written"
    unit = wanyi.parse("投入3億元。", region="TW").quantities[0].unit
    assert unit is not None and (unit.code, unit.code_system) == ("TWD", "iso4217")


def test_years_without_dates_in_python() -> None:
    for text in ("公元前221年有3國。", "12023年有3國。"):
        for found in wanyi.parse(text).times:
            assert found.from_ is None or isinstance(found.from_, date)


def test_bytes() -> None:
    text = "投入420万元，同比增长25%。"
    for encoding in ("utf-8", "gb18030", "gbk"):
        for source in (text.encode(encoding), bytearray(text.encode(encoding)), memoryview(text.encode(encoding))):
            article = wanyi.parse(source)
            assert article.text == text and article.quantities[0].value == 4200000
    big5 = "投入420萬元，增長25%。".encode("big5")
    assert wanyi.parse(big5, encoding="big5").quantities[1].value == 25
    assert wanyi.find_quantities(big5, encoding="big5").text == "投入420萬元，增長25%。"
    body = wanyi.parse(text.encode("gb18030"), body=True)
    assert body.quantities == wanyi.parse(text, body=True).quantities
    broken = wanyi.parse("投入3萬元，".encode("big5") + b"\xff", encoding="big5")
    assert "malformed_bytes" in [note.code for note in broken.diagnostics]


def test_bodies_have_no_title() -> None:
    text = "雲溪縣旅遊業回溫\n上半年，雲溪縣接待旅客32萬人次。\n同比增長7.5%，住宿業投入3,500萬元。"
    assert wanyi.parse(text).title is not None
    assert wanyi.parse(text, body=True).title is None


def test_errors() -> None:
    with pytest.raises(wanyi.ParseError, match="the text is empty") as raised:
        wanyi.parse(" \n ")
    error = raised.value
    assert (error.kind, error.start, error.end, error.line, error.column) == ("empty", 0, 3, 1, 1)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.kind, again.end) == (str(error), "empty", 3)
    assert isinstance(error, ValueError)
    with pytest.raises(ValueError, match='unknown region "US": expected one of CN, HK, TW, MO, SG, MY'):
        wanyi.parse("投入3元", region="US")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match='published is no ISO 8601 date: "yesterday"'):
        wanyi.parse("投入3元", "yesterday")
    with pytest.raises(ValueError, match='unknown encoding "klingon"'):
        wanyi.parse(b"", encoding="klingon")
    with pytest.raises(TypeError, match="expected str or bytes, got int"):
        wanyi.parse(3)  # type: ignore[arg-type]
    with pytest.raises(UnicodeEncodeError):
        wanyi.parse("投入3元\ud800")


def test_objects_are_values(article: wanyi.Article) -> None:
    again = wanyi.parse(PAGE)
    assert again == article and hash(again) == hash(article) and again is not article
    assert wanyi.parse(PAGE + "共3人。") != article
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.text = ""  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.quantities[0].value = None  # type: ignore[misc]
    match article.quantities[0]:
        case wanyi.Quantity(role="cardinal", unit=wanyi.Unit(symbol=symbol)):
            assert symbol == "人次"
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles(article: wanyi.Article, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(article, protocol))
    assert again == article and again.to_json() == article.to_json()
    for part in (article.claims, article.quantities[0], article.sections[0], wanyi.find_quantities("3人")):
        assert pickle.loads(pickle.dumps(part, protocol)) == part
    assert copy.deepcopy(article) == article


def test_dictionaries_and_json(article: wanyi.Article) -> None:
    told = article.asdict()
    assert told["quantities"][0]["unit"]["symbol"] == "人次"
    assert told["sections"][0]["claims"][0]["subject"]["text"] == "雲溪縣"
    form = json.loads(article.to_json())
    assert form["sections"][0]["paragraphs"][0]["quantities"][0]["value"] == "320000"
    assert wanyi.from_json(article.to_json()) == article
    with pytest.raises(ValueError, match="no article: "):
        wanyi.from_json("{}")
    assert article.to_html().startswith("<!DOCTYPE html>")


def test_an_article_made_by_hand_says_so(article: wanyi.Article) -> None:
    changed = dataclasses.replace(article, title=None)
    assert changed.title is None and changed.quantities == article.quantities
    with pytest.raises(TypeError, match="put together by hand"):
        changed.to_json()


def test_other_threads_run_during_the_parse() -> None:
    # nothing is found, so that all the time is that of the parse
    text = "山上的茶樹長得很好，茶農們都很高興。\n" * 200_000
    ticks: list[float] = []
    started, done = threading.Event(), threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            started.set()
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    started.wait()
    start = time.perf_counter()
    found = wanyi.find_quantities(text)
    end = time.perf_counter()
    done.set()
    thread.join()
    assert found.quantities == ()
    assert len([tick for tick in ticks if start < tick < end]) > 3


def test_names_are_those_of_the_crate() -> None:
    for name, known in _native.NAMES.items():
        assert typing.get_args(getattr(names, name)) == known, name
