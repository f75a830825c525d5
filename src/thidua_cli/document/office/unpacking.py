"""A stranger's Word file into its parts, and a part into XML: bounded, without document type or entities."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from thidua_cli.document.untrusted_xml import UntrustedXmlError, is_strict, parse_untrusted
from thidua_cli.source.zip_bounds import DAMAGE, refusal_of

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.document.ooxml.elements import Element

MOST_FILE = 64 << 20


class OfficeFileError(Exception):
    """The file cannot serve as a template; `variant` of TD630 says why."""

    def __init__(self, variant: str, **values: str) -> None:
        super().__init__(variant)
        self.variant = variant
        self.values = values


def parsed(data: bytes, part: str) -> Element:
    """The root of the data of a part, without document type, entities or network; raises OfficeFileError."""
    try:
        root = parse_untrusted(data, bare=False)
    except UntrustedXmlError as error:
        large = error.kind == "large"
        raise OfficeFileError("large" if large else "part", size=str(len(data) >> 20), part=part) from None
    if is_strict(root):
        raise OfficeFileError("strict")
    return root


def unpacked(path: Path) -> dict[str, bytes]:
    """The parts by name; raises OfficeFileError and OSError."""
    with path.open("rb") as stream:
        data = stream.read(MOST_FILE + 1)
    if len(data) > MOST_FILE:
        raise OfficeFileError("large", size=str(MOST_FILE >> 20))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refusal = refusal_of(archive)
            if refusal is not None:
                raise OfficeFileError(refusal.kind, **refusal.values)
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if len({name.lower() for name in names}) < len(names) or not all(map(_is_inside, names)):
                raise OfficeFileError("names")
            return {name: archive.read(name) for name in names}
    except DAMAGE:
        raise OfficeFileError("" if not data.startswith(b"PK") else "damaged") from None


def _is_inside(name: str) -> bool:
    """Whether the name of a part stays in the package on every system."""
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"))
