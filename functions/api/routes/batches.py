"""Batches: what they may cost, how they stand and how they are steered."""

from __future__ import annotations

from collections.abc import Callable

from brightrun.domain.batch import Batch as BatchRecord
from brightrun.domain.batch import Mode
from brightrun.domain.operation import why_not
from brightrun.domain.selection import Selection
from brightrun.domain.task import Task
from brightrun.domain.tenancy import Permission
from brightrun.usecases import batch_control as control
from brightrun.usecases import batch_views as views
from brightrun.usecases import tenants
from functions.api.bundles import pricing, starting, steering, viewing
from functions.api.call import Call
from functions.api.route import KIB, Resource
from functions.api.schemas.batches import (
    Batch,
    Batches,
    CurrentItem,
    Estimate,
    EstimateRequest,
    FailedItem,
    GenerateOne,
    JudgeOne,
    RemainingBudget,
    RepairOne,
    ResumeBatch,
    RetryFailed,
    RunPart,
    StartBatch,
    Started,
    Throttled,
)
from functions.api.schemas.bulk import BulkReason
from functions.api.schemas.wire import NoInput

batches = Resource("batches", "Runs: their price, their progress and their controls.")

ROOM_FOR_IDS = 512 * KIB
"""Ten thousand ids."""
_MOST_FAILURES_SHOWN = 200
_SLOWED = (
    "Claude asked us to slow down for a moment. We wait, then carry on by ourselves. "
    "Nothing is lost and waiting costs nothing."
)


def batch_wire(call: Call, batch_id: str) -> Batch:
    """The run as it stands now."""
    return _wire(views.view_batch(call.scope, batch_id, **viewing(call.ports)))


def _wire(view: views.BatchView) -> Batch:
    batch = view.batch
    return Batch.of(
        batch,
        estimate=batch.promise,
        counts=view.counts,
        spent_micros=view.spent_micros,
        reserved_micros=view.reserved_micros,
        percent=view.percent,
        written_by=view.writers,
        current=[CurrentItem.of(row, since=row.updated_at) for row in view.current],
        rate_per_minute=view.rate_per_minute,
        eta_seconds=view.eta_seconds,
        throttled=Throttled(until=view.slowed_until, sentence=_SLOWED) if view.slowed_until else None,
        parts=[RunPart.of_part(part, over=batch.state == "ended") for part in view.parts],
        failures=[FailedItem.of(row) for row in view.failures[:_MOST_FAILURES_SHOWN]],
    )


def _model(call: Call, wanted: str | None, task: Task | None = None) -> str:
    """The model asked for, or the workspace's for such a task, or the platform's."""
    if wanted:
        return wanted
    settings = tenants.read_workspace(call.scope, store=call.ports.store).settings
    judge = settings.second_opinion.model if task and task.kind == "judge" else ""
    return judge or settings.default_model or call.ports.settings.default_model


def _once(call: Call, start: Callable[[], BatchRecord]) -> Batch:
    """Starts, unless an earlier request with this key has: then it is that one's run, as it stands."""
    made = call.once.answered(call.scope, store=call.ports.store)
    return batch_wire(call, made or start().id)


@batches.post("/datasets/{dataset_id}/batches/estimate", needs=Permission.READ, most_bytes=ROOM_FOR_IDS)
def estimate_batch(call: Call, dataset_id: str, body: EstimateRequest) -> Estimate:
    """Say what a run would cost and take; nothing is spent."""
    from brightrun.usecases import batches as runs

    order = runs.Order(body.selection, _model(call, body.model, body.task), body.task, body.mode)
    found = runs.estimate_batch(call.scope, dataset_id, order, **pricing(call.ports))
    return Estimate.of(
        found.estimate,
        prices_as_of=call.ports.catalogue.prices_as_of,
        budget=RemainingBudget(
            dataset_remaining_micros=found.dataset_remaining,
            month_remaining_micros=found.month_remaining,
        ),
        left_out=[BulkReason.of(each) for each in why_not(dict(found.left_out))],
    )


@batches.post(
    "/datasets/{dataset_id}/batches",
    needs=Permission.SPEND,
    status=202,
    once=True,
    conflicts=True,
    most_bytes=ROOM_FOR_IDS,
)
def start_batch(call: Call, dataset_id: str, body: StartBatch) -> Batch:
    """Write the selected conversations, within a cap."""
    return _once(
        call,
        lambda: start_selected(
            call,
            dataset_id,
            body.selection,
            model=body.model,
            task=body.task,
            mode=body.mode,
            cap_micros=body.cap_micros,
            until_passing=body.until_passing,
            notify=body.notify,
        ),
    )


