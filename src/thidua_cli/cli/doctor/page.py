"""How a machine stands, check by check, for people and for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from thidua_cli.cli.language import first_text, t
from thidua_cli.cli.output.page import note, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.cli.doctor.checks import Check

# Each system has its own way to install things; the words for Linux hold for any other.
SYSTEMS = {"win32": "windows", "darwin": "macos"}
NAME_WIDTH = 13


def data_of(check: Check) -> dict[str, object]:
    """A check for programs."""
    return {
        "id": check.id,
        "name": t(f"doctor.{check.id}"),
        "ok": check.ok,
        "found": _found(check),
        "cure": cure(check),
    }


def _found(check: Check) -> str:
    return t(f"doctor.{check.id}.{check.state}", **check.values)


def cure(check: Check) -> str:
    """What to do on this system where the check is not met; empty where it is."""
    key = f"doctor.{check.id}.cure"
    return "" if check.ok else first_text(f"{key}.{SYSTEMS.get(sys.platform, 'linux')}", key)


def page_of(checks: Sequence[Check], missing: int) -> str:
    """All checks for people; `missing` of them are not met."""
    lines = []
    for check in checks:
        mark = t("doctor.met" if check.ok else "doctor.missing")
        lines.append(f"{mark:<{_mark_width()}}  {t(f'doctor.{check.id}'):<{NAME_WIDTH}}  {_found(check)}")
        if not check.ok:
            lines.append(note(cure(check)))
    end = t("doctor.some", count=missing) if missing else t("doctor.all")
    return page("\n".join(lines), paragraph(end).strip())


def _mark_width() -> int:
    return max(len(t("doctor.met")), len(t("doctor.missing")))
