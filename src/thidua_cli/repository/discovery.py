"""Which plans a command works on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.plan.files import PlanFiles
from thidua_cli.repository.walking import as_shown, missing, walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MARKER = "thidua.toml"
PLAN_NAME = "plan.yaml"
PLAN_SUFFIX = ".plan.yaml"
PLANS_FOLDER = "plans"
TEMPLATES_FOLDER = "templates"
STANDARD_INPUT = "-"


class PlanFile(NamedTuple):
    """A plan to read and the path by which it is shown; `path` is None for standard input."""

    path: Path | None
    shown: str


def discover(paths: Sequence[str], cwd: Path) -> tuple[list[PlanFile], list[Finding]]:
    """The plans that the paths name, each once, in a stable order; what is missing becomes a finding.

    A file is taken whatever its name; a folder gives its `plan.yaml` and `*.plan.yaml`, also in its
    subfolders; `-` is standard input. Without paths: the folder of the nearest `thidua.toml` upward (no
    further than the git repository), else `plan.yaml` and `plans/` in `cwd`.
    """
    findings: list[Finding] = []
    found: dict[Path | None, PlanFile] = {}
    named = paths or _default_paths(cwd)
    for text in named:
        for plan in _plans_of(text, cwd, findings):
            found.setdefault(plan.path and plan.path.resolve(), plan)
    if not named:
        findings.append(Finding("TD910", Span("."), {"folder": str(cwd)}))
    return list(found.values()), findings


def repository_root(cwd: Path) -> Path | None:
    """The folder of the nearest `thidua.toml` upward; the search ends at the git repository."""
    for folder in (cwd, *cwd.parents):
        if (folder / MARKER).is_file():
            return folder
        if (folder / ".git").exists():
            return None
    return None


def repository_of(folder: Path) -> Path:
    """The repository that a plan in `folder` belongs to: the folder of the nearest `thidua.toml` or git
    repository upward, else `folder` itself.
    """
    here = folder.absolute()
    above = (each for each in (here, *here.parents) if (each / MARKER).is_file() or (each / ".git").exists())
    return next(above, folder)


def files_beside(plan: Path | None) -> PlanFiles:
    """Where a plan's files lie and how far they may; of a plan from a stream nobody knows."""
    return PlanFiles(plan.parent, repository_of(plan.parent)) if plan else PlanFiles()


def _default_paths(cwd: Path) -> list[str]:
    root = repository_root(cwd)
    if root is not None:
        return [os.path.relpath(root, cwd)]
    here = [PLAN_NAME] if (cwd / PLAN_NAME).is_file() else []
    return [*here, PLANS_FOLDER] if (cwd / PLANS_FOLDER).is_dir() else here


def _plans_of(text: str, cwd: Path, findings: list[Finding]) -> list[PlanFile]:
    if text == STANDARD_INPUT:
        return [PlanFile(None, STANDARD_INPUT)]
    if not text:
        findings.append(Finding("TD911", Span("."), {"path": ""}, "empty"))
        return []
    try:
        path = cwd / text
        if path.is_dir():
            return _plans_in(path, text, findings)
        if path.is_file():
            return [PlanFile(path, as_shown(text))]
        exists = path.exists()
    except (OSError, ValueError):  # too long a name, a NUL in it, a folder that may not be entered
        exists = False
    findings.append(missing(text, cwd, exists))
    return []


def _plans_in(folder: Path, text: str, findings: list[Finding]) -> list[PlanFile]:
    shown = as_shown(os.path.normpath(text))
    refused = len(findings)
    plans = [
        PlanFile(folder / relative, relative if shown == "." else f"{shown}/{relative}")
        for relative in walk(folder, shown, _is_plan, findings)
    ]
    if not plans and len(findings) == refused:
        findings.append(Finding("TD910", Span(shown), {"folder": shown}, "folder"))
    return plans


def _is_plan(name: str) -> bool:
    return name == PLAN_NAME or name.endswith(PLAN_SUFFIX)


def templates_folder(cwd: Path) -> Path | None:
    """The repository's own templates: `templates/` in its root (else in `cwd`), if there is one."""
    folder = (repository_root(cwd) or cwd) / TEMPLATES_FOLDER
    return folder if folder.is_dir() else None
