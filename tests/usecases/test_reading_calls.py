from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.errors import NotFound
from brightrun.domain.provider import FailureClass, ModelRequest, ProviderFailure
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.usecases.reading import read_attempts, read_call
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel
from tests.fakes.world import World

ONE = make.an_id("conversation", 1)
BUSY = ProviderFailure(FailureClass.TRANSIENT, "overloaded_error", "Claude was too busy.", status=529)


@pytest.fixture(scope="module")
def world() -> World:
    """One conversation, written at the second call."""

    async def story() -> World:
        model = FakeModel(latency=1)
        model.script.append(BUSY)
        world = World(size=1, model=model)
        await asyncio.ensure_future(world.run(world.start().id))
        return world

    return run_virtual(story())


def calls(world: World):
    return [
        read_call(world.scope, ONE, each.id, store=world.store, payloads=world.payloads)
        for each in read_attempts(world.scope, ONE, store=world.store)
    ]


def test_a_call_is_read_back_with_what_was_sent_and_what_came(world: World):
    refused, written = calls(world)
    sent = [call.request for call in world.model.calls]
    assert [ModelRequest.model_validate(each.request) for each in (refused, written)] == sent
    assert refused.answer is None
    assert refused.attempt.error.status == 529
    assert written.answer["stop_reason"] == written.attempt.stop_reason == "end_turn"
    assert written.answer["text"]
    assert written.attempt.parameters["persona"] == world.rows()[0].persona


def test_a_stored_request_has_no_place_for_a_secret(world: World):
    """A new field in it is looked at here before it is kept."""
    _, written = calls(world)
    assert set(written.request) == {
        "model",
        "prompt",
        "answer_schema",
        "max_tokens",
        "limit_seconds",
        "stall_seconds",
    }
    assert set(written.request["prompt"]) == {"common", "text"}


def test_another_conversations_or_workspaces_call_is_not_here(world: World):
    (refused, _) = calls(world)
    rival = scope_of_registered(RegisteredTenant("rival"))
    for scope, conversation in ((rival, ONE), (world.scope, make.an_id("conversation", 2))):
        with pytest.raises(NotFound):
            read_call(scope, conversation, refused.attempt.id, store=world.store, payloads=world.payloads)
