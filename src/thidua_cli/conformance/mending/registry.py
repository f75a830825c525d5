"""Every mender by the name that profiles use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.menders import (
    drawn_rules,
    file_wide,
    layout,
    letter_case,
    looks,
    page_numbers,
    pages,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

MENDERS: Mapping[str, Callable[[Draft, Check, Sequence[Deviation]], None]] = {
    "add-page-number": page_numbers.add,
    "compose-text": wording.compose,
    "draw-rule": drawn_rules.draw,
    "draw-rule-above": drawn_rules.draw_above,
    "drop-comments": file_wide.drop_comments,
    "hide-first-page-number": page_numbers.hide_on_first,
    "move-page-number": page_numbers.move_to_header,
    "restart-page-numbers": page_numbers.restart,
    "set-abbreviation": wording.editing(wording.abbreviation),
    "set-alignment": layout.set_alignment,
    "set-article-dot": wording.editing(wording.article_dot),
    "set-black": looks.set_black,
    "set-bold": looks.emphasis("b", looks.ON),
    "set-capacity-prefix": wording.editing(wording.capacity_prefix),
    "set-capitals": looks.emphasis("caps", looks.ON),
    "set-colon": wording.set_colon,
    "set-compatibility": file_wide.set_compatibility,
    "set-dash": wording.editing(wording.dash),
    "set-date": wording.editing(wording.date_figure),
    "set-end-mark": wording.editing(wording.end_mark),
    "set-ending": wording.editing(wording.ending),
    "set-first-capital": wording.editing(wording.first_capital),
    "set-first-line": layout.set_first_line,
    "set-font": looks.set_font,
    "set-italic": looks.emphasis("i", looks.ON),
    "set-justified": layout.set_justified,
    "set-language": file_wide.set_language,
    "set-light": looks.emphasis("b", looks.OFF),
    "set-line-spacing": layout.set_line_spacing,
    "set-lower-case": letter_case.lower_case,
    "set-margins": pages.set_margins,
    "set-name-case": letter_case.name_case,
    "set-number": wording.editing(wording.number_figure),
    "set-number-bold": looks.set_number_bold,
    "set-number-label": wording.editing(wording.number_label),
    "set-page-number-format": page_numbers.set_arabic,
    "set-paper": pages.set_paper,
    "set-paragraph-gap": layout.set_paragraph_gap,
    "set-portrait": pages.set_portrait,
    "set-single-spacing": layout.set_single_spacing,
    "set-size": looks.set_size,
    "set-space-before": layout.set_space_before,
    "set-symbol": wording.editing(wording.symbol),
    "set-text": wording.editing(wording.whole_text),
    "set-upright": looks.emphasis("i", looks.OFF),
}
