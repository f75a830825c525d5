"""Which of both is judged: the stricter local number, the delegated one, the national one, or both."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from thidua_cli.findings.finding import Basis
from thidua_cli.law.local.overlay import Lawbook, Standing, laid_over, national_law
from thidua_cli.law.pack import pack_name
from thidua_cli.law.rulings.rules import DatedValue, Rounding, Rule, State, rules

CAP = """\
cap:
  name: Trần của tỉnh
  over: TD301
  numbers:
    @ 2018-01-01
      value: {value}
"""
FLOOR = CAP.replace("TD301", "TD302")


def book_of(*packs, national: dict[str, Rule] | None = None) -> Lawbook:
    book, findings = laid_over(national or rules(), packs)
    assert findings == []
    return book


def standing(book: Lawbook, day: date) -> Standing | None:
    (local,) = book.local.values()
    return book.standing(local, day)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (CAP.format(value="10%"), date(2017, 12, 31), None),
        (CAP.format(value="10%"), date(2018, 1, 1), Standing.STRICTER),
        (CAP.format(value="15%"), date(2023, 12, 31), Standing.STRICTER),
        (CAP.format(value="16%"), date(2023, 12, 31), Standing.LOOSER),
        (CAP.format(value="15%\n      at_least_one: true"), date(2023, 12, 31), Standing.LOOSER),
        (CAP.format(value="15%\n      rounding: ceil"), date(2023, 12, 31), Standing.LOOSER),
        (CAP.format(value="15%\n      strict: true"), date(2023, 12, 31), Standing.STRICTER),
        (
            CAP.format(value="10%").replace("over: TD301", "over: TD301\n  base: tong_so"),
            date(2023, 1, 1),
            Standing.APART,
        ),
        (CAP.format(value="90%"), date(2024, 1, 1), Standing.SILENT),
        (CAP.format(value="10%"), date(2026, 10, 1), Standing.OPEN),
        (FLOOR.format(value="80%"), date(2024, 1, 1), Standing.STRICTER),
        (FLOOR.format(value="60%"), date(2024, 1, 1), Standing.LOOSER),
        # The national floor of 2018 is "more than 50 %": reaching 50 % is less.
        (FLOOR.format(value="50%"), date(2023, 12, 31), Standing.LOOSER),
        (FLOOR.format(value="50%\n      strict: true"), date(2023, 12, 31), Standing.STRICTER),
    ],
)
def test_how_a_local_number_stands(text: str, day: date, expected: Standing | None, make_pack) -> None:
    assert standing(book_of(make_pack(text)), day) is expected


def delegating(code: str, **changes: object) -> dict[str, Rule]:
    """The national rules, one of which leaves its number to ministries and provinces."""
    rule = rules()[code]
    article = Basis("Luật", "khoản 4 Điều 24")
    numbers = tuple(
        number._replace(delegates=article, **{"within": False, **changes}) for number in rule.numbers
    )
    return {**rules(), code: rule._replace(numbers=numbers)}


@pytest.mark.parametrize(
    ("value", "day", "expected", "national_stays"),
    [
        ("20%", date(2023, 12, 31), Standing.DELEGATED, False),
        ("10%", date(2023, 12, 31), Standing.STRICTER, True),
        ("20%", date(2024, 1, 1), Standing.DELEGATED, False),
        ("20%", date(2026, 10, 1), Standing.DELEGATED, False),
    ],
)
def test_a_delegated_number_takes_the_place_of_the_national_one(
    value: str, day: date, expected: Standing, national_stays: bool, make_pack
) -> None:
    book = book_of(make_pack(CAP.format(value=value)), national=delegating("TD301"))
    assert standing(book, day) is expected
    asked = [rule.code for rule in book.on(day)]
    assert ("TD301" in asked) is national_stays
    assert "gia-lai:cap" in asked


@pytest.mark.parametrize(("value", "expected"), [("20%", Standing.LOOSER), ("10%", Standing.STRICTER)])
def test_what_is_left_to_others_within_a_limit_may_not_pass_it(
    value: str, expected: Standing, make_pack
) -> None:
    book = book_of(make_pack(CAP.format(value=value)), national=delegating("TD301", within=True))
    assert standing(book, date(2023, 12, 31)) is expected


def test_an_adopted_number_takes_the_place_of_the_unverified_one(make_pack) -> None:
    text = CAP.replace("over", "adopts").replace("2018-01-01", "2026-10-01").format(value="15%")
    book = book_of(make_pack(text))
    assert standing(book, date(2026, 10, 1)) is Standing.ADOPTED
    assert "TD301" not in [rule.code for rule in book.on(date(2026, 10, 1))]
    assert "TD301" in [rule.code for rule in book.on(date(2026, 9, 30))]


def test_without_packs_the_national_rules_are_judged() -> None:
    book = national_law()
    assert [rule.code for rule in book.on(date(2024, 1, 1))] == list(rules())
    assert book.name == pack_name()


def test_several_packs_lie_over_one_rule(make_pack) -> None:
    province, school = make_pack(CAP.format(value="10%")), make_pack(CAP.format(value="5%"), "truong")
    book = book_of(province, school)
    asked = [rule.code for rule in book.on(date(2018, 1, 1))]
    assert asked[:3] == ["TD301", "gia-lai:cap", "truong:cap"]
    assert book.name == f"{pack_name()} + gia-lai + truong"


def test_of_two_packs_of_one_name_the_first_is_used(make_pack) -> None:
    first = make_pack(CAP.format(value="10%"))
    second = make_pack(CAP.format(value="5%"))
    second = second._replace(span=second.span._replace(path="khac.yaml"))
    book, findings = laid_over(rules(), [first, second])
    assert [(finding.code, finding.span.path) for finding in findings] == [("TD819", "khac.yaml")]
    assert book.local["gia-lai:cap"].rule.numbers[0].value == Fraction(1, 10)
    assert laid_over(rules(), [first, first])[1] == []


def test_conditions_are_asked_apart(make_pack) -> None:
    pack = make_pack(
        """\
        tu-5:
          name: Từ 5 người
          kind: condition
          requires: tong_so >= 5
          message: phải có từ 5 người
          numbers:
            @ 2018-01-01 … 2020-01-01
        """
    )
    book = book_of(pack)
    assert [local.id for local in book.conditions(date(2019, 1, 1))] == ["gia-lai:tu-5"]
    assert list(book.conditions(date(2020, 1, 1))) == []
    assert "gia-lai:tu-5" not in [rule.code for rule in book.on(date(2019, 1, 1))]


def test_rounding_of_one_value_is_ordered() -> None:
    # What the comparison of leniency rests on.
    kinds = [None, Rounding.FLOOR, Rounding.NEAREST, Rounding.CEIL]
    number = DatedValue(date(2018, 1, 1), None, State.IN_FORCE, Fraction(15, 100), False, (), "A", None)
    heads = [number._replace(rounding=kind).share_of(Fraction(10), heads=True) for kind in kinds[1:]]
    assert heads == sorted(heads)
