"""What kinds of documents there are for the checks: some rules hold for some of them only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.registers.document_types import LETTER, campaign_documents, types_that
from thidua_cli.plan.requirements import MINUTES

if TYPE_CHECKING:
    from thidua_cli.plan.plan import Plan

# A công văn may be about anything: only with one of these it is about a campaign.
OF_A_CAMPAIGN = ("phases", "targets", "movements", "commemorations", "registration")


def launches(plan: Plan) -> bool:
    """Whether the document launches a campaign, so that it has targets and comes before its time."""
    kind = plan.document.type
    if kind == LETTER:
        return any(getattr(plan, section) for section in OF_A_CAMPAIGN)
    return kind in types_that("launches")


def is_dated_in_its_head(plan: Plan) -> bool:
    """Whether place and day stand at the head: not of minutes, which tell of the meeting (Mẫu 1.9)."""
    return plan.document.type != MINUTES


def is_registered(plan: Plan) -> bool:
    """Whether the document has a number and an archive line: what is no type of the decree may have none."""
    return plan.document.type not in campaign_documents()
