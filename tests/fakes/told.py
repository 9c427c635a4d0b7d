"""Whether the record is complete: no row and no run reaches another state without an event beside it."""

from __future__ import annotations

from collections.abc import Iterable

from brightrun.domain.conversation import Status
from brightrun.ports import changes as c

_ON_THE_WAY = {Status.PLANNED, Status.QUEUED, Status.GENERATING}
"""Between these a row moves by the events of its run, and so it does back to how it stood before its run was cancelled;
an end of its own is told for each row."""


def untold(commits: Iterable[tuple[c.Change, ...]]) -> list[str]:
    """What changed how it stands in a transaction that says nothing about it."""
    found: list[str] = []
    rows: dict[str, tuple[Status, int]] = {}  # how each last stood when it was not on its way, with its latest version
    runs: dict[str, str] = {}
    for commit in commits:
        told = {change.event.subject.id for change in commit if isinstance(change, c.AddEvent)}
        for change in commit:
            if isinstance(change, c.SaveHead):
                head = change.head
                if head.status in _ON_THE_WAY:
                    rows.setdefault(head.id, (Status.PLANNED, 0))
                    continue
                stands = head.status, head.latest_version
                if rows.get(head.id, stands) != stands and head.id not in told:
                    found.append(f"{head.ref} became {head.status.value}")
                rows[head.id] = stands
            if isinstance(change, c.SaveBatch):
                run = change.batch
                if runs.get(run.id, run.state) != run.state and run.id not in told:
                    found.append(f"a run went from {runs[run.id]} to {run.state}")
                runs[run.id] = run.state
    return found
