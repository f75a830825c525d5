"""Help pages, wholly in the user's language."""

from __future__ import annotations

import re

import pytest

from thidua_cli.cli.language import TEXTS, use
from thidua_cli.cli.main import COMMANDS, build
from thidua_cli.findings.texts import table

EXPLAIN = {
    "vi": """\
Cách dùng: thidua explain [TÙY CHỌN] MÃ

  Giải thích một mã trong kết quả kiểm tra: ý nghĩa, vì sao cần sửa, cách sửa,
  ví dụ và các con số của quy định qua từng thời kỳ.

Tham số:
  MÃ  Mã (TD201), tên của mã, hoặc mã quy định của gói (gia-lai:cstdcs-10).

Tùy chọn:
  --format text|json  Dạng kết quả. [mặc định: text]
  --as-of NGÀY        Xét theo quy định có hiệu lực vào ngày này.
  --law TỆP           Gói quy định của bộ, ngành, tỉnh, đơn vị đặt trên quy
                      định chung; dùng được nhiều lần.
  --lang vi|en        Ngôn ngữ của thông báo; cũng đặt được bằng biến
                      THIDUA_LANG.
  -h, --help          Xem trang hướng dẫn này.

Ví dụ:
  thidua explain TD901
  thidua explain chu-thich-bo-qua-thua
  thidua explain TD901 --format json
  thidua explain TD301 --as-of 31/12/2024 --law quy-dinh/gia-lai.yaml
""",
    "en": """\
Usage: thidua explain [OPTIONS] CODE

  Explain a code of the report: what it means, why it matters, how it is
  cured, an example, and what the law said when.

Arguments:
  CODE  A code (TD201), its name, or a rule of a pack (gia-lai:cstdcs-10).

Options:
  --format text|json  Form of the output. [default: text]
  --as-of DATE        Judge by the law in force on this day.
  --law FILE          A local pack laid over the national law; may be
                      repeated.
  --lang vi|en        Language of the messages; THIDUA_LANG sets it as well.
  -h, --help          Show this page.

Examples:
  thidua explain TD901
  thidua explain chu-thich-bo-qua-thua
  thidua explain TD901 --format json
  thidua explain TD301 --as-of 2024-12-31 --law rules/gia-lai.yaml
""",
}
ENGLISH = re.compile(r"\b(usage|options|arguments|commands|show|this message|default|required|exit)\b", re.I)


def page(capsys: pytest.CaptureFixture[str], lang: str, *arguments: str) -> str:
    from thidua_cli.cli.main import execute

    assert execute(["--lang", lang, *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page(thidua, lang: str) -> None:
    result = thidua("explain", "--help", THIDUA_LANG=lang)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == EXPLAIN[lang]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_page_is_vietnamese_and_ends_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = page(capsys, "vi", *([command] if command else []), "-h")
    examples = text.rpartition("Ví dụ:\n")[2].splitlines()
    assert text.startswith(f"Cách dùng: thidua {command}".rstrip())
    assert examples
    assert all(line.startswith("  thidua ") for line in examples)
    assert not ENGLISH.search(re.sub(r"--[a-z-]+", "", text))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_page_has_an_english_face(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = page(capsys, "en", *([command] if command else []), "-h")
    assert text.startswith(f"Usage: thidua {command}".rstrip())
    # Symbols of Vietnamese documents stay as they are.
    assert not re.search(r"[ăâđêôơưĂÂĐÊÔƠƯ]", text.replace("/NĐ-CP", ""))


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_parameter_is_explained(name: str) -> None:
    use("vi")
    program = build()
    context = program.make_context("thidua", ["--lang", "vi", name or "rules"], resilient_parsing=True)
    command = program.get_command(context, name) if name else program
    known = table(TEXTS)
    for parameter in command.get_params(context):
        keys = {f"{name or 'thidua'}.{parameter.name}", f"option.{parameter.name}"}
        assert keys & set(known), parameter.name


def test_the_list_names_every_command(thidua) -> None:
    listing = thidua("--help").stdout.partition("Lệnh:\n")[2].partition("\n\n")[0]
    assert re.findall(r"^  (\S+)", listing, re.M) == list(COMMANDS)


def test_every_text_is_in_both_languages_with_the_same_places() -> None:
    for key, texts in table(TEXTS).items():
        assert set(texts) == {"vi", "en"}, key
        assert set(re.findall(r"\{(\w*)\}", texts["vi"])) == set(re.findall(r"\{(\w*)\}", texts["en"])), key
