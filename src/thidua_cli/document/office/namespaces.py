"""The names of WordprocessingML that a template is read by."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DRAWING_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

BODY, TABLE, ROW, CELL = W + "body", W + "tbl", W + "tr", W + "tc"
PARAGRAPH, PARAGRAPH_LOOK, SECTION = W + "p", W + "pPr", W + "sectPr"
RUN, RUN_LOOK, TEXT = W + "r", W + "rPr", W + "t"
CONTROL, CONTROL_LOOK, CONTROL_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
TEXT_BOX = W + "txbxContent"
NUMBERING, STYLE, VALUE = W + "numPr", W + "pStyle", W + "val"
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
