"""What the plan language allows between braces: `{id}`, `{id.attribute}`, and the words of the plan."""

from __future__ import annotations

import re

REFERENCE = re.compile(r"\{([a-z][a-z0-9-]*)(?:\.([a-z_]+))?\}")
# Well formed or not.
BRACES = re.compile(r"\{([^{}]*)\}")
# Named without a fact: the plan itself has them.
SLOGANS = ("theme", "slogan")
PLAN_WORDS = (*SLOGANS, "period")
SHORT, QUOTED = "short", "quoted"
COMPUTED = ("count", "total")  # what `{id.count}` and `{id.total}` say of a table: its rows, its only sum
NAMES = ("name", "subject", "title")  # the first of which `{id.quoted}` puts between quotation marks
