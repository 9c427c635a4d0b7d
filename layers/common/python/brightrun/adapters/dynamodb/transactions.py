"""Turns the changes that a use case asks for into the actions of one DynamoDB transaction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from typing import Any

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.budgets import budget_item
from brightrun.adapters.dynamodb.item_actions import NEW
from brightrun.adapters.dynamodb.items import bare, epoch, item, members_text, placeholders
from brightrun.adapters.dynamodb.many_actions import ManyActions
from brightrun.adapters.dynamodb.remarks import RemarkActions
from brightrun.adapters.dynamodb.table import Action, Item, Table
from brightrun.domain.errors import ChangeLost
from brightrun.domain.tenancy import TenantScope
from brightrun.ports import changes as c
from brightrun.ports import many, remarks

Guarded = tuple[int, Action]
"""(index of the change that asks for it, action)"""


class DynamoCommits:
    """The `Commits` port on a table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def commit(self, scope: TenantScope, changes: Sequence[c.Change], *, token: str) -> None:
        planner = _Planner(scope, self._table.name)
        actions: list[Guarded] = []
        for index, change in enumerate(changes):
            actions += [(index, action) for action in planner.actions(change)]
        actions += [(-1, action) for action in planner.shard_revisions()]
        if len(actions) > c.MOST_ACTIONS:
            raise ValueError(f"{len(actions)} actions in one transaction, at most {c.MOST_ACTIONS}")
        try:
            self._table.transact([action for _, action in actions], token)
        except ChangeLost as lost:
            raise ChangeLost(sorted({actions[position][0] for position in lost.lost})) from lost


