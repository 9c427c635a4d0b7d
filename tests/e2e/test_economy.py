"""Economy mode on the deployed stack: half price on record, found again after a lost hand-over, whole after a kill."""

from __future__ import annotations

import pytest

from brightrun.domain.money import Usage, cost_of
from brightrun.runtime.catalogue import catalogue
from tests.e2e.kit import Project, wait_for

PATIENCE = 240

pytestmark = pytest.mark.timeout(400)


def half_price(attempt):
    written = attempt["cache_write_tokens"]
    usage = Usage(
        input=attempt["input_tokens"],
        output=attempt["output_tokens"],
        cache_read=attempt["cache_read_tokens"],
        cache_write_5m=written,
    )
    model = catalogue().find(attempt["model"])
    return cost_of(usage, model.in_batches()), cost_of(usage, model)


def paid_once_at_half_price(project, batch_id, size):
    """That every conversation has one written call at half price, and that the run booked just those."""
    ended = project.batch(batch_id)
    attempts = {row["ref"]: project.attempts(row["id"]) for row in project.rows()}
    assert len(attempts) == size
    for made in attempts.values():
        (written,) = [each for each in made if each["outcome"] == "succeeded"]
        half, full = half_price(written)
        assert written["cost_micros"] == half
        assert abs(2 * half - full) <= 1
    spent = sum(each["cost_micros"] for made in attempts.values() for each in made)
    assert (ended["spent_micros"], ended["reserved_micros"]) == (spent, 0)
    assert project.complaints() == []


def names(cloud, project):
    """The calls of this dataset in every batch that the provider ever took."""
    ours = {attempt["id"] for row in project.rows() for attempt in project.attempts(row["id"])}
    taken = [name for batch in cloud.sandbox("batches")["batches"] for name in batch["custom_ids"]]
    return [name for name in taken if name in ours]


@pytest.mark.story("IS1.3.0", 1, via="api")
def test_a_run_in_economy_mode_ends_whole_at_half_price(cloud):
    project = Project.make(cloud, 30)
    cloud.sandbox("config", {"batch_seconds": 4})
    found = project.estimate()
    now, economy = found["modes"]
    assert economy["expected_micros"] == pytest.approx(now["expected_micros"] / 2, abs=5)
    batch = project.start(mode="economy", cap=economy["suggested_cap_micros"])
    assert batch["mode"] == "economy"
    out = wait_for(lambda: _writing(project, batch["id"]), 60, "the hand-over")
    assert (out["parts"][0]["count"], out["counts"]["generating"]) == (30, 30)
    assert out["reserved_micros"] == out["parts"][0]["held_micros"] <= economy["held_micros"]
    ended = project.ended(batch["id"], PATIENCE)
    assert (ended["end"], ended["counts"]["succeeded"]) == ("completed", 30)
    assert [part["state"] for part in ended["parts"]] == ["ready"]
    paid_once_at_half_price(project, batch["id"], 30)


def _writing(project, batch_id):
    found = project.batch(batch_id)
    return found if found["parts"] and found["parts"][0]["state"] == "writing" else None


def test_a_part_whose_hand_over_was_refused_and_then_lost_is_sent_and_paid_once(cloud, lost_hand_over):
    project = lost_hand_over.project
    project.ended(lost_hand_over.batch_id, PATIENCE)
    assert len(names(cloud, project)) == 3
    paid_once_at_half_price(project, lost_hand_over.batch_id, 3)


def test_a_process_that_is_killed_between_two_results_leaves_nothing_lost_and_nothing_paid_twice(cloud):
    project = Project.make(cloud, 50)
    cloud.sandbox("config", {"batch_seconds": 2})
    batch = project.start(mode="economy")
    project.reached(batch["id"], 3, PATIENCE)
    readers = [each for each in cloud.sandbox("batches")["requests"] if each["path"].endswith("/results")]
    assert cloud.kill_caller(readers[-1]["client_port"])
    assert project.batch(batch["id"])["counts"]["succeeded"] < 50
    ended = project.ended(batch["id"], PATIENCE)
    assert (ended["end"], ended["counts"]["succeeded"]) == ("completed", 50)
    assert len(names(cloud, project)) == 50
    paid_once_at_half_price(project, batch["id"], 50)


def test_a_cancelled_run_is_cancelled_at_the_provider_and_keeps_what_was_written(cloud):
    project = Project.make(cloud, 30)
    cloud.sandbox("config", {"batch_seconds": 30})
    batch = project.start(mode="economy")
    wait_for(lambda: _writing(project, batch["id"]), 60, "the hand-over")
    project.order(batch["id"], "cancel")
    ended = project.ended(batch["id"], PATIENCE)
    assert ended["end"] == "cancelled"
    assert ended["counts"]["succeeded"] + ended["counts"]["cancelled"] == 30
    assert ended["counts"]["cancelled"] > 0
    assert ended["reserved_micros"] == 0
    assert project.complaints() == []
