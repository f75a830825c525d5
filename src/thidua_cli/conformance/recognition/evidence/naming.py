"""Names of document types where the name of the type stands."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.recognition.evidence.wording import words
from thidua_cli.law.registers.document_types import document_types
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.recognition.pieces.piece import Piece

LONGEST = 200
MOST_WORDS = 5
UNNAMED = ("cong-van", "thu-cong")


class TypeName(NamedTuple):
    """A type that a line names: its id, empty for none of the decree, and whether it says nothing more."""

    id: str
    legal: bool
    exact: bool


def type_named(piece: Piece) -> TypeName | None:
    """The type that a line names or begins with: `KẾ HOẠCH`, `K Ế  H O Ạ C H`, `BÁO CÁO TỔNG KẾT`."""
    if len(piece.text) > LONGEST:
        return None
    known = _types()
    whole = known.get(piece.bare_key.replace(" ", ""))
    if whole is not None:
        return TypeName(*whole, exact=True)
    opening = piece.bare_key.split()
    for size in range(min(MOST_WORDS, len(opening) - 1), 0, -1):
        begun = known.get("".join(opening[:size]))
        if begun is not None:
            return TypeName(*begun, exact=False)
    return None


@cache
def _types() -> Mapping[str, tuple[str, bool]]:
    """Ids of types and whether they are of legal normative documents, by names without spaces."""
    named = {each.name: (each.id, False) for each in document_types().values() if each.id not in UNNAMED}
    others = dict.fromkeys(words()["other_titles"], ("", False))
    legal = dict.fromkeys(words()["legal_names"], ("", True))
    return {fold(name).replace(" ", ""): what for name, what in (others | legal | named).items()}
