"""Comments of Word that switch rules of layout off: `thidua: ignore[TD733] reason`, `thidua: file-ignore[…]`.

The first covers the paragraph that the comment is anchored in, the second the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.instructions import Reader, read_instruction
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from thidua_cli.conformance.model.lines import Place
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Deviation, Outcome
    from thidua_cli.findings.instructions import Instruction

# Word makes the first letter of a comment a capital.
STATED = re.compile(r"^[ \t]*[Tt]hidua:[ \t]*([^\r\n]*?)[ \t]*$", re.MULTILINE)


class Order(NamedTuple):
    """An instruction, the paragraph it covers (None: the file, or none that can be told), and its place."""

    instruction: Instruction
    covered: Place | None
    span: Span

    def covers(self, deviation: Deviation) -> bool:
        """Whether it speaks of the place of a deviation."""
        if self.instruction.whole_file:
            return True
        return deviation.line is not None and deviation.line.place == self.covered


def instructs(comment: str) -> bool:
    """Whether a comment tells the program something, and no person."""
    return STATED.search(comment) is not None


class Ignoring:
    """The instructions of a file, and what became of them."""

    def __init__(self, case: Case) -> None:
        rules = case.profile.rules
        self._reader = Reader(lambda entry: entry.code in rules, "word", "word")
        self._problems: list[Finding] = []
        self._orders = list(self._read(case))
        self._used: set[tuple[int, str]] = set()

    def _read(self, case: Case) -> Iterator[Order]:
        for text, index in case.word.comments:
            line = case.word.lines[index] if 0 <= index < len(case.word.lines) else None
            span = Span(case.word.shown, 0, 1, 0, 1, case.address(line) if line else None)
            for stated in STATED.findall(text):
                instruction = read_instruction(stated, self._reader, span, span, self._problems)
                if instruction is not None:
                    yield Order(instruction, line.place if line else None, span)

    def remaining(self, code: str, outcome: Outcome) -> Outcome:
        """The outcome without the deviations that are to be ignored."""
        if not self._orders or not outcome.deviations:
            return outcome
        return outcome._replace(
            deviations=tuple(each for each in outcome.deviations if not self._ignored(code, each))
        )

    def _ignored(self, code: str, deviation: Deviation) -> bool:
        covering = {
            (number, code)
            for number, order in enumerate(self._orders)
            if code in order.instruction.codes and order.covers(deviation)
        }
        self._used |= covering
        return bool(covering)

    def findings(self, asked: Collection[str]) -> Iterator[Finding]:
        """What is wrong with the instructions; one that had nothing to do is told of the codes `asked`."""
        yield from self._problems
        for number, order in enumerate(self._orders):
            codes = dict.fromkeys(order.instruction.codes)
            unused = [code for code in codes if code in asked and (number, code) not in self._used]
            if unused:
                variant = "file" if order.instruction.whole_file else ""
                yield Finding("TD901", order.span, {"codes": ", ".join(unused)}, variant)
