"""Budgets as items: the one record that is kept in numbers of its own, because transactions count on them."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import bare, number, numbers
from brightrun.adapters.dynamodb.table import Item
from brightrun.domain.budget import Budget
from brightrun.domain.tenancy import TenantScope


def budget_item(scope: TenantScope, key: str, cap: int) -> Item:
    """A new budget of `cap`, unspent."""
    return {**bare(keys.budget(scope, key)), **numbers(cap=cap, remaining=cap, reserved=0, spent=0)}


def budget_of(key: str, item: Item) -> Budget:
    """The budget in an item."""
    return Budget(
        key=key,
        cap=number(item, "cap"),
        remaining=number(item, "remaining"),
        reserved=number(item, "reserved"),
        spent=number(item, "spent"),
    )
