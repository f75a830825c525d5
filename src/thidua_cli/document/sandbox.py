"""The Jinja2 environment of templates, which may come from strangers.

Three promises: a value that a template prints is marked as a value and never read as markup; a template
reaches nothing but what it is given; a template ends, in bounded time and space.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from thidua_cli.document.markup import literal
from thidua_cli.document.printing import shown

MAX_STEPS = 200_000  # turns of all loops of one rendering
MAX_TEXT = 4_000_000  # characters of one rendering, and of any text made on the way
LARGEST_FACTOR = 1_000_000_000_000
STRING_METHODS = frozenset({"startswith", "endswith", "strip", "removeprefix", "removesuffix", "isupper"})
MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
# Whose attributes a template may read: the facts of a plan, their values, and Jinja2's own namespaces.
READABLE = (
    "thidua_cli.plan.",
    "thidua_cli.vietnamese.",
    "thidua_cli.document.head",
    "thidua_cli.document.numbering",
    "datetime",
    "decimal",
    "jinja2.utils",
    "jinja2.environment",
)


class TooMuchError(Exception):
    """A template asks for more loops or text than any document needs."""


class Limit:
    """Counts what one rendering uses."""

    def __init__(self) -> None:
        self.steps = 0

    def count(self, steps: int = 1) -> None:
        """Note steps; raises TooMuchError past the bound."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise TooMuchError


def marked(value: Any) -> Markup:
    """What a template prints: markup as it stands, anything else as a value."""
    if isinstance(value, Markup):
        return value
    return Markup(literal(_text(value)))  # noqa: S704  # marking the value is the escape


def _text(value: Any) -> str:
    # An undefined name complains when it is made text.
    return str(value) if isinstance(value, StrictUndefined) else shown(value)


@pass_context
def finalized(_context: Any, value: Any) -> Markup:
    """`marked`, in the form that keeps Jinja2 from escaping constants as HTML when it compiles."""
    return marked(value)


def joined(*parts: Any) -> Any:
    """Texts one after the other; once one of them is markup, the others are marked as values."""
    if any(isinstance(part, Markup) for part in parts):
        return Markup(_together([marked(part) for part in parts]))  # noqa: S704  # every part is marked
    return _together([_text(part) for part in parts])


def _together(texts: Sequence[str]) -> str:
    if sum(map(len, texts)) > MAX_TEXT:
        raise TooMuchError
    return "".join(texts)


class _Guarded(NodeTransformer):
    """Rewrites what Jinja2 compiles in place: `~` marks values, loops are counted."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # named by Jinja2
        self.generic_visit(node)
        return nodes.Call(
            nodes.EnvironmentAttribute("joined"), node.nodes, [], None, None, lineno=node.lineno
        )

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # named by Jinja2
        self.generic_visit(node)
        if node.recursive:
            raise TemplateSyntaxError("recursive", node.lineno)
        node.iter = nodes.Call(
            nodes.EnvironmentAttribute("counted"), [node.iter], [], None, None, lineno=node.lineno
        )
        return node


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict and bounded; only the filters, tests and functions named here exist."""

    intercepted_binops = frozenset({"+", "*", "%", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(
            # A template is filled in a few times after it is compiled: folding its constants costs more.
            optimized=False,
            autoescape=True,
            finalize=finalized,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            **options,
        )
        self.limit = Limit()
        self.joined = joined
        self.globals = {"range": self.globals["range"], "namespace": self.globals["namespace"]}

    def counted(self, values: Any) -> Any:
        """Values to loop over, counted before the first turn."""
        items = values if isinstance(values, Sequence) else list(values)
        self.limit.count(len(items))
        return items

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Every call counts: macros can call each other without a loop."""
        self.limit.count()
        return super().call(context, obj, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        """Every inclusion counts."""
        self.limit.count()
        return super().get_template(*args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Guarded().visit(tree)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data may be read; methods only of the few harmless kinds."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if isinstance(obj, str):
            return attr in STRING_METHODS and not isinstance(obj, Markup)
        if isinstance(obj, Mapping):
            return attr in MAPPING_METHODS
        if isinstance(obj, LoopContext):
            return True
        harmless = isinstance(value, Macro) or not callable(value)
        return harmless and type(obj).__module__.startswith(READABLE)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, the functions named here, and methods that `is_safe_attribute` let through."""
        owner = getattr(obj, "__self__", None)
        return (
            isinstance(obj, Macro | BlockReference)
            or obj in (self.joined, self.counted)
            or obj in self.globals.values()
            or isinstance(owner, str | Mapping | LoopContext)
        )

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers; texts can be added, nothing can be multiplied into a flood."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return joined(left, right)
        if operator == "+" and isinstance(left, Sequence) and isinstance(right, Sequence):
            self.limit.count(len(left) + len(right))
        if operator == "**" or (operator in {"*", "%"} and not (_is_small(left) and _is_small(right))):
            raise SecurityError(f"'{operator}'")
        return super().call_binop(context, operator, left, right)


def _is_small(value: Any) -> bool:
    return isinstance(value, int | Decimal) and -LARGEST_FACTOR < value < LARGEST_FACTOR
