"""The money for a list of awards."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.bonuses.amounts import Doubt
from thidua_cli.law.bonuses.payments import Award, by_award, payments, sums
from thidua_cli.law.registers.titles import titles

DAY = date(2024, 8, 1)


def award(title: str, name: str = "Nguyễn Văn A", holder: str | None = "ca-nhan", day: date = DAY) -> Award:
    return Award(name, "Văn phòng", title, holder, day)


def test_a_list_of_several_people() -> None:
    found = payments([award("LDTT"), award("CSTDCS", "Trần Thị B"), award("TTLDTT", "Phòng C", "tap-the")])
    assert [each.certain for each in found] == [710_000, 2_340_000, 1_880_000]
    total = sums(found)
    assert (total.lines, total.settled, total.unknown) == (3, 3, 0)
    assert total.certain == total.low == total.high == 4_930_000


def test_a_form_may_go_to_a_person_or_a_collective() -> None:
    (payment,) = payments([award("HCLD3", holder=None)])
    assert payment.amounts == (10_530_000, 21_060_000)
    assert payment.doubts == {Doubt.HOLDER}
    assert (payment.low, payment.high, payment.certain) == (10_530_000, 21_060_000, None)
    # The holder of a title is known by the title.
    assert payments([award("LDTT", holder=None)])[0].certain == 710_000


@pytest.mark.parametrize(
    ("pair", "day", "doubts"),
    [
        # Two titles of one day: for different periods, or not; the list does not tell.
        (("LDTT", "CSTDCS"), DAY, ({Doubt.CUMULATED}, set())),
        (("HCLD3", "HCLD2"), DAY, ({Doubt.CUMULATED}, set())),
        # A title beside a form: both, by the decree of 2023 only.
        (("LDTT", "HCLD3"), DAY, (set(), set())),
        (("LDTT", "HCLD3"), date(2023, 12, 31), ({Doubt.CUMULATED}, set())),
        (("LDTT", "LDTT"), DAY, (set(), {Doubt.DOUBLED})),
    ],
)
def test_several_awards_of_one_receiver(
    pair: tuple[str, str], day: date, doubts: tuple[set[Doubt], set[Doubt]]
) -> None:
    found = payments([award(title, day=day) for title in pair])
    assert tuple(set(each.doubts) for each in found) == doubts
    assert all(each.low == 0 for each in found if each.doubts)


def test_another_day_or_another_unit_is_another_matter() -> None:
    later = [award("LDTT"), award("CSTDCS", day=date(2024, 9, 1))]
    assert not any(each.doubts for each in payments(later))
    elsewhere = [award("LDTT"), award("LDTT")._replace(unit="Phòng C")]
    assert not any(each.doubts for each in payments(elsewhere))
    assert payments([award("LDTT"), award("LDTT", " nguyễn văn  a")])[1].doubts == {Doubt.DOUBLED}


def test_two_people_of_one_name_are_told_apart_by_their_positions() -> None:
    people = [award("LDTT")._replace(position=position) for position in ("Kế toán", "Chuyên viên", "kế toán")]
    assert [each.doubts for each in payments(people)] == [set(), set(), {Doubt.DOUBLED}]


def test_sums_by_award() -> None:
    found = payments([award("LDTT", "A"), award("CSTDCS", "B"), award("LDTT", "C"), award("HTXSNV", "D")])
    groups = [(one.title, total.lines, total.certain, total.unknown) for one, total in by_award(found)]
    assert groups == [("LDTT", 2, 1_420_000, 0), ("CSTDCS", 1, 2_340_000, 0), ("HTXSNV", 1, 0, 1)]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.builds(
            award,
            st.sampled_from(sorted(titles())),
            st.sampled_from("ABC"),
            st.sampled_from(["ca-nhan", "tap-the", None]),
            st.sampled_from([date(2016, 1, 1), date(2022, 1, 1), DAY, date(2026, 11, 20)]),
        ),
        max_size=12,
    )
)
def test_the_certain_sum_lies_within_the_range(awards: list[Award]) -> None:
    found = payments(awards)
    total = sums(found)
    assert total.certain <= total.high
    assert total.low <= total.high
    assert total.low >= total.certain
    assert total.settled + sum(each.certain is None for each in found) == total.lines == len(awards)
    # The order of the lines changes no sum.
    assert sums(payments(awards[::-1])) == total
    assert sum(group.certain for _, group in by_award(found)) == total.certain
