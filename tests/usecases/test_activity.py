from __future__ import annotations

from datetime import timedelta

import pytest

from brightrun.domain.event import Action, Subject
from brightrun.domain.tenancy import TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.activity import Wanted, list_activity, sentence_of
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore


@pytest.fixture
def record(store: FakeStore, scope: TenantScope, clock: FakeClock) -> FakeStore:
    """Twelve events over three hours, every third one a rejection by Ines."""
    store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
    for number in range(12):
        third = number % 3 == 0
        event = make.event(
            number,
            id=clock.new_id(),
            at=clock.now(),
            action=Action.CONVERSATION_REJECTED if third else Action.CONVERSATION_APPROVED,
            actor_id="ines" if third else "maya",
            actor_name="Ines" if third else "Maya",
            subject=Subject(kind="conversation", id=make.an_id(number), ref=f"FP-{number:04d}"),
        )
        store.commit(scope, [c.AddEvent(event)], token=str(number))
        clock.advance(timedelta(minutes=15).total_seconds())
    return store


def refs(store: FakeStore, scope: TenantScope, wanted: Wanted) -> list[list[str]]:
    pages: list[list[str]] = []
    before = None
    while True:
        page = list_activity(scope, wanted, before=before, store=store)
        pages.append([event.subject.ref for event in page.events])
        before = page.next
        if before is None:
            return pages


def test_the_record_is_read_newest_first_page_by_page(record: FakeStore, scope: TenantScope):
    pages = refs(record, scope, Wanted(limit=5))
    assert [ref for page in pages for ref in page] == [f"FP-{n:04d}" for n in range(11, -1, -1)]
    assert max(map(len, pages)) == 5


@pytest.mark.parametrize(
    "wanted",
    [Wanted(actions=frozenset({Action.CONVERSATION_REJECTED}), limit=2), Wanted(users=frozenset({"ines"}), limit=2)],
)
def test_a_filter_leaves_nothing_out(record: FakeStore, scope: TenantScope, wanted: Wanted):
    found = [ref for page in refs(record, scope, wanted) for ref in page]
    assert found == ["FP-0009", "FP-0006", "FP-0003", "FP-0000"]


def test_everything_about_one_thing(record: FakeStore, scope: TenantScope):
    assert refs(record, scope, Wanted(subject=make.an_id(4))) == [["FP-0004"]]


def test_another_workspace_has_another_record(record: FakeStore, other_scope: TenantScope):
    assert refs(record, other_scope, Wanted()) == [[]]


@pytest.mark.parametrize("action", list(Action))
def test_every_action_has_a_sentence(action: Action):
    sentence = sentence_of(make.event(1, action=action, details={}))
    assert sentence
    assert "{" not in sentence


def test_sentences_count_what_was_done():
    planned = make.event(
        1, action=Action.PLAN_APPLIED, details={"total": 90}, subject=Subject(kind="dataset", id="d", ref="Plans")
    )
    assert sentence_of(planned) == "Maya Hollis planned 90 conversations for Plans"
    brought = make.event(1, action=Action.DOCUMENTS_IMPORTED, details={"documents": ["a"]}, at=START)
    assert sentence_of(brought) == "Maya Hollis imported 1 document"