class _Planner(ManyActions, RemarkActions):
    """The actions of one transaction, for one tenant."""

    def shard_revisions(self) -> list[Action]:
        """One step forward for every shard whose rows change, so that readers see that they did."""
        return [
            self._update(key, "ADD #r :one", {":one": {"N": "1"}}, names={"#r": "revision"})
            for key in self._touched_shards
        ]

    @singledispatchmethod
    def actions(self, change: Any) -> list[Action]:
        raise TypeError(f"no actions for {type(change).__name__}")

    @actions.register
    def _(self, change: c.SaveHead) -> list[Action]:
        row = change.head
        self._touched_shards[keys.shard_revision(self._scope, row.dataset_id, row.shard)] = None
        return [self._save(keys.head_of(self._scope, row), row, row.revision, change.expected, lean=True)]

    @actions.register
    def _(self, change: c.AddSlot) -> list[Action]:
        return [self._add(keys.slot(self._scope, change.slot.conversation_id), change.slot)]

    @actions.register
    def _(self, change: c.SaveSlot) -> list[Action]:
        stored = item(keys.slot(self._scope, change.slot.conversation_id), change.slot)
        return [self._put(stored, "attribute_exists(pk)")]

    @actions.register
    def _(self, change: c.AddAttempt) -> list[Action]:
        attempt, key = change.attempt, keys.attempt(self._scope, change.attempt.conversation_id, change.attempt.id)
        return [self._put(item(key, attempt, **_attempt_state(attempt.outcome, attempt.owner)), NEW)]

    @actions.register
    def _(self, change: c.SettleAttempt) -> list[Action]:
        attempt = change.attempt
        key = keys.attempt(self._scope, attempt.conversation_id, attempt.id)
        stored = item(key, attempt, **_attempt_state(attempt.outcome, attempt.owner))
        held = {":running": {"S": "running"}, ":owner": {"S": attempt.owner}}
        return [self._put(stored, "outcome = :running AND #owner = :owner", held, {"#owner": "owner"})]

    @actions.register
    def _(self, change: c.AddVersion) -> list[Action]:
        version = change.version
        key = keys.version(self._scope, version.conversation_id, version.number)
        turns = [
            self._add(keys.turn(self._scope, version.conversation_id, version.number, turn.number), turn)
            for turn in change.turns
        ]
        return [self._add(key, version), *turns]

    @actions.register
    def _(self, change: c.SaveVersion) -> list[Action]:
        of, number = change.version.conversation_id, change.version.number
        saved = self._put(item(keys.version(self._scope, of, number), change.version), "attribute_exists(pk)")
        texts = [self._put(item(keys.turn(self._scope, of, number, turn.number), turn)) for turn in change.changed]
        return [saved, *texts, *(self._delete(keys.turn(self._scope, of, number, gone)) for gone in change.removed)]

    @actions.register
    def _(self, change: c.AddEvent) -> list[Action]:
        event = change.event
        index: Item = {"gsi1pk": {"S": keys.subject(self._scope, event.subject.id)}, "gsi1sk": {"S": event.id}}
        return [self._put(item((keys.events(self._scope, event.at), event.id), event, **index), NEW)]

    @actions.register
    def _(self, change: c.OpenBudget) -> list[Action]:
        return [self._put(budget_item(self._scope, change.key, change.cap), NEW)]

    @actions.register
    def _(self, change: c.MoveBudget) -> list[Action]:
        condition, values = "attribute_exists(pk)", placeholders(a=change.remaining, r=change.reserved, s=change.spent)
        if change.reserved > 0:
            condition += " AND remaining >= :need"
            values |= placeholders(need=-change.remaining)
        expression = "SET remaining = remaining + :a, reserved = reserved + :r, spent = spent + :s"
        return [self._update(keys.budget(self._scope, change.key), expression, values, condition)]

    @actions.register
    def _(self, change: c.ResizeBudget) -> list[Action]:
        expression = "SET remaining = remaining + :by, cap = cap + :by"
        values = placeholders(by=change.by, need=-change.by)
        return [self._update(keys.budget(self._scope, change.key), expression, values, "remaining >= :need")]

    @actions.register
    def _(self, change: c.SaveBatch) -> list[Action]:
        batch = change.batch
        key = keys.batch(self._scope, batch.id)
        state: Item = {"state": {"S": batch.state}}
        saved = self._save(key, batch, batch.revision, change.expected, **state)
        still_open = (keys.open_batches(self._scope), batch.id)
        listed = self._delete(still_open) if batch.state == "ended" else self._put(bare(still_open))
        if change.expected is not None:
            return [saved, listed]
        pointer = bare((keys.batch_pointers(self._scope, batch.dataset_id), batch.id))
        return [saved, listed, self._put(pointer, NEW)]

    @actions.register
    def _(self, change: c.RequireBatchRunning) -> list[Action]:
        key = keys.batch(self._scope, change.batch_id)
        check = {
            "TableName": self._table,
            "Key": bare(key),
            "ConditionExpression": "#state = :running",
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": {":running": {"S": "running"}},
        }
        return [{"ConditionCheck": check}]

    @actions.register
    def _(self, change: c.AddBatchMembers) -> list[Action]:
        stored = bare(keys.batch_members(self._scope, change.batch_id, change.page))
        stored["members"] = {"S": members_text(change.members)}
        return [self._put(stored, NEW)]

    @actions.register
    def _(self, change: c.SaveProviderBatch) -> list[Action]:
        part = change.part
        key = keys.provider_batch(self._scope, part.batch_id, part.id)
        return [self._save(key, part, part.revision, change.expected)]

    @actions.register
    def _(self, change: c.LeaveBatch) -> list[Action]:
        return [self._put(item(keys.batch_left(self._scope, change.batch_id, change.head.id), change.head, lean=True))]

    @actions.register
    def _(self, change: c.SaveDataset) -> list[Action]:
        dataset = change.dataset
        key = (keys.datasets(self._scope), dataset.id)
        return [self._save(key, dataset, dataset.revision, change.expected)]

    @actions.register
    def _(self, change: c.AddDocument) -> list[Action]:
        return [self._add((keys.documents(self._scope), change.document.id), change.document)]

    @actions.register
    def _(self, change: c.AddChunk) -> list[Action]:
        return [self._put(item(keys.chunk(self._scope, change.chunk.id), change.chunk))]

    @actions.register
    def _(self, change: c.SaveTemplate) -> list[Action]:
        template = change.template
        return [self._save((keys.templates(self._scope), template.id), template, template.revision, change.expected)]

    @actions.register
    def _(self, change: c.AddTemplateVersion) -> list[Action]:
        version = change.version
        return [self._add(keys.template_version(self._scope, version.template_id, version.number), version)]

    @actions.register
    def _(self, change: c.SaveExport) -> list[Action]:
        export = change.export
        key = (keys.exports(self._scope, export.dataset_id), export.id)
        saved = self._save(key, export, export.revision, change.expected)
        if change.expected is not None:
            return [saved]
        pointer = {**bare(keys.export_pointer(self._scope, export.id)), "dataset": {"S": export.dataset_id}}
        return [saved, self._put(pointer, NEW)]

    @actions.register
    def _(self, change: c.SaveTenant) -> list[Action]:
        tenant = change.tenant
        saved = self._save(keys.tenant(self._scope), tenant, tenant.revision, change.expected)
        if change.expected is not None:
            return [saved]
        return [saved, self._put(bare((keys.REGISTRY, self._scope.tenant_id)))]

    @actions.register
    def _(self, change: c.SaveMember) -> list[Action]:
        member = change.member
        key = keys.member(self._scope, member.user_id)
        return [self._save(key, member, member.revision, change.expected)]

    @actions.register
    def _(self, change: c.RemoveMember) -> list[Action]:
        key = keys.member(self._scope, change.user_id)
        return [self._delete(key, "revision = :expected", placeholders(expected=change.expected))]

    @actions.register
    def _(self, change: c.SaveUser) -> list[Action]:
        user = change.user
        return [self._save(keys.user(user.user_id), user, user.revision, change.expected)]

    @actions.register
    def _(self, change: c.SaveInvitation) -> list[Action]:
        invitation = change.invitation
        lookup: Item = {
            **bare(keys.invitation_lookup(invitation.token_sha256)),
            "tenant": {"S": self._scope.tenant_id},
            "invitation": {"S": invitation.id},
            "ttl": epoch(invitation.expires_at),
        }
        return [self._add(keys.invitation(self._scope, invitation.id), invitation), self._put(lookup, NEW)]

    @actions.register
    def _(self, change: c.RemoveInvitation) -> list[Action]:
        return [self._delete(keys.invitation(self._scope, change.invitation_id), "attribute_exists(pk)")]

    @actions.register
    def _(self, change: c.SaveApiKey) -> list[Action]:
        places = [keys.api_key(change.key.sha256), (keys.api_keys(self._scope), change.key.id)]
        condition = NEW if change.new else "attribute_exists(pk)"
        return [self._put(item(place, change.key), condition) for place in places]

    @actions.register
    def _(self, change: c.AddMark) -> list[Action]:
        return [self._put(bare(keys.mark(self._scope, change.name)), NEW)]

    @actions.register
    def _(self, change: many.Many) -> list[Action]:
        return self.actions_of_many(change)

    @actions.register
    def _(self, change: remarks.Remark) -> list[Action]:
        return self.actions_of_remark(change)

    @actions.register
    def _(self, change: c.RememberAnswer) -> list[Action]:
        stored: Item = {
            **bare(keys.remembered_answer(self._scope, change.key)),
            "fingerprint": {"S": change.fingerprint},
            "answer": {"S": change.answer},
            "ttl": epoch(change.expires_at),
        }
        return [self._put(stored, NEW)]


def _attempt_state(outcome: str, owner: str) -> Item:
    return {"outcome": {"S": outcome}, "owner": {"S": owner}}
