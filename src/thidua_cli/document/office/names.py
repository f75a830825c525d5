"""The Vietnamese names that tags of a Word file may use, beside all that text templates get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import Basis, Run, plain
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Recipients,
    Title,
)
from thidua_cli.document.composing.head import BLANK_NUMBER, NUMBER_LABEL
from thidua_cli.document.fixed_words import addressee_lines, basis_lines, recipient_lines
from thidua_cli.document.office.fields import Blocks, Lines
from thidua_cli.vietnamese.text import upper_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.document.blocks import Block, Inline
    from thidua_cli.document.composing.head import Head

HEAD = (Letterhead, Title, Addressees, Basis)
ANNEX = (Appendix, Enclosure)


def office_names(blocks: Sequence[Block], values: Mapping[str, Any]) -> dict[str, Any]:
    """Name → text, list or part of the document, all from the document and its head (`values["head"]`)."""
    head: Head = values["head"]
    place, _, day = head.place_date.rpartition(", ")
    above = head.bodies[0] if head.bodies else None
    signers = values.get("signers", head.signers)
    signer = signers[0] if signers else None
    return {
        "ten_loai": head.type_name,
        "trich_yeu": head.subject,
        "trich_yeu_cong_van": head.about,
        "co_quan_chu_quan": above.parent if above else "",
        "co_quan_ban_hanh": above.name if above else "",
        "cac_co_quan": head.bodies,
        "so": head.number or BLANK_NUMBER,
        "ky_hieu": head.symbol,
        "so_ky_hieu": head.number_line.removeprefix(NUMBER_LABEL),
        "dia_danh": place,
        "ngay_thang": day,
        "dia_danh_ngay_thang": head.place_date,
        "luu": head.archive,
        "nguoi_ky": signer.name if signer else "",
        "chuc_vu_khac": signer.office if signer else "",
        "cac_nguoi_ky": signers,
        "chu_de": values.get("theme") or "",
        "khau_hieu": values.get("slogan") or "",
        "ky": values.get("period") or "",
        "quyen_han": _texts("quyen_han", [upper_case(line) for line in signer.capacity] if signer else ()),
        **document_fields(blocks),
    }


def document_fields(blocks: Sequence[Block]) -> dict[str, Blocks | Lines]:
    """The document in its parts, each the field of a tag."""
    end = next((place for place, block in enumerate(blocks) if isinstance(block, ANNEX)), len(blocks))
    own = blocks[:end]
    first_basis = next((place for place, block in enumerate(own) if isinstance(block, Basis)), 0)
    authority = [block for block in own[:first_basis] if isinstance(block, Enactment)]
    body = [block for block in own if not isinstance(block, (*HEAD, Closing)) and block not in authority]
    basis = Basis(tuple(line for block in own if isinstance(block, Basis) for line in block.lines))
    closing = next((block for block in own if isinstance(block, Closing)), Closing(()))
    sent = Addressees(tuple(name for block in own if isinstance(block, Addressees) for name in block.names))
    return {
        "tham_quyen": _texts("tham_quyen", [block.text for block in authority]),
        "can_cu": Lines.of("can_cu", map(plain, basis.lines), basis_lines(basis)),
        "kinh_gui": Lines.of("kinh_gui", sent.names, _runs(_addressees(sent))),
        "noi_dung": Blocks("noi_dung", tuple(body)),
        "noi_nhan": Lines.of("noi_nhan", closing.recipients.names, _runs(_recipients(closing.recipients))),
        "chu_ky": Blocks("chu_ky", (closing,) if closing.signatures else ()),
        "phu_luc": Blocks("phu_luc", tuple(blocks[end:])),
    }


def _addressees(block: Addressees) -> Sequence[str]:
    """The lines without `Kính gửi:`, which stands in the office's file."""
    return block.names if len(block.names) < 2 else addressee_lines(block)[1:]


def _recipients(block: Recipients) -> Sequence[str]:
    return recipient_lines(block) if block.names or block.archive else ()


def _texts(name: str, texts: Iterable[str]) -> Lines:
    lines = tuple(texts)
    return Lines.of(name, lines, _runs(lines))


def _runs(texts: Iterable[str]) -> Iterable[Inline]:
    return ((Run(text),) for text in texts)
