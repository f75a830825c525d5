"""Filling the script of a part in, and naming what it speaks of that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from thidua_cli.document.office.fields import printed
from thidua_cli.document.templating.bounds import together
from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.document.office.script import Script
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.document.templating.sandbox import TemplateEnvironment

ASKED = ("defined", "undefined")  # tests that a name may be put to although there is nothing of that name


class Compiled(NamedTuple):
    """A script that can be filled in; `names` are those it takes from the values."""

    source: str
    code: Any
    names: frozenset[str]
    environment: TemplateEnvironment

    def fill(self, values: Mapping[str, Any]) -> str:
        """The text that the script makes; call it inside `Templates.guarded`."""
        template = self.environment.template_class.from_code(
            self.environment, self.code, self.environment.make_globals(None)
        )
        return together(template.generate(values))


def compiled(script: Script, name: str, templates: Templates) -> Compiled:
    """The script as code, known as `name` in errors; call it inside `Templates.guarded`."""
    environment = templates.environment.overlay(finalize=printed)
    templates.loader.given.add(name)
    source = script.source
    code = environment.compile(source, name, name)
    names = find_undeclared_variables(environment.parse(source))
    return Compiled(source, code, frozenset(names), environment)


def unknown_names(made: Compiled, script: Script, known: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Every name that no value has, at the paragraph that uses it first."""
    missing = made.names - set(known)
    if not missing:
        return
    tree = made.environment.parse(made.source)
    tested = {test.node for test in tree.find_all(nodes.Test) if test.name in ASKED}
    shown = sorted(name for name in known if not name.startswith("_"))
    for one in tree.find_all(nodes.Name):
        if one.name in missing and not any(one is test for test in tested):
            missing -= {one.name}
            near = nearest(one.name, shown)
            spot = script.spots[one.lineno - 1]
            values = {"name": one.name, "near": near[0] if near else ""}
            yield Finding("TD634", spot.span(path), values, "near" if near else "", excerpt=(spot.text,))
