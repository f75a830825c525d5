"""Outputs are whole, inside their folder, and never over a person's edits."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import message_of
from thidua_cli.repository.manifest import MANIFEST_NAME
from thidua_cli.repository.outputs import write_outputs


def outcome(folder: Path, files: dict[str, bytes], force: bool = False) -> list[tuple[str, str]]:
    written, findings = write_outputs(folder, files, force)
    assert len(written) + len([f for f in findings if f.code != "TD923"]) == len(files)
    return [(finding.code, finding.variant) for finding in findings]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_and_manifest(tmp_path: Path) -> None:
    out = tmp_path / "out"
    written, findings = write_outputs(out, {"b.docx": b"2", "x/a.docx": b"1"}, False)
    assert (written, findings) == ([out / "b.docx", out / "x/a.docx"], [])
    assert (out / "x/a.docx").read_bytes() == b"1"
    assert json.loads((out / MANIFEST_NAME).read_text("utf-8")) == {
        "schema": "thidua.manifest/1",
        "files": {"b.docx": sha256(b"2").hexdigest(), "x/a.docx": sha256(b"1").hexdigest()},
    }
    assert names(out) == [MANIFEST_NAME, "b.docx", "x/a.docx"]


def test_the_tool_replaces_its_own_file(tmp_path: Path) -> None:
    assert outcome(tmp_path, {"a": b"1"}) == []
    assert outcome(tmp_path, {"a": b"2"}) == []
    assert (tmp_path / "a").read_bytes() == b"2"


def test_an_edited_file_is_kept_unless_forced(tmp_path: Path) -> None:
    outcome(tmp_path, {"a": b"1"})
    (tmp_path / "a").write_bytes(b"edited")
    assert outcome(tmp_path, {"a": b"2", "b": b"3"}) == [("TD922", "")]
    assert (tmp_path / "a").read_bytes() == b"edited"
    assert (tmp_path / "b").read_bytes() == b"3"
    assert outcome(tmp_path, {"a": b"2"}) == [("TD922", "")]
    assert outcome(tmp_path, {"a": b"2"}, force=True) == []
    assert outcome(tmp_path, {"a": b"4"}) == []
    assert (tmp_path / "a").read_bytes() == b"4"


def test_a_foreign_file_is_kept_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    assert outcome(tmp_path, {"a": b"1"}) == [("TD922", "foreign")]
    assert (tmp_path / "a").read_bytes() == b"mine"
    assert outcome(tmp_path, {"a": b"1"}, force=True) == []


def test_the_same_content_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert outcome(tmp_path, {"a": b"1"}) == []
    assert outcome(tmp_path, {"a": b"2"}) == []


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("../a", "outside"),
        ("x/../../a", "outside"),
        ("x/..", "outside"),
        ("/etc/a", "outside"),
        ("C:/a", "outside"),
        ("C:a", "outside"),
        ("..\\a", "default"),
        ("\\\\host\\share\\a", "outside"),
        ("", "default"),
        (".", "default"),
        ("x//a", "default"),
        ("a\0b", "default"),
        ("a\nb", "default"),
        ("con.docx", "default"),
        ("a?.docx", "default"),
        ("a.", "default"),
        (" a", "default"),
        (MANIFEST_NAME, "default"),
        ("\udcff.docx", "default"),
    ],
)
def test_names_that_leave_the_folder_or_break_it(tmp_path: Path, name: str, variant: str) -> None:
    out = tmp_path / "out"
    assert outcome(out, {name: b"1"}) == [("TD920", variant)]
    assert names(tmp_path) == []


def test_vietnamese_names_are_fine(tmp_path: Path) -> None:
    assert outcome(tmp_path, {"Kế hoạch (dự thảo) số 12.docx": b"1"}) == []


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a").write_bytes(b"theirs")
    out = tmp_path / "out"
    out.mkdir()
    (out / "folder").symlink_to(outside, target_is_directory=True)
    (out / "file").symlink_to(outside / "a")
    assert outcome(out, {"folder/a": b"1", "file": b"1"}, force=True) == [("TD920", "link")] * 2
    assert (outside / "a").read_bytes() == b"theirs"


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome(tmp_path, {"a": b"1", "b": b"1"})
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "a":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    written, [finding] = write_outputs(tmp_path, {"a": b"2", "b": b"2"}, False)
    assert written == [tmp_path / "b"]
    assert (finding.code, finding.values["reason"]) == ("TD921", "No space left on device")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"1", b"2")
    assert names(tmp_path) == [MANIFEST_NAME, "a", "b"]


def test_a_file_open_elsewhere_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", replace)
    written, [finding] = write_outputs(tmp_path, {"a": b"2"}, False)
    assert (written, finding.code, finding.variant) == ([], "TD921", "denied")
    assert "đang mở" in message_of(finding, "vi")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    written, [finding] = write_outputs(tmp_path / "file", {"a": b"1"}, False)
    assert (written, finding.code, finding.variant) == ([], "TD921", "folder")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert outcome(tmp_path, {"a": b"1", "x" * 300: b"1"}, force=True) == [("TD921", ""), ("TD921", "")]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'{"schema": "other", "files": {}}', b'{"files": 3}', b"[" * 100_000, b"\xff\xfe"],
)
def test_a_damaged_manifest_keeps_every_file(tmp_path: Path, damage: bytes) -> None:
    outcome(tmp_path, {"a": b"1"})
    (tmp_path / MANIFEST_NAME).write_bytes(damage)
    assert outcome(tmp_path, {"a": b"2"}) == [("TD923", ""), ("TD922", "foreign")]
    assert (tmp_path / "a").read_bytes() == b"1"
    assert outcome(tmp_path, {"a": b"2"}, force=True) == [("TD923", "")]
    assert outcome(tmp_path, {"a": b"3"}) == []


def test_a_manifest_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).mkdir()
    assert outcome(tmp_path, {"a": b"1"}) == [("TD923", ""), ("TD923", "unwritten")]
