"""The templates of a repository over the shipped ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.loader import Folder

if TYPE_CHECKING:
    from thidua_cli.document.templating.environment import Templates


def templates_over(own: Path | None) -> Templates:
    """Those of the folder `own`, where there is one, before the shipped ones; shown from where one stands."""
    return open_templates(Folder(own, Path(os.path.relpath(own)).as_posix()) if own else None)
