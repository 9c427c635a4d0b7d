"""What every store answers when it is asked, and that it answers only for its tenant."""

from __future__ import annotations

import itertools
from datetime import timedelta

from brightrun.domain.batch import Counts
from brightrun.domain.conversation import Status
from brightrun.domain.seal import seal_events
from brightrun.ports import changes as c
from tests.fakes import make
from tests.fakes.clock import START

_TOKENS = itertools.count(1)
DATASET = make.an_id("dataset")


def commit(store, scope, *changes):
    store.commit(scope, changes, token=f"{next(_TOKENS):032d}")


def test_every_record_reads_back_as_it_was_written(kept, scope):
    written = make.head(
        1,
        status=Status.GENERATED,
        score=7.4,
        flags=("short",),
        current_version=2,
        latest_version=2,
        chunk_ids=(make.chunk().id,),
        tags=("fees",),
    )
    commit(
        kept,
        scope,
        c.SaveDataset(make.dataset(), None),
        c.SaveHead(written, None),
        c.AddSlot(make.slot()),
        c.AddAttempt(make.attempt()),
        c.AddVersion(make.version(), make.turns(3)),
        c.SaveBatch(make.batch(), None),
        c.AddDocument(make.document()),
        c.AddChunk(make.chunk()),
        c.SaveTemplate(make.template(), None),
        c.AddTemplateVersion(make.template_version()),
        c.SaveExport(make.export(), None),
        c.SaveTenant(make.tenant(), None),
        c.SaveMember(make.member(), None),
        c.SaveInvitation(make.invitation()),
        c.SaveApiKey(make.api_key(), new=True),
    )
    conversation = written.id
    assert kept.dataset(scope, DATASET) == make.dataset()
    assert kept.head(scope, DATASET, 0, conversation) == written
    assert kept.slot(scope, conversation) == make.slot()
    assert kept.attempt(scope, conversation, make.attempt().id) == make.attempt()
    assert kept.version(scope, conversation, 1) == (make.version(), make.turns(3))
    assert kept.texts(scope, [(conversation, 1, 2)]) == {
        conversation: "\n".join(turn.content for turn in make.turns(2))
    }
    assert kept.batch(scope, make.batch().id) == make.batch()
    assert kept.document(scope, make.document().id) == make.document()
    assert kept.chunks_by_id(scope, [make.chunk().id]) == {make.chunk().id: make.chunk()}
    assert kept.template(scope, make.template().id) == make.template()
    assert kept.template_version(scope, make.template().id, 1) == make.template_version()
    assert kept.export(scope, DATASET, make.export().id) == make.export()
    assert kept.find_export(scope, make.export().id) == make.export()
    assert kept.tenant(scope) == make.tenant()
    assert kept.member(scope, "user-1") == make.member()
    assert kept.invitations(scope) == (make.invitation(),)
    assert kept.api_keys(scope) == (make.api_key(),)


def test_what_is_not_there_answers_nothing(kept, scope):
    nobody = make.an_id("nobody")
    assert kept.dataset(scope, nobody) is None
    assert kept.head(scope, DATASET, 0, nobody) is None
    assert kept.slot(scope, nobody) is None
    assert kept.attempts(scope, nobody) == ()
    assert kept.version(scope, nobody, 1) is None
    assert kept.texts(scope, [(nobody, 1, 2)]) == {}
    assert kept.batch(scope, nobody) is None
    assert kept.batches(scope, nobody) == ()
    assert kept.batch_members(scope, nobody) == ()
    assert kept.left(scope, nobody) == {}
    assert kept.budget(scope, "batch:none") is None
    assert kept.document(scope, nobody) is None
    assert kept.chunks(scope, nobody) == ()
    assert kept.chunks_by_id(scope, [f"{nobody}-0001"]) == {}
    assert kept.template(scope, "none") is None
    assert kept.find_export(scope, nobody) is None
    assert kept.last_seal(scope) is None
    assert kept.tenant(scope) is None
    assert kept.answer(scope, "none") is None


