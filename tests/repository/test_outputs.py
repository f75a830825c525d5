"""Outputs are whole, inside their folder, and never over a person's edits."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from thidua_cli.findings.catalogue import expected_of, message_of
from thidua_cli.repository import outputs as room
from thidua_cli.repository import turns
from thidua_cli.repository.manifest import MANIFEST_NAME
from thidua_cli.repository.outputs import write_outputs
from thidua_cli.repository.turns import LOCK_NAME


def outcome(folder: Path, files: dict[str, bytes], force: bool = False) -> list[tuple[str, str]]:
    written, unchanged, findings = write_outputs(folder, files, force)
    assert len(written + unchanged) + len([f for f in findings if f.code != "TD923"]) == len(files)
    return [(finding.code, finding.variant) for finding in findings]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_and_manifest(tmp_path: Path) -> None:
    out = tmp_path / "out"
    outputs = write_outputs(out, {"b.docx": b"2", "x/a.docx": b"1"}, False)
    assert outputs == ([out / "b.docx", out / "x/a.docx"], [], [])
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


@pytest.mark.parametrize("link", ["", "hard", "soft"])
def test_an_input_is_never_replaced(tmp_path: Path, link: str) -> None:
    table = tmp_path / "u.csv"
    table.write_bytes(b"mine")
    if link == "hard":
        (tmp_path / "a").hardlink_to(table)
    elif link == "soft":
        if os.name == "nt":
            pytest.skip("making links needs a privilege on Windows")
        (tmp_path / "a").symlink_to(table)
    target = "a" if link else "u.csv"
    inputs = [tmp_path / "none.yaml", tmp_path / "." / "u.csv"]
    written, _, [finding] = write_outputs(tmp_path, {target: b"1", "b": b"2"}, True, inputs)
    assert (finding.code, finding.variant, finding.span.path) == (
        "TD922",
        "input",
        (tmp_path / target).as_posix(),
    )
    assert "--force" in message_of(finding, "vi")
    assert (written, table.read_bytes()) == ([tmp_path / "b"], b"mine")


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
        (LOCK_NAME, "default"),
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
    _, _, findings = write_outputs(out, {"folder/a": b"1", "file": b"1"}, True)
    assert [(each.code, each.variant) for each in findings] == [("TD920", "link")] * 2
    assert [each.span.path for each in findings] == [(out / name).as_posix() for name in ("folder/a", "file")]
    assert "docx" not in expected_of(findings[0], "vi")
    assert (outside / "a").read_bytes() == b"theirs"


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome(tmp_path, {"a": b"1", "b": b"1"})
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "a":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    written, _, [finding] = write_outputs(tmp_path, {"a": b"2", "b": b"2"}, False)
    assert written == [tmp_path / "b"]
    assert (finding.code, finding.variant) == ("TD921", "full")
    assert "hết chỗ trống" in message_of(finding, "vi")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"1", b"2")
    assert names(tmp_path) == [MANIFEST_NAME, "a", "b"]


def test_a_file_open_elsewhere_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", replace)
    written, _, [finding] = write_outputs(tmp_path, {"a": b"2"}, False)
    assert (written, finding.code, finding.variant) == ([], "TD921", "denied")
    assert "đang mở" in message_of(finding, "vi")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    written, _, [finding] = write_outputs(tmp_path / "file", {"a": b"1"}, False)
    assert (written, finding.code, finding.variant) == ([], "TD921", "folder-taken")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert outcome(tmp_path, {"a": b"1", "x" * 300: b"1"}, force=True) == [
        ("TD921", "taken"),
        ("TD921", "long"),
    ]


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


def test_an_unchanged_file_is_not_said_to_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome(tmp_path, {"a": b"1"})

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(room, "replace_atomically", refuse)
    monkeypatch.setattr(Path, "touch", refuse)
    assert write_outputs(tmp_path, {"a": b"1"}, False) == ([], [tmp_path / "a"], [])
    written, unchanged, [finding] = write_outputs(tmp_path, {"a": b"2"}, False)
    assert (written, unchanged, finding.variant) == ([], [], "denied")


@pytest.mark.skipif(os.name == "nt", reason="named pipes are those of Unix")
@pytest.mark.parametrize("name", [MANIFEST_NAME, "a"])
def test_a_pipe_is_never_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    said = {MANIFEST_NAME: [("TD923", "")], "a": [("TD921", "taken")]}[name]
    assert outcome(tmp_path, {"a": b"1"}, force=True) == said


def test_two_runs_at_once_lose_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, others = room.replace_atomically, []

    def replace(path: Path, content: bytes) -> None:
        real(path, content)
        if path.name == "a":
            others.append(Thread(target=write_outputs, args=(tmp_path, {"b": b"2"}, False)))
            others[0].start()
            others[0].join(0.3)  # time enough to write all, were it not for the lock

    monkeypatch.setattr(room, "replace_atomically", replace)
    assert outcome(tmp_path, {"a": b"1"}) == []
    others[0].join()
    assert set(json.loads((tmp_path / MANIFEST_NAME).read_text("utf-8"))["files"]) == {"a", "b"}
    assert names(tmp_path) == [MANIFEST_NAME, "a", "b"]


def test_a_lock_left_behind_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    (tmp_path / LOCK_NAME).touch()
    assert outcome(tmp_path, {"a": b"1"}) == []
    assert names(tmp_path) == [MANIFEST_NAME, "a"]


@pytest.mark.parametrize("number", [1, 5, 13, 17, 20, 21, 28, 30, 36])
@pytest.mark.parametrize("of", ["", "folder"])
def test_no_word_of_the_system_stands_in_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, of: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "Some English words")

    monkeypatch.setattr(*((Path, "mkdir") if of else (room, "replace_atomically")), fail)
    _, _, [finding] = write_outputs(tmp_path, {"a": b"1"}, False)
    assert finding.variant.startswith(of)
    for lang in ("vi", "en"):
        message = message_of(finding, lang)
        assert "English" not in message
        assert "{" not in message
