"""The bodies behind the abbreviations of symbols (NĐ 30/2020 Phụ lục III, practice of the Party)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Abbreviation to words that the issuer's expanded name must hold, one of them; `!` marks words it must not.
BODIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "TTG": ("thủ tướng",),
        "CP": ("chính phủ", "!thủ tướng", "!văn phòng"),
        "VPCP": ("văn phòng chính phủ",),
        "CTN": ("chủ tịch nước",),
        "UBND": ("ủy ban nhân dân",),
        "HĐND": ("hội đồng nhân dân",),
        "UBTVQH": ("ủy ban thường vụ quốc hội",),
        "TW": ("trung ương", "bộ chính trị", "ban bí thư"),
        "TU": ("tỉnh ủy", "thành ủy", "đảng bộ tỉnh", "đảng bộ thành phố"),
        "HU": ("huyện ủy", "đảng bộ huyện"),
        "HĐTĐKT": ("hội đồng thi đua",),
        "BNV": ("bộ nội vụ", "bộ trưởng nội vụ"),
        "BCT": ("bộ công thương",),
        "BTC": ("bộ tài chính",),
        "BYT": ("bộ y tế",),
        "BGDĐT": ("bộ giáo dục",),
        "BQP": ("bộ quốc phòng",),
        "BCA": ("bộ công an",),
        "BTP": ("bộ tư pháp",),
        "SNV": ("sở nội vụ",),
        "SCT": ("sở công thương",),
    }
)
NATIONAL_ASSEMBLY = re.compile(r"QH[0-9]{1,2}")


def may_issue(abbreviation: str, issuer_key: str) -> bool | None:
    """Whether a body, by its `body_key`, issues under an abbreviation; None for one not in the table."""
    folded = abbreviation.upper().replace("TƯ", "TW")
    if NATIONAL_ASSEMBLY.fullmatch(folded):
        return "quốc hội" in issuer_key
    words = BODIES.get(folded)
    if words is None:
        return None
    if any(word[1:] in issuer_key for word in words if word.startswith("!")):
        return False
    return any(word in issuer_key for word in words if not word.startswith("!"))
