from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import Table

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[..., tuple[Table | None, list[Finding]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes or text as a file, and read it as a table."""

    def write_and_read(
        content: bytes | str, name: str = "u.csv", sheet: str | None = None
    ) -> tuple[Table | None, list[Finding]]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_table(path, name, sheet)

    return write_and_read
