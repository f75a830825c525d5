"""Meetings: who was there, and when it began and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.meeting import Meeting


def attendance_disagrees(loaded: Loaded) -> Iterator[Finding]:
    """TD289: those present and those absent do not make up the members.

    The chair and the secretary may be members without being listed again.
    """
    meeting = loaded.plan.meeting
    if meeting is None or meeting.members is None or not (meeting.present or meeting.absent):
        return
    listed = len(meeting.present) + len(meeting.absent)
    if not listed <= meeting.members <= listed + _unlisted(meeting):
        values = {
            "members": str(meeting.members),
            "present": str(len(meeting.present)),
            "absent": str(len(meeting.absent)),
        }
        yield Finding("TD289", loaded.span(("meeting", "members")), values)


def _unlisted(meeting: Meeting) -> int:
    listed = {fold(person.name) for person in (*meeting.present, *meeting.absent)}
    leading = [person for person in (meeting.chair, meeting.secretary) if person]
    return sum(fold(person.name) not in listed for person in leading)


def meeting_ends_before_it_begins(loaded: Loaded) -> Iterator[Finding]:
    """TD290: the end of the meeting is not after its beginning."""
    meeting = loaded.plan.meeting
    if meeting and meeting.end and not meeting.start < meeting.end:
        values = {"start": meeting.start.printed, "end": meeting.end.printed}
        yield Finding("TD290", loaded.span(("meeting", "to")), values)
