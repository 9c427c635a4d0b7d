"""A run on the deployed stack: paced, steered, capped, and whole whatever happens to it."""

from __future__ import annotations

from collections import Counter

import pytest

from brightrun.ports.services import Job
from tests.e2e.kit import Project, wait_for

SLOW = {"latency_seconds": 1.5}


@pytest.fixture(scope="module")
def ninety(cloud):
    """The customer's usual plan, 40 templates, 35 scenarios and 15 edge cases: each tier is written by one test."""
    return Project.make(cloud, 90)


def test_ten_deliveries_of_one_job_make_one_call_one_version_one_charge(cloud):
    project = Project.make(cloud, 1)
    cloud.sandbox("config", SLOW)
    (row,) = project.rows()
    batch = project.start()
    job = Job(project.id, 0, row["id"], batch["id"], batch["run"])
    cloud.deliver(job, 10)
    ended = project.ended(batch["id"])
    hidden = _held(cloud)
    cloud.deliver(job, 10)
    wait_for(lambda: _held(cloud) <= hidden, 30, "the end of the late deliveries")
    assert len(cloud.calls(row["ref"])) == 1
    (attempt,) = project.attempts(row["id"])
    after = project.api.get(f"/conversations/{row['id']}")
    assert [version["number"] for version in after["versions"]] == [1]
    assert ended["spent_micros"] == attempt["cost_micros"] == after["cost_micros"] > 0
    assert ended["reserved_micros"] == 0
    assert project.complaints() == []


