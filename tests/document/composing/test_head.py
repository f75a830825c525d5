"""The printed document block: number, date, recipients and the lines above a signature."""

from __future__ import annotations

from typing import Any

import pytest

from thidua_cli.document.composing.head import BLANK, BLANK_NUMBER, Head, head_of
from thidua_cli.plan.letterhead import DocumentBlock


def head(*, year: int | None = None, **more: Any) -> Head:
    block: dict[str, Any] = {
        "type": "ke-hoach",
        "issuer": {"parent": "UBND tỉnh", "name": "Sở Công Thương", "symbol": "SCT", "unit": "VP"},
        "subject": "Phát động thi đua",
        "place": "Hà Nội",
        "signature": {"title": "Giám đốc"},
    }
    return head_of(DocumentBlock.model_validate(block | more), year)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, f"Số: {BLANK_NUMBER}/KH-SCT"),
        ({"number": "4"}, "Số: 04/KH-SCT"),
        ({"number": "04"}, "Số: 04/KH-SCT"),
        ({"number": "120"}, "Số: 120/KH-SCT"),
        ({"number": "04a"}, "Số: 04a/KH-SCT"),
        ({"number": "04/KH-HĐ"}, "Số: 04/KH-HĐ"),
        ({"number": "4", "symbol": "KH-KKTKT"}, "Số: 04/KH-KKTKT"),
        ({"type": "cong-van"}, f"Số: {BLANK_NUMBER}/SCT-VP"),
        ({"type": "to-trinh"}, f"Số: {BLANK_NUMBER}/TTr-SCT"),
    ],
)
def test_number_line(given: dict[str, Any], line: str) -> None:
    assert head(**given).number_line == line


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2022-03-09", "Hà Nội, ngày 09 tháng 3 năm 2022"),
        ("2022-02-17", "Hà Nội, ngày 17 tháng 02 năm 2022"),
        ("tháng 3/2022", f"Hà Nội, ngày{BLANK}tháng 3 năm 2022"),
        ("2022", f"Hà Nội, ngày{BLANK}tháng{BLANK}năm 2022"),
        (None, f"Hà Nội, ngày{BLANK}tháng{BLANK}năm{BLANK}"),
    ],
)
def test_place_and_date(date: str | None, line: str) -> None:
    assert head(date=date).place_date == line
    assert head(date=date, place=None).place_date == line.removeprefix("Hà Nội, ")


def test_a_draft_takes_the_year_of_the_period() -> None:
    assert head(year=2022, place=None).place_date == f"ngày{BLANK}tháng{BLANK}năm 2022"
    assert head(year=2022, date="2023-03-09").place_date == "Hà Nội, ngày 09 tháng 3 năm 2023"


@pytest.mark.parametrize(
    ("signature", "lines"),
    [
        ({"title": "Giám đốc"}, ("Giám đốc",)),
        (
            {"capacity": ["KT."], "title": "Giám đốc", "own_title": "Phó Giám đốc"},
            ("KT. Giám đốc", "Phó Giám đốc"),
        ),
        ({"capacity": ["Q."], "title": "Giám đốc"}, ("Q. Giám đốc",)),
        ({"capacity": ["TM."], "body": "Khối A", "title": "Khối trưởng"}, ("TM. Khối A", "Khối trưởng")),
        (
            {"capacity": ["TM.", "KT."], "body": "UBND", "title": "Chủ tịch", "own_title": "Phó Chủ tịch"},
            ("TM. UBND", "KT. Chủ tịch", "Phó Chủ tịch"),
        ),
        ({"capacity": ["TM."], "title": "Hội đồng"}, ("TM. Hội đồng",)),
        (
            {"capacity": ["TL."], "title": "Chủ tịch", "own_title": "Chánh Văn phòng"},
            ("TL. Chủ tịch", "Chánh Văn phòng"),
        ),
    ],
)
def test_lines_above_the_signature(signature: dict[str, Any], lines: tuple[str, ...]) -> None:
    assert head(signature=signature).signers[0].capacity == lines


