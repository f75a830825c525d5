"""What a Word file says of itself: title, author, protection, and what else it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.package.values import on, whole
from thidua_cli.document.ooxml.names import VAL, W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.conformance.model.word_file import Trait
    from thidua_cli.conformance.reading.package.archive import Archive, Relation
    from thidua_cli.document.ooxml.elements import Element

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_STATED = "core-properties"
_EMBEDDED = frozenset({"oleObject", "package", "control"})


class Properties(NamedTuple):
    """The properties of a file, empty where it states none."""

    title: str = ""
    author: str = ""


def read_properties(archive: Archive) -> Properties:
    """Title and author, from the part that the package relates to."""
    core = next(
        (
            archive.root(each.target)
            for each in archive.relations("").values()
            if each.kind == _STATED and not each.outside
        ),
        None,
    )
    return Properties(_text(core, f"{_DUBLIN}title"), _text(core, f"{_DUBLIN}creator"))


def _text(root: Element | None, name: str) -> str:
    return "" if root is None else (root.findtext(name) or "").strip()


def compatibility(settings: Element | None) -> int | None:
    """The mode of Word in which a file is shown (15: the present one); None where it is not stated."""
    for each in () if settings is None else settings.iter(f"{W}compatSetting"):
        if each.get(f"{W}name") == "compatibilityMode":
            return whole(each.get(VAL))
    return None


def carried_traits(
    archive: Archive, relations: Iterable[Relation], settings: Element | None
) -> Iterator[Trait]:
    """What the package carries beside its text."""
    names = list(archive.names())
    if any(name.endswith("vbaproject.bin") for name in names):
        yield "macros"
    if any(name.startswith("_xmlsignatures/") for name in names):
        yield "signed"
    if any(each.kind in _EMBEDDED for each in relations):
        yield "embedded-objects"
    protection = None if settings is None else settings.find(f"{W}documentProtection")
    if protection is not None and protection.get(f"{W}enforcement", "0") in {"1", "true", "on"}:
        yield "protected"


def even_pages_differ(settings: Element | None) -> bool:
    """Whether even pages have headers of their own."""
    return settings is not None and on(settings.find(f"{W}evenAndOddHeaders"))
