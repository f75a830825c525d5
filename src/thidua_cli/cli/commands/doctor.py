"""`thidua doctor`: whether this machine has what documents need."""

from __future__ import annotations

import json
import sys

from thidua_cli.cli.options.parameters import PAGE_FORMAT


def doctor(format: str = PAGE_FORMAT) -> int:
    """Tell how every check stands; 1 where something is missing."""
    from thidua_cli.cli.doctor.checks import all_checks
    from thidua_cli.cli.doctor.page import data_of, page_of

    checks = list(all_checks())
    missing = sum(not check.ok for check in checks)
    if format == "json":
        data = {"schema": "thidua.doctor/1", "complete": not missing, "checks": list(map(data_of, checks))}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(page_of(checks, missing))
    return 1 if missing else 0
