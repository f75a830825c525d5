"""What the criteria ask for and nobody tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.missing import report_missing
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria

LEAF = {"kind": "yes_no", "id": "a", "name": "A", "max": "1"}
TARGETED = {"kind": "proportional", "id": "a", "name": "A", "max": "1", "target_column": "KH"}


@pytest.mark.parametrize(
    ("item", "more", "variants"),
    [
        (LEAF, {}, []),
        (LEAF | {"evidence": "note"}, {}, []),
        (LEAF | {"evidence": "required"}, {}, [("evidence", "A")]),
        (TARGETED, {}, [("target", "A")]),
        (LEAF | {"id": "b"}, {}, [("criterion", "A")]),
        (LEAF | {"applies_to": ["Sở"]}, {}, [("", "Loại đơn vị")]),
        (LEAF | {"applies_to": ["Sở"]}, {"type_column": "Cấp"}, [("", "Cấp")]),
        (LEAF, {"type_column": "Cấp"}, []),
        (LEAF, {"cluster_column": "Cụm"}, [("", "Cụm")]),
        (LEAF, {"vetoes": [{"id": "v", "name": "Vi phạm"}]}, [("veto", "Vi phạm")]),
        (LEAF, {"vetoes": [{"id": "v", "name": "Vi phạm", "blank": "no"}]}, []),
        (LEAF, {"ranking": {"tie_breaks": [{"column": "Số người"}, {"criterion": "a"}]}}, [("", "Số người")]),
    ],
)
def test_what_is_missing_is_told(
    criteria: Callable[..., Criteria],
    item: dict[str, Any],
    more: dict[str, Any],
    variants: list[tuple[str, str]],
) -> None:
    findings = FindingLog()
    report_missing(Headings(criteria(item, **more)), {"a", "@unit"}, Span("u.csv"), findings)
    told = [(finding.code, finding.variant, finding.values["name"]) for finding in findings.close()]
    assert told == [("TD520", *variant) for variant in variants]


def test_what_is_told_elsewhere_is_not_missing(criteria: Callable[..., Criteria]) -> None:
    findings = FindingLog()
    headings = Headings(criteria(LEAF, cluster_column="Cụm"), {"@cluster"})
    report_missing(headings, {"a", "@unit"}, Span("u.csv"), findings)
    assert findings.close() == []
