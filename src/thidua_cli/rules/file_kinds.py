"""What a YAML file is: a plan, a table of criteria, a pack of local rules, cases for such rules."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from thidua_cli.source.nodes import Mapping, Sequence, child
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText

# Only a plan has it, and nearly every file that is read is a plan: such a text is not parsed for this.
_document = re.compile("^document[ \t]*:", re.MULTILINE).search
CASE_KEYS = ("verdict", "facts", "as_of")


class FileKind(Enum):
    """What a file holds; whatever is none of the others is read as a plan."""

    PLAN = "plan"
    CRITERIA = "criteria"
    PACK = "pack"
    CASES = "cases"


def kind_of_file(source: SourceText) -> FileKind:
    """What a file is by its topmost keys."""
    if _document(source.text):
        return FileKind.PLAN
    root, _ = read_yaml(source)
    if isinstance(root, Sequence):
        return FileKind.CASES if any(map(_is_case, root.items)) else FileKind.PLAN
    if root is None or child(root, "document") is not None:
        return FileKind.PLAN
    if isinstance(child(root, "criteria"), Sequence):
        return FileKind.CRITERIA
    if child(root, "pack") is not None and child(root, "rules") is not None:
        return FileKind.PACK
    return FileKind.CASES if isinstance(child(root, "cases"), Sequence) else FileKind.PLAN


def _is_case(node: Node) -> bool:
    return isinstance(node, Mapping) and any(child(node, key) is not None for key in CASE_KEYS)
