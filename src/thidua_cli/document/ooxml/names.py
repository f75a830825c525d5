"""The namespaces of Office Open XML (ECMA-376, MS-DOCX), each as it is put before a name."""

from __future__ import annotations

# By the prefix that Word itself gives them.
URIS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
RELATION_KINDS = URIS["r"]
# By this Word knows the settings of its own mode.
COMPATIBILITY = "http://schemas.microsoft.com/office/word"

W = f"{{{URIS['w']}}}"
R = f"{{{URIS['r']}}}"
A = f"{{{URIS['a']}}}"
C = f"{{{URIS['c']}}}"
WP = f"{{{URIS['wp']}}}"
PIC = f"{{{URIS['pic']}}}"
WPS = f"{{{URIS['wps']}}}"
WPG = f"{{{URIS['wpg']}}}"
W14 = f"{{{URIS['w14']}}}"
MC = f"{{{URIS['mc']}}}"
M = f"{{{URIS['m']}}}"
V = f"{{{URIS['v']}}}"
OFFICE = f"{{{URIS['o']}}}"
# ISO/IEC 29500 Strict names the same elements under its own namespaces, which begin so.
STRICT = "http://purl.oclc.org/ooxml/"
XML = "{http://www.w3.org/XML/1998/namespace}"

VAL = f"{W}val"
RELATION_ID = f"{R}id"
