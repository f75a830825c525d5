"""Outputs written whole or not at all, inside the chosen folder, never over a person's own edits."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.failures import kind_of, sign_of
from thidua_cli.repository.manifest import MANIFEST_NAME, Manifest, read_manifest, write_manifest
from thidua_cli.repository.turns import LOCK_NAME, turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Names that Windows keeps for devices, whatever their extension.
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}
FORBIDDEN = set('<>:"|?*\\')

Identities = dict[tuple[int, int], Path]


class Outputs(NamedTuple):
    """The files put in place, those that stood there already with the same content, and what went wrong."""

    written: list[Path]
    unchanged: list[Path]
    findings: list[Finding]


def write_outputs(
    folder: Path, files: Mapping[str, bytes], force: bool, inputs: Iterable[Path] = ()
) -> Outputs:
    """Write each file (relative name with `/` → content) whole or not at all.

    A file that differs from what the last run wrote, or that the tool never wrote, is kept unless `force`;
    one of the `inputs` of the run is kept even then. One that cannot be written becomes a finding, the others
    go on.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return Outputs([], [], [_failure(folder.as_posix(), error, "folder")])
    with turn(folder):
        return _write_all(folder, files, force, _identities(inputs))


def _write_all(folder: Path, files: Mapping[str, bytes], force: bool, inputs: Identities) -> Outputs:
    manifest, problem = read_manifest(folder)
    recorded = dict(manifest)
    done = Outputs([], [], [problem] if problem else [])
    for name, content in files.items():
        outcome = _of_input(folder / name, inputs) or _write_one(folder, name, content, manifest, force)
        if isinstance(outcome, Finding):
            done.findings.append(outcome)
            continue
        manifest[name] = sha256(content).hexdigest()
        (done.written if outcome else done.unchanged).append(folder / name)
    if manifest != recorded:
        done.findings.extend(write_manifest(folder, manifest, replace_atomically))
    return done


def replace_atomically(path: Path, content: bytes, like: Path | None = None) -> None:
    """Put `content` in place of a file in one step, with the mode of `like`.

    Raises OSError, and then leaves nothing behind.
    """
    draft = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        with draft.open("xb") as stream:
            stream.write(content)
        if like is not None:
            shutil.copymode(like, draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _identities(inputs: Iterable[Path]) -> Identities:
    """What tells files apart whatever they are called, and the name of each."""
    known = ((identity, each) for each in inputs if (identity := _identity(each)))
    return dict(known)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):  # it is not there, or has no usable name
        return None
    return status.st_dev, status.st_ino


def _of_input(path: Path, inputs: Identities) -> Finding | None:
    """A finding where the file is one that the run reads, by whatever name or link."""
    identity = _identity(path)
    each = inputs.get(identity) if identity else None
    if each is None:
        return None
    shown = path.as_posix()
    return Finding("TD922", Span(shown), {"name": shown, "input": each.as_posix()}, "input")


def _write_one(folder: Path, name: str, content: bytes, manifest: Manifest, force: bool) -> Finding | bool:
    """Whether the file had to be put in place; a finding where it could not or may not be."""
    path = folder / name
    shown = path.as_posix()
    try:
        refusal = _refused(folder, name)
        if refusal is not None:
            values = {"name": name, "folder": folder.as_posix()}
            return Finding("TD920", Span(shown), values, refusal)
        if path.exists():
            if not path.is_file():  # a pipe or a device may never end
                return Finding("TD921", Span(shown), {"name": shown}, "taken")
            standing = path.read_bytes()
            if standing == content:
                return False
            if not force and sha256(standing).hexdigest() != manifest.get(name):
                return Finding("TD922", Span(shown), {"name": shown}, "" if name in manifest else "foreign")
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_atomically(path, content)
    except OSError as error:
        return _failure(shown, error)
    return True


def _refused(folder: Path, name: str) -> str | None:
    """Why a name may not be written (a variant of TD920), None for a good one."""
    parts = name.split("/")
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or ".." in parts:
        return "outside"
    if name in (MANIFEST_NAME, LOCK_NAME) or any(not _usable(part) for part in parts):
        return "default"
    place = folder
    for part in parts:
        place = place / part
        if place.is_symlink():
            return "link"
    return None


def _usable(part: str) -> bool:
    plain = part.isprintable() and not FORBIDDEN & set(part) and part == part.strip(" ").rstrip(".")
    return bool(part) and plain and part.partition(".")[0].upper() not in DEVICES


def _failure(shown: str, error: OSError, of: str = "") -> Finding:
    variant = "-".join(part for part in (of, kind_of(error)) if part)
    return Finding("TD921", Span(shown), {"name": shown, "reason": sign_of(error)}, variant)
