from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta

import pytest

from brightrun.domain.event import Action, Subject
from brightrun.domain.export import ExportFile
from brightrun.domain.spreadsheet import csv_text
from brightrun.domain.tenancy import TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.activity import FILE_HEADS, Wanted, file_line, list_activity, sentence_of
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.services import FakeExportFiles
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


@pytest.fixture
def days(store: FakeStore, scope: TenantScope, clock: FakeClock) -> FakeStore:
    """One event at noon on each of five days."""
    store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
    clock.advance((START.replace(hour=12, minute=0) - clock.now()).total_seconds() % 86_400)
    for number in range(5):
        about = Subject(kind="conversation", id=make.an_id(number), ref=f"{clock.now():%Y-%m-%d}")
        store.commit(
            scope,
            [c.AddEvent(make.event(number, id=clock.new_id(), at=clock.now(), subject=about))],
            token=str(number),
        )
        clock.advance(86_400)
    return store


def refs(store: FakeStore, scope: TenantScope, wanted: Wanted) -> list[list[str]]:
    pages: list[list[str]] = []
    before = None
    while True:
        page = list_activity(scope, wanted, before=before, store=store, files=FakeExportFiles())
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


def test_days_are_whole_and_both_ends_belong_to_them(days: FakeStore, scope: TenantScope):
    every = [ref for page in refs(days, scope, Wanted()) for ref in page]
    assert len(every) == 5
    since, until = (date.fromisoformat(every[at]) for at in (3, 1))
    assert refs(days, scope, Wanted(since=since)) == [every[:4]]
    assert refs(days, scope, Wanted(until=until)) == [every[1:]]
    assert refs(days, scope, Wanted(since=since, until=until)) == [every[1:4]]
    assert refs(days, scope, Wanted(since=until, until=since)) == [[]]
    assert refs(days, scope, Wanted(until=date.max)) == [every]


def test_filters_add_up(record: FakeStore, scope: TenantScope):
    rejected = frozenset({Action.CONVERSATION_REJECTED})
    assert refs(record, scope, Wanted(actions=rejected, users=frozenset({"maya"}))) == [[]]
    assert refs(record, scope, Wanted(actions=rejected, users=frozenset({"ines"}), until=START.date())) == [
        ["FP-0009", "FP-0006", "FP-0003", "FP-0000"]
    ]


@pytest.mark.parametrize("many", [False, True], ids=["versions in the export", "versions in its manifest"])
def test_what_is_told_about_a_conversation_includes_the_exports_that_it_went_out_with(
    many, record: FakeStore, scope: TenantScope, clock: FakeClock
):
    files, manifest = FakeExportFiles(), "exports/1/manifest.json"
    versions = {make.an_id(4): 1}
    files.write(scope, manifest, [json.dumps({"versions": versions}).encode()], content_type="application/json")
    proof = ExportFile(name="m", format="manifest", bytes=1, rows=1, sha256="0" * 64, key=manifest)
    export = make.export(
        1, dataset_id=make.an_id("dataset"), state="ready", files=(proof,), versions={} if many else versions
    )
    other = make.export(2, dataset_id=export.dataset_id, state="ready", versions={make.an_id(5): 1})
    for one in (export, other):
        about = Subject(kind="export", id=one.id, ref=one.id[-4:])
        told = make.event(id=clock.new_id(), at=clock.now(), action=Action.EXPORT_DOWNLOADED, subject=about)
        record.commit(scope, [c.SaveExport(one, None), c.AddEvent(told)], token=one.id)
    page = list_activity(scope, Wanted(subject=make.an_id(4)), before=None, store=record, files=files)
    assert [event.subject.ref for event in page.events] == [export.id[-4:], "FP-0004"]


def test_an_export_whose_files_are_gone_hides_nothing_else(record: FakeStore, scope: TenantScope):
    proof = ExportFile(name="m", format="manifest", bytes=1, rows=1, sha256="0" * 64, key="gone")
    export = make.export(1, dataset_id=make.an_id("dataset"), state="ready", files=(proof,))
    record.commit(scope, [c.SaveExport(export, None)], token="export")
    assert refs(record, scope, Wanted(subject=make.an_id(4))) == [["FP-0004"]]


def test_of_one_conversation_the_quiet_ones_are_told_too(record: FakeStore, scope: TenantScope, clock: FakeClock):
    about = Subject(kind="conversation", id=make.an_id(4), ref="quiet")
    draft = make.event(id=clock.new_id(), at=clock.now(), action=Action.DRAFT_SAVED, subject=about)
    record.commit(scope, [c.AddEvent(draft)], token="draft")
    assert refs(record, scope, Wanted(subject=make.an_id(4))) == [["quiet", "FP-0004"]]
    assert "quiet" not in [ref for page in refs(record, scope, Wanted()) for ref in page]


def test_a_line_of_the_file_says_all_that_is_known_and_computes_nothing():
    about = Subject(kind="conversation", id=make.an_id(1), ref="=1+1")
    event = make.event(
        1, actor_name="@SUM(A1)", subject=about, details={"note": '=HYPERLINK("x")', "version": 2}, at=START
    )
    head, line = csv.reader(io.StringIO(csv_text([FILE_HEADS, file_line(event)])))
    told = dict(zip(head, line, strict=True))
    assert told["time_utc"] == f"{START:%Y-%m-%dT%H:%M:%SZ}"
    assert (told["who"], told["ref"]) == ("'@SUM(A1)", "'=1+1")
    assert json.loads(told["details"]) == {"note": '=HYPERLINK("x")', "version": 2}
    assert told["what"] == "'@SUM(A1) approved =1+1"


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
