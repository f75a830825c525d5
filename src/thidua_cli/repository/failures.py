"""Why the system refuses to read or to write: as a variant that the catalogue has words for."""

from __future__ import annotations

import errno

KINDS = {
    "denied": (errno.EACCES, errno.EPERM, errno.EROFS),
    "full": (errno.ENOSPC, errno.EDQUOT),
    "long": (errno.ENAMETOOLONG,),
    "taken": (errno.EEXIST, errno.EISDIR, errno.ENOTDIR),
}
KIND_OF = {number: kind for kind, numbers in KINDS.items() for number in numbers}


def kind_of(error: OSError) -> str:
    """The kind of a failure: denied, full, long, taken; empty for any other."""
    return KIND_OF.get(error.errno or 0, "")


def sign_of(error: OSError) -> str:
    """What to tell an engineer of a failure, in no language: `EIO`."""
    return errno.errorcode.get(error.errno or 0) or type(error).__name__
