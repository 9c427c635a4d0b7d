"""What a dead worker leaves behind is found, settled and finished; this test runs last, minutes after."""

from __future__ import annotations

import pytest

from tests.e2e.long_before import SIZE

LEASE_AND_A_LOOK = 280


@pytest.mark.timeout(320)
def test_a_worker_that_was_killed_leaves_nothing_lost_and_nothing_paid_twice(cloud, killed):
    project = killed.project
    ended = project.ended(killed.batch_id, LEASE_AND_A_LOOK)
    rows = project.rows()
    assert ended["end"] == "completed"
    assert [row["status"] for row in rows] == ["generated"] * SIZE
    attempts = {row["ref"]: project.attempts(row["id"]) for row in rows}
    lost = [ref for ref, made in attempts.items() if any(a["outcome"] == "unknown" for a in made)]
    again = [ref for ref, made in attempts.items() if len(made) > 1]
    assert sorted(again) == sorted(lost)
    assert len(lost) <= 10
    assert all(made[-1]["outcome"] == "succeeded" for made in attempts.values())
    assert all(sum(a["outcome"] == "succeeded" for a in made) == 1 for made in attempts.values())
    spent = sum(a["cost_micros"] for made in attempts.values() for a in made)
    assert (ended["spent_micros"], ended["reserved_micros"]) == (spent, 0)
    assert project.complaints() == []
