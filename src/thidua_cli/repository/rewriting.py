"""A person's own file replaced by its mended text: whole or not at all, never over somebody's newer edit."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.failures import kind_of, sign_of
from thidua_cli.repository.outputs import replace_atomically
from thidua_cli.source.encodings import UTF8_BOM

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.source.text import SourceText


def rewrite(path: Path, before: SourceText, after: SourceText) -> Finding | None:
    """Write the mended text where the file still holds what was read; a finding where it does not, or cannot.

    Its byte order mark, its mode and a link that leads to it are kept.
    """
    target = path.resolve()
    try:
        standing = target.read_bytes()
        mark = UTF8_BOM if standing.startswith(UTF8_BOM) else b""
        if standing != mark + before.text.encode():
            return Finding("TD924", Span(before.path), {"name": before.path})
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "read only")
        replace_atomically(target, mark + after.text.encode(), like=target)
    except OSError as error:
        values = {"name": before.path, "reason": sign_of(error)}
        return Finding("TD921", Span(before.path), values, kind_of(error))
    return None
