"""Whether a body issues documents under the abbreviation that stands in their symbol."""

from __future__ import annotations

import re

from thidua_cli.law.pack import national

NATIONAL_ASSEMBLY = re.compile(r"QH[0-9]{1,2}")


def may_issue(abbreviation: str, issuer_key: str) -> bool | None:
    """Whether a body, by its `body_key`, issues under an abbreviation; None for one not in the table."""
    folded = abbreviation.upper().replace("TƯ", "TW")
    if NATIONAL_ASSEMBLY.fullmatch(folded):
        return "quốc hội" in issuer_key
    words = national()["symbol_bodies"].get(folded)
    if words is None:
        return None
    if any(word in issuer_key for word in words.get("none", ())):
        return False
    return any(word in issuer_key for word in words["any"])
