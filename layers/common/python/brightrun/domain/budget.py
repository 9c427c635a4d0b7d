"""Money that was allowed, is set aside and was spent. `cap == remaining + reserved + spent`, always."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from brightrun.domain.model import Micros, Record
from brightrun.domain.money import dollars

BudgetKind = Literal["batch", "dataset", "month", "opinions"]

WARN_AT = (50, 75, 90)
"""Per cent of a budget at which its owner is told, once each."""

BUDGET_NAMES: dict[BudgetKind, str] = {
    "batch": "the limit of this run",
    "dataset": "the budget of this dataset",
    "month": "the budget of this month",
    "opinions": "the limit for second opinions this month",
}


class Budget(Record):
    """One allowance. It is changed only by moves inside the transaction of what they pay for."""

    key: str
    cap: Micros
    remaining: Micros
    reserved: Micros = 0
    spent: Micros = 0

    def can_still_cover(self, amount: Micros) -> bool:
        """Whether the amount can come free once calls in flight have settled."""
        return self.remaining + self.reserved >= amount


class BudgetWarning(Record):
    """So much of a budget is spent. A budget with another cap is warned of anew."""

    budget: BudgetKind
    percent: int
    cap_micros: Micros
    sentence: str


def warnings_of(budget: Budget) -> tuple[BudgetWarning, ...]:
    """The warnings that what is spent has come to, lowest first; money set aside is not spent."""
    kind = kind_of_budget(budget.key)
    return tuple(
        BudgetWarning(
            budget=kind,
            percent=percent,
            cap_micros=budget.cap,
            sentence=f"{percent} % of {BUDGET_NAMES[kind]} ({dollars(budget.cap)}) is spent.",
        )
        for percent in WARN_AT
        if budget.cap > 0 and 100 * budget.spent >= percent * budget.cap
    )


def kind_of_budget(key: str) -> BudgetKind:
    """What a budget is of, from its key."""
    kinds: dict[str, BudgetKind] = {kind: kind for kind in BUDGET_NAMES}
    return kinds.get(key.partition(":")[0], "month")


def batch_budget_key(batch_id: str) -> str:
    return f"batch:{batch_id}"


def dataset_budget_key(dataset_id: str) -> str:
    return f"dataset:{dataset_id}"


def month_budget_key(now: datetime) -> str:
    return f"month:{now:%Y-%m}"


def opinions_budget_key(now: datetime) -> str:
    """Of second opinions alone; what they cost counts into the month's budget as well."""
    return f"opinions:{now:%Y-%m}"
