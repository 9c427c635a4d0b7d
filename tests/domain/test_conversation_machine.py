"""A conversation under every order of events: what holds of its row, whatever happens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from brightrun.domain.conversation import OPEN_IN_BATCH, WRITTEN, Status
from brightrun.domain.errors import Conflict, InvalidInput
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor
from brightrun.domain.version import Removal
from brightrun.domain.words import Failure
from tests.fakes import make
from tests.fakes.clock import START

OWNER = Actor(id="user-1", name="Maya", via="session")
LEASE = 180
costs = st.integers(0, 10_000)
scores = st.sampled_from([3.0, 5.9, 6.0, 8.0, 8.1, 9.7])


class ConversationMachine(RuleBasedStateMachine):
    """Every transition there is, at every time; those that are refused must change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.row = make.head(tier=Tier.EDGE_CASE)
        self.versions = {}
        self.paid = 0
        self.batches = 0
        self.approved = None

    def move(self, step) -> bool:
        """Takes the step if it is allowed; each one taken is exactly one revision."""
        before = self.row
        try:
            after = step(before)
        except (Conflict, InvalidInput):
            return False
        assert after.revision == before.revision + 1
        assert after.updated_at == self.now
        self.row = after
        return True

    @rule(seconds=st.integers(1, 400))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule()
    def is_queued(self):
        self.batches += 1
        was_open = self.row.status in OPEN_IN_BATCH
        name = make.an_id("batch", self.batches)
        queued = self.move(lambda r: r.queue(batch_id=name, model=make.MODEL, now=self.now))
        assert queued is not was_open

    @rule(wait=st.sampled_from([None, 5, 300]))
    def is_put_back(self, wait):
        if self.row.status is not Status.GENERATING:
            return
        later = None if wait is None else self.now + timedelta(seconds=wait)
        self.move(lambda r: r.try_again(cost=0, paid=False, now=self.now, not_before=later))

    @rule()
    def is_claimed(self):
        allowed = self.row.claimable(self.row.batch_id or "", self.now)
        claimed = self.move(lambda r: r.claim(owner="w", attempt_id="a", lease_seconds=LEASE, now=self.now))
        assert claimed is allowed
        if claimed:
            assert self.row.held_by("w", "a")
            assert not self.row.held_by("w", "b")
            assert not self.row.held_by("v", "a")

    @precondition(lambda self: self.row.status is Status.GENERATING)
    @rule(cost=costs, score=scores)
    def is_written(self, cost, score):
        version = make.version(self.row.latest_version + 1, score=score)
        self.move(lambda r: r.written(version, cost=cost, now=self.now))
        self.versions[version.number] = version
        self.paid += cost

    @precondition(lambda self: self.row.status is Status.GENERATING)
    @rule(cost=costs)
    def has_a_paid_answer_that_can_not_be_used(self, cost):
        self.move(lambda r: r.try_again(cost=cost, paid=True, now=self.now))
        self.paid += cost

    @precondition(lambda self: self.row.status in OPEN_IN_BATCH)
    @rule(cost=costs)
    def fails(self, cost):
        failure = Failure(kind="permanent", code="refusal", reason="No.", next_step="Change it.", at=self.now)
        self.move(lambda r: r.fail(failure, cost=cost, paid=True, now=self.now))
        self.paid += cost

    @rule()
    def is_withdrawn(self):
        was = self.row.status
        assert self.move(lambda r: r.withdraw(self.now)) is (was is Status.QUEUED)

    @precondition(lambda self: self.versions)
    @rule(data=st.data(), decision=st.sampled_from(["approve", "reject", "needs_edit", "reset"]))
    def is_decided(self, data, decision):
        read = self.versions[data.draw(st.sampled_from(sorted(self.versions)))]
        before = self.row
        decided = self.move(lambda r: r.decide(decision, read=read, actor=OWNER, now=self.now, edge_case_min=8.0))
        if not decided:
            return
        assert before.status in WRITTEN
        self.approved = read.number if decision == "approve" else None
        if decision == "approve":
            assert read.quality.score > 8.0
            assert self.row.current_version == read.number

    @precondition(lambda self: self.versions)
    @rule(score=scores, goes_on=st.booleans())
    def is_edited(self, score, goes_on):
        """A new version, or more of the newest one unless a person has decided on it."""
        was, newest = self.row, self.row.latest_version
        decided = was.review is not None and was.review.version == newest
        number = newest if goes_on and not decided else newest + 1
        version = make.version(number, score=score)
        if not self.move(lambda r: r.edited(version, self.now)):
            assert was.status not in WRITTEN
            return
        self.versions[number] = version
        if self.approved is not None:
            assert (self.row.status, self.row.current_version) == (Status.APPROVED, was.current_version)
        else:
            assert (self.row.status, self.row.current_version) == (Status.GENERATED, number)

    @precondition(lambda self: len(self.versions) > 1)
    @rule(data=st.data())
    def loses_the_text_of_a_version(self, data):
        number = data.draw(st.sampled_from(sorted(self.versions)))
        if number in {self.row.current_version, self.row.approved_version}:
            return
        removal = Removal(by="user-1", by_name="Maya", at=self.now)
        self.versions[number] = self.versions[number].without_text(removal)
        self.move(lambda r: r.described({}, self.now))

    @invariant()
    def what_is_shown_or_approved_has_its_text(self):
        for number in {self.row.current_version, self.row.approved_version} - {None}:
            assert self.versions[number].removed is None

    @invariant()
    def a_lease_means_generating(self):
        assert (self.row.lease is not None) is (self.row.status is Status.GENERATING)

    @invariant()
    def every_micro_ever_paid_is_on_the_row(self):
        assert self.row.cost_micros == self.paid

    @invariant()
    def only_a_person_approves_and_only_a_person_takes_it_back(self):
        assert self.row.approved_version == self.approved
        assert self.row.status is not Status.APPROVED or self.approved is not None

    @invariant()
    def what_is_shown_exists(self):
        number = self.row.current_version
        assert (number is None) or number in self.versions
        assert self.row.latest_version == max(self.versions, default=0)
        assert self.row.status not in WRITTEN or number is not None
        assert self.row.status not in {Status.PLANNED, Status.FAILED} or number is None

    @invariant()
    def an_open_one_has_no_result_yet(self):
        if self.row.status in OPEN_IN_BATCH:
            assert self.row.batch_result is None
            assert self.row.batch_id is not None

    @invariant()
    def the_row_survives_storage(self):
        assert type(self.row).model_validate_json(self.row.model_dump_json()) == self.row


ConversationMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestConversation = ConversationMachine.TestCase


def test_a_seed_is_never_written_again():
    with pytest.raises(Conflict, match="your own example"):
        make.head(is_seed=True).queue(batch_id="b", model=make.MODEL, now=START)


def test_a_new_version_of_an_approved_conversation_is_only_a_candidate():
    row = make.head(status=Status.GENERATED, current_version=1, latest_version=1)
    second = make.version(2, score=3.0)
    row = row.decide("approve", read=make.version(1), actor=OWNER, now=START, edge_case_min=8)
    row = row.queue(batch_id="b", model=make.MODEL, now=START)
    row = row.claim(owner="w", attempt_id="a", lease_seconds=LEASE, now=START)
    row = row.written(second, cost=5, now=START)
    assert (row.status, row.current_version, row.latest_version) == (Status.APPROVED, 1, 2)
    row = row.decide("approve", read=second, actor=OWNER, now=START, edge_case_min=8)
    assert (row.current_version, row.score) == (2, 3.0)


def test_a_decision_on_a_version_that_is_not_shown_is_refused_with_the_newest():
    row = make.head(status=Status.GENERATED, current_version=2, latest_version=2)
    with pytest.raises(Conflict) as refused:
        row.decide("reject", read=make.version(1), actor=OWNER, now=START, edge_case_min=8)
    assert refused.value.code == "other_version"
    assert refused.value.details["latest_version"] == 2


@pytest.mark.parametrize(("score", "passes"), [(8.0, False), (8.1, True)])
def test_an_edge_case_passes_only_above_its_threshold(score, passes):
    row = make.head(tier=Tier.EDGE_CASE, status=Status.GENERATED, current_version=1, latest_version=1)
    read = make.version(1, score=score)
    if passes:
        row = row.decide("approve", read=read, actor=OWNER, now=START, edge_case_min=8.0)
        assert row.status is Status.APPROVED
        return
    with pytest.raises(InvalidInput) as refused:
        row.decide("approve", read=read, actor=OWNER, now=START, edge_case_min=8.0)
    assert refused.value.code == "edge_case_score"
