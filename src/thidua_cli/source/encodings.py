"""What a file that is not UTF-8 text probably is."""

from __future__ import annotations

UTF8_BOM = b"\xef\xbb\xbf"
SAMPLE = 64 * 1024
# Latin-1 characters that Unicode Vietnamese never uses; the old fonts use every one of them.
FOREIGN = "¡-¬\u00ad®µ-¹»-¾Ä-ÇËÎÏÑÖ-ØÛÜÞßä-çëîïðñö-øûüþÿ"

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)
ZIP = b"PK\x03\x04"
_ZIP_KINDS = (
    (b"word/", "word"),
    (b"xl/", "excel"),
    (b"ppt/", "powerpoint"),
    (b"opendocument", "opendocument"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (("WordDocument", "word-old"), ("Workbook", "excel-old"))
_WIDE_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def binary_kind(data: bytes) -> str:
    """The kind of a file known by its first bytes (`word`, `pdf`, `image` …); empty for others."""
    if data.startswith(ZIP):
        return next((kind for name, kind in _ZIP_KINDS if name in data), "archive")
    if data.startswith(OLE):
        return next((kind for name, kind in _OLE_KINDS if name.encode("utf-16-le") in data), "office-old")
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")


def wide_encoding(data: bytes) -> str:
    """The codec of a text of two or four bytes a character (`utf-16-le`, `utf-32`); empty for others."""
    for bom, name in _WIDE_BOMS:
        if data.startswith(bom):
            return name
    sample = data[:SAMPLE]
    if len(sample) < 4:
        return ""
    zeros = [sample[lane::4].count(0) / max(1, len(sample[lane::4])) for lane in range(4)]
    for high, low in ((zeros[2:], zeros[0]), (zeros[:2], zeros[3])):
        if min(high) > 0.9 and low < 0.5:
            return "utf-32"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    # Vietnamese in UTF-16: most letters, and every space, have a zero byte in the same half of the pair.
    if max(even, odd) <= 0.4 or min(even, odd) >= 0.05:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"
