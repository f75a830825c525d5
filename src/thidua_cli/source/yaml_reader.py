"""YAML text to a tree of nodes, in one pass over the parser's events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.source.characters import character_findings

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText


def read_yaml(source: SourceText, *, pure: bool = False) -> tuple[Node | None, list[Finding]]:
    """The tree of a file of one YAML document, or nothing where it cannot be read with certainty.

    `pure` forbids the C parser, which reads the same; it is also used where the C package is missing.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    from thidua_cli.source.tree_builder import TreeBuilder

    findings, readable = character_findings(source)
    if not readable:
        return None, findings
    builder = TreeBuilder(source, tidy=not findings)
    try:
        builder.build(YAML(typ="safe", pure=pure).parse(source.text))
    except (YAMLError, ValueError, IndexError) as error:
        # The pure parser leaves some malformed escapes and directives to Python's own errors.
        builder.refuse_rest(_given_up(source, error))
    return builder.root, findings + builder.findings


def _given_up(source: SourceText, error: Exception) -> Finding:
    """The finding for a parser's error; its marks are absent where the parser did not know the place."""
    from thidua_cli.source.yaml_problems import Problem, syntax_finding

    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return syntax_finding(
        source,
        Problem(
            str(getattr(error, "problem", None) or ""),
            str(getattr(error, "context", None) or ""),
            len(source.text) if problem is None else problem.index,
            None if context is None else context.index,
        ),
    )
