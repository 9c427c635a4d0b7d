"""What every provider of batches promises: the fake of the engine's tests, and Claude's adapter over HTTP."""

from __future__ import annotations

import json
import time
import urllib.request
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from brightrun.adapters.anthropic_batches import AnthropicBatches
from brightrun.adapters.system_clock import SystemClock
from brightrun.domain.answer import ANSWER_SCHEMA
from brightrun.domain.money import cost_of
from brightrun.domain.provider import FailureClass, ModelReply, ModelRequest, Prompt, ProviderFailure
from brightrun.runtime.catalogue import catalogue
from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.launch import start_in_thread
from tests.fakes.clock import FakeClock
from tests.fakes.provider_batches import EXPIRED, FakeProviderBatches
from tests.prompts.update_lock import PROMPTS, split
from tests.sandbox.plans import samples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from brightrun.ports.services import ProviderBatches

SECONDS = 0.4
HOUSE = split(PROMPTS / "common" / "house.md")[1]


@dataclass(frozen=True)
class Provider:
    """A provider under contract. `plant` makes it behave as on a bad day; both sides know the same few ways."""

    batches: ProviderBatches
    now: Callable[[], datetime]
    wait: Callable[[], object]
    plant: Callable[[str], object]


def _fake() -> Provider:
    clock = FakeClock()
    fake = FakeProviderBatches(clock, seconds=SECONDS)
    lost = ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "Lost.")
    slow = ProviderFailure(FailureClass.TRANSIENT, "rate_limit_error", "Slow.", status=429, retry_after=7)
    key = ProviderFailure(FailureClass.CIRCUIT, "authentication_error", "Key.", status=401)
    bad = ProviderFailure(FailureClass.PERMANENT, "invalid_request_error", "Bad.")
    ways: dict[str, Callable[[], object]] = {
        "refused": lambda: fake.creating.append(slow),
        "key": lambda: fake.creating.append(key),
        "lost": lambda: fake.after.append(lost),
        "never arrived": lambda: fake.creating.append(lost),
        "expired": lambda: fake.script.update({"FP-0001": EXPIRED}),
        "errored": lambda: fake.script.update({"FP-0001": bad}),
    }
    return Provider(fake, clock.now, lambda: clock.advance(SECONDS), lambda way: ways[way]())


FAULTS: dict[str, dict[str, Any]] = {
    "refused": {"kind": "status", "place": "batch", "status": 429, "retry_after": 7},
    "key": {"kind": "status", "place": "batch", "status": 401},
    "lost": {"kind": "lost_answer", "place": "batch"},
    "never arrived": {"kind": "reset", "place": "batch"},
    "expired": {"kind": "expired", "reference": "FP-0001"},
    "errored": {"kind": "status", "status": 400, "reference": "FP-0001"},
}


