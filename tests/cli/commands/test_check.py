"""`thidua check`: files, folders, exit codes, copies and the page."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from thidua_cli.conformance.mending.mend import mend

RunIn = Callable[..., "subprocess.CompletedProcess[bytes]"]
WRONG = Path(__file__).parents[1] / "sai-the-thuc.docx"
GOOD = "dung.docx"


@pytest.fixture(scope="module")
def mended() -> bytes:
    """The file with all put right that can be."""
    done, _ = mend(WRONG.read_bytes(), "", lambda _: True)
    assert done is not None
    return done.data


@pytest.fixture
def folder(tmp_path: Path, mended: bytes) -> Path:
    """A folder with a file that is wrong, one mended, a lock file of Word, and a file in a subfolder."""
    shutil.copy(WRONG, tmp_path / "sai.docx")
    (tmp_path / "~$sai.docx").write_bytes(b"lock")
    (tmp_path / "ghi-chu.txt").write_text("a")
    (tmp_path / "phong").mkdir()
    shutil.copy(WRONG, tmp_path / "phong" / "sai.docx")
    (tmp_path / GOOD).write_bytes(mended)
    return tmp_path


def lines_of(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stdout.decode().splitlines()


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.docx")}


def test_a_folder_gives_its_word_files_in_order(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "check", ".")
    assert done.returncode == 1
    paths = list(dict.fromkeys(line.partition(":")[0] for line in lines_of(done)))
    assert paths == ["phong/sai.docx", "sai.docx"]
    assert "số tệp đã xem: 3" in done.stderr.decode()


def test_a_broken_file_does_not_stop_the_others(folder: Path, thidua_in: RunIn) -> None:
    (folder / "a-hong.docx").write_bytes(WRONG.read_bytes()[:3000])
    done = thidua_in(folder, "check", "a-hong.docx", "sai.docx", "khong-co.docx")
    assert done.returncode == 2
    said = done.stdout.decode()
    assert "a-hong.docx: lỗi[TD701]" in said
    assert "khong-co.docx:1:1: lỗi[TD911]" in said
    assert "sai.docx: đoạn 8: lỗi[TD720]" in said


def test_a_folder_without_word_files_was_not_checked(tmp_path: Path, thidua_in: RunIn) -> None:
    done = thidua_in(tmp_path, "check", ".")
    assert (done.returncode, lines_of(done)[0].partition("]")[0]) == (2, ".:1:1: lỗi[TD704")


def test_without_a_path_the_command_is_unusable(tmp_path: Path, thidua_in: RunIn) -> None:
    done = thidua_in(tmp_path, "check")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "còn thiếu TỆP|THƯ_MỤC" in done.stderr.decode()


def test_the_mended_file_is_clean(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "check", GOOD, "--house", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["findings"]) == (0, [])
    assert report["schema"] == "thidua.report/1"
    assert report["law"] == "Nghị định 30/2020/NĐ-CP"
    assert report["summary"]["verdicts"]["khong-dat"] == 0
    assert report["summary"]["verdicts"]["chua-du-can-cu"] > 0


def test_places_are_neutral_for_programs(folder: Path, thidua_in: RunIn) -> None:
    for lang in ("vi", "en"):
        done = thidua_in(folder, "--lang", lang, "check", "sai.docx", "--format", "json", "--select", "TD720")
        [finding] = json.loads(done.stdout)["findings"]
        assert (finding["path"], finding["cell"]) == ("sai.docx", "body:p8")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--select", "TD732"), 0),
        (("--select", "TD732", "--fail-on", "warning"), 1),
        (("--ignore", "TD7"), 0),
        (("--ignore", "tieu-ngu"), 1),
    ],
)
def test_exit_codes_follow_what_is_shown(
    folder: Path, thidua_in: RunIn, options: tuple[str, ...], code: int
) -> None:
    assert thidua_in(folder, "check", "sai.docx", *options).returncode == code


def test_the_files_that_are_checked_never_change(folder: Path, thidua_in: RunIn) -> None:
    before = digests(folder)
    (folder / "lien-ket.docx").symlink_to("sai.docx")
    for output in ("sai.docx", ".", "./phong/../sai.docx", "lien-ket.docx"):
        done = thidua_in(folder, "check", "sai.docx", "--fix", "-o", output, "--force")
        assert done.returncode == 2, output
        assert "không bao giờ bị ghi đè" in done.stderr.decode()
    (folder / "lien-ket.docx").unlink()
    assert digests(folder) == before


def test_copies_of_a_folder(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "check", "sai.docx", "phong/sai.docx", "--fix", "-o", "moi")
    assert done.returncode == 0
    assert sorted(path.name for path in (folder / "moi").glob("*.docx")) == ["sai-2.docx", "sai.docx"]
    told = done.stderr.decode()
    assert "sai.docx: đã sửa 31 chỗ trong moi/sai.docx" in told
    assert "Sửa được 2 chỗ, cần xem lại, bằng --fix --unsafe-fixes -o TỆP_MỚI." in told
    assert [line.partition(":")[0] for line in lines_of(done)] == ["moi/sai-2.docx", "moi/sai.docx"]


def test_copies_keep_the_folders_they_come_from(folder: Path, thidua_in: RunIn) -> None:
    (folder / GOOD).unlink()
    assert thidua_in(folder, "check", ".", "--fix", "-o", "../moi").returncode == 0
    moi = folder.parent / "moi"
    assert sorted(str(path.relative_to(moi)) for path in moi.rglob("*.docx")) == [
        "phong/sai.docx",
        "sai.docx",
    ]


def test_a_copy_that_somebody_edited_is_kept_until_forced(folder: Path, thidua_in: RunIn) -> None:
    command = ("check", "phong/sai.docx", "--fix", "-o", GOOD)
    (folder / GOOD).write_bytes(b"edited")
    done = thidua_in(folder, *command)
    assert (done.returncode, (folder / GOOD).read_bytes()) == (1, b"edited")
    assert "TD922" in done.stdout.decode()
    assert "đã sửa" not in done.stderr.decode()
    assert thidua_in(folder, *command, "--force").returncode == 0
    assert (folder / GOOD).read_bytes() != b"edited"


def test_only_selected_rules_are_mended(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "check", "sai.docx", "--fix", "-o", "moi.docx", "--select", "TD720")
    assert "(TD720)" in done.stderr.decode()
    left = thidua_in(folder, "check", "moi.docx")
    assert "TD720" not in left.stdout.decode()
    assert "TD729" in left.stdout.decode()


@pytest.mark.parametrize(
    "options",
    [
        ("--fix",),
        ("-o", "moi.docx"),
        ("--unsafe-fixes",),
        ("--force",),
        ("phong", "--fix", "-o", "moi.docx"),
        ("--fix", "-o", "moi.docx", "--html", "moi.docx"),
        ("--html", "-"),
        ("--fix", "-o", "-"),
    ],
)
def test_options_that_need_others_are_refused(
    folder: Path, thidua_in: RunIn, options: tuple[str, ...]
) -> None:
    done = thidua_in(folder, "check", "sai.docx", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Lỗi:" in done.stderr.decode()


def test_the_page(folder: Path, thidua_in: RunIn) -> None:
    command = ("check", "sai.docx", "ghi-chu.txt", "--html", "xem/loi.html", "--select", "TD72")
    done = thidua_in(folder, *command)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Đã ghi xem/loi.html\n")
    made = (folder / "xem" / "loi.html").read_text("utf-8")
    assert "TD729" in made
    assert "Trích yếu nội dung" in made
    assert "TD740</code>" not in made
    assert "ghi-chu.txt" in made
    assert thidua_in(folder, *command).stderr.decode().startswith("Không đổi xem/loi.html\n")


def test_nothing_beside_the_report_goes_to_the_standard_output(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(
        folder, "check", "sai.docx", "--fix", "-o", "moi.docx", "--html", "a.html", "--format", "json"
    )
    assert json.loads(done.stdout)["summary"]["files"] == 1
