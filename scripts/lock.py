"""Pin the installed versions of the product's and the tests' dependencies, without any index address."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]


def closure(requirements: Iterable[str]) -> dict[str, str]:
    """Name to version of everything that the requirements pull in, for this interpreter."""
    pinned: dict[str, str] = {}
    waiting = [(Requirement(item), "") for item in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        extras = requirement.extras or {""}
        if name in pinned and extras == {""}:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        pinned[name] = found.version
        waiting += [(Requirement(item), each) for item in found.requires or () for each in extras]
    return pinned


def main() -> None:
    """Write `requirements/runtime.txt` and `requirements/dev.txt`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime = closure(project["project"]["dependencies"])
    dev = closure(project["dependency-groups"]["dev"] + project["build-system"]["requires"])
    for name, pins in (("runtime", runtime), ("dev", runtime | dev)):
        lines = [f"{package}=={version}" for package, version in sorted(pins.items())]
        (ROOT / "requirements" / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
