"""Numbers and symbols: their form, and the body that they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Severity
from thidua_cli.rules.consistency.cited import cited
from thidua_cli.rules.consistency.decree import NUMBER, decree
from thidua_cli.rules.consistency.symbol_bodies import may_issue
from thidua_cli.vietnamese.bodies import body_key
from thidua_cli.vietnamese.citations import parse_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

SPACES, UNPADDED, CASE = "spaces", "unpadded", "case"
UNPADDED_NUMBER = re.compile("[1-9]")


def malformed_symbol(loaded: Loaded) -> Iterator[Finding]:
    """TD230, TD274, TD275: the number and symbol of a cited document are not of the form the rules give."""
    for citation in cited(loaded):
        if citation.number is None:
            continue
        symbol = parse_symbol(citation.number)
        # A heading in capitals has no small letters to be wrong.
        if symbol.problem is None or (symbol.problem == CASE and citation.in_capitals):
            continue
        span = citation.span("number")
        code = {SPACES: "TD274", UNPADDED: "TD275"}.get(symbol.problem, "TD230")
        variant = symbol.problem if code == "TD230" else ""
        values = {"text": citation.number, "suggestion": symbol.suggestion}
        fix = (
            Fix(span, symbol.suggestion, safe=_only_signs(citation.number, code))
            if symbol.suggestion
            else None
        )
        # The Party numbers its documents by rules of its own.
        basis = () if symbol.party else decree(loaded.plan, NUMBER)
        yield Finding(code, span, values, variant, basis=basis, fix=fix)


def _only_signs(text: str, code: str) -> bool:
    """Whether nothing but the spaces, or the missing zero, is wrong."""
    return code == "TD275" or (code == "TD274" and parse_symbol("".join(text.split())).problem is None)


def own_number_and_symbol(loaded: Loaded) -> Iterator[Finding]:
    """TD274, TD275: spaces in the document's own symbol; a number below ten without its zero."""
    document = loaded.plan.document
    stated = {
        ("document", "symbol"): document.symbol,
        ("document", "issuer", "symbol"): document.issuer.symbol,
        ("document", "issuer", "unit"): document.issuer.unit,
    }
    basis = decree(loaded.plan, NUMBER)
    for path, text in stated.items():
        if text and any(char.isspace() for char in text):
            span, closed = loaded.span(path), "".join(text.split())
            values = {"text": text, "suggestion": closed}
            yield Finding("TD274", span, values, basis=basis, fix=Fix(span, closed, safe=True))
    number = document.number or ""
    if UNPADDED_NUMBER.fullmatch(number):
        span, padded = loaded.span(("document", "number")), f"0{number}"
        values = {"text": number, "suggestion": padded}
        # The document itself is printed with the zero.
        fix = Fix(span, padded, safe=True)
        yield Finding("TD275", span, values, "own", Severity.INFO, basis=basis, fix=fix)


def symbol_of_other_body(loaded: Loaded) -> Iterator[Finding]:
    """TD233: the symbol is that of another body than the issuer named."""
    for citation in cited(loaded):
        if citation.number is None or citation.issuer is None:
            continue
        key = body_key(citation.issuer)
        bodies = parse_symbol(citation.number).bodies
        answers = [may_issue(body, key) for body in bodies]
        # A joint document names several bodies; one known body that fits is enough.
        if answers and True not in answers and answers[0] is False:
            values = {"number": citation.number, "issuer": citation.issuer, "abbreviation": bodies[0]}
            variant = bodies[0].upper() if bodies[0].upper() in ("TTG", "CP") else ""
            yield Finding("TD233", citation.span("issuer"), values, variant.lower())