def start_selected(
    call: Call,
    dataset_id: str,
    selection: Selection,
    *,
    model: str | None = None,
    task: Task | None = None,
    mode: Mode = "now",
    cap_micros: int | None = None,
    until_passing: int | None = None,
    notify: bool = False,
) -> BatchRecord:
    """Starts a run under the call's key; without a cap the most that it can cost is the cap."""
    from brightrun.usecases import batches as runs

    return runs.start_batch(
        call.scope,
        call.actor,
        dataset_id,
        runs.Order(selection, _model(call, model, task), task or Task(), mode, until_passing),
        cap_micros=cap_micros,
        notify_email=_notified(call) if notify else "",
        once=call.once,
        **starting(call.ports),
    )


def _notified(call: Call) -> str:
    workspace = tenants.read_workspace(call.scope, store=call.ports.store)
    return workspace.settings.notify_email or call.caller.email


@batches.post(
    "/conversations/{conversation_id}/generate",
    needs=Permission.SPEND,
    status=202,
    once=True,
    conflicts=True,
)
def generate_conversation(call: Call, conversation_id: str, body: GenerateOne) -> Started:
    """Write one conversation now, ahead of all batches."""
    task = Task(template_id=body.template_id, template_version=body.template_version)
    return _start_one(call, conversation_id, task, body.model)


@batches.post(
    "/conversations/{conversation_id}/repair",
    needs=Permission.SPEND,
    status=202,
    once=True,
    conflicts=True,
)
def repair_conversation(call: Call, conversation_id: str, body: RepairOne) -> Started:
    """Change one conversation by an instruction, ahead of all batches; the text as it was stays a version."""
    task = Task(kind="rewrite", instruction=body.instruction, turn=body.turn, base_version=body.version)
    return _start_one(call, conversation_id, task, body.model)


@batches.post(
    "/conversations/{conversation_id}/second-opinion",
    needs=Permission.SPEND,
    status=202,
    once=True,
    conflicts=True,
)
def judge_conversation(call: Call, conversation_id: str, body: JudgeOne) -> Started:
    """Ask a model what it thinks of a conversation, ahead of all batches; no text changes."""
    return _start_one(call, conversation_id, Task(kind="judge", base_version=body.version), None)


def _start_one(call: Call, conversation_id: str, task: Task, model: str | None) -> Started:
    from brightrun.usecases import batches as runs

    def start() -> BatchRecord:
        return runs.generate_one(
            call.scope,
            call.actor,
            conversation_id,
            model=_model(call, model, task),
            task=task,
            once=call.once,
            **starting(call.ports),
        )

    return Started(batch=_once(call, start))


@batches.get("/datasets/{dataset_id}/batches", needs=Permission.READ)
def list_batches(call: Call, dataset_id: str) -> Batches:
    """List a dataset's runs."""
    found = views.view_batches(call.scope, dataset_id, **viewing(call.ports))
    return Batches(items=[_wire(view) for view in found], total=len(found))


@batches.get("/batches/{batch_id}", needs=Permission.READ)
def read_batch(call: Call, batch_id: str) -> Batch:
    """Read a run as it stands."""
    return batch_wire(call, batch_id)


@batches.post("/batches/{batch_id}/pause", needs=Permission.SPEND, status=202, conflicts=True)
def pause_batch(call: Call, batch_id: str, body: NoInput) -> Batch:
    """Make no new call; what is in flight ends and is kept."""
    _ = body
    ports = call.ports
    control.pause_batch(call.scope, call.actor, batch_id, store=ports.store, clock=ports.clock)
    return batch_wire(call, batch_id)


@batches.post("/batches/{batch_id}/resume", needs=Permission.SPEND, status=202, conflicts=True)
def resume_batch(call: Call, batch_id: str, body: ResumeBatch) -> Batch:
    """Go on with what is left, if wanted under a higher cap."""
    ports = call.ports
    control.resume_batch(
        call.scope, call.actor, batch_id, cap_micros=body.cap_micros, pacer=ports.pacer, **steering(ports)
    )
    return batch_wire(call, batch_id)


@batches.post("/batches/{batch_id}/cancel", needs=Permission.SPEND, status=202, conflicts=True)
def cancel_batch(call: Call, batch_id: str, body: NoInput) -> Batch:
    """Take what waits out of the queue; what is written is kept."""
    _ = body
    ports = call.ports
    control.cancel_batch(
        call.scope, call.actor, batch_id, store=ports.store, workflow=ports.workflow, clock=ports.clock
    )
    return batch_wire(call, batch_id)


@batches.post(
    "/batches/{batch_id}/retry-failed",
    needs=Permission.SPEND,
    status=202,
    once=True,
    conflicts=True,
)
def retry_failed(call: Call, batch_id: str, body: RetryFailed) -> Batch:
    """Write what failed once more, under the same cap."""
    return _once(
        call,
        lambda: control.retry_failed(
            call.scope, call.actor, batch_id, ids=body.ids, once=call.once, **steering(call.ports)
        ),
    )
