"""Money that was allowed, is set aside and was spent. `cap == remaining + reserved + spent`, always."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from brightrun.domain.model import Micros, Record

BudgetKind = Literal["batch", "dataset", "month"]


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


def batch_budget_key(batch_id: str) -> str:
    return f"batch:{batch_id}"


def dataset_budget_key(dataset_id: str) -> str:
    return f"dataset:{dataset_id}"


def month_budget_key(now: datetime) -> str:
    return f"month:{now:%Y-%m}"
