"""`thidua schema [NAME]`: the JSON Schemas of what people write and of what programs are given."""

from __future__ import annotations

import sys
from typing import Any

import typer

from thidua_cli.cli.options.parameters import OneOf

# The room that each schema belongs to.
ROOMS = {
    "plan": "plan",
    "criteria": "plan",
    "pack": "law/local",
    "cases": "law/local",
    "report": "findings",
    "results": "cli/score",
    "quota": "cli/quota",
    "shares": "cli/quota",
    "bonus": "cli/bonus",
    "rules": "cli/law",
    "doctor": "cli/doctor",
    "context": "cli/render",
}
NAME: Any = typer.Argument("plan", click_type=OneOf(tuple(ROOMS)))


def schema(name: str = NAME) -> int:
    """Print a published schema as it is shipped."""
    from pathlib import Path

    package = Path(__file__).resolve().parents[2]
    sys.stdout.write((package / ROOMS[name] / f"{name}.schema.json").read_text("utf-8"))
    return 0
