"""The head of page 1 and the addressees in ways that the decree allows, or is silent on."""

from __future__ import annotations

from changes import (
    Change,
    Lawful,
    Node,
    W,
    both,
    drop,
    edit,
    insert_before,
    layout,
    looks,
    paragraphs,
    put,
    reword,
    tree,
)
from page_changes import rule_below, sections
from word_files import cell, p, r, row, table

HEADER = "word/header1.xml"
MOTTO_LENGTH, ISSUER_LENGTH = 3413, 1000  # twips
EMU = 635  # in a twip
INDENT = '<w:ind w:firstLine="720"/>'
TEXT = '<w:pStyle w:val="BodyText"/>'
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/KH-SCT", "Hà Nam, ngày 05 tháng 3 năm 2026"


def drawn(length: int) -> str:
    """A straight line as Word's Insert > Shapes makes it, in the middle of its column."""
    size = f'<wp:extent cx="{length * EMU}" cy="0"/>'
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length * EMU}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/><a:ln w="9525"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
    )
    place = (
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>20000</wp:posOffset></wp:positionV>'
    )
    anchor = f'<wp:anchor behindDoc="0">{place}{size}<wp:docPr id="1" name="Line"/>{shape}</wp:anchor>'
    return f"<w:r><w:drawing>{anchor}</w:drawing></w:r>"


def old_line(length: int) -> str:
    """A straight line of older versions of Word (VML)."""
    width = f"{length / 20}pt"
    style = "position:absolute;mso-position-horizontal:center;mso-position-horizontal-relative:text"
    return f'<w:r><w:pict><v:line style="{style}" from="0,0" to="{width},0"/></w:pict></w:r>'


