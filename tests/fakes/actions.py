"""What each change does to the stored items: which must be as expected, and what they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from brightrun.domain.attempt import Outcome
from brightrun.domain.budget import Budget
from brightrun.ports import changes as c

Partition = tuple[Any, ...]


class _Mark:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


KEEP = _Mark("KEEP")
GONE = _Mark("GONE")
EVERYWHERE = ""
"""The tenant of the few items that no tenant owns."""


@dataclass(slots=True)
class Data:
    """Items by partition and sort key, as in the one table."""

    partitions: dict[Partition, dict[Any, Any]] = field(default_factory=dict)

    def get(self, partition: Partition, sort: Any = None) -> Any:
        return self.partitions.get(partition, {}).get(sort)

    def all(self, partition: Partition) -> list[Any]:
        items = self.partitions.get(partition, {})
        return [items[sort] for sort in sorted(items)]

    def put(self, partition: Partition, sort: Any, value: Any) -> None:
        self.partitions.setdefault(partition, {})[sort] = value

    def drop(self, partition: Partition, sort: Any) -> None:
        self.partitions.get(partition, {}).pop(sort, None)


@dataclass(frozen=True, slots=True)
class Action:
    """One item of a transaction: `ok` is its condition, `value` what it becomes."""

    partition: Partition
    sort: Any = None
    ok: bool = True
    value: Any = KEEP
    mistake: str = ""
    """Why no correct program would ask for this; raised when all conditions hold."""


Plan = Callable[[Data, str, Any], Iterable[Action]]
PLANS: dict[type, Plan] = {}


def plans(kind: type) -> Callable[[Plan], Plan]:
    def keep(plan: Plan) -> Plan:
        PLANS[kind] = plan
        return plan

    return keep


def guarded(data: Data, partition: Partition, sort: Any, record: Any, expected: int | None) -> Action:
    stored = data.get(partition, sort)
    revision = None if stored is None else stored.revision
    return Action(partition, sort, revision == expected, record)


def new(data: Data, partition: Partition, sort: Any, value: Any) -> Action:
    return Action(partition, sort, data.get(partition, sort) is None, value)


@plans(c.SaveHead)
def _head(data: Data, tenant: str, change: c.SaveHead) -> Iterable[Action]:
    head = change.head
    yield guarded(data, (tenant, "heads", head.dataset_id, head.shard), head.id, head, change.expected)


@plans(c.AddSlot)
@plans(c.SaveSlot)
def _slot(data: Data, tenant: str, change: c.AddSlot | c.SaveSlot) -> Iterable[Action]:
    added = new(data, (tenant, "slot", change.slot.conversation_id), None, change.slot)
    yield added if isinstance(change, c.AddSlot) else replace(added, ok=not added.ok)


@plans(c.AddAttempt)
def _attempt(data: Data, tenant: str, change: c.AddAttempt) -> Iterable[Action]:
    attempt = change.attempt
    yield new(data, (tenant, "attempts", attempt.conversation_id), attempt.id, attempt)


@plans(c.SettleAttempt)
def _settle(data: Data, tenant: str, change: c.SettleAttempt) -> Iterable[Action]:
    attempt = change.attempt
    partition = (tenant, "attempts", attempt.conversation_id)
    stored = data.get(partition, attempt.id)
    ok = stored is not None and stored.outcome is Outcome.RUNNING and stored.owner == attempt.owner
    yield Action(partition, attempt.id, ok, attempt)


@plans(c.AddVersion)
def _version(data: Data, tenant: str, change: c.AddVersion) -> Iterable[Action]:
    version = change.version
    partition = (tenant, "versions", version.conversation_id)
    yield new(data, partition, version.number, version)
    turns = (tenant, "turns", version.conversation_id, version.number)
    for turn in change.turns:
        yield new(data, turns, turn.number, turn)


@plans(c.SaveVersion)
def _save_version(data: Data, tenant: str, change: c.SaveVersion) -> Iterable[Action]:
    of, number = change.version.conversation_id, change.version.number
    there = data.get((tenant, "versions", of), number) is not None
    yield Action((tenant, "versions", of), number, there, change.version)
    turns = {**{turn.number: turn for turn in change.changed}, **dict.fromkeys(change.removed, GONE)}
    yield from (Action((tenant, "turns", of, number), turn, value=value) for turn, value in turns.items())


@plans(c.AddEvent)
def _event(data: Data, tenant: str, change: c.AddEvent) -> Iterable[Action]:
    yield new(data, (tenant, "events"), change.event.id, change.event)


@plans(c.OpenBudget)
def _open(data: Data, tenant: str, change: c.OpenBudget) -> Iterable[Action]:
    budget = Budget(key=change.key, cap=change.cap, remaining=change.cap)
    yield new(data, (tenant, "budget", change.key), None, budget)


@plans(c.MoveBudget)
def _move(data: Data, tenant: str, change: c.MoveBudget) -> Iterable[Action]:
    if change.remaining + change.reserved + change.spent:
        raise ValueError(f"money may not appear or vanish: {change}")
    partition = (tenant, "budget", change.key)
    stored: Budget | None = data.get(partition)
    if stored is None:
        yield Action(partition, ok=False)
        return
    moved = stored.model_copy(
        update={
            "remaining": stored.remaining + change.remaining,
            "reserved": stored.reserved + change.reserved,
            "spent": stored.spent + change.spent,
        }
    )
    mistake = f"nobody set this money aside: {change}" if moved.reserved < 0 or moved.spent < 0 else ""
    is_claim = change.reserved > 0
    yield Action(partition, None, moved.remaining >= 0 or not is_claim, moved, mistake)


@plans(c.ResizeBudget)
def _resize(data: Data, tenant: str, change: c.ResizeBudget) -> Iterable[Action]:
    partition = (tenant, "budget", change.key)
    stored: Budget | None = data.get(partition)
    if stored is None:
        yield Action(partition, ok=False)
        return
    resized = stored.model_copy(update={"cap": stored.cap + change.by, "remaining": stored.remaining + change.by})
    yield Action(partition, None, resized.remaining >= 0, resized)


@plans(c.SaveBatch)
def _batch(data: Data, tenant: str, change: c.SaveBatch) -> Iterable[Action]:
    batch = change.batch
    yield guarded(data, (tenant, "batch", batch.id), None, batch, change.expected)
    listed = GONE if batch.state == "ended" else batch.id
    yield Action((tenant, "open batches"), batch.id, value=listed)
    if change.expected is None:
        yield new(data, (tenant, "batches", batch.dataset_id), batch.id, batch.id)


@plans(c.RequireBatchRunning)
def _running(data: Data, tenant: str, change: c.RequireBatchRunning) -> Iterable[Action]:
    stored = data.get((tenant, "batch", change.batch_id))
    ok = stored is not None and stored.state == "running"
    yield Action((tenant, "batch", change.batch_id), None, ok)


@plans(c.AddBatchMembers)
def _members(data: Data, tenant: str, change: c.AddBatchMembers) -> Iterable[Action]:
    yield new(data, (tenant, "batch members", change.batch_id), change.page, change.members)


@plans(c.SaveProviderBatch)
def _part(data: Data, tenant: str, change: c.SaveProviderBatch) -> Iterable[Action]:
    part = change.part
    yield guarded(data, (tenant, "parts", part.batch_id), part.id, part, change.expected)


@plans(c.LeaveBatch)
def _leave(data: Data, tenant: str, change: c.LeaveBatch) -> Iterable[Action]:
    yield Action((tenant, "left", change.batch_id), change.head.id, value=change.head)


@plans(c.SaveDataset)
def _dataset(data: Data, tenant: str, change: c.SaveDataset) -> Iterable[Action]:
    dataset = change.dataset
    yield guarded(data, (tenant, "datasets"), dataset.id, dataset, change.expected)


@plans(c.AddDocument)
def _document(data: Data, tenant: str, change: c.AddDocument) -> Iterable[Action]:
    yield new(data, (tenant, "documents"), change.document.id, change.document)


@plans(c.AddChunk)
def _chunk(data: Data, tenant: str, change: c.AddChunk) -> Iterable[Action]:
    yield Action((tenant, "chunks", change.chunk.document_id), change.chunk.id, value=change.chunk)


@plans(c.SaveTemplate)
def _template(data: Data, tenant: str, change: c.SaveTemplate) -> Iterable[Action]:
    template = change.template
    yield guarded(data, (tenant, "templates"), template.id, template, change.expected)


@plans(c.AddTemplateVersion)
def _template_version(data: Data, tenant: str, change: c.AddTemplateVersion) -> Iterable[Action]:
    version = change.version
    partition = (tenant, "template versions", version.template_id)
    yield new(data, partition, version.number, version)


@plans(c.SaveExport)
def _export(data: Data, tenant: str, change: c.SaveExport) -> Iterable[Action]:
    export = change.export
    partition = (tenant, "exports", export.dataset_id)
    yield guarded(data, partition, export.id, export, change.expected)
    if change.expected is None:
        yield new(data, (tenant, "export ids"), export.id, export.dataset_id)


@plans(c.SaveTenant)
def _tenant(data: Data, tenant: str, change: c.SaveTenant) -> Iterable[Action]:
    yield guarded(data, (tenant, "tenant"), None, change.tenant, change.expected)
    if change.expected is None:
        yield Action((EVERYWHERE, "tenants"), tenant, value=tenant)


@plans(c.SaveMember)
def _member(data: Data, tenant: str, change: c.SaveMember) -> Iterable[Action]:
    member = change.member
    yield guarded(data, (tenant, "members"), member.user_id, member, change.expected)


@plans(c.RemoveMember)
def _remove_member(data: Data, tenant: str, change: c.RemoveMember) -> Iterable[Action]:
    partition = (tenant, "members")
    yield guarded(data, partition, change.user_id, GONE, change.expected)


@plans(c.SaveUser)
def _user(data: Data, tenant: str, change: c.SaveUser) -> Iterable[Action]:
    user = change.user
    yield guarded(data, (EVERYWHERE, "user", user.user_id), None, user, change.expected)


@plans(c.SaveInvitation)
def _invitation(data: Data, tenant: str, change: c.SaveInvitation) -> Iterable[Action]:
    invitation = change.invitation
    yield new(data, (tenant, "invitations"), invitation.id, invitation)
    place = (EVERYWHERE, "invitation")
    yield new(data, place, invitation.token_sha256, (tenant, invitation.id))


@plans(c.RemoveInvitation)
def _remove_invitation(data: Data, tenant: str, change: c.RemoveInvitation) -> Iterable[Action]:
    stored = data.get((tenant, "invitations"), change.invitation_id)
    yield Action((tenant, "invitations"), change.invitation_id, stored is not None, GONE)


@plans(c.SaveApiKey)
def _api_key(data: Data, tenant: str, change: c.SaveApiKey) -> Iterable[Action]:
    key = change.key
    for partition, sort in (((tenant, "keys"), key.id), ((EVERYWHERE, "key"), key.sha256)):
        free = data.get(partition, sort) is None
        yield Action(partition, sort, free == change.new, key)


@plans(c.RememberAnswer)
def _answer(data: Data, tenant: str, change: c.RememberAnswer) -> Iterable[Action]:
    yield new(data, (tenant, "answers"), change.key, change)


@plans(c.AddMark)
def _mark(data: Data, tenant: str, change: c.AddMark) -> Iterable[Action]:
    yield new(data, (tenant, "marks"), change.name, change)
