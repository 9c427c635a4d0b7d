import json
from typing import Any

import pytest

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.export import Export
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.version import Turn
from brightrun.ports.changes import AddVersion, SaveDataset, SaveHead
from brightrun.usecases.build_export import build_export, give_up_export
from brightrun.usecases.exports import export_link, preview_export, start_export
from tests.domain.samples import NOW, dataset
from tests.domain.test_formats import item
from tests.fakes.clock import FakeClock
from tests.fakes.services import FakeExportFiles, FakeExportQueue
from tests.fakes.store import FakeStore

BOTH = ("openai_chat_jsonl", "full_json")
ALL = RowFilter()


def put(store: FakeStore, scope: TenantScope, number: int, *texts: str, **changes: Any) -> ConversationHead:
    one = item(number, *texts, dataset_id="dataset-1")
    head = one.head.model_copy(update=changes)
    store.commit(
        scope,
        [SaveHead(head, None), AddVersion(one.version, one.turns)],
        token=f"put {number}",
    )
    return head


@pytest.fixture
def filled(store: FakeStore, scope: TenantScope) -> FakeStore:
    store.commit(scope, [SaveDataset(dataset(last_number=20), None)], token="dataset")
    for number in range(1, 13):
        put(store, scope, number)
    put(store, scope, 13, review=None)
    return store


@pytest.fixture
def queue() -> FakeExportQueue:
    return FakeExportQueue()


@pytest.fixture
def files() -> FakeExportFiles:
    return FakeExportFiles()


def start(
    store: FakeStore, scope: TenantScope, actor: Actor, queue: FakeExportQueue, clock: FakeClock, **more: Any
) -> Export:
    chosen = more.pop("chosen", ALL)
    formats = more.pop("formats", BOTH)
    return start_export(scope, actor, "dataset-1", chosen, formats, store=store, queue=queue, clock=clock, **more)


def build(export: Export, store: FakeStore, scope: TenantScope, files: FakeExportFiles, clock: FakeClock) -> Export:
    done = build_export(scope, "dataset-1", export.id, store=store, files=files, clock=clock)
    assert done is not None
    return done


def body(files: FakeExportFiles, scope: TenantScope, export: Export, number: int) -> bytes:
    return b"".join(files.parts[scope.tenant_id, export.files[number].key])


