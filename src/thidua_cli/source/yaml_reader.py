"""YAML text to a tree of nodes, in one pass over the parser's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.source.characters import character_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.finding import Finding
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText


def read_yaml(source: SourceText, *, pure: bool = False) -> tuple[Node | None, list[Finding]]:
    """The tree of a file of one YAML document, or nothing where it cannot be read with certainty.

    `pure` forbids the C parser, which reads the same; it is also used where the C package is missing.
    """
    from ruamel.yaml.error import YAMLError

    from thidua_cli.source.tree_builder import TreeBuilder

    findings, readable = character_findings(source)
    if not readable:
        return None, findings
    builder = TreeBuilder(source, tidy=not findings)
    try:
        builder.build(_events(source.text, pure=pure))
    except (YAMLError, ValueError, IndexError) as error:
        # The pure parser leaves some malformed escapes and directives to Python's own errors.
        builder.refuse_rest(_given_up(source, error))
    if builder.root is not None and " #" in source.text:
        from thidua_cli.source.quoting import SWALLOWED, swallowed_text

        if SWALLOWED.search(source.text):
            findings += swallowed_text(source, builder.root)
    return builder.root, findings + builder.findings


def _events(text: str, *, pure: bool) -> Iterator[Any]:
    """The parser's events. The C parser is asked itself: `YAML` would make a class for every file."""
    parser = None if pure else _c_parser(text)
    if parser is None:
        from ruamel.yaml import YAML

        yield from YAML(typ="safe", pure=True).parse(text)
        return
    while parser.check_event():
        yield parser.get_event()


def _c_parser(text: str) -> Any:
    try:
        from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # from the untyped C package
    except ImportError:
        return None
    return CParser(text)


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
