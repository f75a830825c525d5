"""A mended file replaces the one that was read, or nothing happens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua_cli.repository.rewriting import rewrite
from thidua_cli.source.text import SourceText

BEFORE, AFTER = SourceText("p.yaml", "số: 1\r\n"), SourceText("p.yaml", "số: 2\r\n")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_mode_and_byte_order_mark_are_kept(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(mark + BEFORE.text.encode())
    path.chmod(0o640)
    assert rewrite(path, BEFORE, AFTER) is None
    assert path.read_bytes() == mark + AFTER.text.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["p.yaml"]  # noqa: PTH208 - the draft would be hidden


def test_a_newer_edit_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(b"newer")
    found = rewrite(path, BEFORE, AFTER)
    assert (found.code if found else "", path.read_bytes()) == ("TD924", b"newer")


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(BEFORE.text.encode())
    link.symlink_to(real)
    assert rewrite(link, BEFORE, AFTER) is None
    assert link.is_symlink()
    assert real.read_bytes() == AFTER.text.encode()


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    found = rewrite(tmp_path / "p.yaml", BEFORE, AFTER)
    assert found is not None
    assert found.code == "TD921"
