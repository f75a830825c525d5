"""What people tell the program beside a text: `thidua: ignore[TD201] reason`, or `file-ignore[…]`.

In a plan it stands in a comment (`# thidua: …`), in a Word file in a comment of Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import entries, find
from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.findings.catalogue import Entry
    from thidua_cli.findings.span import Span

INSTRUCTION = re.compile(r"(ignore|file-ignore)[ \t]*\[([^\]]*)\][ \t]*(.*)")
BARE = re.compile(r"(?:ignore|file-ignore)\b")
WHOLE_FILE = "file-ignore"


class Reader(NamedTuple):
    """How instructions are read in one kind of file.

    `ignorable` tells which codes may be switched off there, `elsewhere` is the variant of TD904 for those of
    other files, `words` that of the other complaints ("" for those of plans).
    """

    ignorable: Callable[[Entry], bool]
    elsewhere: str
    words: str = ""


class Instruction(NamedTuple):
    """The codes to switch off, as `listed`: what was written with the code it stands for (or None)."""

    whole_file: bool
    listed: tuple[tuple[str, str | None], ...]
    reason: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it may switch off."""
        return tuple(code for _, code in self.listed if code)


def read_instruction(
    stated: str, reader: Reader, span: Span, bracket: Span, findings: list[Finding]
) -> Instruction | None:
    """What follows `thidua:`, or None and a finding at `span`; `bracket` is the place of the codes."""
    parts = INSTRUCTION.fullmatch(stated)
    written = [item.strip() for item in parts[2].split(",") if item.strip()] if parts else []
    if parts is None or not written:
        kind = "codes" if BARE.match(stated) else ""
        variant = "-".join(part for part in (kind, reader.words) if part)
        findings.append(Finding("TD905", span, {"stated": stated}, variant))
        return None
    directive, _, reason = parts.groups()
    if not re.search(r"\w", reason):
        values = {"codes": ", ".join(written), "directive": directive}
        findings.append(Finding("TD903", span, values, reader.words))
        return None
    listed = tuple((item, _usable(item, reader, bracket, findings)) for item in written)
    return Instruction(directive == WHOLE_FILE, listed, reason.strip())


def _usable(item: str, reader: Reader, span: Span, findings: list[Finding]) -> str | None:
    entry = find(item)
    if entry is None:
        near = _near(item)
        findings.append(Finding("TD902", span, {"stated": item, "nearest": near}, "near" if near else ""))
        return None
    if not reader.ignorable(entry):
        of_a_run = entry.place == "run" or (entry.place == "text" and entry.fault)
        variant = "" if entry.legal else "tool" if of_a_run else reader.elsewhere
        findings.append(Finding("TD904", span, {"code": entry.code, "name": entry.name}, variant))
        return None
    return entry.code


def _near(item: str) -> str:
    close = nearest(item, (word for entry in entries().values() for word in (entry.code, entry.name)))
    entry = find(close[0]) if close else None
    return f"{entry.code} ({entry.name})" if entry else ""
