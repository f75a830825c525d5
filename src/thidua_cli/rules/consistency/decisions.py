"""Decisions and resolutions: their articles and their basis (NĐ 30/2020, Phụ lục III, Mẫu 1.1 to 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.document_types import kind_name, types_that
from thidua_cli.rules.consistency.decree import BODY, SAMPLES, decree
from thidua_cli.rules.consistency.prose import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

ARTICLE = "article"
DIVISIONS = ("part", "chapter", "section", "subsection")  # below which articles come by themselves


def decision_without_articles(loaded: Loaded) -> Iterator[Finding]:
    """TD284: a decision whose body has no article."""
    plan = loaded.plan
    if plan.document.type not in types_that("decides") or plan.numbering is None:
        return
    inside = [block.numbering for path, block in blocks(loaded) if path[0] == "outline"]
    if plan.numbering not in (*DIVISIONS, ARTICLE) and ARTICLE not in inside:
        values = {"type": kind_name(plan.document.type).lower()}
        yield Finding("TD284", loaded.span(("numbering",)), values, basis=decree(plan, SAMPLES))


def decision_without_basis(loaded: Loaded) -> Iterator[Finding]:
    """TD285: a decision that names nothing that it rests on."""
    plan = loaded.plan
    if plan.document.type in types_that("decides") and not plan.basis and not plan.opening:
        values = {"type": kind_name(plan.document.type).lower()}
        yield Finding("TD285", loaded.span(("document", "type")), values, basis=decree(plan, BODY))
