"""A small catalogue of its own, so that these tests depend on no other room's codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings import catalogue, selection

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = ("TD001", "TD505", "TD530", "TD900", "TD901", "TD902", "TD903", "TD904", "TD905", "TD910")


def entry(name: str, severity: str, message: str, **more: Any) -> dict[str, Any]:
    legal = more.pop("legal", False)
    words = {"title": name, "why": "…", "messages": {"default": message}, **more}
    return {"name": name, "severity": severity, "legal": legal, "vi": words, "en": words}


CODES = {
    "TD201": entry(
        "so-nam-ky-niem-sai",
        "error",
        "{name}: ghi {stated} năm",
        expected={"default": "{computed} năm", "none": ""},
        related={"origin": "nơi ghi ngày gốc"},
        fix="Sửa số năm.",
    ),
    "TD202": entry("ngay-lech", "warning", "ngày {day} lệch"),
    "TD210": entry("ghi-chu", "info", "ghi chú"),
    "TD301": entry("ty-le-vuot", "error", "{subject} vượt tỷ lệ", legal=True),
}


@pytest.fixture(autouse=True)
def small_catalogue(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    shipped = json.loads(catalogue.COMPILED.read_text("utf-8"))
    compiled = tmp_path_factory.mktemp("catalogue") / "codes.json"
    compiled.write_text(json.dumps(CODES | {code: shipped[code] for code in OWN}), "utf-8")
    monkeypatch.setattr(catalogue, "COMPILED", Path(compiled))
    clear()
    yield
    clear()


def clear() -> None:
    catalogue.entries.cache_clear()
    selection._prefix.cache_clear()
