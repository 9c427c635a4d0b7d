"""What every store promises of a transaction."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import ChangeLost
from brightrun.ports import changes as c
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.provider_batches import part

_TOKENS = itertools.count(1)


def commit(store, scope, *changes):
    """Under a token of its own, as each intended change has."""
    store.commit(scope, changes, token=f"{next(_TOKENS):032d}")


def lost(store, scope, *changes):
    with pytest.raises(ChangeLost) as refused:
        commit(store, scope, *changes)
    return refused.value.lost


def test_a_record_that_must_be_new_is_refused_when_it_exists(kept, scope):
    commit(kept, scope, c.SaveHead(make.head(), None))
    assert lost(kept, scope, c.SaveHead(make.head(title="Another"), None)) == (0,)
    assert kept.head(scope, make.head().dataset_id, 0, make.head().id) == make.head()


def test_a_write_with_the_stored_revision_wins_and_one_with_an_older_is_lost(kept, scope):
    first = make.head()
    commit(kept, scope, c.SaveHead(first, None))
    second = first.queue(batch_id=make.an_id("batch"), model=make.MODEL, now=START)
    commit(kept, scope, c.SaveHead(second, first.revision))
    assert lost(kept, scope, c.SaveHead(second, first.revision)) == (0,)
    assert kept.head(scope, first.dataset_id, 0, first.id).status is Status.QUEUED


def test_a_write_to_what_is_not_there_is_lost(kept, scope):
    assert lost(kept, scope, c.SaveHead(make.head(revision=2), 1)) == (0,)


def test_one_lost_change_undoes_all_and_is_named_by_its_index(kept, scope):
    commit(kept, scope, c.SaveHead(make.head(1), None))
    assert lost(
        kept,
        scope,
        c.AddEvent(make.event()),
        c.SaveHead(make.head(2), None),
        c.SaveHead(make.head(1), None),
        c.AddSlot(make.slot(2)),
    ) == (2,)
    assert kept.head(scope, make.head().dataset_id, 0, make.head(2).id) is None
    assert kept.slot(scope, make.head(2).id) is None
    assert kept.events_of_hour(scope, START) == ()


def test_a_slot_is_written_over_only_where_there_is_one(kept, scope):
    softer = make.slot(1).model_copy(update={"situation": "A letter came."})
    assert lost(kept, scope, c.SaveSlot(softer)) == (0,)
    commit(kept, scope, c.AddSlot(make.slot(1)))
    commit(kept, scope, c.SaveSlot(softer))
    assert kept.slot(scope, softer.conversation_id) == softer


def test_every_lost_change_is_named(kept, scope):
    commit(kept, scope, c.SaveHead(make.head(1), None), c.OpenBudget("batch:b", 10))
    spend = c.MoveBudget("batch:b", remaining=-11, reserved=11)
    assert lost(kept, scope, c.SaveHead(make.head(1), None), c.AddSlot(make.slot(2)), spend) == (
        0,
        2,
    )


def test_a_transaction_moves_each_touched_shard_once(kept, scope):
    dataset = make.head().dataset_id
    assert kept.shard_revisions(scope, dataset, [0, 1]) == {0: 0, 1: 0}
    commit(kept, scope, *(c.SaveHead(make.head(n), None) for n in (1, 2, 101)))
    assert kept.shard_revisions(scope, dataset, [0, 1]) == {0: 1, 1: 1}
    commit(kept, scope, c.SaveHead(make.head(3), None))
    assert kept.shard_revisions(scope, dataset, [0, 1]) == {0: 2, 1: 1}


def test_a_refused_transaction_moves_no_shard(kept, scope):
    commit(kept, scope, c.SaveHead(make.head(1), None))
    lost(kept, scope, c.SaveHead(make.head(2), None), c.SaveHead(make.head(1), None))
    assert kept.shard_revisions(scope, make.head().dataset_id, [0]) == {0: 1}


def test_a_transaction_that_is_too_large_is_refused_before_it_is_sent(kept, scope):
    dataset = make.head().dataset_id
    fits = [c.SaveHead(make.head(n), None) for n in range(1, c.MOST_ACTIONS)]
    with pytest.raises(ValueError, match=str(c.MOST_ACTIONS)):
        commit(kept, scope, *fits, c.AddSlot(make.slot(1)))
    assert kept.shard(scope, dataset, 0) == ()
    commit(kept, scope, *fits)
    assert len(kept.shard(scope, dataset, 0)) == c.MOST_ACTIONS - 1


def test_an_answer_settles_once_and_only_for_its_owner(kept, scope):
    running = make.attempt()
    commit(kept, scope, c.AddAttempt(running))
    settled = running.model_copy(update={"outcome": Outcome.SUCCEEDED, "cost_micros": 700})
    thief = settled.model_copy(update={"owner": "worker-2"})
    assert lost(kept, scope, c.SettleAttempt(thief)) == (0,)
    commit(kept, scope, c.SettleAttempt(settled))
    assert lost(kept, scope, c.SettleAttempt(settled)) == (0,)
    assert kept.attempt(scope, running.conversation_id, running.id) == settled


def test_an_attempt_that_was_never_made_can_not_be_settled(kept, scope):
    ended = make.attempt(outcome=Outcome.SUCCEEDED)
    assert lost(kept, scope, c.SettleAttempt(ended)) == (0,)


def test_an_attempt_is_added_once(kept, scope):
    commit(kept, scope, c.AddAttempt(make.attempt()))
    assert lost(kept, scope, c.AddAttempt(make.attempt(owner="worker-2"))) == (0,)


def test_a_version_is_never_written_over(kept, scope):
    commit(kept, scope, c.AddVersion(make.version(), make.turns(8)))
    assert lost(kept, scope, c.AddVersion(make.version(score=2.0), make.turns(2))) == (0,)
    version, turns = kept.version(scope, make.version().conversation_id, 1)
    assert (version, turns) == (make.version(), make.turns(8))


def test_a_draft_is_written_over_with_what_changed_and_a_deleted_version_keeps_its_line(kept, scope):
    draft, turns = make.version(), make.turns(8)
    assert lost(kept, scope, c.SaveVersion(draft)) == (0,)
    commit(kept, scope, c.AddVersion(draft, turns))
    second = turns[1].model_copy(update={"content": "Said otherwise."})
    later = draft.model_copy(update={"title": "Later"})
    commit(kept, scope, c.SaveVersion(later, changed=(second,)))
    assert kept.version(scope, draft.conversation_id, 1) == (later, (turns[0], second, *turns[2:]))
    commit(kept, scope, c.SaveVersion(later, removed=tuple(range(1, 9))))
    assert kept.version(scope, draft.conversation_id, 1) == (later, ())
    assert kept.versions(scope, draft.conversation_id) == (later,)


def test_money_that_is_there_can_be_set_aside_to_the_last_micro(kept, scope):
    commit(kept, scope, c.OpenBudget("batch:b", 100))
    commit(kept, scope, c.MoveBudget("batch:b", remaining=-100, reserved=100))
    budget = kept.budget(scope, "batch:b")
    assert (budget.cap, budget.remaining, budget.reserved, budget.spent) == (100, 0, 100, 0)


def test_money_that_is_not_there_can_not_be_set_aside(kept, scope):
    commit(kept, scope, c.OpenBudget("batch:b", 100))
    assert lost(kept, scope, c.MoveBudget("batch:b", remaining=-101, reserved=101)) == (0,)
    assert lost(kept, scope, c.MoveBudget("batch:none", remaining=-1, reserved=1)) == (0,)
    assert kept.budget(scope, "batch:b").remaining == 100


def test_a_call_that_was_billed_settles_even_when_it_cost_more_than_was_set_aside(kept, scope):
    commit(kept, scope, c.OpenBudget("batch:b", 100))
    commit(kept, scope, c.MoveBudget("batch:b", remaining=-100, reserved=100))
    commit(kept, scope, c.MoveBudget("batch:b", remaining=-5, reserved=-100, spent=105))
    budget = kept.budget(scope, "batch:b")
    assert (budget.remaining, budget.reserved, budget.spent) == (-5, 0, 105)


def test_a_budget_is_opened_once(kept, scope):
    commit(kept, scope, c.OpenBudget("batch:b", 100))
    assert lost(kept, scope, c.OpenBudget("batch:b", 900)) == (0,)
    assert kept.open_budget(scope, "batch:b", 900).cap == 100
    assert kept.open_budget(scope, "month:2026-11", 50).remaining == 50
    assert kept.open_budget(scope, "opinions:2026-11", 5).remaining == 5
    assert kept.budget(scope, "month:2026-11").cap == 50
    assert kept.open_budget(scope, "dataset:d", 60).remaining == 60


def test_a_cap_may_move_as_far_as_money_is_free(kept, scope):
    commit(kept, scope, c.OpenBudget("batch:b", 100))
    commit(kept, scope, c.MoveBudget("batch:b", remaining=-70, reserved=70))
    assert lost(kept, scope, c.ResizeBudget("batch:b", by=-31)) == (0,)
    commit(kept, scope, c.ResizeBudget("batch:b", by=-30))
    commit(kept, scope, c.ResizeBudget("batch:b", by=15))
    budget = kept.budget(scope, "batch:b")
    assert (budget.cap, budget.remaining, budget.reserved) == (85, 15, 70)


def test_a_call_is_refused_unless_its_batch_runs(kept, scope):
    batch = make.batch()
    required = c.RequireBatchRunning(batch.id)
    assert lost(kept, scope, required, c.AddSlot(make.slot())) == (0,)
    commit(kept, scope, c.SaveBatch(batch, None))
    commit(kept, scope, required, c.AddSlot(make.slot(1)))
    commit(kept, scope, c.SaveBatch(batch.pause("user"), batch.revision))
    assert lost(kept, scope, required, c.AddSlot(make.slot(2))) == (0,)
    assert kept.slot(scope, make.slot(2).conversation_id) is None


def test_an_invitation_is_accepted_once(kept, scope):
    invitation = make.invitation()
    commit(kept, scope, c.SaveInvitation(invitation))
    commit(kept, scope, c.RemoveInvitation(invitation.id), c.SaveMember(make.member(), None))
    assert lost(kept, scope, c.RemoveInvitation(invitation.id)) == (0,)


def test_a_member_is_removed_at_the_revision_that_was_read(kept, scope):
    commit(kept, scope, c.SaveMember(make.member(), None))
    commit(kept, scope, c.SaveMember(make.member(revision=2), 1))
    assert lost(kept, scope, c.RemoveMember("user-1", 1)) == (0,)
    commit(kept, scope, c.RemoveMember("user-1", 2))
    assert kept.members(scope) == ()


def test_of_two_requests_with_one_idempotency_key_the_first_is_remembered(kept, scope):
    later = START + timedelta(days=1)
    commit(kept, scope, c.RememberAnswer("k", "print", "first", later), c.AddSlot(make.slot(1)))
    second = c.RememberAnswer("k", "print", "second", later)
    assert lost(kept, scope, second, c.AddSlot(make.slot(2))) == (0,)
    assert kept.answer(scope, "k") == ("print", "first")
    assert kept.slot(scope, make.slot(2).conversation_id) is None


def test_a_mark_is_made_once_with_all_that_belongs_to_it_or_not_at_all(store, scope, other_scope):
    commit(store, scope, c.AddMark("told"), c.AddEvent(make.event(1)))
    assert lost(store, scope, c.AddEvent(make.event(2)), c.AddMark("told")) == (1,)
    assert not store.mark_once(scope, "told")
    assert store.mark_once(other_scope, "told")
    assert store.mark_once(scope, "else")
    assert lost(store, scope, c.AddMark("else")) == (0,)
    store.unmark(scope, "else")
    commit(store, scope, c.AddMark("else"))


def test_a_part_of_an_economy_run_is_kept_under_its_revision_and_listed_in_order(kept, scope, other_scope):
    second, first = part(2), part(1)
    commit(kept, scope, c.SaveProviderBatch(second, None))
    commit(kept, scope, c.SaveProviderBatch(first, None))
    assert lost(kept, scope, c.SaveProviderBatch(first, None)) == (0,)
    submitting = first.submit(START)
    commit(kept, scope, c.SaveProviderBatch(submitting, first.revision))
    assert lost(kept, scope, c.SaveProviderBatch(first.submit(START), first.revision)) == (0,)
    assert kept.provider_batches(scope, first.batch_id) == (submitting, second)
    assert kept.provider_batches(other_scope, first.batch_id) == ()
    assert kept.provider_batches(scope, make.an_id("another batch")) == ()
