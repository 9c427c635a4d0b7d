"""Our own books, read straight from the table: what every call cost and what every budget says."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brightrun.adapters.dynamodb.store import DynamoStore
from brightrun.adapters.dynamodb.table import Table
from brightrun.domain.attempt import Attempt, Outcome
from brightrun.domain.budget import batch_budget_key
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import Unavailable
from brightrun.domain.tenancy import RegisteredTenant, TenantScope, scope_of_registered
from brightrun.usecases.parts.rows import all_heads

if TYPE_CHECKING:
    from tests.chaos.customers import Customer
    from tests.chaos.provider import Billed
    from tests.e2e.kit import Cloud

FINAL = {"planned", "generated", "failed", "approved", "rejected", "needs_edit"}


@dataclass
class Books:
    """The books of all tenants, and a sampler of their caps that runs while things break."""

    cloud: Cloud
    customers: list[Customer]
    samples: int = 0
    over: list[str] = field(default_factory=list[str])
    _end: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        table = self.cloud.aws("dynamodb").list_tables()["TableNames"][0]
        self.store = DynamoStore(Table(self.cloud.aws("dynamodb"), table))

    def scope(self, customer: Customer) -> TenantScope:
        return scope_of_registered(RegisteredTenant(self.cloud.tenant_id(customer.name)))

    # While things break.

    def watch(self) -> None:
        threading.Thread(target=self._sample, daemon=True).start()

    def close(self) -> None:
        self._end.set()

    def _sample(self) -> None:
        while not self._end.wait(0.5):
            for customer in self.customers:
                for id_ in list(customer.runs):
                    with suppress(Unavailable):
                        self._look(customer, id_)

    def _look(self, customer: Customer, batch_id: str) -> None:
        budget = self.store.budget(self.scope(customer), batch_budget_key(batch_id))
        if budget is None:
            return
        self.samples += 1
        if budget.spent + budget.reserved > budget.cap or min(budget.remaining, budget.reserved, budget.spent) < 0:
            self.over.append(f"{batch_id}: {budget.spent} spent and {budget.reserved} held of {budget.cap}")

    # Afterwards.

    def heads(self, customer: Customer) -> list[ConversationHead]:
        scope = self.scope(customer)
        datasets = [self.store.dataset(scope, project.id) for project in customer.projects]
        return [head for dataset in datasets if dataset for head in all_heads(scope, dataset, self.store)]

    def attempts(self) -> list[tuple[ConversationHead, Attempt]]:
        """Every call that any tenant has on record."""
        return [
            (head, attempt)
            for customer in self.customers
            for head in self.heads(customer)
            for attempt in self.store.attempts(self.scope(customer), head.id)
        ]

    def problems(self) -> list[str]:
        """What does not add up inside our own books."""
        return [problem for customer in self.customers for problem in self._of(customer)]

    def _of(self, customer: Customer) -> list[str]:
        scope, found = self.scope(customer), list[str]()
        heads = self.heads(customer)
        found += [f"{head.ref} is still {head.status.value}" for head in heads if head.status.value not in FINAL]
        spent: Counter[str] = Counter()
        for head in heads:
            attempts = self.store.attempts(scope, head.id)
            for attempt in attempts:
                spent.update(dict.fromkeys(attempt.budgets, attempt.cost_micros))
            found += self._versions(scope, head, attempts)
        for key, total in spent.items():
            budget = self.store.budget(scope, key)
            if budget is None or (budget.spent, budget.reserved) != (total, 0):
                found.append(f"{customer.name} {key}: {budget}, its calls cost {total}")
        for id_, project in customer.runs.items():
            batch = project.batch(id_)
            counts = batch["counts"]
            stored = sum(counts[name] for name in ("succeeded", "failed", "cancelled"))
            if (batch["state"], counts["queued"], counts["generating"], stored) != ("ended", 0, 0, counts["total"]):
                found.append(f"run {id_} is {batch['state']} with {counts}")
            if batch["spent_micros"] > batch["cap_micros"] or batch["reserved_micros"]:
                found.append(f"run {id_}: {batch['spent_micros']} of {batch['cap_micros']}")
        return found

    def _versions(self, scope: TenantScope, head: ConversationHead, attempts: tuple[Attempt, ...]) -> list[str]:
        """Each stored version was paid once, and each paid success is stored."""
        by_attempt = [version.attempt_id for version in self.store.versions(scope, head.id)]
        succeeded = [attempt.id for attempt in attempts if attempt.outcome is Outcome.SUCCEEDED]
        if sorted(by_attempt, key=str) != sorted(succeeded):
            return [f"{head.ref}: versions of the calls {by_attempt}, paid successes {succeeded}"]
        return []


@dataclass
class Audit:
    """The provider's bill beside our books."""

    billed: list[Billed]
    attempts: list[tuple[ConversationHead, Attempt]]

    def __post_init__(self) -> None:
        ours = {attempt.request_id or attempt.id: attempt for _, attempt in self.attempts if attempt.cost_micros}
        self.matched = [(call, ours[call.name]) for call in self.billed if call.name in ours]
        self.lost = [call for call in self.billed if call.name not in ours]
        self.unknown = [(head, each) for head, each in self.attempts if each.outcome is Outcome.UNKNOWN]

    def problems(self) -> list[str]:
        """Money that one side has and the other has not."""
        found = [
            f"{call.name} cost {call.cost_micros}, booked {attempt.cost_micros}"
            for call, attempt in self.matched
            if call.cost_micros != attempt.cost_micros and attempt.outcome is not Outcome.UNKNOWN
        ]
        bills = Counter(call.name for call in self.billed)
        found += [f"{name} was billed {times} times" for name, times in bills.items() if times > 1]
        found += [
            f"{head.ref}: {each.cost_micros} booked for {each.request_id or each.id}, which the provider never billed"
            for head, each in self.attempts
            if each.cost_micros and each.outcome is not Outcome.UNKNOWN and (each.request_id or each.id) not in bills
        ]
        covers: dict[str, list[int]] = defaultdict(list)
        for head, each in self.unknown:
            covers[head.ref].append(each.cost_micros)
        for reference in {call.reference for call in self.lost}:
            lost = [call.cost_micros for call in self.lost if call.reference == reference]
            cover = covers[reference]
            if len(lost) > len(cover) or sum(lost) > sum(cover):
                found.append(f"{reference}: the provider billed {lost} beyond the record, which covers {cover}")
        return found