def _everything(store, scope):
    return {
        "datasets": store.datasets(scope),
        "head": store.head(scope, DATASET, 0, make.head().id),
        "heads": store.heads(scope, DATASET, [(0, make.head().id)]),
        "shard": store.shard(scope, DATASET, 0),
        "slot": store.slot(scope, make.head().id),
        "attempts": store.attempts(scope, make.head().id),
        "accounts": store.accounts(scope, [make.head().id])[make.head().id].versions,
        "version": store.version(scope, make.head().id, 1),
        "texts": store.texts(scope, [(make.head().id, 1, 2)]),
        "batch": store.batch(scope, make.batch().id),
        "batches": store.batches(scope, DATASET),
        "batch members": store.batch_members(scope, make.batch().id),
        "budget": store.budget(scope, "batch:b"),
        "documents": store.documents(scope),
        "chunks": store.chunks(scope, make.document().id),
        "chunks by id": store.chunks_by_id(scope, [make.chunk().id]),
        "templates": store.templates(scope),
        "template version": store.template_version(scope, make.template().id, 1),
        "exports": store.exports(scope, DATASET),
        "export": store.find_export(scope, make.export().id),
        "hour": store.events_of_hour(scope, START),
        "subject": store.events_of_subject(scope, make.head().id),
        "seal": store.last_seal(scope),
        "tenant": store.tenant(scope),
        "members": store.members(scope),
        "invitations": store.invitations(scope),
        "keys": store.api_keys(scope),
        "answer": store.answer(scope, "k"),
    }


def test_one_tenants_ids_answer_nothing_to_another(kept, scope, other_scope):
    commit(
        kept,
        scope,
        c.SaveDataset(make.dataset(), None),
        c.SaveHead(make.head(), None),
        c.AddSlot(make.slot()),
        c.AddAttempt(make.attempt()),
        c.AddVersion(make.version(), make.turns(2)),
        c.SaveBatch(make.batch(), None),
        c.AddBatchMembers(make.batch().id, 0, ((make.head().id, 0),)),
        c.OpenBudget("batch:b", 10),
        c.AddDocument(make.document()),
        c.AddChunk(make.chunk()),
        c.SaveTemplate(make.template(), None),
        c.AddTemplateVersion(make.template_version()),
        c.SaveExport(make.export(), None),
        c.AddEvent(make.event()),
        c.SaveTenant(make.tenant(), None),
        c.SaveMember(make.member(), None),
        c.SaveInvitation(make.invitation()),
        c.SaveApiKey(make.api_key(), new=True),
        c.RememberAnswer("k", "print", "answer", START + timedelta(days=1)),
    )
    kept.add_seal(scope, seal_events(None, [make.event()], hour=START, now=START))
    mine = _everything(kept, scope)
    theirs = _everything(kept, other_scope)
    assert [name for name, found in mine.items() if not found] == []
    assert [name for name, found in theirs.items() if found] == []


def test_one_tenant_can_not_write_over_anothers_record(kept, scope, other_scope):
    commit(kept, scope, c.SaveHead(make.head(title="Ours"), None))
    commit(kept, other_scope, c.SaveHead(make.head(title="Theirs"), None))
    assert kept.head(scope, DATASET, 0, make.head().id).title == "Ours"
    assert kept.head(other_scope, DATASET, 0, make.head().id).title == "Theirs"


def test_heads_are_found_across_shards_and_asked_for_twice_is_found_once(kept, scope):
    commit(kept, scope, *(c.SaveHead(make.head(n), None) for n in (1, 2, 101)))
    keys = [(0, make.head(1).id), (1, make.head(101).id), (0, make.head(1).id), (0, "unknown")]
    assert kept.heads(scope, DATASET, keys) == {
        make.head(1).id: make.head(1),
        make.head(101).id: make.head(101),
    }
    assert kept.heads(scope, DATASET, []) == {}