def test_exactly_the_approved_leave_and_the_record_says_so(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    export = start(filled, scope, actor, queue, clock)
    assert (export.state, export.count) == ("building", 12)
    assert list(queue.waiting) == [(scope, "dataset-1", export.id)]
    done = build(export, filled, scope, files, clock)
    assert done.state == "ready"
    day = f"{export.created_at:%Y-%m-%d}"
    stem = f"training-data-{day}-approved-12-conversations"
    assert [f.name for f in done.files] == [f"{stem}.jsonl", f"{stem}.json", f"{stem}.manifest.json"]
    rows = [json.loads(line) for line in body(files, scope, done, 0).splitlines()]
    assert len(rows) == 12
    whole = json.loads(body(files, scope, done, 1))
    assert whole["metadata"]["conversation_count"] == 12
    assert whole["metadata"]["quality"]["average"] == 8.4
    assert [c["reference"] for c in whole["conversations"]] == [f"FP-{n:04d}" for n in range(1, 13)]
    manifest = json.loads(body(files, scope, done, 2))
    assert [f["sha256"] for f in manifest["files"]] == [f.sha256 for f in done.files[:2]]
    assert manifest["versions"] == done.versions
    actions = [e.action for e in filled.recorded()]
    assert actions == [Action.EXPORT_STARTED, Action.EXPORT_READY]


def test_the_approved_version_leaves_while_another_one_is_being_written(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    head = next(h for h in filled.shard(scope, "dataset-1", 0) if h.id == "c1")
    newer = item(1).version.model_copy(update={"number": 2})
    queued = head.queue(batch_id="b", model="m", now=NOW)
    changed = Turn(number=1, role="user", content="another")
    filled.commit(scope, [SaveHead(queued, head.revision), AddVersion(newer, (changed,))], token="2")
    done = build(start(filled, scope, actor, queue, clock), filled, scope, files, clock)
    assert done.count == 12
    assert done.versions["c1"] == 1
    assert b"another" not in body(files, scope, done, 0)


def test_a_filter_is_obeyed_and_kept(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    chosen = RowFilter(persona=("Persona 1", "Persona 2"))
    export = start(filled, scope, actor, queue, clock, chosen=chosen, name="Two of four")
    done = build(export, filled, scope, files, clock)
    assert done.count == 6
    assert RowFilter.model_validate(done.filter) == chosen
    assert done.files[0].name.startswith("two-of-four-")


def test_ten_deliveries_build_once(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    export = start(filled, scope, actor, queue, clock)
    done = [build(export, filled, scope, files, clock) for _ in range(10)]
    assert len({d.model_dump_json() for d in done}) == 1
    assert len(files.parts) == 3
    assert [e.action for e in filled.recorded()].count(Action.EXPORT_READY) == 1


class Harmful(FakeExportFiles):
    def read(self, scope: TenantScope, key: str):
        return [part.replace(b"letter", b"lettre") for part in super().read(scope, key)]


def test_a_file_that_reads_back_differently_is_never_ready(
    filled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, queue: FakeExportQueue
):
    export = start(filled, scope, actor, queue, clock)
    done = build(export, filled, scope, Harmful(), clock)
    assert done.state == "failed"
    assert "did not read back equal" in done.reason
    assert filled.recorded()[-1].action is Action.EXPORT_FAILED


def test_red_checks_block_with_their_sentence(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    put(filled, scope, 14, "Dear {persona}", "Yes")
    preview = preview_export(scope, "dataset-1", ALL, BOTH, store=filled, clock=clock)
    assert [c.ids for c in preview.checks if c.level == "red"] == [("c14",)]
    done = build(start(filled, scope, actor, queue, clock), filled, scope, files, clock)
    assert done.state == "failed"
    assert "left-over placeholder" in done.reason
    assert [c.code for c in done.checks if c.level == "red"] == ["placeholder"]
    assert files.parts == {}


def test_a_store_that_does_not_answer_means_another_delivery(
    filled: FakeStore,
    scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    export = start(filled, scope, actor, queue, clock)
    filled.before.append(lambda _: Unavailable("gone"))
    with pytest.raises(Unavailable):
        build(export, filled, scope, files, clock)
    assert build(export, filled, scope, files, clock).state == "ready"


def test_a_dead_letter_ends_the_export_with_a_reason(
    filled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, queue: FakeExportQueue
):
    export = start(filled, scope, actor, queue, clock)
    give_up_export(scope, "dataset-1", export.id, store=filled, clock=clock)
    ended = filled.find_export(scope, export.id)
    assert ended is not None
    assert (ended.state, bool(ended.reason)) == ("failed", True)


def test_nothing_approved_is_refused_in_plain_words(
    filled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, queue: FakeExportQueue
):
    with pytest.raises(InvalidInput, match="No approved conversation matches"):
        start(filled, scope, actor, queue, clock, chosen=RowFilter(persona=("Nobody",)))
    with pytest.raises(InvalidInput, match="at least one format"):
        start(filled, scope, actor, queue, clock, formats=())
    assert not queue.waiting


def test_a_preview_shows_rows_and_the_name(filled: FakeStore, scope: TenantScope, clock: FakeClock):
    preview = preview_export(scope, "dataset-1", ALL, BOTH, store=filled, clock=clock)
    assert preview.count == preview.read == 12
    assert [set(row) for row in preview.sample] == [{"messages"}] * 2
    assert preview.filename.endswith("-approved-12-conversations.jsonl")
    assert filled.recorded() == []


def test_a_link_is_made_on_click_and_on_record(
    filled: FakeStore,
    scope: TenantScope,
    other_scope: TenantScope,
    actor: Actor,
    clock: FakeClock,
    queue: FakeExportQueue,
    files: FakeExportFiles,
):
    export = start(filled, scope, actor, queue, clock)

    def link(name: str, who: TenantScope = scope) -> str:
        return export_link(who, actor, export.id, name, store=filled, files=files, clock=clock).url

    with pytest.raises(Conflict, match="not ready"):
        link("x")
    done = build(export, filled, scope, files, clock)
    assert done.files[0].key in link(done.files[0].name)
    assert filled.recorded()[-1].action is Action.EXPORT_DOWNLOADED
    assert filled.recorded()[-1].details["sha256"] == done.files[0].sha256
    for name, who in (("x", scope), (done.files[0].name, other_scope)):
        with pytest.raises(NotFound):
            link(name, who)
