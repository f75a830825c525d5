"""Text without quotes, and keys at the wrong level, in the plan itself."""

from __future__ import annotations

import pytest

from thidua_cli.findings.catalogue import entries, message_of
from thidua_cli.findings.finding import Finding
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

PLAN = """\
thidua: 1
document:
  type: ke-hoach
  issuer:
    name: Sở Công Thương
  subject: Phát động
  signature:
    title: Giám đốc
period: 2022
"""


def found(more: str, plan: str = PLAN) -> list[Finding]:
    loaded, findings = load_plan(SourceText("plan.yaml", plan + more))
    assert loaded is None
    return findings


def only(more: str, plan: str = PLAN) -> Finding:
    (finding,) = found(more, plan)
    return finding


@pytest.mark.parametrize(
    ("more", "variant", "replacement", "safe"),
    [
        ("outline:\n  - {ntm}\n", "bracket-first", '"{ntm}"', True),
        ("outline:\n  - {ntm.name}\n", "bracket-first", '"{ntm.name}"', True),
        ("outline:\n  - heading: {ntm}\n", "bracket-first", '"{ntm}"', True),
        ("outline:\n  - text: [Nội dung]\n", "bracket-first", '"[Nội dung]"', True),
        ("theme: {a, b}\noutline:\n  - x\n", "bracket-first", '"{a, b}"', True),
        ("outline:\n  - Khẩu hiệu: đoàn kết\n", "colon-in-value", '"Khẩu hiệu: đoàn kết"', False),
        ('outline:\n  - Khẩu hiệu: "Đoàn kết"\n', "colon-in-value", "'Khẩu hiệu: \"Đoàn kết\"'", False),
    ],
)
def test_text_is_told_to_need_quotes(more: str, variant: str, replacement: str, safe: bool) -> None:
    finding = only(more)
    assert (finding.code, finding.variant) == ("TD012", variant)
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == (replacement, safe)
    assert replacement.strip("'\"") in message_of(finding, "vi")


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("outline:\n  - {ntm: abc}\n", ["TD102"]),
        ("outline:\n  - ghichu: abc\n", ["TD102"]),
        ("outline:\n  - nội dung: abc\n", ["TD102"]),
        ("outline:\n  - Khẩu hiệu:\n", ["TD102"]),
        ("outline:\n  - Khẩu hiệu: a\n    Chủ đề: b\n", ["TD102", "TD102"]),
        ("outline:\n  - Khẩu hiệu: |\n      a\n", ["TD102"]),
        ("outline: {ntm}\n", ["TD103"]),
    ],
)
def test_other_errors_stay_as_they_are(more: str, codes: list[str]) -> None:
    assert [finding.code for finding in found(more)] == codes


OUTLINE = "outline:\n  - x\n"


@pytest.mark.parametrize(
    ("more", "variant", "owner"),
    [
        (f"{OUTLINE}date: 2022-01-01\n", "below", "document"),
        (f"{OUTLINE}issuer: Sở\n", "below", "document"),
        (f"{OUTLINE}parent: UBND tỉnh\n", "below", "document.issuer"),
        (f"{OUTLINE}title: Giám đốc\n", "below", "document.signature"),
        (f"{OUTLINE}attach: a\n", "below", "reports"),
        (f"{OUTLINE}any: a\n", "below", "targets.award"),
        (f"{OUTLINE}name: a\n", "below", "document.issuer”, “document.signature"),
        ("outline:\n  - text: a\n    theme: b\n", "top", ""),
        ("outline:\n  - text: a\n    items:\n      - text: b\n        period: c\n", "top", ""),
    ],
)
def test_a_key_of_another_level_names_it(more: str, variant: str, owner: str) -> None:
    finding = only(more)
    assert (finding.code, finding.variant, finding.values["owner"]) == ("TD102", variant, owner)
    assert finding.fix is None


def test_a_key_one_level_too_deep_names_the_level_above() -> None:
    finding = only(
        OUTLINE, PLAN.replace("    title: Giám đốc\n", "    title: Giám đốc\n    place: Hà Tĩnh\n")
    )
    assert (finding.variant, finding.values["owner"]) == ("above", "document")


@pytest.mark.parametrize("key", ["id", "zzz"])
def test_a_key_that_many_places_have_is_left_alone(key: str) -> None:
    assert only(f"{OUTLINE}{key}: a\n").variant in ("", "nearest")


@pytest.mark.parametrize(
    ("date", "variant", "fix", "says"),
    [
        ("31/6/2023", "short_month", "30/6/2023", "tháng 6/2023 chỉ có 30 ngày"),
        ("26/31931", "near", "26/3/1931", "có phải là “26/3/1931” không"),
        ("31/13/2023", "impossible", None, "không có ngày"),
    ],
)
def test_a_date_is_told_with_what_was_meant(date: str, variant: str, fix: str | None, says: str) -> None:
    finding = only(OUTLINE, PLAN.replace("  subject:", f"  date: {date}\n  subject:"))
    assert (finding.code, finding.variant) == ("TD121", variant)
    assert (finding.fix.replacement if finding.fix else None) == fix
    assert says in message_of(finding, "vi")
    forms = entries()["TD121"].words["vi"]["expected"]
    assert forms[variant] != forms["default"]


def test_before_belongs_to_the_key_of_that_name() -> None:
    reports = "reports:\n  - id: a\n    period: tháng\n    {}: trước ngày 20 hàng tháng\n"
    finding = only(OUTLINE + reports.format("by"))
    assert (finding.code, finding.variant) == ("TD122", "before")
    loaded, findings = load_plan(SourceText("plan.yaml", PLAN + OUTLINE + reports.format("before")))
    assert findings == []
    assert loaded is not None
    assert loaded.plan.reports[0].before is not None
    assert loaded.plan.reports[0].before.text == "ngày 20 hàng tháng"
