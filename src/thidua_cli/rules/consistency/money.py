"""Sums of money in đồng, of which there are no parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.rules.consistency.prose import block_passages, fact_passages, span_in
from thidua_cli.vietnamese.amounts import Amount
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

UNITS = frozenset({"đồng", "đ", "vnd", "vnđ"})
# A price by the unit (`1.806,11 đồng/kWh`) may have parts.
IN_PROSE = re.compile(
    r"(?<![\w.,])[0-9]+(?:\.[0-9]{3})*,0*[1-9][0-9]* ?(?:đồng|đ|vnd|vnđ)(?![\w/])", re.IGNORECASE
)


def parts_of_a_dong(loaded: Loaded) -> Iterator[Finding]:
    """TD296: an amount in đồng with decimals, in a fact or in running text."""
    for section, index, fact in loaded.plan.facts():
        for name in type(fact).model_fields:
            amount = getattr(fact, name)
            if isinstance(amount, Amount) and fold(amount.unit) in UNITS and _in_parts(amount):
                yield Finding("TD296", loaded.span((section, index, name)), {"text": amount.text})
    for passage in (*block_passages(loaded), *fact_passages(loaded)):
        for found in IN_PROSE.finditer(passage.text):
            span = span_in(loaded, passage, found.start(), found.end())
            yield Finding("TD296", span, {"text": found[0]})


def _in_parts(amount: Amount) -> bool:
    return any(figure % 1 for figure in amount.figures)
