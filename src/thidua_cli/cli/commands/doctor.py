"""`thidua doctor`: whether this machine has what documents need."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import PAGE_FORMAT
from thidua_cli.cli.output.page import note, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.cli.doctor.checks import Check

# Each system has its own way to install things; the words for Linux hold for any other.
SYSTEMS = {"win32": "windows", "darwin": "macos"}
NAME_WIDTH = 13


def doctor(format: str = PAGE_FORMAT) -> int:
    """Tell how every check stands; 1 where something is missing."""
    from thidua_cli.cli.doctor.checks import all_checks

    checks = list(all_checks())
    missing = sum(not check.ok for check in checks)
    if format == "json":
        data = {"schema": "thidua.doctor/1", "complete": not missing, "checks": list(map(_data, checks))}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_page(checks, missing))
    return 1 if missing else 0


def _data(check: Check) -> dict[str, object]:
    return {
        "id": check.id,
        "name": t(f"doctor.{check.id}"),
        "ok": check.ok,
        "found": _found(check),
        "cure": _cure(check),
    }


def _found(check: Check) -> str:
    return t(f"doctor.{check.id}.{check.state}", **check.values)


def _cure(check: Check) -> str:
    from thidua_cli.cli.language import first_text

    key = f"doctor.{check.id}.cure"
    return "" if check.ok else first_text(f"{key}.{SYSTEMS.get(sys.platform, 'linux')}", key)


def _page(checks: Sequence[Check], missing: int) -> str:
    lines = []
    for check in checks:
        mark = t("doctor.met" if check.ok else "doctor.missing")
        lines.append(f"{mark:<{_mark_width()}}  {t(f'doctor.{check.id}'):<{NAME_WIDTH}}  {_found(check)}")
        if not check.ok:
            lines.append(note(_cure(check)))
    end = t("doctor.some", count=missing) if missing else t("doctor.all")
    return page("\n".join(lines), paragraph(end).strip())


def _mark_width() -> int:
    return max(len(t("doctor.met")), len(t("doctor.missing")))
