"""A pack from its file: what it says, and every fault at its line."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import expected_of, message_of
from thidua_cli.law.local.pack import Form
from thidua_cli.law.local.reading import read_pack
from thidua_cli.law.rulings.rules import Kind, Rounding, State, Subject
from thidua_cli.source.text import SourceText

WHOLE = """\
pack:
  name: gia-lai
  level: province
  authority: UBND tỉnh
documents:
  qd:
    symbol: 35/2017/QĐ-UBND
    date: 2017-10-01
    issuer: UBND tỉnh
    title: Quy chế
    from: 2017-10-10
rules:
"""
CAP = """\
cstdcs-10:
  name: Trần của tỉnh
  over: TD301
  numbers:
    @ 2018-01-01
      value: 10%
"""


def found(text: str) -> list[tuple[str, str, int]]:
    read = read_pack(SourceText("goi.yaml", text))
    for finding in read.findings:
        for lang in ("vi", "en"):
            assert "{" not in message_of(finding, lang)
    return [(each.code, each.variant, each.span.line) for each in read.findings]


@pytest.mark.parametrize("name", ["vnpt", "so-vn", "v-n"])
def test_a_name_of_its_own_may_begin_alike(name: str, make_pack) -> None:
    assert make_pack(CAP, name).name == name


def test_a_rule_over_a_national_one(make_pack) -> None:
    pack = make_pack(CAP)
    assert (pack.name, pack.level, pack.authority) == ("gia-lai", "province", "UBND tỉnh")
    rule = pack.rules["gia-lai:cstdcs-10"]
    assert (rule.form, rule.target, rule.rule.kind) == (Form.OVER, "TD301", Kind.RATIO_CAP)
    assert (rule.rule.code, rule.rule.numerator, rule.rule.base) == ("gia-lai:cstdcs-10", "cstdcs", "ldtt")
    (number,) = rule.rule.numbers
    assert (number.since, number.to, number.value) == (date(2018, 1, 1), None, Fraction(1, 10))
    assert number.state is State.IN_FORCE
    (basis,) = number.basis
    assert basis.document == "Quyết định số 35/2017/QĐ-UBND ngày 01/10/2017 của UBND tỉnh"
    assert (basis.at, basis.since) == ("Điều 9", date(2017, 10, 10))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10%", (1, 10)),
        ("13,5%", (27, 200)),
        ("13.5 %", (27, 200)),
        ("2/3", (2, 3)),
        ("100%", (1, 1)),
        ("0%", (0, 1)),
    ],
)
def test_shares_are_exact(written: str, value: tuple[int, int], make_pack) -> None:
    pack = make_pack(CAP.replace("10%", written))
    assert pack.rules["gia-lai:cstdcs-10"].rule.numbers[0].value == Fraction(*value)


@pytest.mark.parametrize("written", ["0.1", "10", "101%", "1.500%", "3/2", "mười", "1e1%", "-5%", "10 %%"])
def test_what_is_no_share_is_told(written: str, write_pack) -> None:
    assert found(write_pack(CAP.replace("10%", f'"{written}"'))) == [("TD106", "examples", 21)]


@pytest.mark.parametrize(
    ("written", "said", "clear"),
    [
        ("1,500%", ("1,5%", "1.500%"), "1,5%"),
        ("57,500 %", ("57,5%", "57.500%"), "57,5%"),
        ("1,234%", ("1,234%", "1.234%"), "1,2340%"),
    ],
)
def test_a_share_with_two_readings_is_told_and_the_pack_left_out(
    written: str, said: tuple[str, str], clear: str, write_pack
) -> None:
    read = read_pack(SourceText("goi.yaml", write_pack(CAP.replace("10%", f'"{written}"'))))
    (finding,) = read.findings
    assert (finding.code, finding.variant, finding.span.line) == ("TD106", "readings", 21)
    assert (finding.values["first"], finding.values["second"]) == said
    assert clear in expected_of(finding, "vi")
    assert read.pack is None


@pytest.mark.parametrize("written", ["0,500%", "1,50%", "57,5000%", "1,2340%"])
def test_a_share_with_one_reading_is_taken(written: str, make_pack) -> None:
    value = make_pack(CAP.replace("10%", written)).rules["gia-lai:cstdcs-10"].rule.numbers[0].value
    assert value == Fraction(written.removesuffix("%").replace(",", ".")) / 100


def test_rounding_and_another_base(make_pack) -> None:
    text = CAP.replace("over: TD301", "over: TD301\n  base: tong_so")
    text = text.replace(
        "value: 10%", "value: 10%\n      rounding: nearest\n      at_least_one: true\n      strict: true"
    )
    rule = make_pack(text).rules["gia-lai:cstdcs-10"].rule
    assert rule.base == "tong_so"
    number = rule.numbers[0]
    assert (number.rounding, number.at_least_one, number.strict) == (Rounding.NEAREST, True, True)


OWN = """\
ttldxs-20:
  name: Tập thể lao động xuất sắc
  kind: ratio-cap
  title: TTLDXS
  numerator: ttldxs
  base: ttldtt
  numbers:
    @ 2018-01-01
      value: 20%
