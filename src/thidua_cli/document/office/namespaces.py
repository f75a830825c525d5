"""The names of WordprocessingML that a template is read by."""

from __future__ import annotations

from thidua_cli.document.ooxml.names import MC, W

FALLBACK = MC + "Fallback"

BODY, TABLE, ROW, CELL = W + "body", W + "tbl", W + "tr", W + "tc"
PARAGRAPH, PARAGRAPH_LOOK, SECTION = W + "p", W + "pPr", W + "sectPr"
RUN, RUN_LOOK, TEXT = W + "r", W + "rPr", W + "t"
CONTROL, CONTROL_LOOK, CONTROL_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
TEXT_BOX = W + "txbxContent"
NUMBERING, STYLE = W + "numPr", W + "pStyle"
STYLE_OF_SHEET = W + "style"

# What holds runs inside a paragraph; what is deleted is no text.
INLINE = frozenset(
    W + name
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
    )
)
# Signs of a run that are a character each.
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
# What Word leaves in a text without anybody seeing it.
UNSEEN = frozenset(
    W + name
    for name in (
        *("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "softHyphen"),
        *("commentRangeStart", "commentRangeEnd", "permStart", "permEnd"),
    )
)
