"""The store in memory: every promise of `ports.stores`, none of the network."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from brightrun.domain.budget import Budget
from brightrun.domain.errors import ChangeLost
from brightrun.domain.learned import ROLLS_AT, Taken, one
from brightrun.ports.changes import MOST_ACTIONS, AddEvent, Change, SaveHead
from brightrun.ports.many import RemoveHead
from tests.fakes import many as _plans_of_many  # noqa: F401 - adds its plans
from tests.fakes import remarks as _plans_of_remarks  # noqa: F401 - adds its plans
from tests.fakes.actions import EVERYWHERE, GONE, KEEP, PLANS, Action
from tests.fakes.reads import Reads

if TYPE_CHECKING:
    from brightrun.domain.event import Event
    from brightrun.domain.learned import Sample
    from brightrun.domain.limiter import LimiterState
    from brightrun.domain.reader import Reader
    from brightrun.domain.seal import Seal
    from brightrun.domain.tenancy import TenantScope
    from brightrun.ports.clock import Clock

Fault = Callable[[Sequence[Change]], Exception | None]


class FakeStore(Reads):
    """One table for all tenants. `clock` decides when remembered answers are forgotten.

    `before` and `after` are faults to play, one a commit, in order: what a callable answers is
    raised before anything is stored, or after everything is (an answer that got lost).
    """

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self._tokens: dict[tuple[str, str], tuple[Change, ...]] = {}
        self.before: deque[Fault] = deque()
        self.after: deque[Fault] = deque()
        self.commits: list[tuple[Change, ...]] = []

    # Writing.

    def commit(self, scope: TenantScope, changes: Sequence[Change], *, token: str) -> None:
        self._play(self.before, changes)
        with self._lock:
            given = tuple(changes)
            known = self._tokens.get((scope.tenant_id, token))
            if known is None:
                self._apply(scope.tenant_id, given)
                self._tokens[scope.tenant_id, token] = given
                self.commits.append(given)
            elif known != given:
                raise ValueError("this token was used for another transaction")
        self._play(self.after, changes)

    def _apply(self, tenant: str, changes: tuple[Change, ...]) -> None:
        self._forget_expired(tenant)
        planned = [(index, list(self._plan(tenant, change))) for index, change in enumerate(changes)]
        planned.append((-1, self._moved_shards(tenant, changes)))
        actions = [action for _, group in planned for action in group]
        if not actions or len(actions) > MOST_ACTIONS:
            raise ValueError(f"a transaction has 1 to {MOST_ACTIONS} actions, not {len(actions)}")
        places = [(action.partition, action.sort) for action in actions]
        if len(set(places)) != len(places):
            raise ValueError("a transaction may touch an item once")
        lost = [index for index, group in planned if not all(action.ok for action in group)]
        if lost:
            raise ChangeLost(lost)
        mistakes = [action.mistake for action in actions if action.mistake]
        if mistakes:
            raise ValueError("; ".join(mistakes))
        for action in actions:
            if action.value is GONE:
                self._data.drop(action.partition, action.sort)
            elif action.value is not KEEP:
                self._data.put(action.partition, action.sort, action.value)

    def _plan(self, tenant: str, change: Change) -> Iterator[Action]:
        yield from PLANS[type(change)](self._data, tenant, change)

    def _moved_shards(self, tenant: str, changes: Sequence[Change]) -> list[Action]:
        touched = {(c.head.dataset_id, c.head.shard) for c in changes if isinstance(c, SaveHead | RemoveHead)}
        return [
            Action(
                (tenant, "shard", dataset, shard),
                value=self._revision(tenant, dataset, shard) + 1,
            )
            for dataset, shard in touched
        ]

    def _play(self, faults: deque[Fault], changes: Sequence[Change]) -> None:
        failure = faults.popleft()(changes) if faults else None
        if failure is not None:
            raise failure

    # The few writes outside transactions.

    def open_budget(self, scope: TenantScope, key: str, cap: int) -> Budget:
        with self._lock:
            stored: Budget | None = self.budget(scope, key)
            if stored is None:
                stored = Budget(key=key, cap=cap, remaining=cap)
                self._data.put((scope.tenant_id, "budget", key), None, stored)
            return stored

    def add_seal(self, scope: TenantScope, seal: Seal) -> bool:
        with self._lock:
            last = self.last_seal(scope)
            if seal.number != (last.number + 1 if last else 1):
                return False
            self._data.put((scope.tenant_id, "seals"), seal.number, seal)
            return True

    def mark_once(self, scope: TenantScope, name: str) -> bool:
        with self._lock:
            if self._data.get((scope.tenant_id, "marks"), name) is not None:
                return False
            self._data.put((scope.tenant_id, "marks"), name, name)
            return True

    def keep_opened(
        self, scope: TenantScope, dataset_id: str, user_id: str, conversation_id: str, version: int
    ) -> None:
        with self._lock:
            partition = (scope.tenant_id, "opened", dataset_id, user_id)
            newest = max(version, self._data.get(partition, conversation_id) or 0)
            self._data.put(partition, conversation_id, newest)

    def keep_reading(self, scope: TenantScope, conversation_id: str, reader: Reader) -> None:
        with self._lock:
            partition = (scope.tenant_id, "reading", conversation_id)
            before = self._data.get(partition, reader.user_id)
            if before is None or before.until <= reader.until:
                self._data.put(partition, reader.user_id, reader)

    def unmark(self, scope: TenantScope, name: str) -> None:
        with self._lock:
            self._data.drop((scope.tenant_id, "marks"), name)

    def add_taken(self, scope: TenantScope, model: str, template_id: str, sample: Sample) -> None:
        with self._lock:
            known = self.taken(scope)
            after = known.get((model, template_id), Taken()) + one(sample)
            known[model, template_id] = after.halved() if after.answers >= ROLLS_AT else after
            self._data.put((scope.tenant_id, "taken"), None, known)

    def save_limiter(self, key_id: str, model: str, state: LimiterState) -> bool:
        with self._lock:
            stored = self.limiter(key_id, model)
            if state.revision != (stored.revision + 1 if stored else 1):
                return False
            self._data.put((EVERYWHERE, "limiter", key_id, model), None, state)
            return True

    # For tests only.

    def recorded(self) -> list[Event]:
        """Every event of every transaction, in the order of the commits."""
        return [c.event for commit in self.commits for c in commit if isinstance(c, AddEvent)]
