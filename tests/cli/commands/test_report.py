from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

PLANS = Path(__file__).resolve().parents[3] / "plans"
HA_TINH = PLANS / "ha-tinh-2022"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def units(campaign: str = "ha-tinh-2022") -> str:
    return str(PLANS / campaign / "units.csv")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--period"),
        (("--period", "quý 5"), "quy-1, quy-2"),
        (("--period", "nam/2023"), "01/01/2022 - 31/12/2022"),
        (("--period", "nam", "--unit", "Sở Công Thương"), "--as bang-tu-cham"),
        (
            ("--period", "nam", "--as", "bang-tu-cham", "--unit", "Sở Công Thươn"),
            "Có phải ý bạn là: Sở Công Thương?",
        ),
        (("--period", "nam", "--as", "bang-tu-cham", "-o", "mot.docx"), "12 văn bản"),
        (("--period", "nam", "--as", "bao-cáo"), "bao-cao"),
        (("--period", "nam", "--pdf", "-o", "-"), "--html, --md"),
        (("--period", "nam", "--previous-period", "quy-1"), "--previous"),
        (
            ("--period", "quy-1", "--previous", units(), "--previous-period", "quy-4"),
            "phải trước kỳ báo cáo (quý I năm 2022)",
        ),
    ],
)
def test_usage_errors(
    thidua_in: Callable[..., subprocess.CompletedProcess[bytes]],
    tmp_path: Path,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    done = thidua_in(tmp_path, "report", units(), *arguments)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("plan.yaml",), "thiếu bảng"),
        (("units.csv", "plan.yaml"), "phải đứng trước"),
        (("plan.yaml", "plan.yaml", "units.csv"), "kế hoạch thứ hai"),
    ],
)
def test_plan_and_tables_in_their_order(thidua: Run, paths: tuple[str, ...], message: str) -> None:
    done = thidua("report", *(str(HA_TINH / path) for path in paths), "--period", "nam")
    assert done.returncode == 2
    assert message in done.stderr


def test_a_folder_with_a_plan_is_the_plan(thidua: Run, tmp_path: Path) -> None:
    target = tmp_path / "bc.md"
    done = thidua("report", str(HA_TINH), units(), "--period", "nam", "-o", str(target))
    assert (done.returncode, target.exists()) == (0, True)


def test_word_without_a_form(thidua: Run, tmp_path: Path) -> None:
    done = thidua("report", units(), "--period", "Quý I/2022", "-o", str(tmp_path))
    path = tmp_path / "ha-tinh-2022-bao-cao-quy-1.docx"
    assert done.returncode == 0
    assert path.as_posix() in done.stdout
    assert "TD658" in done.stderr
    texts = [
        paragraph.text.replace("\N{NO-BREAK SPACE}", " ") for paragraph in Document(str(path)).paragraphs
    ]
    assert any("quý I năm 2022 như sau" in text for text in texts)


def test_a_report_so_far_is_judged_by_the_law_of_its_day(thidua: Run) -> None:
    day = ("--period", "so-ket", "--date", "15/8/2022", "--md", "-o", "-")
    done = thidua("report", units("gia-nghia-2022"), *day)
    assert "quy định có hiệu lực ngày 15/8/2022" in done.stdout


def test_several_forms_and_a_second_run(thidua: Run, tmp_path: Path) -> None:
    arguments = ("report", units(), "--period", "nam", "--as", "to-trinh", "--docx", "--html", "--md")
    assert thidua(*arguments, "-o", str(tmp_path)).returncode == 0
    names = {path.name: path.read_bytes() for path in tmp_path.glob("ha-tinh*")}
    assert set(names) == {f"ha-tinh-2022-to-trinh-nam.{form}" for form in ("docx", "html", "md")}
    again = thidua(*arguments, "-o", str(tmp_path))
    assert "Không đổi" in again.stdout
    edited = tmp_path / "ha-tinh-2022-to-trinh-nam.md"
    edited.write_text("Đã sửa", "utf-8")
    kept = thidua(*arguments, "-o", str(tmp_path))
    assert (kept.returncode, edited.read_text("utf-8")) == (1, "Đã sửa")
    assert "TD922" in kept.stderr


def test_an_input_is_never_written_over(thidua: Run, tmp_path: Path) -> None:
    actuals = tmp_path / "chi-tieu.md"
    actuals.write_text("Chỉ tiêu;Kết quả\nldtt;91%\n", "utf-8")
    done = thidua(
        *("report", units(), "--period", "nam", "--actuals", str(actuals)),
        *("-o", str(actuals), "--force"),
    )
    assert done.returncode == 1
    assert actuals.read_text("utf-8").startswith("Chỉ tiêu")


def test_a_wrong_table_of_results_is_told_and_the_report_written(thidua: Run, tmp_path: Path) -> None:
    actuals = tmp_path / "chi-tieu.csv"
    actuals.write_text("Chỉ tiêu;Kết quả\nldt;91%\n", "utf-8")
    target = tmp_path / "bc.md"
    done = thidua("report", units(), "--period", "nam", "--actuals", str(actuals), "-o", str(target))
    assert done.returncode == 1
    assert f"{actuals.as_posix()}:A2: lỗi[TD651]" in done.stderr
    assert "ldt" not in target.read_text("utf-8").split("|")


def test_tables_that_cannot_be_read(thidua: Run, tmp_path: Path) -> None:
    target = tmp_path / "bc.docx"
    missing = tmp_path / "khong-co.csv"
    done = thidua("report", str(HA_TINH / "plan.yaml"), str(missing), "--period", "nam", "-o", str(target))
    assert done.returncode == 2
    assert "TD501" in done.stderr
    assert not target.exists()


def test_templates_of_the_office(
    thidua_in: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "ket-qua" / "phan"
    folder.mkdir(parents=True)
    (folder / "phuong-huong.j2").write_text("- Tiếp tục thi đua {{ report.period.following }}.\n", "utf-8")
    arguments = ("report", units(), "--period", "6-thang", "--md", "-o", "-")
    done = thidua_in(tmp_path, *arguments)
    assert "Tiếp tục thi đua 6 tháng cuối năm 2022." in done.stdout.decode()
    (folder / "phuong-huong.j2").write_text("- {{ report.ranking.khong_co }}\n", "utf-8")
    wrong = thidua_in(tmp_path, *arguments)
    assert wrong.returncode == 1
    assert "templates/ket-qua/phan/phuong-huong.j2:1" in wrong.stderr.decode()
    assert wrong.stdout == b""


def test_the_document_is_vietnamese_in_any_language(thidua: Run) -> None:
    arguments = ("report", units(), "--period", "nam", "--md", "-o", "-")
    assert thidua("--lang", "en", *arguments).stdout == thidua(*arguments).stdout