def _held(cloud):
    """Messages in the batch queue, those in delivery and those of dead workers included."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = cloud.aws("sqs").get_queue_attributes(QueueUrl=cloud.stack["queues"]["batch"], AttributeNames=names)
    return sum(int(value) for value in found["Attributes"].values())


def test_cancelling_at_a_third_keeps_what_is_written_and_calls_no_more(cloud):
    project = Project.make(cloud, 60)
    cloud.sandbox("config", {**SLOW, "requests_per_minute": 600})
    batch = project.start()
    project.reached(batch["id"], 20)
    project.order(batch["id"], "cancel")
    # A claim looks at the run's state: who is called was claimed before the order, though not each of those is called.
    claimed = {row["ref"] for row in project.rows() if row["status"] in {"generating", "generated"}}
    ended = project.ended(batch["id"])
    rows = project.rows()
    statuses = [row["status"] for row in rows]
    written = statuses.count("generated")
    assert ended["end"] == "cancelled"
    assert 20 <= written < 60
    assert set(statuses) == {"generated", "planned"}
    assert ended["counts"]["succeeded"] == written
    assert ended["counts"]["cancelled"] == 60 - written
    called = [call["reference"] for call in cloud.answered(*(row["ref"] for row in rows))]
    assert len(called) == len(set(called)) == written
    assert set(called) <= claimed
    assert ended["reserved_micros"] == 0
    assert project.complaints() == []


def test_a_cap_under_full_concurrency_is_never_exceeded(cloud):
    project = Project.make(cloud, 40)
    cloud.sandbox("config", {"latency_seconds": 0.6})
    one = project.estimate()["one_call_at_most_micros"]
    batch = project.start(cap=3 * one)

    def look():
        found = project.batch(batch["id"])
        assert found["spent_micros"] + found["reserved_micros"] <= found["cap_micros"]
        assert found["state"] != "ended"
        return found if found["state"] == "paused" else None

    paused = wait_for(look, 120, "the pause at the cap")
    assert paused["pause_reason"] == "budget"
    quiet = wait_for(lambda: _nothing_in_flight(project, batch["id"]), 60, "the end of the calls in flight")
    assert 0 < quiet["counts"]["succeeded"] < 40
    assert quiet["counts"]["failed"] == 0
    assert quiet["spent_micros"] <= 3 * one
    assert project.complaints() == []

    project.order(batch["id"], "resume", cap_micros=100 * one)
    ended = project.ended(batch["id"])
    assert (ended["end"], ended["counts"]["succeeded"]) == ("completed", 40)
    spent = sum(a["cost_micros"] for row in project.rows() for a in project.attempts(row["id"]))
    assert ended["spent_micros"] == spent
    assert project.complaints() == []


def _nothing_in_flight(project, batch_id):
    found = project.batch(batch_id)
    return found if found["counts"]["generating"] == 0 else None


@pytest.mark.story("IS4.18.0", 0, via="api")
def test_a_paused_run_makes_no_call_and_goes_on_with_only_what_is_left(cloud, ninety):
    project = ninety
    cloud.sandbox("config", {**SLOW, "requests_per_minute": 600})
    batch = project.start(tier="scenario")
    project.reached(batch["id"], 8)
    project.order(batch["id"], "pause")
    resting = wait_for(lambda: _nothing_in_flight(project, batch["id"]), 60, "the end of the calls in flight")
    assert resting["state"] == "paused"
    refs = [row["ref"] for row in project.rows(tier="scenario")]
    calls = len(cloud.answered(*refs))
    assert calls == resting["counts"]["succeeded"] < 35
    assert resting["counts"]["queued"] == 35 - calls

    project.order(batch["id"], "resume")
    ended = project.ended(batch["id"])
    assert ended["end"] == "completed"
    assert len(cloud.answered(*refs)) == 35
    assert project.complaints() == []
    for row in project.rows(tier="scenario"):
        full = project.api.get(f"/conversations/{row['id']}")
        assert row["status"] == "generated"
        assert full["slot"]["problem_context"]
        assert set(full["version"]["facts_used"]) <= {chunk["label"] for chunk in full["chunks"]}


def test_a_lost_message_is_found_and_its_conversation_written(cloud):
    project = Project.make(cloud, 1)
    lambdas, sqs = cloud.aws("lambda"), cloud.aws("sqs")
    queue = cloud.stack["queues"]["interactive"]
    (source,) = [
        each
        for each in lambdas.list_event_source_mappings()["EventSourceMappings"]
        if each["EventSourceArn"].endswith(queue.rpartition("/")[2])
    ]
    lambdas.update_event_source_mapping(UUID=source["UUID"], Enabled=False)
    (row,) = project.rows()
    path = f"/conversations/{row['id']}/generate"
    batch = project.api.post(path, {}, Idempotency_Key=f"lost-{row['id']}")["batch"]
    sqs.purge_queue(QueueUrl=queue)
    lambdas.update_event_source_mapping(UUID=source["UUID"], Enabled=True)
    ended = project.ended(batch["id"], seconds=150)
    assert ended["end"] == "completed"
    assert len(cloud.calls(row["ref"])) == 1
    assert project.complaints() == []


@pytest.mark.story("IS4.17.0", 0, via="api")
def test_in_a_storm_every_conversation_is_written_and_paid_once(cloud, ninety):
    project = ninety
    for fault in (
        {"kind": "status", "status": 429, "retry_after": 1, "rate": 0.04, "seed": 1},
        {"kind": "status", "status": 529, "rate": 0.04, "seed": 2},
        {"kind": "status", "status": 500, "rate": 0.04, "seed": 3},
    ):
        cloud.sandbox("faults", [fault])
    batch = project.start(tier="template")
    ended = project.ended(batch["id"])
    assert (ended["end"], ended["counts"]["succeeded"]) == ("completed", 40)
    rows = project.rows(tier="template")
    assert {row["status"] for row in rows} == {"generated"}
    assert {(row["arc"], row["template_id"]) for row in rows} == {
        (arc, arc.casefold().replace(" ", "-")) for arc in {row["arc"] for row in rows}
    }
    assert sorted(Counter(row["arc"] for row in rows).values()) == [8] * 5
    paid = [a for row in rows for a in project.attempts(row["id"]) if a["cost_micros"]]
    assert len(paid) == 40
    assert ended["spent_micros"] == sum(a["cost_micros"] for a in paid)
    assert project.complaints() == []


@pytest.mark.story("IS4.19.0", 0, via="api")
def test_weak_ones_are_written_again_until_all_pass_and_each_call_is_booked(cloud, ninety):
    project = ninety
    cloud.sandbox("config", {"flaw_rate": 0.4})
    batch = project.start(until_passing=15, tier="edge_case")
    wait_for(lambda: project.batch(batch["id"])["rounds"] == 1, 60, "the first round")
    cloud.sandbox("config", {"flaw_rate": 0})
    ended = project.ended(batch["id"])
    rows = project.rows(tier="edge_case")
    assert min(row["score"] for row in rows) > 8
    assert all(project.api.get(f"/conversations/{row['id']}")["slot"]["edge_case"] for row in rows)
    attempts = [each for row in rows for each in project.attempts(row["id"])]
    assert (ended["end"], ended["counts"]["flagged"]) == ("completed", 0)
    assert ended["counts"]["succeeded"] == 15 < len(attempts)
    assert [row["flagged"] for row in rows] == [False] * 15
    assert (ended["spent_micros"], ended["reserved_micros"]) == (sum(each["cost_micros"] for each in attempts), 0)
    assert project.complaints() == []


@pytest.mark.story("IS4.3.0", 5, via="engine")
def test_a_refused_key_pauses_the_run_with_a_reason_that_a_person_understands(cloud):
    project = Project.make(cloud, 5)
    before = _mails(cloud)
    cloud.sandbox("faults", [{"kind": "status", "status": 401, "count": 5}])
    batch = project.start(notify=True)
    paused = wait_for(lambda: _paused(project, batch["id"]), 60, "the pause")
    assert paused["pause_reason"] == "provider"
    assert paused["pause_sentence"]
    assert paused["counts"]["failed"] == 0
    wait_for(lambda: _nothing_in_flight(project, batch["id"]), 30, "rest")
    wait_for(lambda: _mails(cloud) == before + 1, 30, "the mail about the pause")
    cloud.sandbox("reset", {})
    project.order(batch["id"], "resume")
    assert project.ended(batch["id"])["counts"]["succeeded"] == 5
    wait_for(lambda: _mails(cloud) == before + 2, 30, "the mail about the end")
    assert project.complaints() == []


def _mails(cloud):
    """How many mails have left in the last day."""
    return int(cloud.aws("ses").get_send_quota()["SentLast24Hours"])


def _paused(project, batch_id):
    found = project.batch(batch_id)
    return found if found["state"] == "paused" else None


def test_operators_can_follow_a_run_in_the_state_machines_console(cloud):
    project = Project.make(cloud, 3)
    batch = project.start()
    ended = project.ended(batch["id"])
    machines = cloud.aws("stepfunctions")
    name = f"{batch['id']}-{ended['run']}"

    def look():
        found = machines.list_executions(stateMachineArn=cloud.stack["state_machine"])["executions"]
        mine = [each for each in found if each["name"] == name]
        return mine if mine and mine[0]["status"] == "SUCCEEDED" else None

    (execution,) = wait_for(look, 30, "the end of the execution")
    history = machines.get_execution_history(executionArn=execution["executionArn"])["events"]
    states = {e["stateEnteredEventDetails"]["name"] for e in history if "stateEnteredEventDetails" in e}
    assert any("tick" in state.lower() for state in states)
