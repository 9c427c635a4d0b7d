"""Money under every order of claims, answers, kills and caps: no micro appears or is lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from brightrun.domain.attempt import Outcome
from brightrun.domain.budget import batch_budget_key
from brightrun.domain.errors import ChangeLost
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.ports import changes as c
from brightrun.usecases.parts.money_moves import reserve, settle
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.store import FakeStore

SCOPE = scope_of_registered(RegisteredTenant("acme"))
BATCH = batch_budget_key("b")
MONTH = "month:2026-11"
OPINIONS = "opinions:2026-11"
KEYS = (BATCH, MONTH)


class LedgerMachine(RuleBasedStateMachine):
    """Two allowances, from both of which every call is paid, and a third for opinions, as in the product."""

    def __init__(self) -> None:
        super().__init__()
        self.store = FakeStore()
        self.numbers = itertools.count(1)
        self.running = {}
        self.cost = 0
        self.opinions_cost = 0
        self.store.commit(SCOPE, [c.OpenBudget(BATCH, 20_000)], token="open")
        self.store.open_budget(SCOPE, MONTH, 30_000)
        self.store.open_budget(SCOPE, OPINIONS, 8_000)

    def commit(self, changes, token=None):
        self.store.commit(SCOPE, changes, token=token or f"t{next(self.numbers)}")

    def budget(self, key):
        return self.store.budget(SCOPE, key)

    def booked(self, attempt, cost):
        """What `attempt` cost, in the budgets that it was paid from."""
        self.cost += cost
        self.opinions_cost += cost if OPINIONS in attempt.budgets else 0

    @rule(worst=st.integers(1, 9_000), opinion=st.booleans())
    def a_call_is_claimed(self, worst, opinion):
        keys = (*KEYS, OPINIONS) if opinion else KEYS
        attempt = make.attempt(next(self.numbers), budgets=keys, reserved_micros=worst)
        moves = reserve(keys, worst)
        covered = all(self.budget(key).remaining >= worst for key in keys)
        if covered:
            self.commit([c.AddAttempt(attempt), *moves])
            self.running[attempt.id] = attempt
            return
        with pytest.raises(ChangeLost) as refused:
            self.commit([c.AddAttempt(attempt), *moves])
        assert 0 not in refused.value.lost

    @precondition(lambda self: self.running)
    @rule(data=st.data(), deliveries=st.integers(1, 10))
    def its_answer_is_settled_however_often_it_is_told(self, data, deliveries):
        attempt = self.running.pop(data.draw(st.sampled_from(sorted(self.running))))
        cost = data.draw(st.integers(0, attempt.reserved_micros))
        settled = attempt.model_copy(update={"outcome": Outcome.SUCCEEDED, "cost_micros": cost, "ended_at": START})
        moves = settle(attempt.budgets, attempt.reserved_micros, cost)
        token = f"settle {attempt.id}"
        self.commit([c.SettleAttempt(settled), *moves], token)
        self.booked(attempt, cost)
        for number in range(1, deliveries):
            if number % 2:
                self.commit([c.SettleAttempt(settled), *moves], token)
                continue
            with pytest.raises(ChangeLost) as refused:
                self.commit([c.SettleAttempt(settled), *moves], f"{token} {number}")
            assert refused.value.lost == (0,)

    @precondition(lambda self: self.running)
    @rule(data=st.data())
    def a_worker_dies_and_its_reservation_stays_spent(self, data):
        attempt = self.running.pop(data.draw(st.sampled_from(sorted(self.running))))
        worst = attempt.reserved_micros
        unknown = attempt.model_copy(update={"outcome": Outcome.UNKNOWN, "cost_micros": worst})
        self.commit([c.SettleAttempt(unknown), *settle(attempt.budgets, worst, worst)])
        self.booked(attempt, worst)

    @rule(by=st.integers(-5_000, 5_000))
    def the_cap_is_moved(self, by):
        before = self.budget(BATCH)
        if before.remaining + by < 0:
            with pytest.raises(ChangeLost):
                self.commit([c.ResizeBudget(BATCH, by)])
            return
        self.commit([c.ResizeBudget(BATCH, by)])
        assert self.budget(BATCH).cap == before.cap + by

    @invariant()
    def nothing_appears_or_vanishes(self):
        for key in (*KEYS, OPINIONS):
            budget = self.budget(key)
            held = sum(attempt.reserved_micros for attempt in self.running.values() if key in attempt.budgets)
            assert budget.cap == budget.remaining + budget.reserved + budget.spent
            assert min(budget.remaining, budget.reserved, budget.spent) >= 0
            assert budget.spent == (self.opinions_cost if key == OPINIONS else self.cost)
            assert budget.reserved == held


LedgerMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestLedger = LedgerMachine.TestCase


def test_a_lost_answer_and_its_repetition_move_money_once():
    store = FakeStore()
    store.open_budget(SCOPE, BATCH, 100)
    claim = [c.MoveBudget(BATCH, remaining=-60, reserved=60)]
    store.after.append(lambda _: ConnectionError("the answer got lost"))
    with pytest.raises(ConnectionError):
        store.commit(SCOPE, claim, token="once")
    store.commit(SCOPE, claim, token="once")
    assert store.budget(SCOPE, BATCH).reserved == 60
