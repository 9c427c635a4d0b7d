from __future__ import annotations

from collections import deque
from typing import Any

import pytest

from brightrun.domain.conversation import ConversationHead, Decision, Status
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.review import Verdict, note_opened, review_conversation
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore

FIRST = make.an_id("conversation", 1)
WRITTEN = {"status": Status.GENERATED, "current_version": 1, "latest_version": 1, "score": 8.4}


class Desk:
    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock
        store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
        store.commit(scope, [c.SaveDataset(make.dataset(last_number=9), None)], token="dataset")

    def lay(self, number: int = 1, *, score: float = 8.4, **changes: Any) -> ConversationHead:
        head = make.head(number, **{**WRITTEN, "score": score, **changes})
        writes: list[c.Change] = [c.SaveHead(head, None), c.AddSlot(make.slot(number))]
        if head.current_version:
            writes.append(c.AddVersion(make.version(1, of=number, score=score), make.turns()))
        self.store.commit(self.scope, writes, token=head.id)
        return head

    def decide(self, decision: Decision, *, version: int = 1, expected: int = 1, note: str = "") -> ConversationHead:
        verdict = Verdict(decision, version, note, ("tone",))
        return review_conversation(
            self.scope, self.actor, FIRST, verdict, expected=expected, store=self.store, clock=self.clock
        )


@pytest.fixture
def desk(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Desk:
    return Desk(store, scope, actor, clock)


@pytest.mark.parametrize(
    ("decision", "status", "action"),
    [
        ("approve", Status.APPROVED, Action.CONVERSATION_APPROVED),
        ("reject", Status.REJECTED, Action.CONVERSATION_REJECTED),
        ("needs_edit", Status.NEEDS_EDIT, Action.CONVERSATION_NEEDS_EDIT),
        ("reset", Status.GENERATED, Action.CONVERSATION_REVIEW_RESET),
    ],
)
def test_a_decision_is_stored_with_its_event(desk: Desk, decision: Decision, status: Status, action: Action):
    desk.lay()
    after = desk.decide(decision, note="Reads well")
    assert (after.status, after.revision) == (status, 2)
    assert desk.store.head(desk.scope, after.dataset_id, 0, FIRST) == after
    (event,) = desk.store.events_of_hour(desk.scope, START)
    assert (event.action, event.subject.ref, event.actor_name) == (action, "FP-0001", "Maya Hollis")
    assert event.details == {
        "version": 1,
        "note": "Reads well",
        "reasons": ["tone"],
        "before": "generated",
        "before_review": None,
        "before_version": 1,
    }
    assert desk.store.commits[-1][0] == c.SaveHead(after, 1)


def test_of_two_reviewers_one_wins_and_the_other_sees_why(desk: Desk):
    desk.lay()
    desk.decide("approve")
    with pytest.raises(Stale) as stale:
        desk.decide("reject")
    current = stale.value.details["current"]
    assert (current.status, current.review.by_name) == (Status.APPROVED, "Maya Hollis")
    assert "Maya Hollis changed FP-0001" in stale.value.message


def test_a_race_between_reading_and_writing_is_the_same(desk: Desk):
    desk.lay()
    desk.store.before = deque([lambda _: desk.decide("reject") and None])
    with pytest.raises(Stale) as stale:
        desk.decide("approve")
    assert stale.value.details["current"].status is Status.REJECTED
    assert len(desk.store.events_of_hour(desk.scope, START)) == 1


def test_only_the_version_that_was_read_is_decided_on(desk: Desk):
    desk.lay(latest_version=2)
    desk.store.commit(desk.scope, [c.AddVersion(make.version(2), make.turns())], token="v2")
    with pytest.raises(Conflict) as refused:
        desk.decide("reject", version=2)
    assert refused.value.code == "other_version"
    assert desk.decide("approve", version=2).current_version == 2


def test_what_is_not_there_can_not_be_decided_on(desk: Desk):
    with pytest.raises(NotFound):
        desk.decide("approve")
    desk.lay(status=Status.PLANNED, current_version=None, latest_version=0)
    with pytest.raises(NotFound):
        desk.decide("approve")


@pytest.mark.story("IS4.19.0", 3, via="engine")
def test_an_edge_case_needs_its_score(desk: Desk):
    desk.lay(tier=Tier.EDGE_CASE, score=8.0)
    with pytest.raises(InvalidInput) as refused:
        desk.decide("approve")
    assert refused.value.code == "edge_case_score"
    assert desk.decide("reject").status is Status.REJECTED


def test_the_bar_for_edge_cases_is_the_workspaces_own(desk: Desk):
    tenant = make.tenant(revision=2)
    lower = tenant.model_copy(update={"settings": tenant.settings.model_copy(update={"edge_case_min": 7.0})})
    desk.store.commit(desk.scope, [c.SaveTenant(lower, 1)], token="lower")
    desk.lay(tier=Tier.EDGE_CASE, score=7.5)
    assert desk.decide("approve").status is Status.APPROVED


def test_who_reads_the_same_one_is_told_until_they_are_gone(desk: Desk):
    desk.lay()
    ines = Actor(id="user-ines", name="Ines Duarte", via="session")
    robot = Actor(id="key-1", name="Pipeline", via="api_key")

    def opens(who: Actor) -> list[str]:
        found = note_opened(desk.scope, who, FIRST, 1, store=desk.store, clock=desk.clock)
        return [reader.name for reader in found]

    assert opens(ines) == []
    assert opens(robot) == ["Ines Duarte"]
    assert opens(desk.actor) == ["Ines Duarte"]
    assert opens(ines) == [desk.actor.name]
    desk.clock.advance(76)
    assert opens(desk.actor) == []
