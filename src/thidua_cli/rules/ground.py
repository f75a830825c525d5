"""What tables are judged by: the day, the law with its packs, and the plan that says both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rules.plan_law import law_of_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Waiver
    from thidua_cli.rules.plan_law import LawFiles, PlanLaw


class Ground(NamedTuple):
    """The day (None: neither asked for nor told by a plan), the law, what the plan waives, what was found.

    `loaded`: the plan, where there is one that can be used. `files`: the plan, its
    packs and its criteria.
    """

    day: date | None
    book: Lawbook
    waivers: Sequence[Waiver] = ()
    findings: tuple[Finding, ...] = ()
    loaded: Loaded | None = None
    files: tuple[Path, ...] = ()


def ground_of(plan: Path | None, as_of: date | None, files: LawFiles) -> Ground:
    """The ground that a plan gives, or the command line alone; the day that was asked for goes first.

    Of a plan that can be used only what concerns its law is told: the rest `validate` says.
    """
    if plan is None:
        law = law_of_plan(None, files)
        return Ground(as_of, law.book, findings=law.findings, files=_packs(law))
    # A table without a plan does not pay for the reader of plans.
    from thidua_cli.plan.loading import load_plan
    from thidua_cli.source.text import read_source

    source, findings = read_source(plan, plan.as_posix())
    loaded, shape = load_plan(source) if source else (None, [])
    law = law_of_plan(loaded, files)
    read = (plan, *_packs(law))
    if loaded is None:
        return Ground(as_of, law.book, findings=(*findings, *shape, *law.findings), files=read)
    criteria = loaded.plan.criteria
    read += (plan.parent / criteria,) if criteria else ()
    day = as_of or loaded.plan.period.last
    return Ground(day, law.book, loaded.plan.waivers, law.findings, loaded, read)


def _packs(law: PlanLaw) -> tuple[Path, ...]:
    return tuple(Path(source.path) for source in law.sources)