def _control(base: str, name: str, body: Any = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{base}/_sandbox/{name}", data)  # noqa: S310 - loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
        return json.load(answer)


@pytest.fixture(params=["fake", "anthropic"])
def provider(request: pytest.FixtureRequest) -> Iterator[Provider]:
    if request.param == "fake":
        yield _fake()
        return
    with start_in_thread(SandboxConfig(batch_seconds=SECONDS, flaw_rate=0)) as (base, _):
        adapter = AnthropicBatches("sk-practice", base)
        wait = lambda: time.sleep(SECONDS + 0.1)  # noqa: E731 - one line of a table
        yield Provider(adapter, SystemClock().now, wait, lambda way: _control(base, "faults", FAULTS[way]))


def calls(count: int = 3) -> list[tuple[str, ModelRequest]]:
    return [
        (
            f"CALL{number}",
            ModelRequest(
                model="claude-haiku-5-5",
                prompt=Prompt(common=HOUSE, text=sample.text),
                answer_schema=ANSWER_SCHEMA,
                max_tokens=8_000,
                limit_seconds=120,
                stall_seconds=30,
            ),
        )
        for number, sample in enumerate(samples(count), start=1)
    ]


def test_results_come_by_name_once_the_batch_has_ended(provider):
    made = provider.batches.create(calls())
    working = provider.batches.look(made)
    assert (working.id, working.calls, working.ended) == (made, 3, False)
    provider.wait()
    assert provider.batches.look(made).ended is True
    found = dict(provider.batches.results(made))
    assert set(found) == {"CALL1", "CALL2", "CALL3"}
    assert all(isinstance(answer, ModelReply) for answer in found.values())
    assert all(answer.stop_reason == "end_turn" and answer.usage.output > 0 for answer in found.values())
    assert json.loads(found["CALL1"].text)["turns"]


def test_a_list_tells_newest_first_what_was_made_since_a_moment(provider):
    before = provider.now() - timedelta(seconds=2)
    first, second = provider.batches.create(calls(1)), provider.batches.create(calls(2))
    assert [(each.id, each.calls) for each in provider.batches.since(before)] == [(second, 2), (first, 1)]
    assert list(provider.batches.since(provider.now() + timedelta(hours=1))) == []


def test_a_hand_over_that_got_no_answer_may_have_arrived(provider):
    before = provider.now() - timedelta(seconds=2)
    for way, arrived in (("never arrived", 0), ("lost", 1)):
        provider.plant(way)
        with pytest.raises(ProviderFailure) as unclear:
            provider.batches.create(calls())
        assert unclear.value.kind is FailureClass.AMBIGUOUS
        assert len(list(provider.batches.since(before))) == arrived
    provider.wait()
    (listed,) = provider.batches.since(before)
    assert {name for name, _ in provider.batches.results(listed.id)} == {"CALL1", "CALL2", "CALL3"}


def test_a_refused_hand_over_says_for_how_long_and_leaves_nothing(provider):
    before = provider.now() - timedelta(seconds=2)
    provider.plant("refused")
    with pytest.raises(ProviderFailure) as refused:
        provider.batches.create(calls())
    assert (refused.value.kind, refused.value.retry_after) == (FailureClass.TRANSIENT, 7)
    provider.plant("key")
    with pytest.raises(ProviderFailure) as key:
        provider.batches.create(calls())
    assert key.value.kind is FailureClass.CIRCUIT
    assert list(provider.batches.since(before)) == []


@pytest.mark.parametrize(("way", "kind"), [("expired", FailureClass.TRANSIENT), ("errored", FailureClass.PERMANENT)])
def test_an_item_without_an_answer_says_why_and_its_neighbours_are_written(provider, way, kind):
    provider.plant(way)
    made = provider.batches.create(calls())
    provider.wait()
    found = dict(provider.batches.results(made))
    lost = found.pop("CALL1")
    assert isinstance(lost, ProviderFailure)
    assert lost.kind is kind
    assert all(isinstance(answer, ModelReply) for answer in found.values())


def test_a_cancelled_batch_ends_early_and_its_rest_is_told_as_such(provider):
    made = provider.batches.create(calls())
    provider.batches.cancel(made)
    assert provider.batches.look(made).ended is True
    kinds = {name: getattr(answer, "code", "written") for name, answer in provider.batches.results(made)}
    assert set(kinds) == {"CALL1", "CALL2", "CALL3"}
    assert "canceled" in kinds.values()


def test_a_batch_that_nobody_knows_is_none(provider):
    assert provider.batches.look("msgbatch_unknown") is None


def test_tokens_of_the_cache_are_told_apart_and_cost_half():
    with start_in_thread(SandboxConfig(batch_seconds=0, flaw_rate=0)) as (base, _):
        adapter = AnthropicBatches("sk-practice", base)
        made = adapter.create(calls(2))
        adapter.look(made)
        usages = [answer.usage for _, answer in adapter.results(made) if isinstance(answer, ModelReply)]
    assert usages[0].cache_write_5m > 0
    assert usages[1].cache_read == usages[0].cache_write_5m
    haiku = catalogue().models[0]
    for usage in usages:
        assert cost_of(usage, haiku.in_batches()) == pytest.approx(cost_of(usage, haiku) / 2, abs=1)
