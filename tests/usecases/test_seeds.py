"""Bringing the owner's own conversations in: all or none, once, and never past a person's approval."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.selection import Selection
from brightrun.domain.slot import shard_of
from brightrun.domain.task import TaskKind
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import AddVersion, Change, SaveDataset, SaveHead
from brightrun.usecases.deleting import delete_conversation
from brightrun.usecases.editing import edit_turns
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.seeds import import_seeds, preview_seeds
from brightrun.usecases.summary import summarise
from brightrun.usecases.verify import verify_dataset
from tests.fakes import make
from tests.fakes.clock import FakeClock
from tests.fakes.services import FakePayloads
from tests.fakes.store import FakeStore

DATASET = make.an_id("dataset")


def talk(about: str, messages: int = 8) -> list[dict[str, str]]:
    return [
        {"role": "assistant" if n % 2 else "user", "content": f"Message {n} of what we say about {about}."}
        for n in range(messages)
    ]


def lines(*about: str, **told: Any) -> str:
    return "\n".join(json.dumps({"messages": talk(each), **told}) for each in about)


class Owner:
    """One who imports into one dataset of acme."""

    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock

    def imports(self, text: str) -> Any:
        return import_seeds(self.scope, self.actor, DATASET, text, store=self.store, clock=self.clock)

    def looks(self, text: str) -> Any:
        return preview_seeds(self.scope, DATASET, text, store=self.store)

    @property
    def heads(self) -> list[Any]:
        shards = [self.store.shard(self.scope, DATASET, number) for number in range(self.dataset.shard_count)]
        return sorted((head for shard in shards for head in shard), key=lambda head: head.ref)

    @property
    def events(self) -> list[Any]:
        return [event for event in self.store.recorded() if event.action is Action.SEEDS_IMPORTED]

    @property
    def dataset(self) -> Any:
        return self.store.dataset(self.scope, DATASET)

    def verified(self) -> bool:
        found = verify_dataset(self.scope, DATASET, store=self.store, clock=self.clock)
        return all(each.ok for each in found)


@pytest.fixture
def owner(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Owner:
    store.commit(scope, [SaveDataset(make.dataset(), None)], token="dataset")
    return Owner(store, scope, actor, clock)


def test_an_example_is_a_whole_conversation_that_waits_for_a_person(owner: Owner):
    told = {"title": "The house", "persona": "anxious investor", "tier": "scenario", "tags": ["house", "mine"]}
    owner.imports(lines("the house", **told, system="You are Maya."))
    (head,) = owner.heads
    assert (head.ref, head.is_seed, head.status, head.review) == ("FP-0001", True, Status.GENERATED, None)
    assert (head.persona, head.emotion, head.tier, head.tags) == (
        "Anxious Investor",
        "",
        Tier.SCENARIO,
        ("house", "mine"),
    )
    assert (head.title, head.turn_count, head.cost_micros, head.batch_id) == ("The house", 8, 0, None)
    version, turns = owner.store.version(owner.scope, head.id, 1)
    assert (version.origin, version.created_by_name, version.cost_micros) == ("import", "Maya Hollis", 0)
    assert version.parameters["system"] == "You are Maya."
    assert (head.score, head.words) == (version.quality.score, sum(len(turn.content.split()) for turn in turns))
    assert version.quality.parts[0].sentence.startswith("8 messages; the voices alternate")
    assert [turn.content for turn in turns] == [each["content"] for each in talk("the house")]
    assert owner.store.slot(owner.scope, head.id).number == 1
    assert owner.verified()


def test_a_file_comes_in_with_its_order_and_one_event(owner: Owner):
    done = owner.imports(lines("fees", "taxes", "wills"))
    assert [row.ref for row in done.rows] == ["FP-0001", "FP-0002", "FP-0003"]
    assert [row.ref for row in owner.heads] == ["FP-0001", "FP-0002", "FP-0003"]
    (event,) = owner.events
    assert event.details == {"total": 3, "already_here": 0, "first": "FP-0001", "last": "FP-0003"}
    assert (owner.dataset.last_number, owner.dataset.pending_seeds) == (3, None)


def test_the_same_file_again_adds_only_what_is_new(owner: Owner):
    owner.imports(lines("fees", "taxes"))
    commits = len(owner.store.commits)
    again = owner.imports(lines("fees", "taxes", title="Under another title"))
    assert (again.rows, again.already_here) == ((), 2)
    assert len(owner.store.commits) == commits
    more = owner.imports(lines("fees", "wills", "wills"))
    assert ([row.ref for row in more.rows], more.already_here, more.twice) == (["FP-0003"], 1, 1)
    assert len(owner.heads) == 3
    assert [event.details["total"] for event in owner.events] == [2, 1]


def test_an_edited_example_is_still_known_and_a_deleted_one_may_come_back(owner: Owner):
    owner.imports(lines("fees", "taxes"))
    fees, taxes = owner.heads
    common = {"store": owner.store, "clock": owner.clock}
    edit_turns(owner.scope, owner.actor, fees.id, 1, {2: "Said otherwise."}, expected=fees.revision, **common)
    delete_conversation(owner.scope, owner.actor, taxes.id, payloads=FakePayloads(), **common)
    again = owner.imports(lines("fees", "taxes"))
    assert ([row.ref for row in again.rows], again.already_here) == (["FP-0003"], 1)
    delete_conversation(owner.scope, owner.actor, again.rows[0].id, payloads=FakePayloads(), **common)
    assert [row.ref for row in owner.imports(lines("taxes")).rows] == ["FP-0004"]
    assert owner.verified()


def test_what_was_exported_from_here_is_known(owner: Owner):
    owner.imports(lines("fees"))
    example = owner.heads[0]
    written = make.head(9, title="Written", sketch=example.sketch, turn_count=8, current_version=1, latest_version=1)
    owner.store.commit(owner.scope, [SaveHead(written, None)], token="written")
    delete_conversation(
        owner.scope, owner.actor, example.id, payloads=FakePayloads(), store=owner.store, clock=owner.clock
    )
    version = make.version(1, of=9)
    turns = tuple(
        make.turns(1)[0].model_copy(update={"number": n, "role": each["role"], "content": each["content"]})
        for n, each in enumerate(talk("fees"), start=1)
    )
    owner.store.commit(owner.scope, [AddVersion(version, turns)], token="said")
    assert owner.looks(lines("fees", "taxes")).already_here == 1


def test_a_bad_entry_refuses_the_file_and_every_bad_one_is_named(owner: Owner):
    bad = "\n".join([lines("fees"), '{"messages": []}', lines("taxes"), '{"talk": 1}'])
    commits = len(owner.store.commits)
    with pytest.raises(InvalidInput) as refused:
        owner.imports(bad)
    assert [place for place, _ in refused.value.fields] == ["Line 2", "Line 4"]
    assert refused.value.message.startswith("Nothing was imported. Line 2: needs at least two messages")
    assert refused.value.message.endswith("1 more can't be used.")
    assert len(owner.store.commits) == commits
    found = owner.looks(bad)
    assert (len(found.file.seeds), [place for place, _ in found.problems]) == (2, ["Line 2", "Line 4"])


def test_looking_changes_nothing_and_names_unknown_words(owner: Owner):
    owner.imports(lines("fees"))
    commits = len(owner.store.commits)
    found = owner.looks(lines("fees", "taxes", "taxes", persona="Nobody"))
    assert (len(found.new), found.already_here, found.twice) == (1, 1, 1)
    assert found.unknown == (("persona", "Nobody"),)
    assert len(owner.store.commits) == commits


def test_a_full_dataset_takes_no_more(owner: Owner):
    full = owner.dataset.model_copy(update={"last_number": 10_000, "revision": 2})
    owner.store.commit(owner.scope, [SaveDataset(full, 1)], token="full")
    with pytest.raises(InvalidInput, match="at most 10,000"):
        owner.imports(lines("fees"))


def test_many_long_ones_fit_into_transactions_and_go_on_in_the_next_shard(owner: Owner):
    near_the_end = owner.dataset.model_copy(update={"last_number": 480, "revision": 2})
    owner.store.commit(owner.scope, [SaveDataset(near_the_end, 1)], token="near")
    text = json.dumps([talk(f"matter {n}", messages=40 if n % 7 == 0 else 12) for n in range(60)])
    assert len(owner.imports(text).rows) == 60
    assert [head.ref for head in owner.heads] == [f"FP-{n:04d}" for n in range(481, 541)]
    assert {head.shard for head in owner.heads} == {shard_of(480), shard_of(540)}
    assert len(owner.events) == 1


def _lost(_: Sequence[Change]) -> Exception | None:
    return Unavailable("gone")


def _fine(_: Sequence[Change]) -> Exception | None:
    return None


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", range(13))
def test_an_interrupted_import_is_there_whole_or_not_at_all_and_is_ended_by_the_same_file(
    owner: Owner, when: str, step: int
):
    text = lines(*(f"matter {n}" for n in range(40)), persona="Anxious Investor")
    faults: Any = owner.store.before if when == "before" else owner.store.after
    faults.extend([*[_fine] * step, _lost])
    try:
        owner.imports(text)
    except Unavailable:
        assert len(owner.heads) in {0, 25, 40}
        assert bool(owner.heads) <= bool(owner.events)
    faults.clear()
    again = owner.imports(text)
    assert len(again.rows) + again.already_here == 40
    assert [head.ref for head in owner.heads] == [f"FP-{n:04d}" for n in range(1, 41)]
    assert {head.persona for head in owner.heads} == {"Anxious Investor"}
    assert all(head.title and head.score and head.is_seed for head in owner.heads)
    assert len(owner.events) == 1
    assert owner.dataset.pending_seeds is None
    assert owner.verified()


def test_what_was_broken_off_comes_in_with_the_words_of_the_second_try(owner: Owner):
    owner.store.after.extend([_lost])
    with pytest.raises(Unavailable):
        owner.imports(lines("fees", persona="Anxious Investr"))
    owner.imports(lines("fees", persona="Anxious Investor"))
    (head,) = owner.heads
    version, _ = owner.store.version(owner.scope, head.id, 1)
    assert head.persona == version.parameters["persona"] == "Anxious Investor"


@pytest.mark.parametrize("step", [0, 1])
def test_the_same_file_twice_at_once_comes_in_once(owner: Owner, step: int):
    text = lines("fees", "taxes")
    rival: list[Any] = []

    def meanwhile(_: Sequence[Change]) -> Exception | None:
        rival.append(owner.imports(text))
        return None

    owner.store.before.extend([*[_fine] * step, meanwhile])
    mine = owner.imports(text)
    assert (len(rival[0].rows), len(mine.rows), mine.already_here) == (2, 0, 2)
    assert [head.ref for head in owner.heads] == ["FP-0001", "FP-0002"]
    assert len(owner.events) == 1


def test_another_workspace_neither_sees_the_dataset_nor_shares_an_id(owner: Owner, other_scope: TenantScope):
    mine = owner.imports(lines("fees")).rows[0]
    owner.scope = other_scope
    for call in (owner.imports, owner.looks):
        with pytest.raises(NotFound):
            call(lines("fees"))
    owner.store.commit(other_scope, [SaveDataset(make.dataset(), None)], token="theirs")
    assert owner.imports(lines("fees")).rows[0].id != mine.id


def test_an_example_that_is_filed_under_nothing_is_measured_on_its_text_and_covers_nothing(owner: Owner):
    said = talk("fees")
    said[0]["content"] = "I am a widow and I'm the one who decides now on $4,250."
    owner.imports(json.dumps(said))
    (head,) = owner.heads
    version, _ = owner.store.version(owner.scope, head.id, 1)
    parts = {part.key: part for part in version.quality.parts}
    assert parts["arc"].score is None
    assert "label" not in parts["voice"].sentence
    assert version.quality.claims == ()  # its figures are the owner's word
    found = summarise(owner.scope, DATASET, store=owner.store, rows=RowCache())
    assert found.coverage == {"persona": {}, "arc": {}, "topic": {}}
    assert found.counts["seeds"] == 1


@pytest.mark.parametrize(
    ("wanted", "kind", "reason"),
    [
        ("all", "write", "nothing left to generate"),
        ("these", "write", "your own examples"),
        ("all", "rewrite", "your own examples"),
        ("these", "judge", "your own examples"),
        ("all", "judge", "no second opinion yet"),
    ],
)
def test_examples_are_never_written(owner: Owner, wanted: str, kind: TaskKind, reason: str):
    owner.imports(lines("fees", "taxes"))
    ids = tuple(head.id for head in owner.heads)
    selection = Selection(all=True) if wanted == "all" else Selection(ids=ids)
    with pytest.raises(InvalidInput, match=reason):
        selection.choose(owner.heads, kind)
    if wanted == "all":
        other = make.head(9, status=Status.PLANNED if kind == "write" else Status.GENERATED, current_version=1)
        choice = selection.choose([*owner.heads, other], kind)
        assert [head.id for head in choice.heads] == [other.id]
        assert choice.left_out == ({"is_seed": 2} if kind == "rewrite" else {})
    with pytest.raises(Conflict, match="your own example"):
        owner.heads[0].queue(batch_id="run", model=make.MODEL, now=owner.clock.now())
