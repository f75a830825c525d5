"""Pin the installed versions of the product's and the tests' dependencies, without any index address."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parents[1]


# The platforms besides this one whose own dependencies are pinned too.
PLATFORMS = (
    {"platform_system": "Windows", "sys_platform": "win32", "os_name": "nt"},
    {"platform_system": "Darwin", "sys_platform": "darwin", "os_name": "posix"},
    {"platform_system": "Linux", "sys_platform": "linux", "os_name": "posix"},
)


def closure(requirements: Iterable[str]) -> dict[str, str]:
    """Name to pin (`==1.0`, with a marker where one platform alone needs it) of all that they pull in."""
    pinned: dict[str, str] = {}
    waiting = [(Requirement(item), "", "") for item in requirements]
    while waiting:
        requirement, extra, marker = waiting.pop()
        if not _holds(requirement, extra, {}):
            if not any(_holds(requirement, extra, platform) for platform in PLATFORMS):
                continue
            marker = f"; {requirement.marker}"
        name = canonicalize_name(requirement.name)
        found = distribution(name)
        known = pinned.get(name)
        # A pin for one platform gives way to a pin for all of them.
        if known is None or (";" in known and not marker):
            pinned[name] = f"=={found.version}{marker}"
        elif not requirement.extras:
            continue
        extras = requirement.extras or {""}
        waiting += [(Requirement(item), each, marker) for item in found.requires or () for each in extras]
    return pinned


def _holds(requirement: Requirement, extra: str, platform: Mapping[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**platform, "extra": extra})


def main() -> None:
    """Write `requirements/runtime.txt` and `requirements/dev.txt`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime = closure(project["project"]["dependencies"])
    dev = closure(project["dependency-groups"]["dev"] + project["build-system"]["requires"])
    for name, pins in (("runtime", runtime), ("dev", runtime | dev)):
        lines = [f"{package}{pin}" for package, pin in sorted(pins.items())]
        (ROOT / "requirements" / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
