"""Fields (`PAGE`, `TOC`): what is between their marks is an instruction, or the result that is printed."""

from __future__ import annotations

from dataclasses import dataclass

_MOST_INSTRUCTION = 200


@dataclass(slots=True)
class _Field:
    """A field that is open; `printed_before` counts the texts that were printed when it began."""

    printed_before: int
    instruction: str = ""
    separated: bool = False


class Fields:
    """The fields that are open at one point of a story; they may run over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructing = 0
        self._printed = 0

    @property
    def visible(self) -> bool:
        """Whether text at this point is printed: no field around it is still being told what to do."""
        return not self._instructing

    def begin(self) -> None:
        """A field begins."""
        self._open.append(_Field(self._printed))
        self._instructing += 1

    def instruct(self, text: str) -> None:
        """Text of the innermost field's instruction."""
        if self._open and not self._open[-1].separated:
            field = self._open[-1]
            field.instruction = (field.instruction + text)[:_MOST_INSTRUCTION]

    def separate(self) -> str:
        """The instruction ends, the result begins; gives the field's name."""
        if not self._open or self._open[-1].separated:
            return ""
        self._open[-1].separated = True
        self._instructing -= 1
        return field_name(self._open[-1].instruction)

    def end(self) -> tuple[str, bool]:
        """The innermost field ends: its name if it had no result, and whether it printed nothing."""
        if not self._open:
            return "", False
        field = self._open.pop()
        self._instructing -= not field.separated
        name = "" if field.separated else field_name(field.instruction)
        return name, self._printed == field.printed_before

    def print(self) -> None:
        """Text is printed: every field around it has a result."""
        self._printed += 1


def field_name(instruction: str) -> str:
    """The name of a field by its instruction: `PAGE` for ` page \\* MERGEFORMAT`."""
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""
