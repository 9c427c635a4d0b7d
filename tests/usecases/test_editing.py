"""Editing a text, deleting versions and changing what a conversation is filed under, on fakes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Stale, Unavailable
from brightrun.domain.event import Action, Event
from brightrun.domain.export import ExportFile
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.activity import Wanted, list_activity
from brightrun.usecases.describing import describe
from brightrun.usecases.editing import Edited, edit_turns
from brightrun.usecases.parts.payload_keys import answer_key, request_key
from brightrun.usecases.review import Verdict, review_conversation
from brightrun.usecases.sealing import seal_new_events
from brightrun.usecases.version_cleanup import Cleanup, delete_versions, finish_deletion
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.services import FakeExportFiles, FakePayloads

FIRST = make.an_id("conversation", 1)
INES = Actor(id="user-2", name="Ines", via="session")
WRITTEN = {"status": Status.GENERATED, "current_version": 1, "latest_version": 1, "score": 8.4, "turn_count": 8}


class Desk:
    def __init__(self, store, scope, actor, clock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock
        self.payloads, self.files = FakePayloads(), FakeExportFiles()
        self.commit(c.SaveTenant(make.tenant(), None), c.SaveDataset(make.dataset(last_number=9), None))
        self.commit(
            c.SaveHead(make.head(1, **WRITTEN), None),
            c.AddSlot(make.slot(1)),
            c.AddVersion(make.version(1, attempt_id=make.an_id("attempt", 1)), make.turns()),
            c.AddAttempt(make.attempt(1)),
        )
        for key in (request_key(make.attempt(1)), answer_key(make.attempt(1))):
            self.payloads.put_once(scope, key, b"{}")

    def commit(self, *changes: c.Change) -> None:
        self.store.commit(self.scope, changes, token=f"t{len(self.store.commits)}")

    @property
    def head(self) -> ConversationHead:
        return self.store.head(self.scope, make.an_id("dataset"), 0, FIRST)

    def edit(self, text: str, *, of: int = 1, turn: int = 2, by: Actor | None = None, expected: int = 0) -> Edited:
        return edit_turns(
            self.scope,
            by or self.actor,
            FIRST,
            of,
            {turn: text},
            expected=expected or self.head.revision,
            store=self.store,
            clock=self.clock,
        )

    def approve(self, version: int) -> ConversationHead:
        verdict, head = Verdict("approve", version), self.head
        return review_conversation(
            self.scope, self.actor, FIRST, verdict, expected=head.revision, store=self.store, clock=self.clock
        )

    def delete(self, *numbers: int) -> Cleanup:
        return delete_versions(
            self.scope,
            self.actor,
            FIRST,
            numbers,
            expected=self.head.revision,
            store=self.store,
            payloads=self.payloads,
            files=self.files,
            clock=self.clock,
        )

    def describe(self, **wanted: Any) -> ConversationHead:
        revision = self.head.revision
        return describe(self.scope, self.actor, FIRST, wanted, expected=revision, store=self.store, clock=self.clock)

    def text(self, version: int, turn: int = 2) -> str:
        return self.store.version(self.scope, FIRST, version)[1][turn - 1].content

    def actions(self) -> list[Action]:
        return [event.action for event in self.store.recorded()]


@pytest.fixture
def desk(store, scope, actor, clock) -> Desk:
    return Desk(store, scope, actor, clock)


def test_an_edit_is_a_new_version_counted_again_and_on_record(desk: Desk):
    before = [desk.text(1, n) for n in range(1, 9)]
    done = desk.edit("  Clear anything above 6 percent first. ")
    assert (done.version.number, done.version.origin, done.version.base_version) == (2, "edit", 1)
    assert (done.version.created_by_name, done.version.cost_micros, done.was_score) == ("Maya Hollis", 0, 8.4)
    assert done.version.written_by == make.version(1).written_by
    assert done.version.quality.score != 8.4
    assert [desk.text(1, n) for n in range(1, 9)] == before
    assert desk.text(2) == "Clear anything above 6 percent first."
    assert [desk.text(2, n) for n in (1, *range(3, 9))] == [before[0], *before[2:]]
    assert (desk.head.current_version, desk.head.score) == (2, done.version.quality.score)
    assert desk.actions() == [Action.CONVERSATION_EDITED]


def test_saves_of_one_sitting_go_into_one_version(desk: Desk):
    desk.edit("Cl")
    for text in ("Clear", "Clear it", "Clear it first."):
        desk.clock.advance(60)
        desk.edit(text, of=2)
    desk.edit("And then the rest.", of=2, turn=4)
    assert desk.head.latest_version == 2
    assert (desk.text(2), desk.text(2, 4)) == ("Clear it first.", "And then the rest.")
    assert desk.actions() == [Action.CONVERSATION_EDITED, *[Action.DRAFT_SAVED] * 4]
    assert [event.details["turns"] for event in desk.store.recorded()] == [[2], [2], [2], [2], [4]]
    assert {event.details["version"] for event in desk.store.recorded()} == {2}
    assert desk.store.version(desk.scope, FIRST, 2)[0].changed_at == desk.clock.now()


def test_the_saves_of_a_sitting_stay_out_of_the_activity_unless_asked_for(desk: Desk):
    desk.edit("Cl")
    desk.edit("Clear", of=2)
    seen = list_activity(desk.scope, Wanted(), before=None, store=desk.store, files=FakeExportFiles()).events
    assert [event.action for event in seen] == [Action.CONVERSATION_EDITED]
    asked = Wanted(actions=frozenset({Action.DRAFT_SAVED}), subject=FIRST)
    (save,) = list_activity(desk.scope, asked, before=None, store=desk.store, files=FakeExportFiles()).events
    assert (save.details["version"], save.details["turns"]) == (2, [2])


@pytest.mark.parametrize("reason", ["pause", "another person", "decided", "older version"])
def test_another_sitting_is_another_version(desk: Desk, reason: str):
    desk.edit("Mine.")
    by, of = desk.actor, 2
    if reason == "pause":
        desk.clock.advance(16 * 60)
    elif reason == "another person":
        by = INES
    elif reason == "decided":
        desk.approve(2)
    else:
        of = 1
    assert desk.edit("Otherwise.", of=of, by=by).version.number == 3
    assert desk.text(2) == "Mine."


def test_an_edit_of_an_approved_text_is_a_candidate_until_it_is_kept(desk: Desk):
    desk.approve(1)
    edited = desk.edit("Better.")
    assert (edited.head.status, edited.head.current_version, edited.head.latest_version) == (Status.APPROVED, 1, 2)
    assert desk.edit("Better still.", of=2).head.approved_version == 1
    kept = desk.approve(2)
    assert (kept.approved_version, kept.current_version) == (2, 2)


def test_any_version_can_be_kept_and_approved(desk: Desk):
    desk.edit("Two.")
    desk.edit("Three.", by=INES, of=2)
    assert desk.approve(1).approved_version == 1


def test_what_was_not_changed_makes_no_version(desk: Desk):
    assert desk.edit(desk.text(1)).head.revision == 1
    assert desk.actions() == []


def test_a_stale_edit_is_refused_with_what_is_stored(desk: Desk):
    desk.edit("Hers.", by=INES)
    with pytest.raises(Stale) as stale:
        desk.edit("Mine.", expected=1)
    assert stale.value.details["current"] == desk.head


@pytest.mark.parametrize(("turn", "text"), [(2, " \n "), (9, "Late."), (2, "x" * 60_001)])
def test_a_text_that_can_not_be_stored_changes_nothing(desk: Desk, turn: int, text: str):
    with pytest.raises(InvalidInput) as refused:
        desk.edit(text, turn=turn)
    assert refused.value.fields[0][0] == f"turns.{turn}"
    assert desk.head.revision == 1


def test_nothing_is_edited_while_it_is_being_written(desk: Desk):
    queued = desk.head.queue(batch_id="b", model=make.MODEL, now=START)
    desk.commit(c.SaveHead(queued, 1))
    with pytest.raises(Conflict):
        desk.edit("Now.")
    with pytest.raises(Conflict):
        desk.delete(1)


def test_a_deleted_version_leaves_its_line_score_and_cost(desk: Desk):
    desk.edit("Two.")
    done = desk.delete(1, 2, 7)
    assert done.deleted == (1,)
    assert [(each.number, each.code) for each in done.kept] == [(2, "current"), (7, "not_found")]
    version, turns = desk.store.version(desk.scope, FIRST, 1)
    assert (turns, version.title, version.quality.score, version.removed.by_name) == ((), "", 8.4, "Maya Hollis")
    assert desk.payloads.bodies == {}
    assert desk.store.attempts(desk.scope, FIRST) == (make.attempt(1),)
    assert desk.actions()[-1] is Action.VERSION_DELETED
    with pytest.raises(Conflict, match="deleted"):
        desk.approve(1)
    with pytest.raises(Conflict, match="deleted"):
        desk.edit("Again.", of=1)
    assert desk.delete(1).deleted == (1,)


def test_a_deletion_that_broke_off_is_finished_before_its_event_is_sealed(desk: Desk):
    desk.edit("Two.")
    desk.payloads.refuse = 2
    assert desk.delete(1).deleted == (1,)
    assert desk.store.version(desk.scope, FIRST, 1)[1] == ()
    assert len(desk.payloads.bodies) == 2

    def finish(scope: TenantScope, event: Event) -> None:
        finish_deletion(scope, event, store=desk.store, payloads=desk.payloads)

    with pytest.raises(Unavailable):
        seal_new_events(desk.scope, store=desk.store, clock=desk.clock, finish=finish)
    assert seal_new_events(desk.scope, store=desk.store, clock=desk.clock, finish=finish) == 2
    assert desk.payloads.bodies == {}


def test_what_a_rewrite_was_sent_goes_with_its_base(desk: Desk):
    rewrite = make.attempt(2, conversation_id=FIRST)
    version = make.version(2, attempt_id=rewrite.id, base_version=1)
    now = desk.head.model_copy(update={"latest_version": 2, "current_version": 2, "revision": 2})
    desk.commit(c.AddAttempt(rewrite), c.AddVersion(version, make.turns()), c.SaveHead(now, 1))
    for key in (request_key(rewrite), answer_key(rewrite)):
        desk.payloads.put_once(desk.scope, key, b"{}")
    desk.delete(1)
    assert [key for _, key in desk.payloads.bodies] == [answer_key(rewrite)]


@pytest.mark.parametrize("large", [False, True])
def test_a_version_that_went_out_stays_as_the_exports_proof(desk: Desk, large):
    versions = {FIRST: 1}
    manifest = ExportFile(name="m.json", format="manifest", bytes=1, rows=1, sha256="0" * 64, key="m")
    desk.files.write(desk.scope, "m", [json.dumps({"versions": versions}).encode()], content_type="application/json")
    export = make.export(1, state="ready", versions={} if large else versions, files=(manifest,), name="November")
    desk.commit(c.SaveExport(export, None))
    desk.edit("Two.")
    (kept,) = desk.delete(1).kept
    assert (kept.code, "November" in kept.reason) == ("exported", True)
    assert desk.text(1)


def test_a_description_is_stored_in_the_datasets_own_words(desk: Desk):
    after = desk.describe(persona="Confident Planner", topic="Roth conversion", tags=(" widow ", "widow", "2026"))
    assert (after.persona, after.topic, after.tags) == ("Confident Planner", "Roth conversion", ("widow", "2026"))
    assert desk.head == after
    (event,) = desk.store.recorded()
    assert event.action is Action.CONVERSATION_DESCRIBED
    assert event.details["before"]["persona"] == "Anxious Investor"
    assert desk.describe(persona="Confident Planner").revision == after.revision


@pytest.mark.parametrize(
    "wrong",
    [{"persona": "Nobody"}, {"emotion": "Rage"}, {"topic": "Football"}, {"outcome": ""}, {"tags": ("x" * 41,)}],
)
def test_a_word_that_the_dataset_does_not_know_changes_nothing(desk: Desk, wrong: dict[str, Any]):
    with pytest.raises(InvalidInput) as refused:
        desk.describe(tone="Warm", **wrong)
    assert refused.value.fields[0][0] in wrong
    assert desk.head.revision == 1


def test_a_stale_description_and_an_unknown_conversation_are_refused(desk: Desk):
    desk.describe(tone="Warm")
    with pytest.raises(Stale):
        describe(desk.scope, INES, FIRST, {"tone": "Calm"}, expected=1, store=desk.store, clock=desk.clock)
    with pytest.raises(NotFound):
        describe(desk.scope, INES, "nowhere", {}, expected=1, store=desk.store, clock=desk.clock)


def test_a_pause_of_a_quarter_of_an_hour_still_belongs_to_the_sitting(desk: Desk):
    desk.edit("Mine.")
    desk.clock.advance(timedelta(minutes=15).total_seconds())
    assert desk.edit("Mine again.", of=2).version.number == 2
