"""Which language is spoken."""

from __future__ import annotations

import pytest

from thidua_cli.cli.language import detect


@pytest.mark.parametrize(
    ("arguments", "variable", "expected"),
    [
        ([], "", "vi"),
        ([], "en", "en"),
        ([], "EN", "en"),
        ([], "en_US.UTF-8", "en"),
        ([], "vi_VN", "vi"),
        ([], "fr", "vi"),
        (["--lang", "en"], "", "en"),
        (["--lang=en"], "", "en"),
        (["rules", "--lang", "en"], "", "en"),
        (["--lang", "en", "rules", "--lang", "vi"], "", "vi"),
        (["--lang", "vi"], "en", "vi"),
        (["--lang", "fr"], "en", "en"),
        (["--lang"], "en", "en"),
        (["explain", "--", "--lang", "en"], "", "vi"),
    ],
)
def test_detect(arguments: list[str], variable: str, expected: str) -> None:
    assert detect(arguments, {"THIDUA_LANG": variable} if variable else {}) == expected