it-nhat-mot:
  name: Có sáng kiến
  kind: minimum-count
  title: CSTDCS
  numerator: initiatives
  numbers:
    @ 2018-01-01
      value: 1
dang-ky:
  name: Phải đăng ký
  kind: precondition
  title: LDTT
  numerator: registered
  numbers:
    @ 2018-01-01
ba-nam:
  name: Ba năm liên tục
  kind: criteria
  title: CSTDT
  numbers:
    @ 2018-01-01
      criteria:
        all:
          - chain:
              years: 3
              each:
                titles:
                  - CSTDCS
              ends: either
              with:
                - rating: HTXSNV
                  count: 1
          - not:
              at_least:
                fact: discipline
                value: khien-trach
          - any:
              - is:
                  fact: takes_part
                  value: true
              - held:
                  titles:
                    - BKT
                  back: 1
              - at_least:
                  fact: votes_for
                  than: council_members
tu-5:
  name: Từ 5 người
  kind: condition
  title: TTLDXS
  requires: tong_so >= 5
  message: phải có từ 5 người
  message_en: at least five people
  numbers:
    @ 2018-01-01
"""


def test_rules_of_its_own(make_pack) -> None:
    rules = make_pack(OWN).rules
    kinds = {ident.partition(":")[2]: (rule.rule.kind, rule.rule.subject) for ident, rule in rules.items()}
    assert kinds == {
        "ttldxs-20": (Kind.RATIO_CAP, Subject.TABLE),
        "it-nhat-mot": (Kind.MINIMUM_COUNT, Subject.INDIVIDUAL),
        "dang-ky": (Kind.PRECONDITION, Subject.INDIVIDUAL),
        "ba-nam": (Kind.CRITERIA, Subject.INDIVIDUAL),
        "tu-5": (Kind.PRECONDITION, Subject.COLLECTIVE),
    }
    condition = rules["gia-lai:tu-5"].condition
    assert condition is not None
    assert condition[1] == "tong_so >= 5"
    assert rules["gia-lai:tu-5"].messages == {"vi": "phải có từ 5 người", "en": "at least five people"}
    standard = rules["gia-lai:ba-nam"].rule.numbers[0].criteria
    assert standard is not None
    assert [leaf.name for leaf in standard.leaves()] == ["chain", "at_least", "is", "held", "at_least"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("over: TD301", "over: TD3011", ("TD816", "near", 15)),
        ("over: TD301", "ovr: TD301", ("TD815", "", 13)),
        ("over: TD301", "over: TD301\n  adopts: TD301", ("TD815", "several", 13)),
        ("over: TD301", "over: TD301\n  base: ltdt", ("TD105", "nearest", 16)),
        ("  name: Trần của tỉnh\n", "", ("TD101", "", 14)),
        ("value: 10%", "value: 10%\n      ti_le: 3", ("TD102", "", 22)),
        # A key of the numbers that stands beside them, and the other way round.
        ("  numbers:", "  rounding: floor\n  numbers:", ("TD102", "items", 16)),
        ("value: 10%", "value: 10%\n      kind: ratio-cap", ("TD102", "outside", 22)),
        ("value: 10%", "", ("TD101", "", 17)),
        ("cstdcs-10:", "CSTDCS:", ("TD124", "", 13)),
        ("@ 2018-01-01", "@ 2018-01-01 … 2018-01-01", ("TD814", "order", 18)),
        ("@ 2018-01-01", "@ 2017-01-01", ("TD813", "", 17)),
        ("@ 2018-01-01", "@ 31/2/2018", ("TD106", "examples", 17)),
    ],
)
def test_faults_are_told_at_their_line(
    old: str, new: str, expected: tuple[str, str, int], write_pack
) -> None:
    assert expected in found(write_pack(CAP.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("document: qd", "", ("TD811", "", 17)),
        ("document: qd", "document: qd-2", ("TD812", "", 18)),
        ("at: Điều 9", "", ("TD101", "", 17)),
        ("checked: 2026-11-20", "", ("TD101", "", 17)),
        ("    from: 2017-10-10\n", "    from: 2017-10-10\n    to: 2020-01-01\n", ("TD813", "after", 18)),
        ("checked: 2026-11-20", "checked: 9999-12-31", ("TD106", "century", 20)),
        ("checked: 2026-11-20", "checked: 1999-12-31", ("TD106", "century", 20)),
        ("level: province", "level: tinh", ("TD105", "", 3)),
        ("name: gia-lai", "name: vn", ("TD819", "national", 2)),
        ("name: gia-lai", "name: vn2026", ("TD819", "national", 2)),
        ("name: gia-lai", "name: vn-2026-11", ("TD819", "national", 2)),
        ("name: gia-lai", "name: Gia Lai", ("TD124", "", 2)),
        ("authority: UBND tỉnh", "athority: UBND tỉnh", ("TD102", "nearest", 4)),
        ("rules:", "rules: []\nquy_dinh:", ("TD103", "mapping", 12)),
    ],
)
def test_every_number_has_its_document(
    old: str, new: str, expected: tuple[str, str, int], write_pack
) -> None:
    assert expected in found(write_pack(CAP).replace(old, new, 1))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2018-01-01 … 2021-01-01", "2021-01-01", []),
        ("2018-01-01 … 2021-01-01", "2020-12-31", [("TD814", "")]),
        ("2018-01-01 … 2021-01-01", "2018-01-01", [("TD814", "")]),
        ("2018-01-01", "2021-01-01", [("TD814", "open")]),
        ("2021-01-01", "2018-01-01 … 2021-01-01", []),
    ],
)
def test_periods_may_not_overlap(
    first: str, second: str, expected: list[tuple[str, str]], write_pack
) -> None:
    text = CAP.replace("2018-01-01", first) + f"    @ {second}\n      value: 12%\n"
    assert [each[:2] for each in found(write_pack(text))] == expected


@pytest.mark.parametrize(
    ("requires", "variant", "place"),
    [
        ("tong_s >= 5", "unknown-fact-near", (18, 15)),
        ("tong_so >= 5 and canh_cao / 2 > 1", "division", (18, 41)),
        ("rating == 'TOT'", "unknown-word", (18, 25)),
        (">-\n    canh_cao == 0 and\n    tong_so = 5", "single-equals", (20, 15)),
    ],
)
def test_a_condition_is_told_where_it_goes_wrong(
    requires: str, variant: str, place: tuple[int, int], write_pack
) -> None:
    text = dedent(
        """\
        tu-5:
          name: Từ 5 người
          kind: condition
          title: TTLDXS
          message: phải có từ 5 người
          requires: {requires}
          numbers:
            @ 2018-01-01
        """
    ).format(requires=requires)
    read = read_pack(SourceText("goi.yaml", write_pack(text)))
    (finding,) = read.findings
    assert (finding.code, finding.variant) == ("TD818", variant)
    assert (finding.span.line, finding.span.column) == place
    assert read.pack is None


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ("{toi_thieu: 3}", ("TD809", "unknown")),
        ("{all: []}", ("TD103", "list")),
        ("{at_least: {fact: rating, value: TOT}}", ("TD105", "")),
        ("{at_least: {fact: months, value: nhiều}}", ("TD103", "whole")),
        ("{at_least: {fact: month, value: 3}}", ("TD105", "nearest")),
        ("{chain: {years: 0, each: {titles: [LDTT]}}}", ("TD108", "")),
        ("{chain: {years: 3, each: {titles: [ABC]}}}", ("TD105", "")),
        ("{holds: LDTT}", ("TD105", "")),
        ("{by_day: {fact: submitted, by: 31-10}}", ("TD106", "examples")),
        ("{is: {fact: takes_part, value: dung}}", ("TD103", "boolean")),
        ("{times: {titles: [CSTDT], apart: [x]}}", ("TD103", "whole")),
        ("{at_least: {fact: months, value: 3}, below: {fact: months, value: 9}}", ("TD809", "")),
    ],
)
def test_a_standard_is_checked(criteria: str, expected: tuple[str, str], write_pack) -> None:
    text = CAP.replace("over: TD301", "kind: criteria\n  title: CSTDT").replace(
        "value: 10%", f"criteria: {criteria}"
    )
    assert expected in [each[:2] for each in found(write_pack(text))]


def test_an_unverified_number_is_taken_over(make_pack, write_pack) -> None:
    text = CAP.replace("over", "adopts").replace("2018-01-01", "2026-10-01").replace("10%", "15%")
    number = make_pack(text).rules["gia-lai:cstdcs-10"].rule.numbers[0]
    assert [basis.document[:4] for basis in number.basis] == ["Luật", "Quyế"]
    assert number.value == Fraction(15, 100)
    verified = CAP.replace("over", "adopts")
    assert found(write_pack(verified)) == [("TD817", "", 17)]
    nothing = text.replace("      value: 15%\n", "")
    assert found(write_pack(nothing)) == [("TD817", "no-value", 17)]


MONTHS = """\
du-thang:
  name: Đủ tháng
  adopts: TD314
  numbers:
    @ {days}
