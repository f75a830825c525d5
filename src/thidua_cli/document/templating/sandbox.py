"""The Jinja2 environment of templates, which may come from strangers.

Three promises: a value that a template prints is marked as a value and never read as markup; a template
reaches nothing but what it is given; a template ends, in bounded time and space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from thidua_cli.document.markup.values import literal
from thidua_cli.document.templating.bounds import Limit, TooMuchError, together
from thidua_cli.document.templating.missing import Missing
from thidua_cli.document.templating.printing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import CodeType

LONG_FIGURE = re.compile(r"[0-9][0-9_]{4299,}")  # Python reads no longer one
LARGEST_FACTOR = 1_000_000_000_000
LARGEST_TERM = LARGEST_FACTOR**2
STRING_METHODS = frozenset({"startswith", "endswith", "strip", "removeprefix", "removesuffix", "isupper"})
FUNCTIONS = ("range", "namespace")
MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
# Whose attributes a template may read: the facts of a plan, their values, and Jinja2's own namespaces.
READABLE = (
    "thidua_cli.plan.",
    "thidua_cli.vietnamese.",
    "thidua_cli.reporting.facts.",
    "thidua_cli.document.composing.head",
    "thidua_cli.document.composing.signers",
    "thidua_cli.document.composing.body",
    "thidua_cli.document.composing.annexes",
    "datetime",
    "decimal",
    "jinja2.utils",
    "jinja2.environment",
)


def marked(value: Any) -> Markup:
    """What a template prints: markup as it stands, anything else as a value."""
    if isinstance(value, Markup):
        return value
    return Markup(literal(text_of(value)))  # noqa: S704  # marking the value is the escape


def text_of(value: Any) -> str:
    """A value in print; raises UndefinedError for what does not exist, TypeError for what has no text."""
    # An undefined name complains when it is made text.
    return str(value) if isinstance(value, StrictUndefined) else shown(value)


@pass_context
def finalized(context: Context, value: Any) -> Markup:
    """`marked` and counted, in the form that keeps Jinja2 from escaping constants as HTML."""
    printed = marked(value)
    context.environment.handled(printed)  # type: ignore[attr-defined]  # always our environment
    return printed


def joined(*parts: Any) -> Any:
    """Texts one after the other; once one of them is markup, the others are marked as values."""
    text = together(str(part) if isinstance(part, Markup) else text_of(part) for part in parts)
    if any(isinstance(part, Markup) for part in parts):
        return Markup("".join(map(marked, parts)))  # noqa: S704  # every part is marked
    return text


class _Guarded(CodeGenerator):
    """Writes what Jinja2 compiles in place: `~` marks values, loops, lists and comparisons are counted."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        self.visit(_asked("joined", node.nodes, node.lineno), frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        if node.recursive:
            raise TemplateSyntaxError("recursive", node.lineno, self.name, self.filename)
        node.iter = _asked("counted", [node.iter], node.lineno)
        super().visit_For(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        self._through("handled", super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        self._through("handled", super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        if node.ctx == "load":
            self._through("handled", super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        self.write("(")
        self._through("handled", self.visit, node.expr, frame)
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        self.write(f" {operators[node.op]} ")
        self._through("sought" if node.op in ("in", "notin") else "handled", self.visit, node.expr, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802  # named by Jinja2
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self._through("handled", self.visit, node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _through(
        self, name: str, visit: Callable[[Any, Frame], object], node: nodes.Node, frame: Frame
    ) -> None:
        """Write an expression inside a call of a method of the environment."""
        self.write(f"environment.{name}(")
        visit(node, frame)
        self.write(")")


def _asked(name: str, values: Sequence[nodes.Node], line: int) -> nodes.Call:
    """A call of a function of the environment."""
    return nodes.Call(nodes.EnvironmentAttribute(name), list(values), [], None, None, lineno=line)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict and bounded; only the filters, tests and functions named here exist."""

    code_generator_class = _Guarded
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(
            # A template is filled in a few times after it is compiled: folding its constants costs more.
            optimized=False,
            autoescape=True,
            finalize=finalized,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            **options,
        )
        self.limit = Limit()
        self.joined = joined
        self.globals = {name: self.globals[name] for name in FUNCTIONS}

    def compile(self, source: Any, name: Any = None, filename: Any = None, *options: Any) -> Any:
        """The template as code; raises TemplateSyntaxError for whatever Python refuses in it."""
        try:
            return super().compile(source, name, filename, *options)
        except ValueError:
            found = LONG_FIGURE.search(source)
            if found is None:
                raise
            line = source.count("\n", 0, found.start()) + 1
            raise TemplateSyntaxError("long figure", line, name, filename) from None

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except SyntaxError as error:
            line = _template_line(source, error.lineno or 0)
            raise TemplateSyntaxError("nested too deep", line, None, filename) from None

    def handled(self, value: Any) -> Any:
        """A value that is gone through as a whole, counted."""
        self.limit.handle(value)
        return value

    def sought(self, value: Any) -> Any:
        """What `in` looks into: counted, unless it knows without going through."""
        return value if isinstance(value, Mapping | range) else self.handled(value)

    def concat(self, parts: Iterable[str]) -> str:
        """What a `set` block, a macro or a block printed, as one text."""
        text = together(parts)
        self.limit.handle(text)
        return text

    def bounded(self, function: Callable[..., Any], times: int = 1) -> Callable[..., Any]:
        """A filter or test whose arguments and result are counted, the arguments so many times."""

        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            self.limit.handle(*args, *named.values(), times=times)
            return self.handled(function(*args, **named))

        return run

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item; a key made of lists is gone through."""
        return super().getitem(obj, self.handled(argument) if isinstance(argument, tuple) else argument)

    def counted(self, values: Any) -> Any:
        """Values to loop over, counted before the first turn."""
        items = values if isinstance(values, Sequence) else list(values)
        self.limit.count(len(items))
        return items

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Every call counts: macros can call each other without a loop."""
        if not self.is_safe_callable(obj):
            raise SecurityError("call")
        self.limit.count()
        owner = getattr(obj, "__self__", None)
        if obj != self.counted:
            self.limit.handle(owner if isinstance(owner, str) else None, *args, *kwargs.values())
        return context.call(obj, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        """Every inclusion counts."""
        self.limit.count()
        return super().get_template(*args, **kwargs)

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
            return self.handled(joined(left, right))
        if operator == "**" or (operator in {"*", "%"} and not (_is_small(left) and _is_small(right))):
            raise SecurityError(f"'{operator}'")
        if any(isinstance(one, int) and not -LARGEST_TERM < one < LARGEST_TERM for one in (left, right)):
            raise TooMuchError
        if operator == "+" and isinstance(left, Sequence) and isinstance(right, Sequence):
            self.limit.count(len(left) + len(right))
            self.limit.handle(left, right)
        return self.handled(super().call_binop(context, operator, left, right))


def _is_small(value: Any) -> bool:
    return isinstance(value, int | Decimal) and -LARGEST_FACTOR < value < LARGEST_FACTOR


def _template_line(source: str, number: int) -> int:
    """The line of a template that a line of its code comes from, by the table at the end of the code."""
    pairs = [pair.split("=") for pair in re.findall(r"[0-9]+=[0-9]+", source.rpartition("debug_info")[2])]
    return max((int(line) for line, code in pairs if int(code) <= number), default=1)
