"""Two workspaces with people of every role, and one conversation in each state that a route needs."""

from __future__ import annotations

from datetime import timedelta

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.budget import batch_budget_key, dataset_budget_key
from brightrun.domain.conversation import Review, Status
from brightrun.domain.event import Subject
from brightrun.domain.export import ExportFile
from brightrun.domain.operation import Asked, Operation
from brightrun.domain.tenancy import RegisteredTenant, Role, scope_of_registered
from brightrun.domain.tenant import SecondOpinion, TenantSettings
from brightrun.domain.words import Failure
from brightrun.ports import changes as c
from brightrun.ports.many import AddOperationMembers, SaveOperation
from brightrun.ports.remarks import SaveComment
from brightrun.usecases.parts.payload_keys import request_key
from brightrun.usecases.templates import seed_templates
from functions.template_seed.handler import template_files
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.remarks import a_comment
from tests.functions.world import PEOPLE, FakePorts, Gateway, digest, token

ACME = scope_of_registered(RegisteredTenant("acme"))
RIVAL = scope_of_registered(RegisteredTenant("rival"))

KEY = "brk_acme-editor-key-0123456789"
INVITATION = "an-invitation-token-of-acme-0123"
DATASET = make.an_id("dataset")
GENERATED, PLANNED, FAILED, APPROVED = (make.an_id("conversation", n) for n in (1, 2, 3, 4))
RUNNING, PAUSED, ENDED = (make.an_id("batch", name) for name in ("running", "paused", "ended"))
OPERATION = make.an_id("operation")
EXPORT = make.an_id("export", 1)
DOCUMENT = make.an_id("document", 1)
CHUNK = f"{DOCUMENT}-0001"
COMMENT = make.an_id("comment", 1)
CALL = make.an_id("attempt", 1)
API_KEY_ID = make.an_id("key", 1)

CALLERS = {
    "none": None,
    "forged": token("owner-1", key="theirs"),
    "unknown key": token("owner-1", kid="another"),
    "expired": token("owner-1", exp=1_700_000_100),
    "access token": token("owner-1", token_use="access"),
    "unknown api key": "brk_nobody-has-this-key",
    "viewer": token(PEOPLE["viewer"]),
    "reviewer": token(PEOPLE["reviewer"]),
    "editor": token(PEOPLE["editor"]),
    "owner": token(PEOPLE["owner"]),
    "api key": KEY,
    "other tenant": token("rival-owner", email="owner@rival.example"),
    "staff": token("staff-1", email="staff@brightrun.example", **{"cognito:groups": ["staff"]}),
    "no tenant": token("guest-1", email="guest@elsewhere.example"),
}


def populated() -> Gateway:
    """A gateway over two workspaces: acme has everything, rival its owner only."""
    ports = FakePorts()
    seed_templates(template_files(), store=ports.store, clock=ports.clock)
    _workspaces(ports)
    _sources(ports)
    _conversations(ports)
    _runs(ports)
    _export(ports)
    _decided(ports)
    return Gateway(ports)


def _workspaces(ports: FakePorts) -> None:
    store = ports.store
    store.commit(
        ACME,
        [c.SaveTenant(make.tenant("acme", settings=TenantSettings(second_opinion=SecondOpinion(on=True))), None)],
        token="acme",
    )
    store.commit(RIVAL, [c.SaveTenant(make.tenant("rival", name="Rival"), None)], token="rival")
    for role in Role:
        user = PEOPLE[role.value]
        store.commit(
            ACME,
            [
                c.SaveMember(make.member(user, role=role), None),
                c.SaveUser(make.user(user, active_tenant="acme", tenants=("acme",)), None),
            ],
            token=user,
        )
    rival = make.user("rival-owner", active_tenant="rival", tenants=("rival",))
    store.commit(RIVAL, [c.SaveMember(make.member("rival-owner"), None), c.SaveUser(rival, None)], token="rival-owner")
    for outsider in ("guest-1", "staff-1"):
        store.commit(RIVAL, [c.SaveUser(make.user(outsider), None)], token=outsider)
    key = make.api_key(1, id=API_KEY_ID, tenant_id="acme", role=Role.EDITOR, sha256=digest(KEY))
    invitation = make.invitation(
        1,
        email="guest@elsewhere.example",
        token_sha256=digest(INVITATION),
        expires_at=START + timedelta(days=7),
    )
    store.commit(ACME, [c.SaveApiKey(key, new=True), c.SaveInvitation(invitation)], token="key")


