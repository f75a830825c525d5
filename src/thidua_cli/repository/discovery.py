"""Which plans a command works on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.failures import kind_of, sign_of
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
            return [PlanFile(path, _shown(text))]
        exists = path.exists()
    except (OSError, ValueError):  # too long a name, a NUL in it, a folder that may not be entered
        exists = False
    findings.append(_missing(text, cwd, exists))
    return []


def _plans_in(folder: Path, text: str, findings: list[Finding]) -> list[PlanFile]:
    shown = _shown(os.path.normpath(text))
    refused = len(findings)
    plans = [
        PlanFile(folder / relative, relative if shown == "." else f"{shown}/{relative}")
        for relative in sorted(_walk(folder, shown, findings), key=lambda name: name.split("/"))
    ]
    if not plans and len(findings) == refused:
        findings.append(Finding("TD910", Span(shown), {"folder": shown}, "folder"))
    return plans


def _walk(root: Path, shown: str, findings: list[Finding]) -> Iterator[str]:
    """Plans below `root` as relative names; hidden folders are skipped, links never lead out of it."""
    limit = root.resolve()
    seen = {limit}
    pending = [""]
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(root / prefix) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            place = _shown(os.path.normpath(f"{shown}/{prefix}"))
            variant = "denied" if kind_of(error) == "denied" else ""
            findings.append(Finding("TD912", Span(place), {"path": place, "reason": sign_of(error)}, variant))
            continue
        for entry in listed:
            name = f"{prefix}{entry.name}"
            if entry.is_symlink() and (refusal := _not_followed(Path(entry.path), limit)) is not None:
                if _is_plan(entry.name):
                    place = _shown(os.path.normpath(f"{shown}/{name}"))
                    findings.append(Finding("TD913", Span(place), {"path": place, "folder": shown}, refusal))
                continue
            if entry.is_dir():
                real = Path(entry.path).resolve()
                if not entry.name.startswith(".") and real not in seen:
                    seen.add(real)
                    pending.append(f"{name}/")
            elif entry.is_file() and _is_plan(entry.name):
                yield name


def _is_plan(name: str) -> bool:
    return name == PLAN_NAME or name.endswith(PLAN_SUFFIX)


def _not_followed(link: Path, limit: Path) -> str | None:
    """Why a link is not followed (a variant of TD913), None for one that stays inside."""
    try:
        return None if link.resolve(strict=True).is_relative_to(limit) else "outside"
    except (OSError, RuntimeError):  # dangling, or a loop
        return ""


def _missing(text: str, cwd: Path, exists: bool) -> Finding:
    shown = _shown(text)
    if exists:
        return Finding("TD911", Span(shown), {"path": shown}, "special")
    if os.path.islink(cwd / text):  # noqa: PTH114  # a name that is none of a file raises with Path
        return Finding("TD911", Span(shown), {"path": shown}, "link")
    try:
        siblings = sorted(sibling.name for sibling in (cwd / text).parent.iterdir())
    except (OSError, ValueError):
        siblings = []
    near = nearest(Path(text).name, siblings)
    values = {"path": shown, "nearest": near[0] if near else ""}
    return Finding("TD911", Span(shown), values, "near" if near else "")


def _shown(text: str) -> str:
    return text.replace(os.sep, "/").removeprefix("./") or "."


def templates_folder(cwd: Path) -> Path | None:
    """The repository's own templates: `templates/` in its root (else in `cwd`), if there is one."""
    folder = (repository_root(cwd) or cwd) / TEMPLATES_FOLDER
    return folder if folder.is_dir() else None
