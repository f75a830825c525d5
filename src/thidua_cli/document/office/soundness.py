"""Whether a Word file is whole: Word opens no file with a part that is damaged or missing."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from thidua_cli.document.office.namespaces import BODY
from thidua_cli.document.office.unpacking import OfficeFileError
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from thidua_cli.document.office.package import OfficePackage

XML = (".xml", ".rels")
RELATIONS_FOLDER = "_rels"
# What a relation may lead to without there being a part: a place in the text, a picture that Word has lost.
WITHOUT_PART = "hyperlink"
LOST = "NULL"


def check_whole(package: OfficePackage) -> None:
    """Raises OfficeFileError, naming the part, where the document or a part beside it cannot be read."""
    folder = posixpath.dirname(package.main)
    parts = [name for name in package.parts if posixpath.commonpath((folder, name)) == folder]
    for name in parts:
        if name.endswith(XML):
            package.root(name)
    document = package.root(package.main)
    if document.tag != f"{W}document" or document.find(BODY) is None:
        raise OfficeFileError("part", part=package.main)
    for name in parts:
        if posixpath.basename(posixpath.dirname(name)) != RELATIONS_FOLDER:
            _check_relations(package, name)


def _check_relations(package: OfficePackage, part: str) -> None:
    for each in package.relations(part):
        leads = each.kind != WITHOUT_PART and posixpath.basename(each.target) != LOST
        if leads and each.target not in package.parts:
            raise OfficeFileError("absent", part=each.target, source=part)
