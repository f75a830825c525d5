"""The record of what the tool wrote into a folder: name → SHA-256, in `.thidua-manifest.json`."""

from __future__ import annotations

import json
from stat import S_ISREG
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.failures import sign_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANIFEST_NAME = ".thidua-manifest.json"
SCHEMA = "thidua.manifest/1"
Manifest = dict[str, str]


def read_manifest(folder: Path) -> tuple[Manifest, Finding | None]:
    """The record of a folder, empty for a new one; a damaged record counts as empty, with a finding."""
    path = folder / MANIFEST_NAME
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe or a device may never end
            raise ValueError("not a file")
        data = json.loads(path.read_bytes())
        files = data["files"]
        sound = data["schema"] == SCHEMA and all(isinstance(value, str) for value in files.values())
    except FileNotFoundError:
        return {}, None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sound = False
    if not sound:
        return {}, Finding("TD923", Span(path.as_posix()), {"name": path.as_posix()})
    return dict(files), None


def write_manifest(folder: Path, manifest: Manifest, replace: Callable[[Path, bytes], None]) -> list[Finding]:
    """Write the record with `replace`; a record that cannot be written is a finding, not an end."""
    path = folder / MANIFEST_NAME
    data = {"schema": SCHEMA, "files": dict(sorted(manifest.items()))}
    try:
        replace(
            path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
        )
    except OSError as error:
        values = {"name": path.as_posix(), "reason": sign_of(error)}
        return [Finding("TD923", Span(path.as_posix()), values, "unwritten")]
    return []
