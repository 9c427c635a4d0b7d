"""Whatever a caller changes is on record: every route is called, and what it left behind is looked at."""

from __future__ import annotations

from typing import Any

import pytest

from functions.api.route import Access, Route
from functions.api.table import ROUTES
from tests.functions.people import CALLERS, populated
from tests.functions.requests import SAMPLES
from tests.functions.world import Gateway

OFF_THE_RECORD = {
    "note_opened": "reading leaves no trace in the record: who had which text on screen only guards bulk approval",
    "read_me": "the first call of a new person makes their empty profile; their workspace has its own event",
}
HOUSEKEEPING = {"answers", "answer", "limiter", "taken", "marks", "seals", "shard", "budget"}
"""What is kept to answer repeats, to pace calls and to count; a budget is opened by looking at a price."""
THEIRS = {"accept_invitation": "no tenant", "change_comment": "reviewer", "delete_comment": "reviewer"}
"""What only one person may do, whatever their role."""
CHANGING = [route for route in ROUTES if not route.public]


def stored(gateway: Gateway) -> dict[Any, Any]:
    """Everything that is stored but the record itself and the housekeeping."""
    kept: dict[Any, Any] = {}
    for partition, items in gateway.ports.store._data.partitions.items():
        if not HOUSEKEEPING & set(map(str, partition)) and "events" not in partition:
            kept.update({(partition, sort): value for sort, value in items.items()})
    return kept


def caller_of(route: Route) -> str:
    return THEIRS.get(route.name, "staff" if route.needs is Access.STAFF else "owner")


def called(route: Route) -> tuple[bool, list[Any]]:
    """Whether an allowed call changed anything, and the events that it left."""
    gateway, sample = populated(), SAMPLES[route.name]
    before, known = stored(gateway), len(gateway.ports.store.recorded())
    answer = gateway.call(
        route.method,
        sample.path,
        as_=CALLERS[caller_of(route)],
        body=sample.body,
        query=sample.query,
        **sample.headers,
    )
    assert answer.status in {route.status, 202}, answer.text
    return stored(gateway) != before, gateway.ports.store.recorded()[known:]


@pytest.mark.parametrize("route", CHANGING, ids=lambda route: route.name)
def test_every_change_is_on_record(route: Route):
    changed, events = called(route)
    if route.name in OFF_THE_RECORD:
        assert not events
    elif changed:
        assert events, f"{route.name} changes what is stored and leaves no event"
        assert {event.actor_via for event in events} <= {"session", "system"}
        assert any(event.actor_via == "session" for event in events), f"{route.name}: nobody did it"
    elif route.method == "GET":
        assert not events, f"{route.name} only reads"


def test_the_look_sees_what_changes_and_what_does_not():
    routes = {route.name: route for route in ROUTES}
    assert called(routes["create_dataset"])[0]
    assert called(routes["describe_conversation"])[0]
    assert called(routes["note_opened"])[0]
    assert not called(routes["list_conversations"])[0]


def test_the_exceptions_are_still_there():
    assert set(OFF_THE_RECORD) <= {route.name for route in ROUTES}