def test_more_heads_than_one_request_may_ask_for(kept, scope):
    for start in range(1, 151, 50):
        commit(kept, scope, *(c.SaveHead(make.head(n), None) for n in range(start, start + 50)))
    keys = [((n - 1) // 100, make.head(n).id) for n in range(1, 151)]
    assert len(kept.heads(scope, DATASET, keys)) == 150
    assert [len(kept.shard(scope, DATASET, number)) for number in (0, 1)] == [100, 50]


def test_versions_come_in_order_without_their_turns(kept, scope):
    for number in (2, 1, 10):
        version = make.version(number)
        commit(kept, scope, c.AddVersion(version, make.turns(12)))
    found = kept.versions(scope, make.version().conversation_id)
    assert [version.number for version in found] == [1, 2, 10]
    version, turns = kept.version(scope, make.version().conversation_id, 1)
    assert version.number == 1
    assert [turn.number for turn in turns] == list(range(1, 13))


def test_attempts_come_in_the_order_in_which_they_were_made(kept, scope):
    ids = sorted(make.an_id("attempt", n) for n in range(3))
    for attempt_id in reversed(ids):
        commit(kept, scope, c.AddAttempt(make.attempt(id=attempt_id)))
    found = kept.attempts(scope, make.attempt().conversation_id)
    assert [attempt.id for attempt in found] == ids


def test_batches_and_exports_come_newest_first(kept, scope, clock):
    batches = []
    exports = []
    for _ in range(3):
        batches.append(make.batch(id=clock.new_id()))
        exports.append(make.export(id=clock.new_id()))
        clock.advance(1)
        commit(kept, scope, c.SaveBatch(batches[-1], None), c.SaveExport(exports[-1], None))
    assert list(kept.batches(scope, DATASET)) == batches[::-1]
    assert list(kept.exports(scope, DATASET)) == exports[::-1]


def test_a_batch_is_among_the_open_ones_until_it_has_ended(kept, scope, other_scope):
    batch = make.batch()
    commit(kept, scope, c.SaveBatch(batch, None))
    paused = batch.pause("user")
    commit(kept, scope, c.SaveBatch(paused, batch.revision))
    assert kept.open_batches(scope) == (paused,)
    assert kept.open_batches(other_scope) == ()
    ended = paused.finish(Counts(succeeded=1), START)
    commit(kept, scope, c.SaveBatch(ended, paused.revision))
    assert kept.open_batches(scope) == ()
    assert kept.batches(scope, DATASET) == (ended,)
    again = ended.reopen(START + timedelta(hours=24))
    commit(kept, scope, c.SaveBatch(again, ended.revision))
    assert kept.open_batches(scope) == (again,)


def test_an_export_moves_on_and_is_found_by_its_id(kept, scope):
    commit(kept, scope, c.SaveExport(make.export(), None))
    ready = make.export(state="ready", revision=2)
    commit(kept, scope, c.SaveExport(ready, 1))
    assert kept.find_export(scope, ready.id) == ready


def test_a_batch_knows_its_members_page_after_page(kept, scope):
    pages = [tuple((make.an_id(page, n), page) for n in range(40)) for page in range(3)]
    for number, members in enumerate(pages):
        commit(kept, scope, c.AddBatchMembers("b", number, members))
    assert kept.batch_members(scope, "b") == tuple(itertools.chain(*pages))


def test_the_last_row_of_those_who_moved_on_is_kept(kept, scope):
    first = make.head(title="First")
    commit(kept, scope, c.LeaveBatch("b", first))
    commit(kept, scope, c.LeaveBatch("b", make.head(title="Later")))
    assert kept.left(scope, "b")[first.id].title == "Later"


def test_chunks_come_in_their_documents_order(kept, scope):
    commit(kept, scope, *(c.AddChunk(make.chunk(n)) for n in (2, 1, 10)))
    commit(kept, scope, c.AddChunk(make.chunk(1, of=2)))
    found = kept.chunks(scope, make.document().id)
    assert [chunk.number for chunk in found] == [1, 2, 10]
    wanted = [make.chunk(2).id, make.chunk(1, of=2).id, make.chunk(2).id]
    assert set(kept.chunks_by_id(scope, wanted)) == set(wanted)


def test_an_account_holds_every_call_and_version_and_of_an_unknown_one_nothing(kept, scope):
    one, two = make.head(1).id, make.head(2).id
    commit(kept, scope, c.AddAttempt(make.attempt(1)), c.AddAttempt(make.attempt(2)))
    commit(kept, scope, c.AddVersion(make.version(), make.turns()))
    accounts = kept.accounts(scope, [one, two, "unknown"])
    for id_ in (one, two):
        assert (accounts[id_].attempts, accounts[id_].versions) == (
            kept.attempts(scope, id_),
            kept.versions(scope, id_),
        )
    assert (len(accounts[one].attempts), len(accounts[one].versions)) == (1, 1)
    assert (accounts["unknown"].attempts, accounts["unknown"].versions) == ((), ())
