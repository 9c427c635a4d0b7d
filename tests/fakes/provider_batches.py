"""The provider's batches in memory: results by name, nothing told before the end, half of it on a bad day."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from brightrun.domain.ids import derived_ulid
from brightrun.domain.provider import FailureClass, ModelReply, ModelRequest, ProviderFailure
from brightrun.domain.provider_batch import BatchedCall, ProviderBatch
from brightrun.ports.clock import Clock
from brightrun.ports.services import ListedBatch
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.model import usual_reply

Answer = ModelReply | ProviderFailure
EXPIRED = ProviderFailure(FailureClass.TRANSIENT, "expired", "Claude did not come to this one within a day.")
CANCELED = ProviderFailure(FailureClass.TRANSIENT, "canceled", "The run was stopped before this one was written.")


@dataclass
class Held:
    """One batch as the provider has it."""

    id: str
    calls: dict[str, ModelRequest]
    created_at: datetime
    ends_at: datetime
    cancelled: bool = False


@dataclass
class FakeProviderBatches:
    """Every batch ends after `seconds`. `script` answers the next calls in order; None is a normal answer.

    `creating` is played one a hand-over: an exception before the batch is made, or with `after` behind it.
    A cancelled batch has written the first `written_when_cancelled` of its calls.
    """

    clock: Clock
    seconds: float = 600.0
    written_when_cancelled: int = 0
    script: dict[str, Answer | Callable[[ModelRequest], Answer]] = field(default_factory=dict)
    creating: deque[BaseException | None] = field(default_factory=deque)
    after: deque[BaseException | None] = field(default_factory=deque)
    while_reading: Callable[[int], None] = lambda _number: None
    batches: list[Held] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)

    def create(self, calls: Sequence[tuple[str, ModelRequest]]) -> str:
        _play(self.creating)
        now = self.clock.now()
        held = Held(f"msgbatch_{len(self.batches) + 1}", dict(calls), now, now + timedelta(seconds=self.seconds))
        self.batches.append(held)
        _play(self.after)
        return held.id

    def _get(self, provider_id: str) -> Held | None:
        return next((held for held in self.batches if held.id == provider_id), None)

    def _listed(self, held: Held) -> ListedBatch:
        ended = held.cancelled or self.clock.now() >= held.ends_at
        return ListedBatch(held.id, len(held.calls), held.created_at, ended=ended)

    def look(self, provider_id: str) -> ListedBatch | None:
        held = self._get(provider_id)
        return self._listed(held) if held else None

    def since(self, moment: datetime) -> Iterator[ListedBatch]:
        return (self._listed(held) for held in reversed(self.batches) if held.created_at >= moment)

    def cancel(self, provider_id: str) -> None:
        held = self._get(provider_id)
        if held is not None:
            held.cancelled = True

    def results(self, provider_id: str) -> Iterator[tuple[str, Answer]]:
        """Last first: a caller must not count on the order of its requests."""
        held = self._get(provider_id)
        if held is None:
            return
        numbered = list(enumerate(held.calls.items()))
        for number, (name, request) in reversed(numbered):
            self.while_reading(len(held.calls) - number)
            yield name, self._answer(held, number, name, request)

    def _answer(self, held: Held, number: int, name: str, request: ModelRequest) -> Answer:
        if name not in self.answers:
            planned = self.script.get(_reference(request))
            if held.cancelled and number >= self.written_when_cancelled:
                self.answers[name] = CANCELED
            elif planned is None:
                self.answers[name] = usual_reply(request)
            else:
                self.answers[name] = planned(request) if callable(planned) else planned
        return self.answers[name]

    @property
    def paid(self) -> list[ModelReply]:
        """Every answer that the provider bills, once each."""
        return [answer for answer in self.answers.values() if isinstance(answer, ModelReply)]

    @property
    def sent(self) -> list[str]:
        """The names of all calls that ever arrived."""
        return [name for held in self.batches for name in held.calls]


def _reference(request: ModelRequest) -> str:
    """The short id of the conversation that the prompt is about."""
    line = next((line for line in request.prompt.text.splitlines() if line.startswith("reference: ")), "")
    return line.removeprefix("reference: ")


def _play(script: deque[BaseException | None]) -> None:
    problem = script.popleft() if script else None
    if problem is not None:
        raise problem


def part(number: int = 1, **changes: Any) -> ProviderBatch:
    call = BatchedCall(
        conversation_id=make.an_id("conversation", number),
        shard=0,
        attempt_id=make.an_id("attempt", number),
        max_tokens=4_000,
    )
    given = {
        "id": derived_ulid(START + timedelta(seconds=number), "part", number),
        "batch_id": make.an_id("batch"),
        "dataset_id": make.an_id("dataset"),
        "number": number,
        "calls": (call,),
        "held_micros": 5_000,
        "made_at": START,
    }
    return ProviderBatch(**{**given, **changes})
