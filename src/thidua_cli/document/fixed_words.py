"""The words and marks that NĐ 30/2020, Phụ lục I, fixes, the same whatever a document is written as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.document.blocks import Basis, Bullet, Inline
    from thidua_cli.document.components import Addressees, Recipients

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SEND_TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
DASH = "- "
BULLETS = {1: DASH, 2: "+ "}


def end_marks(count: int) -> list[str]:
    """What ends the lines of a list: `;`, and `.` the last one (II.6.a, II.9.d)."""
    return [*[";"] * (count - 1), "."][:count]


def basis_lines(block: Basis) -> list[Inline]:
    """The lines of the legal basis, each with its end mark."""
    marks = end_marks(len(block.lines))
    return [(*line, Run(mark)) for line, mark in zip(block.lines, marks, strict=True)]


def addressee_lines(block: Addressees) -> list[str]:
    """The lines of `Kính gửi:`: one addressee beside it, several below it with dashes and end marks."""
    if len(block.names) == 1:
        return [f"{SEND_TO} {block.names[0]}"]
    return [SEND_TO, *_dashed(block.names)]


def recipient_lines(block: Recipients) -> list[str]:
    """The lines below `Nơi nhận:`, that of the archive last."""
    return _dashed((*block.names, block.archive) if block.archive else block.names)


def bulleted(block: Bullet) -> Inline:
    """A bullet with its mark as text."""
    return (Run(BULLETS.get(block.level, BULLETS[2])), *block.runs)


def _dashed(lines: Sequence[str]) -> list[str]:
    return [f"{DASH}{line}{mark}" for line, mark in zip(lines, end_marks(len(lines)), strict=True)]


def chart_note(shown: int, total: int) -> str:
    """What is said below a chart that holds the first categories only."""
    return f"Biểu đồ thể hiện {shown} mục đầu tiên trong tổng số {total} mục."
