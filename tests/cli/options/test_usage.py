"""Mistakes in the command line: exit code 2, the user's language, the nearest right word."""

from __future__ import annotations

import pytest

from thidua_cli.cli.main import execute

SEE = "Xem hướng dẫn bằng lệnh: thidua"


@pytest.mark.parametrize(
    ("arguments", "message", "see"),
    [
        (["ruless"], "Lỗi: không có lệnh “ruless”. Có phải ý bạn là: rules?", f"{SEE} --help"),
        (["@@@"], "Lỗi: không có lệnh “@@@”.", f"{SEE} --help"),
        (["--lagn", "vi"], "Lỗi: không có tùy chọn “--lagn”. Có phải ý bạn là: --lang?", f"{SEE} --help"),
        (["-z"], "Lỗi: không có tùy chọn “-z”.", f"{SEE} --help"),
        (["--version=3"], "Lỗi: tùy chọn “--version” không nhận giá trị đi kèm.", f"{SEE} --help"),
        (["explain"], "Lỗi: còn thiếu MÃ.", f"{SEE} explain --help"),
        (
            ["explain", "TD901", "b", "c"],
            "Lỗi: lệnh không nhận thêm tham số: b c",
            f"{SEE} explain --help",
        ),
        (
            ["rules", "--formt", "json"],
            "Lỗi: không có tùy chọn “--formt”. Có phải ý bạn là: --format?",
            f"{SEE} rules --help",
        ),
        (["rules", "--format"], "Lỗi: tùy chọn “--format” cần một giá trị đi kèm.", f"{SEE} rules --help"),
        (
            ["rules", "--format", "xml"],
            "Lỗi: giá trị của --format không dùng được: “xml” không có trong danh sách: text, json",
            f"{SEE} rules --help",
        ),
        (
            ["rules", "--lang", "fr"],
            "Lỗi: giá trị của --lang không dùng được: “fr” không có trong danh sách: vi, en",
            f"{SEE} rules --help",
        ),
        (
            ["rules", "--in-force", "31/02/2022"],
            "Lỗi: giá trị của --in-force không dùng được: “31/02/2022” không phải là ngày; "
            "viết như 2022-12-31 hoặc 31/12/2022",
            f"{SEE} rules --help",
        ),
        (
            ["bonus", "x.csv", "--base-salary", "0"],
            "Lỗi: giá trị của --base-salary không dùng được: “0” không phải là số lớn hơn 0; "
            "viết như 1,5 hoặc 2.530.000",
            f"{SEE} bonus --help",
        ),
        (
            ["quota", "--count", "ldtt=1,5", "--as-of", "2024-12-31"],
            "Lỗi: --count ldtt phải là số nguyên, không phải 1,5",
            f"{SEE} quota --help",
        ),
        (
            ["quota", "x.csv", "--allocate", "LDTT", "--total", "1,5"],
            "Lỗi: --total phải là số nguyên, không phải 1,5",
            f"{SEE} quota --help",
        ),
        (
            ["quota", "--count", "ldtt=1,500"],
            "Lỗi: giá trị của --count không dùng được: “1,500” có thể là 1,5 hoặc 1.500; "
            "số thập phân thì thêm một số 0 ở cuối, hàng nghìn thì viết liền",
            f"{SEE} quota --help",
        ),
        (
            ["quota", "--count", f"ldtt={'9' * 31}"],
            f"Lỗi: giá trị của --count không dùng được: “{'9' * 31}” dài quá; một số có nhiều nhất 24 chữ số",
            f"{SEE} quota --help",
        ),
        (
            ["explain", "chu-thich-bo-qua-thu"],
            "Lỗi: không có mã hay tên “chu-thich-bo-qua-thu”. Có phải ý bạn là: chu-thich-bo-qua-thua",
            f"{SEE} explain --help",
        ),
    ],
)
def test_mistakes(arguments: list[str], message: str, see: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(arguments) == 2
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert lines[0].partition(", chu-")[0] == message
    assert lines[1].startswith("Cách dùng: thidua")
    assert lines[-1] == see


@pytest.mark.parametrize(
    "day",
    [
        "20221231",
        "2022-W52-6",
        "1_0/2/2022",
        "2022",
        "12/2022",
        "31/6/2022",
        "٣/٢/2022",
        "31/12/22",
        "31/12/2_022",
    ],
)
def test_what_is_no_day(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["rules", "--in-force", day]) == 2
    assert f"“{day}” không phải là ngày" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2022-12-31", "31/12/2022", "ngày 31 tháng 12 năm 2022"])
def test_ways_to_write_a_day(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["rules", "--in-force", day, "--format", "json"]) == 0
    assert '"in_force": "2022-12-31"' in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["\x1b[31m"], ["--x\x1b[31m"], ["rules", "--format", "\x1b[31m"], ["explain", "TD901", "\x1b[31m"]],
)
def test_what_was_typed_is_shown_without_its_controls(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(arguments) == 2
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert r"\x1b[31m" in err


def test_mistakes_in_english(thidua) -> None:
    result = thidua("--lang=en", "explain", "--format", "xml", "TD901")
    assert result.returncode == 2
    assert result.stderr == (
        "Error: the value of --format cannot be used: “xml” is not one of: text, json\n"
        "Usage: thidua explain [OPTIONS] CODE\n"
        "For help: thidua explain --help\n"
    )


def test_no_command_shows_the_help_as_an_error(thidua) -> None:
    result = thidua()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == thidua("--help").stdout


def test_two_dashes_end_the_options(thidua) -> None:
    result = thidua("explain", "--", "--lang")
    assert result.returncode == 2
    assert result.stderr.startswith("Lỗi: không có mã hay tên “--lang”.")
