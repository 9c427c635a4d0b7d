"""Ports as the use cases of runs take them together, so that a handler says only what is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from brightrun.domain.money import Catalogue
    from brightrun.ports.clock import Clock
    from brightrun.ports.services import JobQueue, Workflow
    from brightrun.ports.stores import Store
    from brightrun.usecases.parts.pacing import Pacer
    from functions.api.ports import Ports


class Viewing(TypedDict):
    """How a run stands."""

    store: Store
    pacer: Pacer
    clock: Clock


class Pricing(Viewing):
    """What a run would cost."""

    catalogue: Catalogue


class Steering(TypedDict):
    """Sends work to a run that exists."""

    store: Store
    jobs: JobQueue
    workflow: Workflow
    clock: Clock


class Starting(Pricing):
    """Makes a run and sends its work."""

    jobs: JobQueue
    workflow: Workflow


def viewing(ports: Ports) -> Viewing:
    return {"store": ports.store, "pacer": ports.pacer, "clock": ports.clock}


def pricing(ports: Ports) -> Pricing:
    return {**viewing(ports), "catalogue": ports.catalogue}


def steering(ports: Ports) -> Steering:
    return {"store": ports.store, "jobs": ports.jobs, "workflow": ports.workflow, "clock": ports.clock}


def starting(ports: Ports) -> Starting:
    return {**pricing(ports), "jobs": ports.jobs, "workflow": ports.workflow}
