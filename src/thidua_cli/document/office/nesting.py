"""Whether the commands of a Word text belong together: each pair inside one paragraph, cell or table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.office.places import Spot
    from thidua_cli.document.office.tags import Tag

# The command that closes another, and those that may stand between them.
CLOSING = {"endif": "if", "endfor": "for"}
BETWEEN = {"elif": ("if",), "else": ("if", "for")}
ALONE = frozenset(("set",))
COMMANDS = frozenset((*CLOSING, *CLOSING.values(), *BETWEEN, *ALONE))


class Command(NamedTuple):
    """A command and the paragraph it stands in."""

    tag: Tag
    spot: Spot


@dataclass
class Nesting:
    """Follows the commands of a part; every element that is opened is a room they may not leave."""

    rooms: list[list[Command]] = field(default_factory=lambda: [[]])
    unclosed: list[Command] = field(default_factory=list)
    strays: list[Command] = field(default_factory=list)
    wrong: list[tuple[str, str, Command]] = field(default_factory=list)  # code and variant of the finding

    def open(self) -> None:
        """Enter an element."""
        self.rooms.append([])

    def close(self) -> None:
        """Leave the element entered last."""
        self.unclosed += self.rooms.pop()

    def endless(self, tag: Tag, spot: Spot) -> None:
        """A tag whose braces never close."""
        self.wrong.append(("TD631", "endless", Command(tag, spot)))

    def command(self, tag: Tag, spot: Spot) -> None:
        """A command, in the element entered last."""
        word, here = tag.keyword, Command(tag, spot)
        opened = self.rooms[-1]
        above = opened[-1].tag.keyword if opened else ""
        if word not in COMMANDS:
            self.wrong.append(("TD631", "command", here))
        elif word in ALONE:
            if "=" not in tag.code:
                self.wrong.append(("TD631", "set", here))
        elif word in CLOSING.values():
            opened.append(here)
        elif above not in BETWEEN.get(word, (CLOSING.get(word, ""),)):
            self.strays.append(here)
        elif word in CLOSING:
            opened.pop()

    def findings(self, path: str) -> Iterator[Finding]:
        """What is wrong, each command once; call it after the last element is left."""
        strays = list(self.strays)
        for code, variant, at in self.wrong:
            yield Finding(code, at.spot.span(path), {"tag": at.tag.shown}, variant, excerpt=(at.spot.text,))
        for at in (*self.unclosed, *self.rooms[0]):
            values = {"tag": at.tag.shown, "end": f"{{% end{at.tag.keyword} %}}"}
            match = next(
                (stray for stray in strays if CLOSING.get(stray.tag.keyword) == at.tag.keyword), None
            )
            related: tuple[Related, ...] = ()
            if match is not None:
                strays.remove(match)
                related = (Related(match.spot.span(path), "end", {"tag": match.tag.shown}),)
            variant = "apart" if match else ""
            yield Finding(
                "TD632", at.spot.span(path), values, variant, related=related, excerpt=(at.spot.text,)
            )
        for at in strays:
            word = at.tag.keyword
            openers = BETWEEN.get(word, (CLOSING.get(word, ""),))
            begin = " / ".join(f"{{% {opener} … %}}" for opener in openers)
            values = {"tag": at.tag.shown, "begin": begin}
            yield Finding("TD632", at.spot.span(path), values, "stray", excerpt=(at.spot.text,))
