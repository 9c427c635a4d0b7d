"""A batch under every order of orders: pause, resume, cancel, end, again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from brightrun.domain.batch import Counts
from brightrun.domain.errors import Conflict
from tests.fakes import make
from tests.fakes.clock import START

counts = st.builds(
    Counts,
    queued=st.integers(0, 2),
    generating=st.integers(0, 2),
    succeeded=st.integers(0, 3),
    failed=st.integers(0, 2),
    cancelled=st.integers(0, 2),
)


class BatchMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.batch = make.batch()
        self.runs = [1]
        self.was_cancelled = False

    def order(self, allowed, step):
        """An order is obeyed exactly when the state allows it, and is one revision."""
        before = self.batch
        if not allowed:
            with pytest.raises(Conflict):
                step(before)
            return
        self.batch = step(before)
        assert self.batch.revision == before.revision + 1
        if self.batch.run != before.run:
            self.runs.append(self.batch.run)

    @rule(reason=st.sampled_from(["user", "budget", "provider"]))
    def pause(self, reason):
        self.order(self.batch.state == "running", lambda b: b.pause(reason, "Because."))

    @rule()
    def resume(self):
        self.order(self.batch.state == "paused", lambda b: b.resume())

    @rule()
    def cancel(self):
        allowed = self.batch.state in {"running", "paused"}
        self.order(allowed, lambda b: b.cancel())
        self.was_cancelled = self.was_cancelled or allowed

    @rule()
    def revive(self):
        self.order(True, lambda b: b.revive())  # noqa: FBT003 - it is always allowed

    @precondition(lambda self: self.batch.state != "ended")
    @rule(found=counts)
    def finish(self, found):
        self.order(found.open == 0, lambda b: b.finish(found, START + timedelta(hours=1)))
        if self.batch.state != "ended":
            return
        if self.was_cancelled or found.cancelled:
            assert self.batch.end == "cancelled"
        else:
            assert self.batch.end == ("with_failures" if found.failed else "completed")

    @rule()
    def retry_what_failed(self):
        ended = self.batch.state == "ended"
        again = START + timedelta(hours=2)
        self.order(ended, lambda b: b.reopen(again + timedelta(hours=24)))
        self.was_cancelled = self.was_cancelled and not ended

    @invariant()
    def calls_are_made_only_while_it_runs(self):
        assert self.batch.calls_allowed is (self.batch.state == "running")

    @invariant()
    def a_reason_means_paused_and_an_end_means_ended(self):
        assert (self.batch.pause_reason is not None) is (self.batch.state == "paused")
        ended = self.batch.state == "ended"
        assert (self.batch.end is not None) is ended
        assert (self.batch.ended_at is not None) is ended
        assert (self.batch.final_counts is not None) is ended

    @invariant()
    def no_execution_name_is_used_twice(self):
        assert self.runs == sorted(set(self.runs))


BatchMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestBatch = BatchMachine.TestCase
