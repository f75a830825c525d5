"""The files beside a plan: where they are looked for, and how far they may lie."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.source.inside import lies_inside

if TYPE_CHECKING:
    from thidua_cli.plan.plan import Plan


class PlanFiles(NamedTuple):
    """The folder of a plan, and the repository beyond which no file is read.

    Without `folder` (a plan from a stream) nobody knows where its files lie.
    """

    folder: Path | None = None
    repository: Path | None = None

    def find(self, name: str) -> Path | None:
        """The file that a plan names; None where there is no folder, or where it lies outside."""
        if self.folder is None:
            return None
        path = self.folder / name
        return path if lies_inside(self.repository or self.folder, path) else None


def named_by(plan: Plan) -> tuple[str, ...]:
    """The names of the files that a plan reads: criteria, packs of law, tables."""
    tables = (table.source for table in plan.tables)
    return tuple(name for name in (plan.criteria, *plan.law, *tables) if name)


def shown_beside(plan: str, name: str) -> str:
    """The path by which a file beside a plan is shown."""
    return (PurePosixPath(plan).parent / name).as_posix()
