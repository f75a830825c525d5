"""Files below a folder, and what to say of a path that leads to none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.failures import kind_of, sign_of
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def walk(root: Path, shown: str, wanted: Callable[[str], bool], findings: list[Finding]) -> list[str]:
    """The files below a folder whose name is wanted, as relative names in a stable order.

    Hidden folders are skipped, links never lead out of it; what cannot be seen becomes a finding.
    """
    return sorted(_walk(root, shown, wanted, findings), key=lambda name: name.split("/"))


def _walk(root: Path, shown: str, wanted: Callable[[str], bool], findings: list[Finding]) -> Iterator[str]:
    limit = root.resolve()
    seen = {limit}
    pending = [""]
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(root / prefix) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            place = as_shown(os.path.normpath(f"{shown}/{prefix}"))
            variant = "denied" if kind_of(error) == "denied" else ""
            findings.append(Finding("TD912", Span(place), {"path": place, "reason": sign_of(error)}, variant))
            continue
        for entry in listed:
            name = f"{prefix}{entry.name}"
            if entry.is_symlink() and (refusal := _not_followed(Path(entry.path), limit)) is not None:
                if wanted(entry.name):
                    place = as_shown(os.path.normpath(f"{shown}/{name}"))
                    findings.append(Finding("TD913", Span(place), {"path": place, "folder": shown}, refusal))
                continue
            if entry.is_dir():
                real = Path(entry.path).resolve()
                if not entry.name.startswith(".") and real not in seen:
                    seen.add(real)
                    pending.append(f"{name}/")
            elif entry.is_file() and wanted(entry.name):
                yield name


def _not_followed(link: Path, limit: Path) -> str | None:
    """Why a link is not followed (a variant of TD913), None for one that stays inside."""
    try:
        return None if link.resolve(strict=True).is_relative_to(limit) else "outside"
    except (OSError, RuntimeError):  # dangling, or a loop
        return ""


def missing(text: str, cwd: Path, exists: bool) -> Finding:
    """What there is to say of a path that is no file and no folder; the nearest name beside it."""
    shown = as_shown(text)
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


def as_shown(text: str) -> str:
    """A path as findings show it: with `/`, without `./` before it."""
    return text.replace(os.sep, "/").removeprefix("./") or "."
