"""Tags filled in wherever they stand; all that is not a tag stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Fill = Callable[..., Any] if TYPE_CHECKING else Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUES: dict[str, Any] = {
    "a": "x & <y>",
    "rong": "",
    "khong": False,
    "ten": ["An", "Bình"],
    "nhom": [{"ten": "A", "nguoi": ["1", "2"]}, {"ten": "B", "nguoi": []}],
    "nhieu_dong": "một\nhai\r\nba\n",
    "la": "\x04k0\x05\x06noi_dung\x06\x02*\x00",
}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Số: {{ so_ky_hieu }}.", "Số: 07/KH-SCT."),
        ("a{¦{ so }}/¦{{ ky_¦hieu ¦}¦}b", "a07/KH-SCTb"),
        ("{{ a }}", "x & <y>"),
        ("{{ rong }}", ""),
        ("{{ nhieu_dong }}", "một/hai/ba"),
        ("{{ la }}", "k0noi_dung*"),
        ("{{ a | default(“–”) }} {{ rong | default(“–”) }}", "x & <y> –"),
        ("{{ ten | join(‘, ’) }}", "An, Bình"),
        ("{# ghi chú #}a{# nữa #}", "a"),
        ("{# ghi chú #}\na", "a"),
        ("{% for n in ten %}{{ n }}; {% endfor %}.", "An; Bình; ."),
        ("{% for n in ten %}\n- {{ n }};\n{% endfor %}\nhết", "- An;\n- Bình;\nhết"),
        ("{% if khong %}\na\n{% elif a %}\nb\n{% else %}\nc\n{% endif %}\nd", "b\nd"),
        ("{% set n = ten[0] %}\n{{ n }}", "An"),
        ("x{% if khong %}a{% else %}b{% endif %}y", "xby"),
        ("| TT | Tên |\n| {% for n in ten %} | |\n| {{ loop.index }} | {{ n }} |\n| | {% endfor %} |",
         "| TT | Tên |\n| 1 | An |\n| 2 | Bình |"),
        ("| a |\n| {% if khong %} |\n| b |\n| {% endif %} |", "| a |"),
        ("{% for g in nhom %}\n{{ g.ten }}\n| x |\n| {% for n in g.nguoi %} |\n| {{ n }} |\n| {% endfor %} |"
         "\n{% endfor %}", "A\n| x |\n| 1 |\n| 2 |\nB\n| x |"),
        ("a\n| {% for n in [] %} |\n| b |\n| {% endfor %} |\nc", "a\nc"),
        ("{% for n in [] %}\na\n{% endfor %}", ""),
        ("<w:p><w:hyperlink><r>{{ s</r></w:hyperlink><r>o }}!</r></w:p>", "07!"),
        ("<w:p><w:smartTag><r>{% if a %}b</r></w:smartTag><r>{% endif %}</r></w:p>",
         "b"),
        ("<w:p><w:r><w:t>{{</w:t><w:tab/><w:t>so</w:t><w:br/><w:t>}}</w:t><w:tab/></w:r></w:p>", "07\t"),
        ("<w:p><w:del><w:r><w:delText>{{ x }}</w:delText></w:r></w:del><r>{{ so }}</r></w:p>", "07"),
    ],
)  # fmt: skip
def test_tags_are_filled_in(fill: Fill, body: str, expected: str) -> None:
    made = fill(body, **VALUES)
    assert made.findings == []
    assert made.text() == expected


def test_every_part_with_text_is_filled_in(fill: Fill) -> None:
    made = fill("{{ so }}", header="{{ co_quan_ban_hanh | upper }}")
    assert made.text("word/header7.xml") == "SỞ CÔNG THƯƠNG"
    assert made.text() == "07"


def test_text_boxes_and_their_twins_are_filled_in(fill: Fill) -> None:
    box = "<w:txbxContent><w:p><r>{{ ten_loai }}</r></w:p></w:txbxContent>"
    made = fill(
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><r>{{{{ so }}}}</r></w:p>"
    )
    assert [element.text for element in made.root().iter(f"{W}t")] == ["Kế hoạch", "Kế hoạch", "07"]


def test_a_value_has_the_look_of_the_first_run_of_its_tag(fill: Fill) -> None:
    bold, italic = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
    made = fill(
        f"<w:p><w:r>{bold}<w:t>Số {{{{ </w:t></w:r><w:proofErr/><w:r>{italic}<w:t>so }}}}/</w:t></w:r></w:p>"
    )
    runs = [
        (run.findtext(f"{W}t"), [look.tag[len(W) :] for look in run.find(f"{W}rPr")])
        for run in made.root().iter(f"{W}r")
    ]
    assert runs == [("Số ", ["b"]), ("07", ["b"]), ("/", ["i"])]
    assert len(list(made.root().iter(f"{W}proofErr"))) == 1


def test_emphasis_of_a_value_is_added_to_the_look(fill: Fill) -> None:
    made = fill(
        "<w:p><w:r><w:rPr><w:rStyle w:val='x'/><w:b w:val='0'/><w:u w:val='single'/></w:rPr>"
        "<w:t>{{ outline[1].text }}</w:t></w:r></w:p>"
    )
    looks = [[child.tag[len(W) :] for child in look] for look in made.root().iter(f"{W}rPr")]
    assert looks == [["rStyle", "b", "u"], ["rStyle", "b", "bCs", "u"], ["rStyle", "b", "u"]]
    assert made.text() == "Nâng cao chất lượng công việc."


def test_content_controls_lose_what_makes_them_placeholders(fill: Fill) -> None:
    made = fill(
        "<w:sdt><w:sdtPr><w:alias w:val='Số'/><w:showingPlcHdr/><w:dataBinding/></w:sdtPr>"
        "<w:sdtContent><w:p><r>{{ so }}</r></w:p></w:sdtContent></w:sdt>"
    )
    look = made.root().find(f".//{W}sdtPr")
    assert [child.tag[len(W) :] for child in look] == ["alias"]
    assert made.text() == "07"


def test_copies_of_a_loop_share_no_identity(fill: Fill) -> None:
    made = fill(
        "{% for n in ten %}\n"
        "<w:p w14:paraId='00000001'><w:bookmarkStart w:id='1' w:name='m'/><w:bookmarkEnd w:id='1'/>"
        "<r>{{ n }}</r><w:r><w:drawing><wp:docPr id='5' name='h'/></w:drawing></w:r></w:p>\n"
        "{% endfor %}",
        ten=["a", "b", "c"],
    )
    root = made.root()
    assert len(list(root.iter(f"{W}bookmarkStart"))) == 1
    numbers = [each.get("id") for each in root.iter("{*}docPr")]
    assert len(set(numbers)) == 3
    assert len([each for each in root.iter(f"{W}p") if len(each.attrib)]) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("| {% if khong %} |\n| x |\n| {% endif %} |\n", ""),
        ("<w:tbl><w:tr><w:tc><w:tcPr/><w:p><r>{# a #}</r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t>"
         "</w:r></w:p></w:tc></w:tr></w:tbl>", "|  | b |"),
        ("<w:sdt><w:sdtContent><w:p><r>{# a #}</r></w:p></w:sdtContent></w:sdt>\nb", "b"),
    ],
)  # fmt: skip
def test_nothing_is_left_without_its_paragraph(fill: Fill, body: str, expected: str) -> None:
    made = fill(body, **VALUES)
    assert made.text() == expected
    root = made.root()
    assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))
    assert all(len(content) for content in root.iter(f"{W}sdtContent"))
    assert root[0][0].tag in (f"{W}p", f"{W}tbl")


def test_what_has_no_tags_is_kept_byte_for_byte(fill_bytes: Fill, zip_of: Any) -> None:
    styles = b'<?xml version="1.0"?>\n<odd  a = "1"/>'
    made = fill_bytes(zip_of("{{ so }}", word__media__logo_DOT_png=b"\x89PNG", word__odd_DOT_xml=styles))
    assert made.parts["word/media/logo.png"] == b"\x89PNG"
    assert made.parts["word/odd.xml"] == styles


def test_same_file_and_plan_give_the_same_bytes(fill: Fill) -> None:
    body = "{% for n in can_cu %}\n{{ n }}\n{% endfor %}\n{{ noi_dung }}\n{{ chu_ky }}"
    assert fill(body).data == fill(body).data
