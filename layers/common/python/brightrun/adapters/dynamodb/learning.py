"""What answers have taken, in number attributes: one update counts an answer, without a read and without a conflict."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import bare, number, numbers, placeholders
from brightrun.adapters.dynamodb.table import Item, Table
from brightrun.domain.learned import ROLLS_AT, Sample, Taken, one
from brightrun.domain.tenancy import TenantScope

_STEP = "step"
_SUMS = tuple(name for name in Taken.model_fields if name != "steps")


class LearningKeeper:
    """Implements `Learning`."""

    _table: Table

    def taken(self, scope: TenantScope) -> dict[tuple[str, str], Taken]:
        found: dict[tuple[str, str], Taken] = {}
        for stored in self._table.query(keys.taken(scope)):
            model, _, template_id = stored["sk"]["S"].partition("#")
            found[model, template_id] = _taken_of(stored)
        return found

    def add_taken(self, scope: TenantScope, model: str, template_id: str, sample: Sample) -> None:
        key = keys.taken_of(scope, model, template_id)
        after = _taken_of(self._table.add(key, _amounts(one(sample))))
        if after.answers >= ROLLS_AT:
            # Whoever counted one more meanwhile finds it full too: then its halves are written.
            halves = {**bare(key), **numbers(**_amounts(after.halved()))}
            self._table.put(halves, condition="answers = :full", values=placeholders(full=after.answers))


def _amounts(taken: Taken) -> dict[str, int]:
    sums = {name: getattr(taken, name) for name in _SUMS}
    return {**sums, **{f"{_STEP}{step}": count for step, count in taken.steps.items()}}


def _taken_of(stored: Item) -> Taken:
    steps = {int(name.removeprefix(_STEP)): number(stored, name) for name in stored if name.startswith(_STEP)}
    return Taken(steps=steps, **{name: number(stored, name) for name in _SUMS})
