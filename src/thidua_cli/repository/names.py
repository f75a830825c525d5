"""What the outputs of a plan are called."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from thidua_cli.repository.discovery import PLAN_NAME, PLAN_SUFFIX, PlanFile

if TYPE_CHECKING:
    from collections.abc import Sequence

UNNAMED = "ke-hoach"


def output_names(plans: Sequence[PlanFile], suffix: str) -> list[str]:
    """One name for each plan: its folder's for a `plan.yaml`, else its own; longer where two agree.

    `plans/ha-tinh-2022/plan.yaml` gives `ha-tinh-2022.docx`.
    """
    parts = [_parts(plan) for plan in plans]
    depth = [1] * len(plans)
    while True:
        names = ["-".join(each[-count:]) for each, count in zip(parts, depth, strict=True)]
        times = Counter(name.casefold() for name in names)
        longer = [
            count + 1 if times[name.casefold()] > 1 and count < len(each) else count
            for name, each, count in zip(names, parts, depth, strict=True)
        ]
        if longer == depth:
            return [_numbered(names, index) + suffix for index in range(len(names))]
        depth = longer


def _parts(plan: PlanFile) -> list[str]:
    if plan.path is None:
        return [UNNAMED]
    path = PurePosixPath(Path(plan.path).resolve().as_posix())
    own = path.name.removesuffix(PLAN_SUFFIX).removesuffix(".yaml").removesuffix(".yml")
    folders = [part for part in path.parent.parts if part != "/"]
    return folders if path.name == PLAN_NAME and folders else [*folders, own or UNNAMED]


def _numbered(names: list[str], index: int) -> str:
    earlier = sum(1 for name in names[:index] if name.casefold() == names[index].casefold())
    return names[index] + (f"-{earlier + 1}" if earlier else "")
