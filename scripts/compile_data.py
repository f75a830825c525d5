"""Compile the data that people edit as YAML into the JSON that the program loads at start-up."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from plan_reference import reference
from ruamel.yaml import YAML
from table_reference import table_reference

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "thidua_cli"
PAGES = {"plan": "ngon-ngu-ke-hoach", "criteria": "bang-tieu-chi"}


def read_all(folder: Path) -> dict[str, Any]:
    """Every top-level key of the YAML files of a folder, merged; a key given twice is an error."""
    merged: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, value in (YAML(typ="safe", pure=True).load(path) or {}).items():
            if key in merged:
                raise SystemExit(f"{path}: {key} is given twice")
            merged[key] = value
    return merged


def compiled() -> dict[Path, str]:
    """The compiled files and what they should hold."""
    codes = dict(sorted(read_all(PACKAGE / "findings" / "codes").items()))
    packs = read_all(PACKAGE / "law" / "packs" / "national")
    labels = read_all(PACKAGE / "findings" / "formats" / "texts")
    texts = read_all(PACKAGE / "cli" / "texts")
    from thidua_cli.plan.schema import PUBLISHED, make_schema

    schemas = {name: make_schema(name) for name in PUBLISHED}
    return (
        {PUBLISHED[name]: dump(schema) for name, schema in schemas.items()}
        | {ROOT / "docs" / f"{PAGES[name]}.md": reference(name, schema) for name, schema in schemas.items()}
        | {
            PACKAGE / "findings" / "codes.json": dump(codes),
            PACKAGE / "findings" / "formats" / "texts.json": dump(labels),
            PACKAGE / "law" / "packs" / "national.json": dump(packs),
            PACKAGE / "cli" / "texts.json": dump(texts),
        }
        | {ROOT / "docs" / "bang-so-lieu.md": table_reference(PACKAGE / "rosters" / "words")}
        | {folder.with_suffix(".json"): dump(read_all(folder)) for folder in PACKAGE.rglob("words/")}
        | {path.with_suffix(".json"): dump(read_all(path)) for path in PACKAGE.glob("*/*/profiles/*/")}
    )


def dump(value: object) -> str:
    """JSON as committed: readable in a diff; dates as ISO text."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def pages() -> dict[Path, str]:
    """The pages and schemas made from what is compiled, which must be up to date when this is called."""
    from layout_page import PAGE, layout_page
    from rule_pages import rule_pages

    from thidua_cli.law.local import schema

    made = {schema.PUBLISHED[name]: dump(schema.make_schema(name)) for name in schema.PUBLISHED}
    made |= {ROOT / PAGE: layout_page()}
    return made | {ROOT / path: text for path, text in rule_pages().items()}


def main() -> int:
    """Write the compiled files and pages; with `--check`, only say which are stale (exit 1)."""
    check = "--check" in sys.argv
    stale: list[Path] = []
    for make in (compiled, pages):
        made = make()
        stale += [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
        for path, text in () if check else made.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    raise SystemExit(main())
