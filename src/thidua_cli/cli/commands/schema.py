"""`thidua schema [NAME]`: the JSON Schema of the plan language, of the scoring table, or of the report."""

from __future__ import annotations

import sys
from typing import Any

import typer

from thidua_cli.cli.options.parameters import OneOf

NAMES = ("plan", "criteria", "report")
NAME: Any = typer.Argument("plan", click_type=OneOf(NAMES))


def schema(name: str = NAME) -> int:
    """Print a published schema as it is shipped."""
    from pathlib import Path

    package = Path(__file__).resolve().parents[2]
    room = "findings" if name == "report" else "plan"
    sys.stdout.write((package / room / f"{name}.schema.json").read_text("utf-8"))
    return 0
