"""What tells of the parts of a package: their content types and their relations (ECMA-376 Part 2)."""

from __future__ import annotations

import posixpath

CONTENT_TYPES_PART = "[Content_Types].xml"
CONTENT_TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
DEFAULT = f"{{{CONTENT_TYPES_URI}}}Default"
OVERRIDE = f"{{{CONTENT_TYPES_URI}}}Override"
RELATION = f"{{{RELATIONS_URI}}}Relationship"
# The types of parts that have that of their suffix.
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def word_type(kind: str) -> str:
    """The content type of a part of Word's own kind: `styles`, `document.main`."""
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def relations_part(part: str) -> str:
    """The part that holds the relations of a part; those of the whole file for the part ``""``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