def _sources(ports: FakePorts) -> None:
    store, pack = ports.store, ports.packs.pack("financial-planning")
    store.commit(
        ACME,
        [c.AddChunk(make.chunk(1)), c.AddChunk(make.chunk(2)), c.AddDocument(make.document(1))],
        token="document",
    )
    dataset = make.dataset(taxonomy=pack.taxonomy, last_number=4)
    budget = c.OpenBudget(dataset_budget_key(DATASET), dataset.budget_micros)
    store.commit(ACME, [c.SaveDataset(dataset, None), budget], token="dataset")


def _conversations(ports: FakePorts) -> None:
    failure = Failure(
        kind="permanent", code="refused", reason="Claude declined.", next_step="Change the situation.", at=START
    )
    approval = Review(decision="approve", by="owner-1", by_name="Owner", at=START, version=1)
    shown = {"current_version": 1, "latest_version": 1, "score": 8.4, "turn_count": 8, "generated_at": START}
    heads = [
        make.head(1, status=Status.GENERATED, title="Secret title of acme", chunk_ids=(CHUNK,), **shown),
        make.head(2, persona="Confident Planner"),
        make.head(3, status=Status.FAILED, failure=failure, batch_id=ENDED, batch_result="failed"),
        make.head(4, status=Status.APPROVED, review=approval, **shown),
    ]
    for number, head in enumerate(heads, start=1):
        changes: list[c.Change] = [c.SaveHead(head, None), c.AddSlot(make.slot(number))]
        if head.current_version:
            changes += [c.AddVersion(make.version(1, of=number), make.turns()), c.AddAttempt(make.attempt(number))]
        ports.store.commit(ACME, changes, token=head.id)
    comment = a_comment(1, by=PEOPLE["reviewer"], by_name="Reviewer")
    ports.store.commit(ACME, [SaveComment(comment, None)], token="comment")
    ports.payloads.put_once(ACME, request_key(make.attempt(1)), b'{"model": "claude-haiku-5-5"}')


def _runs(ports: FakePorts) -> None:
    planned = (PLANNED, 0)
    _run(ports, make.batch(id=RUNNING, enqueued=True), (planned,))
    _run(ports, make.batch(id=PAUSED, state="paused", pause_reason="user", enqueued=True), (planned,))
    ended = make.batch(
        id=ENDED,
        state="ended",
        end="with_failures",
        enqueued=True,
        ended_at=START,
        final_counts=Counts(total=1, failed=1),
    )
    _run(ports, ended, ((FAILED, 0),))


def _run(ports: FakePorts, batch: Batch, members: tuple[tuple[str, int], ...]) -> None:
    changes = [
        c.SaveBatch(batch, None),
        c.OpenBudget(batch_budget_key(batch.id), batch.cap_micros),
        c.AddBatchMembers(batch.id, 0, members),
    ]
    ports.store.commit(ACME, changes, token=batch.id)


def _export(ports: FakePorts) -> None:
    file = ExportFile(
        name="approved.jsonl", format="openai_chat_jsonl", bytes=10, rows=1, sha256="0" * 64, key="exports/1"
    )
    export = make.export(1, state="ready", count=1, files=(file,), ready_at=START)
    ports.store.commit(ACME, [c.SaveExport(export, None), c.AddEvent(make.event(1))], token="export")


def _decided(ports: FakePorts) -> None:
    """The decision on the approved one, made by an operation on many."""
    approved = make.event(
        2,
        subject=Subject(kind="conversation", id=APPROVED, ref="FP-0004"),
        details={"version": 1, "before": "generated", "operation": OPERATION},
    )
    operation = Operation(
        id=OPERATION,
        dataset_id=DATASET,
        asked=Asked(action="approve"),
        total=1,
        position=1,
        done=1,
        state="ended",
        started_by="owner-1",
        started_by_name="Owner",
        started_via="session",
        started_at=START,
        updated_at=START,
        ended_at=START,
    )
    members = AddOperationMembers(OPERATION, 0, ((APPROVED, 0),))
    ports.store.commit(ACME, [SaveOperation(operation, None), members, c.AddEvent(approved)], token="operation")