"""


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2025-08-05 … 2026-10-01", []),
        ("2025-08-05", [("TD817", "")]),
        ("2025-08-05 … 2026-10-02", [("TD817", "")]),
        ("2025-08-04 … 2026-10-01", [("TD817", "")]),
        ("2026-10-01", [("TD817", "no-value")]),
    ],
)
def test_only_unverified_days_can_be_taken_over(
    days: str, expected: list[tuple[str, str]], write_pack
) -> None:
    assert [each[:2] for each in found(write_pack(MONTHS.format(days=days)))] == expected


def test_of_several_readings_one_is_chosen(make_pack, write_pack) -> None:
    text = MONTHS.replace("TD314", "TD318").format(days="2026-10-01")
    assert [each[:2] for each in found(write_pack(text))] == [("TD817", "reading")]
    assert [each[:2] for each in found(write_pack(text + "      reading: xyz\n"))] == [("TD817", "reading")]
    number = make_pack(text + "      reading: va\n").rules["gia-lai:du-thang"].rule.numbers[0]
    assert number.criteria is not None
    assert number.readings == ()


def test_a_pack_with_a_fault_is_not_applied(write_pack) -> None:
    assert read_pack(SourceText("goi.yaml", write_pack(CAP))).pack is not None
    assert read_pack(SourceText("goi.yaml", write_pack(CAP + "x: 1\n"))).pack is None


@pytest.mark.parametrize(
    "text", ["", "- a\n", "a", "pack: &x {}\nrules: *x\n", "pack:\n  name: a\n  name: b\n"]
)
def test_what_is_no_pack_is_told(text: str) -> None:
    read = read_pack(SourceText("goi.yaml", text))
    assert read.pack is None
    assert read.findings != []


_KEYS = st.sampled_from(
    [
        *(
            "pack",
            "name",
            "level",
            "authority",
            "documents",
            "symbol",
            "date",
            "issuer",
            "title",
            "from",
            "to",
        ),
        *("rules", "over", "adopts", "kind", "numbers", "value", "document", "at", "checked", "requires"),
        *("message", "criteria", "all", "chain", "strict", "rounding", "x", "qd"),
    ]
)
_VALUES = st.one_of(
    st.sampled_from(
        ["gia-lai", "province", "TD301", "ratio-cap", "condition", "criteria", "10%", "2018-01-01"]
    ),
    st.sampled_from(
        ["ldtt > 1", "LDTT", "", "null", "true", "[", "{", "&a", "*a", "qd", "9999999999", "3/0"]
    ),
    st.text(max_size=8),
)
_TREES = st.recursive(
    _VALUES,
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(_KEYS, below, max_size=5)),
    max_leaves=20,
)


def _yaml(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {_yaml(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_yaml, tree)) + "]"
    return str(tree)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.dictionaries(_KEYS, _TREES, max_size=4).map(_yaml), st.text(max_size=80)))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_pack(SourceText("goi.yaml", text))
    assert read.pack is not None or read.findings


@settings(deadline=None, max_examples=100)
@given(rule=st.dictionaries(_KEYS, _TREES, min_size=1, max_size=6))
def test_any_rule_is_read_or_refused(rule: dict[str, object]) -> None:
    read = read_pack(SourceText("goi.yaml", f"{WHOLE}  x: {_yaml(rule)}\n"))
    assert read.pack is not None or read.findings