@pytest.mark.parametrize(
    ("subject", "about", "printed"),
    [
        ("Đăng ký thi đua", "V/v đăng ký thi đua", None),
        ("V/v đăng ký thi đua", "V/v đăng ký thi đua", None),
        ("Về việc đăng ký thi đua", "V/v đăng ký thi đua", None),
        ("V/v về việc đăng ký thi đua", "V/v đăng ký thi đua", None),
        ("Về việc Về việc khen thưởng", "V/v khen thưởng", "Về việc khen thưởng"),
        ("Về đích nông thôn mới", "V/v về đích nông thôn mới", None),
    ],
)
def test_a_subject_is_led_in_once(subject: str, about: str, printed: str | None) -> None:
    found = head(subject=subject)
    assert (found.about, found.subject) == (about, printed or subject)


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ([], ()),
        (["Chánh Văn phòng Sở."], ("Theo đề nghị của Chánh Văn phòng Sở",)),
        (["theo đề nghị của A", "B"], ("Theo đề nghị của A và B",)),
        (["A", "B", "C"], ("Theo đề nghị của A, B và C",)),
        (
            ["Xét Tờ trình số 05/TTr-VP", "A", "Theo Biên bản họp"],
            ("Xét Tờ trình số 05/TTr-VP", "Theo Biên bản họp", "Theo đề nghị của A"),
        ),
    ],
)
def test_those_who_propose_share_one_line(given: list[str], lines: tuple[str, ...]) -> None:
    assert head(proposals=given).proposals == lines


def test_recipients_and_archive() -> None:
    found = head(
        recipients=["Sở A;", {"name": "UBND tỉnh", "purpose": "báo cáo"}, {"name": "B", "purpose": "(b/c)"}],
        archive={"units": ["VT", "KT"], "copies": "100b"},
    )
    assert found.recipients == ("Sở A", "UBND tỉnh (báo cáo)", "B (b/c)")
    assert found.archive == "Lưu: VT, KT (100b)"


def test_co_issuers_share_parents_and_symbol() -> None:
    other = {
        "issuer": {"parent": "UBND tỉnh", "name": "Sở Nội vụ", "symbol": "SNV"},
        "signature": {"title": "Giám đốc", "name": "B"},
    }
    found = head(co_issuers=[other])
    assert found.bodies == (("Sở Công Thương", "UBND tỉnh"), ("Sở Nội vụ", ""))
    assert found.issuers == ("Sở Công Thương", "Sở Nội vụ")
    assert found.symbol == "KH-SCT-SNV"
    assert [signer.name for signer in found.signers] == ["", "B"]


@pytest.mark.parametrize(
    ("issuer", "signature", "lines"),
    [
        ("Sở A", {"title": "Giám đốc"}, ("Giám đốc", "Sở A")),
        (
            "Sở A",
            {"capacity": ["KT."], "title": "Giám đốc", "own_title": "Phó Giám đốc"},
            ("KT. Giám đốc", "Sở A", "Phó Giám đốc"),
        ),
        ("Sở A", {"title": "Giám đốc Sở A"}, ("Giám đốc Sở A",)),
        (
            "Ủy ban nhân dân xã B",
            {"capacity": ["TM."], "body": "Ủy ban nhân dân", "title": "Chủ tịch"},
            ("TM. Ủy ban nhân dân xã B", "Chủ tịch"),
        ),
        (
            "Đoàn Khối",
            {
                "capacity": ["TM.", "KT."],
                "body": "Ban Thường vụ",
                "title": "Bí thư",
                "own_title": "Phó Bí thư",
            },
            ("TM. Ban Thường vụ", "Đoàn Khối", "KT. Bí thư", "Phó Bí thư"),
        ),
    ],
)
def test_each_of_several_signers_names_the_body(
    issuer: str, signature: dict[str, Any], lines: tuple[str, ...]
) -> None:
    found = head(co_issuers=[{"issuer": {"name": issuer}, "signature": signature}])
    assert found.signers[0].capacity == ("Giám đốc", "Sở Công Thương")
    assert found.signers[1].capacity == lines


def test_a_parent_is_named_again_where_another_stood_between() -> None:
    def other(parent: str | None) -> dict[str, Any]:
        return {"issuer": {"parent": parent, "name": "B"}, "signature": {"title": "C"}}

    found = head(co_issuers=[other(None), other("Tỉnh đoàn"), other("UBND tỉnh")])
    assert [body.parent for body in found.bodies] == ["UBND tỉnh", "", "Tỉnh đoàn", "UBND tỉnh"]


@pytest.mark.parametrize(
    ("subject", "about"),
    [("Phát động", "V/v phát động"), ("V/v phát động", "V/v phát động"), ("UBND họp", "V/v UBND họp")],
)
def test_about(subject: str, about: str) -> None:
    assert head(subject=subject).about == about
