"""Templates: values marked, strangers kept in, and every error at its file and line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.markup.lines import parse
from thidua_cli.document.markup.values import literal
from thidua_cli.document.templating.bounds import ITEM, MAX_TEXT, MAX_WORK, weight
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.loader import SHIPPED, Folder, shipped_folder
from thidua_cli.findings.catalogue import message_of
from thidua_cli.vietnamese.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding

MUCH = ("TD605", 1, "lặp quá nhiều")
BIG = ("TD605", 1, "văn bản quá dài")
DAY = date(2022, 1, 1)


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., tuple[str | None, list[Finding]]]:
    """Fill a template given as text; more templates by name."""

    def filled(
        text: str, values: dict[str, Any] | None = None, **more: str
    ) -> tuple[str | None, list[Finding]]:
        for name, content in {"main": text, **more}.items():
            (tmp_path / f"{name}.j2").write_text(content, encoding="utf-8")
        templates = open_templates(Folder(tmp_path, "templates"))
        return templates.guarded("main.j2", lambda: templates.render("main.j2", values or {}))

    return filled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a }}", literal("*x*")),
        ("**{{ a }}**", f"**{literal('*x*')}**"),
        ("{{ none }}", ""),
        ("{{ 'b' ~ a }}", literal("b*x*")),
        ("{% if nope is defined or a is undefined %}b{% endif %}{{ 7 if none is none }}", literal("7")),
        ("{% macro m(v) %}**{{ v }}**{% endmacro %}{{ m(a) }}", f"**{literal('*x*')}**"),
        ("{% macro m(v) %}*{{ v }}*{% endmacro %}{{ m(1) ~ a }}", f"*{literal('1')}*{literal('*x*')}"),
        ("{% macro m(v) %}*{{ v }}*{% endmacro %}{{ m(1) + a }}", f"*{literal('1')}*{literal('*x*')}"),
        ("{% set s %}*{{ a }}*{% endset %}{{ [s, a] | join(', ') }}", None),
        ("{{ [1, 2, 3] | join(', ', ' và ') }}", literal("1, 2 và 3")),
        (
            "{{ 'TM. ubnd' | upper }}{{ 5 | count }}{{ 0 | letter }}",
            literal("TM. UBND") + literal("05") + literal("a"),
        ),
        ("{% for x in [1, 2] %}{{ loop.index }}{% endfor %}", literal("1") + literal("2")),
        ("{{ 'a & b < c' }}", literal("a & b < c")),
        ("{{ ['Đông', 'Ân', 'An'] | ordered | join(' ') }}", literal("An Ân Đông")),
    ],
)
def test_values_are_marked(fill: Callable[..., Any], text: str, expected: str | None) -> None:
    found, findings = fill(text, {"a": "*x*", "none": None})
    assert findings == []
    if expected is None:
        expected = f"*{literal('*x*')}*{literal(', ')}{literal('*x*')}"
    assert found == expected


def test_a_value_cannot_break_out_of_its_line(fill: Callable[..., Any]) -> None:
    text, _ = fill("- {{ a }}", {"a": "x\n@to Sở\x03\n# I"})
    blocks, problems = parse(text or "")
    assert len(blocks) == 1
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("a\n{% if x %}", "TD601", 2, "chưa đóng"),
        ("a\n{% nope %}", "TD601", 2, "“nope”"),
        ("a\n\n{{ 1 | nope }}", "TD601", 3, "“nope”"),
        ("{{ 1 | attr('x') }}", "TD601", 1, "“attr”"),
        ("a\n{% for x in [] recursive %}{% endfor %}", "TD601", 2, "tự gọi"),
        ('a\n{% include "khong-co.j2" %}', "TD602", 2, "“khong-co.j2”"),
        ('{% include "../main.j2" %}', "TD602", 1, "“../main.j2”"),
        ('{% include "/etc/passwd" %}', "TD602", 1, "“/etc/passwd”"),
        ("a\nb\n{{ khong.co }}", "TD603", 3, "“khong”"),
        ("{{ values.khong_co }}", "TD603", 1, "“khong_co”"),
        ("a\n{{ ''.__class__.__mro__ }}", "TD604", 2, "“__class__”"),
        ("{{ plan.covers(1) }}", "TD604", 1, "“covers”"),
        ("{{ plain.format(1) }}", "TD604", 1, "được phép"),
        ("{{ thing.run() }}", "TD604", 1, "“run”"),
        ("{{ thing.hidden }}", "TD604", 1, "“hidden”"),
        ("{{ values.update({}) }}", "TD604", 1, "“update”"),
        ("{{ 10 ** 10 }}", "TD604", 1, "“**”"),
        ("{{ 'a' * 1000000000 }}", "TD604", 1, "“*”"),
        ("{{ [0] * 1000000000 }}", "TD604", 1, "“*”"),
        ("{{ '%1000000000d' % 1 }}", "TD604", 1, "“%”"),
        ('a\n{% include "main.j2" %}', "TD605", 2, "tự gọi"),
        ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "TD605", 1, "lặp"),
        ("{% for a in range(1000000000) %}{% endfor %}", "TD605", 1, "lặp"),
        ("{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}", "TD605", 1, "lặp"),
        ("{% set n = namespace(s='a') %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}", *BIG),
        ("{% set n = namespace(l=[1]) %}{% for i in range(40) %}{% set n.l = n.l+n.l %}{% endfor %}", *MUCH),
        ("a\n{{ plan() }}", "TD604", 2, "không được phép gọi"),
        ("{{ [1, 2][99] }}", "TD603", 1, "“99”"),
        ("a\n{{ " + "9" * 4301 + " }}", "TD601", 2, "số dài"),
        ("a\n" + "{% for i in [1] %}\n" * 21 + "{% endfor %}" * 21, "TD601", 22, "quá sâu"),
        ("a\n" + "{% if 1 %}\n" * 120 + "b{% endif %}" * 120, "TD601", 100, "quá sâu"),
        ("{{ [[1], [2]] }}", "TD607", 1, "không hợp"),
        ("{{ values }}", "TD607", 1, "không hợp"),
        ("a\n{{ 'x' | number }}", "TD607", 2, "không hợp"),
        ("{{ 1 / 0 }}", "TD607", 1, "không hợp"),
    ],
)  # fmt: skip
def test_error_names_file_and_line(
    fill: Callable[..., Any], text: str, code: str, line: int, says: str
) -> None:
    class Thing:
        hidden = "x"

        def run(self) -> str:
            return "x"

    found, findings = fill(
        text, {"thing": Thing(), "values": {"a": 1}, "plain": "{}", "plan": Period("x", DAY, DAY)}
    )
    assert found is None
    (finding,) = findings
    assert (finding.code, finding.span.line) == (code, line), message_of(finding, "vi")
    assert finding.span.path == "templates/main.j2"
    assert says in message_of(finding, "vi")


def test_too_much_text(fill: Callable[..., Any]) -> None:
    _, (finding,) = fill("{% for i in range(90000) %}{{ a }}{% endfor %}", {"a": "x" * (MAX_TEXT // 1000)})
    assert finding.code == "TD605"


DOUBLED = "{% set n = namespace(l=[1], m=[1]) %}{% for i in range(60) %}"
TEXT = "{% set x = 'aaaaaaaaaaaaaaaa' %}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ 1 | number(99999999) }}",
        "{{ 1.5 | number(places=13) }}",
        DOUBLED + "{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l | ordered }}",
        DOUBLED + "{% set n.l = (n.l, n.l) %}{% endfor %}{{ {n.l: 1} }}",
        DOUBLED + "{% set n.l = {1: n.l, 2: n.l} %}{% endfor %}{{ n.l }}",
        DOUBLED + "{% set n.l = [n.l, n.l] %}{% set n.m = [n.m, n.m] %}{% endfor %}{{ n.l == n.m }}",
        "{% macro m() %}{% set n.l = varargs %}{% endmacro %}" + DOUBLED + "{{ m(n.l, n.l) }}{% endfor %}",
        TEXT + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% macro m(v) %}{{ v }}{{ v }}{% endmacro %}" + TEXT + "{% set x = m(x) %}" * 40,
        "{% set x %}{% for i in range(90000) %}{{ big }}{% endfor %}{% endset %}",
        "{% for i in range(90000) %}{% if big == other %}{% endif %}{% endfor %}",
        "{% for i in range(90000) %}{% if 'b' in big %}{% endif %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = big[1:] %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = big | upper %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = big.strip() %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = big ~ 'a' %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = big + 'a' %}{% endfor %}",
        "{% for i in range(90000) %}{% set x = many | ordered %}{% endfor %}",
        "{% for i in range(90000) %}{% if big is in(many) %}{% endif %}{% endfor %}",
        "{{ range(90000) | join(big) }}",
        "{% set n = namespace(x=9) %}{% for i in range(90) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{{ 1 // " + "9" * 4000 + " }}",
    ],
)
def test_what_is_built_on_the_way_is_bounded(fill: Callable[..., Any], text: str) -> None:
    values = {"big": "x" * 1_000_000, "other": "x" * 999_999 + "y", "many": ["an", "ân"] * 10_000}
    _, (finding,) = fill(text, values)
    assert (finding.code, finding.span.line) == ("TD605", 1), message_of(finding, "vi")


def test_weight_counts_what_stands_twice_twice() -> None:
    inner = ["ab", 1]
    assert weight(inner) == 3 * ITEM + 2
    assert weight([inner, inner]) == 7 * ITEM + 4
    assert weight({"ab": inner}) == 4 * ITEM + 4
    assert weight(range(5)) == 6 * ITEM
    assert weight("ab") == ITEM + 2


def test_an_ordinary_template_uses_little(tmp_path: Path) -> None:
    (tmp_path / "main.j2").write_text(
        "{% for i in range(500) %}{{ 'x' if facts['a'] in ('a', 'b') and i in facts else i }}{% endfor %}",
        encoding="utf-8",
    )
    templates = open_templates(Folder(tmp_path, "templates"))
    facts = {"a": "b", **dict.fromkeys(range(10_000), DAY)}
    _, findings = templates.guarded("main.j2", lambda: templates.render("main.j2", {"facts": facts}))
    assert findings == []
    assert templates.environment.limit.work < MAX_WORK // 100


def test_an_error_in_an_included_template_is_at_that_template(fill: Callable[..., Any]) -> None:
    _, (finding,) = fill('{% include "part.j2" %}', part="a\n{{ nope }}")
    assert (finding.span.path, finding.span.line) == ("templates/part.j2", 2)


def test_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "main.j2").write_bytes(b"ab\xff")
    templates = open_templates(Folder(tmp_path, "templates"))
    _, (finding,) = templates.guarded("main.j2", lambda: templates.render("main.j2", {}))
    assert (finding.code, finding.values["byte"]) == ("TD606", "2")


def test_a_link_does_not_lead_out(tmp_path: Path) -> None:
    inside = tmp_path / "templates"
    inside.mkdir()
    (tmp_path / "secret.j2").write_text("secret", encoding="utf-8")
    try:
        (inside / "link.j2").symlink_to(tmp_path / "secret.j2")
    except OSError:
        pytest.skip("no symbolic links here")
    assert not open_templates(Folder(inside, "templates")).has("link.j2")


def test_a_fault_of_ours_is_not_blamed_on_a_template(templates: Templates) -> None:
    def broken() -> str:
        raise LookupError

    with pytest.raises(LookupError):
        templates.guarded("ke-hoach.j2", broken)


def test_macros_can_be_shared(fill: Callable[..., Any]) -> None:
    part = "{% macro m(v) %}**{{ v }}**{% endmacro %}"
    text, findings = fill('{% import "part.j2" as own %}{{ own.m("a") }}', part=part)
    assert (text, findings) == (f"**{literal('a')}**", [])


def test_a_template_can_extend_another(fill: Callable[..., Any]) -> None:
    part = "{% block a %}x{% endblock %}"
    text, findings = fill('{% extends "part.j2" %}{% block a %}{{ super() }}y{% endblock %}', part=part)
    assert (text, findings) == ("xy", [])


def test_own_templates_come_before_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "cong-van.j2").write_text("của tôi", encoding="utf-8")
    templates = open_templates(Folder(tmp_path, "templates"))
    assert templates.render("cong-van.j2", {}) == "của tôi"
    assert templates.has("ke-hoach.j2")


def test_unknown_directives_are_found_at_their_line(tmp_path: Path) -> None:
    (tmp_path / "x.j2").write_text("@to A\n  @recipent B\n", encoding="utf-8")
    (finding,) = open_templates(Folder(tmp_path, "templates")).unknown_directives()
    assert (finding.span.line, finding.values) == (2, {"name": "recipent", "near": "recipient"})


def test_windows_line_ends_and_byte_order_mark(fill: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_bytes("\ufeffmột\r\nhai".encode())
    text, _ = fill('{% include "part.j2" %}')
    assert text == "một\nhai"


def test_shipped_templates_have_no_findings() -> None:
    templates = open_templates()
    assert templates.unknown_directives() == []
    assert {path.name for path in shipped_folder().path.glob("*.j2")} >= {"ke-hoach.j2", "cong-van.j2"}
    for source in templates.loader.files():
        name = source.shown.removeprefix(f"{SHIPPED}/")
        _, findings = templates.guarded(name, lambda name=name: templates.environment.get_template(name))
        assert findings == []