def lines_as(draw: str) -> Change:
    """The lines of the letterhead as shapes or typed characters, in place of borders."""

    def change(root: Node) -> None:
        for style, length in (("Motto", MOTTO_LENGTH), ("Issuer", ISSUER_LENGTH)):
            rules = paragraphs(root, "Rule")
            own = next(each for each in paragraphs(root, style)[0].itersiblings() if each in rules)
            made = {"shape": drawn, "vml": old_line, "typed": typed}[draw](length)
            own.addprevious(tree(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{made}</w:p>'))
            parent = own.getparent()
            assert parent is not None
            parent.remove(own)

    return edit(change)


def typed(length: int) -> str:
    """A line of underscores set above the base line, as in the annexes of the decree; 130 twips each."""
    return r("_" * round(length / 130), '<w:sz w:val="26"/><w:vertAlign w:val="superscript"/>')


def one_row(root: Node) -> None:
    """Number and date in the same row as the names."""
    upper = next(paragraphs(root, "Nation")[0].iterancestors(f"{W}tr"))
    lower = upper.getnext()
    assert lower is not None
    for above, below in zip(upper.findall(f"{W}tc"), lower.findall(f"{W}tc"), strict=True):
        above.extend(below.findall(f"{W}p"))
    table_ = upper.getparent()
    assert table_ is not None
    table_.remove(lower)


def addressees_in_table(root: Node) -> None:
    """`Kính gửi:` left, the addressees right, in a table without borders."""
    first = paragraphs(root, "AddresseeFirst")[0]
    names = paragraphs(root, "Addressee")
    made = tree(table(row(cell(p("a")), cell(p("b"))), grid=(2600, 6700)))
    first.addprevious(made)
    left, right = made.iter(f"{W}tc")
    for holder, moved in ((left, [first]), (right, names)):
        holder[-1:] = moved
    for each in (first, *names):
        own = each.find(f"{W}pPr")
        assert own is not None
        put(own, "ind", left=0, hanging=0)


def split_run(root: Node) -> None:
    """A word in two runs, as Word leaves it after typing."""
    own = next(paragraphs(root, "Motto")[0].iter(f"{W}r"))
    own.addprevious(tree(r("Độc lập - Tự do - Hạ")))
    next(own.iter(f"{W}t")).text = "nh phúc"


def by_tabs(docx: bytes) -> bytes:
    """The names of the letterhead in paragraphs with tabs to their middles, the lines in one of their own."""
    stops = "".join(f'<w:tab w:val="center" w:pos="{at}"/>' for at in (1700, 6300))
    own = f'<w:pStyle w:val="Parent"/><w:tabs>{stops}</w:tabs><w:jc w:val="left"/>'
    pairs = [
        (("UBND TỈNH HÀ NAM", ""), (NATION, "<w:b/>")),
        (("SỞ CÔNG THƯƠNG", "<w:b/>"), (MOTTO, '<w:b/><w:sz w:val="28"/>')),
    ]
    names = "".join(p("".join(r(f"\t{text}", look) for text, look in pair), own) for pair in pairs)
    lines = p(drawn(1200) + drawn(MOTTO_LENGTH), '<w:jc w:val="left"/>')

    def change(root: Node) -> None:
        head = next(paragraphs(root, "Nation")[0].iterancestors(f"{W}tbl"))
        for each in tree(f"<w:x>{names}{lines}</w:x>"):
            head.addprevious(each)
        first = head.find(f"{W}tr")
        assert first is not None
        head.remove(first)

    return edit(change)(docx)


JOINT = p(r("SỞ GIÁO DỤC VÀ ĐÀO TẠO"), '<w:pStyle w:val="Issuer"/>')
LETTERHEAD = [
    Lawful("names by tabs", "plan", by_tabs),
    Lawful("lines as shapes", "plan", lines_as("shape")),
    Lawful("lines as old shapes", "plan", lines_as("vml")),
    Lawful("lines typed", "plan", lines_as("typed")),
    Lawful(
        "line measured by the longer of two issuers",
        "plan",
        both(insert_before("Issuer", JOINT), rule_below("Issuer", left=1150, right=1150)),
    ),
    Lawful("head in one row", "plan", edit(one_row)),
    Lawful("head of a letter in one row", "letter", edit(one_row)),
    Lawful("tone marks in the new way", "plan", reword(NATION, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    Lawful("tone marks of the body", "letter", reword("ỦY BAN", "UỶ BAN", count=2)),
    Lawful("hard spaces", "plan", reword(MOTTO, MOTTO.replace(" ", "\u00a0"))),
    Lawful("hyphens that do not break", "plan", reword(MOTTO, MOTTO.replace("-", "\u2011"))),
    Lawful("word in two runs", "plan", edit(split_run)),
    Lawful("capitals by format", "plan", both(reword(NATION, NATION.lower()), looks("Nation", caps=1))),
    Lawful("V/v of 12 pt", "letter", looks("About", sz=24)),
    Lawful(
        "V/v parted by the space after the number",
        "letter",
        both(layout("About", "spacing", before=0), layout("Number", "spacing", after=120)),
    ),
    Lawful("October", "letter", reword("tháng 02", "tháng 10")),
    Lawful("place in short", "letter", reword("Hà Nam, ngày", "TP. HCM, ngày")),
    Lawful("blank number", "plan", reword(NUMBER, "Số:          /KH-SCT")),
    Lawful("dotted number", "plan", reword(NUMBER, "Số: …/KH-SCT")),
    Lawful("blank date", "plan", reword(DATE, "Hà Nam, ngày      tháng      năm 2026")),
    Lawful("dotted date", "plan", reword(DATE, "Hà Nam, ngày … tháng 3 năm 2026")),
    Lawful("four digits", "letter", reword("Số: 15/", "Số: 1205/")),
    Lawful("small letters of an abbreviation", "letter", reword("Số: 15/UBND-NC", "Số: 15/UBND-TTr")),
    Lawful(
        "a body abbreviated as a type is",
        "letter",
        both(
            reword("ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "CỤC THUẾ TỈNH HÀ NAM"), reword("15/UBND-NC", "15/CT-TTHT")
        ),
    ),
    Lawful(
        "margins between the bounds", "plan", sections("pgMar", left=1814, right=964, top=1247, bottom=1300)
    ),
    Lawful("half a millimetre", "letter", sections("pgMar", left=1680, right=840)),
    Lawful("no urgency", "plan", drop("Urgency")),
]
TITLE = [
    Lawful("bold Kính gửi", "letter", looks("AddresseeFirst", b=1)),
    Lawful("addressees in a table", "letter", edit(addressees_in_table)),
    Lawful(
        "one addressee",
        "letter",
        both(reword("Kính gửi:", "Kính gửi: Sở Nội vụ"), drop("Addressee", which=None)),
    ),
    Lawful(
        "one addressee with a full stop",
        "letter",
        both(reword("Kính gửi:", "Kính gửi: Sở Nội vụ."), drop("Addressee", which=None)),
    ),
    Lawful("line of any length below kèm theo", "decision", rule_below("Attached", left=4000, right=4000)),
    Lawful("lines between indent and title", "plan", layout("Subject", "spacing", before=60, after=60)),
]
LAWFUL = [*LETTERHEAD, *TITLE]
