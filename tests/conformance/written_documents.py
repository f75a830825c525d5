"""A kế hoạch written as lines, with parts of its own: what tests of the recognition are made of."""

from __future__ import annotations

from written_lines import Rows, named, rows, word_file, written

from thidua_cli.conformance.recognition.anatomy import recognise

NATION = "{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => NATION"
MOTTO = "{cb}Độc lập - Tự do - Hạnh phúc => MOTTO"
DATE = "{ci}Hà Nam, ngày 05 tháng 3 năm 2026 => PLACE_DATE"
NUMBER = "{c}Số: 05/KH-SCT => NUMBER"
PARENT = "{c}UBND TỈNH HÀ NAM => PARENT"
ISSUER = "{cb}SỞ CÔNG THƯƠNG => ISSUER"
LEFT = [PARENT, ISSUER, "---"]
RIGHT = [NATION, MOTTO, "---"]
TWO_ROWS = rows((LEFT, RIGHT), ([NUMBER], [DATE]))
TITLE = ["{cb}KẾ HOẠCH => TYPE_NAME", "{cb}Phát động phong trào thi đua năm 2026 => SUBJECT", "---"]
BODY = ["Trên đây là kế hoạch của Sở, các đơn vị nghiêm túc thực hiện./. => BODY"]
RECIPIENTS = ["{bi}Nơi nhận: => RECIPIENTS_LABEL", "- UBND tỉnh; => RECIPIENT", "- Lưu: VT. => RECIPIENT"]
SIGNATURE = ["{cb}GIÁM ĐỐC => CAPACITY", "{cbg}Lê Nguyên Ngọc => SIGNER"]
CLOSING = rows((RECIPIENTS, SIGNATURE))
WHOLE = [TWO_ROWS, *TITLE, *BODY, CLOSING]


def head(left: list[str | Rows], right: list[str | Rows] | None = None) -> list[str | Rows]:
    """A document with a head of its own: left and right column."""
    return [rows((left, right or [*RIGHT, DATE])), *TITLE, *BODY, CLOSING]


def after_title(*lines: str | Rows, title: list[str] | None = None) -> list[str | Rows]:
    """A document with lines of its own between title and closing."""
    return [TWO_ROWS, *(TITLE if title is None else title), *lines, CLOSING]


def closing(*lines: str | Rows) -> list[str | Rows]:
    """A document with a closing of its own."""
    return [TWO_ROWS, *TITLE, *BODY, *lines]


def check(items: list[str | Rows]) -> None:
    """Compare what is recognised with what the sources say after `=>`."""
    writer = written(*items)
    found = recognise(word_file(writer))
    shown = [f"{each.component.name}: {each.line.text}" for each in found.lines]
    typed = "RULE" in writer.expected
    assert list(named(found.lines, typed=typed)) == writer.expected, "\n".join(shown)
