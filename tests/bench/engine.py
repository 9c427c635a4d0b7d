"""The engine against the least time that any engine could need, in virtual time.

The product's own use cases run on storage in memory, with a provider that keeps its limits strictly: its
buckets hold one second (ten where answers vary in length, because those are counted when they end).
R = makespan ÷ lower bound, and the bound is, over all limits, (demand − burst) ÷ refill, plus one latency.
"""

from __future__ import annotations

import asyncio
import random
import statistics
from dataclasses import dataclass
from pathlib import Path

from brightrun.domain.conversation import Status
from brightrun.domain.learned import ENOUGH_FOR_THE_HIGH_END, Sample
from brightrun.domain.limiter import BURST_SECONDS, Limits
from brightrun.domain.money import Usage
from brightrun.domain.provider import FailureClass, ModelReply, ModelRequest, ProviderFailure
from infra.config import workers_for
from tests.bench.rows import Row
from tests.fakes import make
from tests.fakes.clock import START, run_virtual
from tests.fakes.model import USUAL, Cache, FakeModel, Provider, reply, usual_reply
from tests.fakes.world import World

ROOMY = 10**9
HOUSE = (Path(__file__).parents[2] / "prompts" / "common" / "house.md").read_text(encoding="utf-8")
"""What all conversations share, long enough to be cached."""
LATENCY = 2.0
SEEDS = range(1, 22)


@dataclass(frozen=True, slots=True)
class Case:
    """One run: how many conversations, under which limits, in which weather."""

    name: str
    size: int
    requests_per_minute: int
    bound: float
    output_tokens_per_minute: int = ROOMY
    latency: float = LATENCY
    fault_rate: float = 0.0
    spread: float = 0.0
    """Sigma of the lognormal sizes of the answers."""
    output: int = USUAL.output
    """Tokens of a usual answer, thinking included."""
    known: bool = False
    """Whether a run before has shown what answers take; else the engine begins with the catalogue's figures."""
    burst_seconds: float = BURST_SECONDS
    """How much the provider's buckets hold; the documentation says a minute, the strictest is ours."""


@dataclass(frozen=True, slots=True)
class Found:
    ratio: float
    seconds: float
    calls: int
    slowed: int
    missing: int
    injected: int


CASES = (
    Case("engine R, 600 requests/min, N=100", 100, 600, 1.03),
    Case("engine R, 600 requests/min, N=1000", 1_000, 600, 1.01),
    Case("engine R, 50 requests/min, N=40", 40, 50, 1.03),
    Case("engine R, 50 requests/min, N=100, 45 s an answer", 100, 50, 1.03, latency=45.0),
    Case("engine R, 600 requests/min, N=100, 5 % faults", 100, 600, 1.08, fault_rate=0.05),
    Case(
        "engine R, output tokens bind, lognormal sizes, N=200",
        200,
        1_000,
        1.20,
        output_tokens_per_minute=400_000,
        latency=20.0,
        spread=0.3,
        burst_seconds=10.0,
    ),
    Case(
        "engine R, the same with twice the expected output",
        200,
        1_000,
        1.20,
        output_tokens_per_minute=400_000,
        latency=20.0,
        spread=0.3,
        burst_seconds=10.0,
        output=2 * USUAL.output,
    ),
    Case(
        "engine R, thinking on, known from a run before",
        200,
        1_000,
        1.20,
        output_tokens_per_minute=400_000,
        latency=40.0,
        spread=0.3,
        burst_seconds=10.0,
        output=2 * USUAL.output,
        known=True,
    ),
)


def _fault(kind: FailureClass, code: str, status: int | None, wait: float | None) -> ProviderFailure:
    return ProviderFailure(kind, code, "An injected fault.", status=status, retry_after=wait)


FAULTS = (
    _fault(FailureClass.TRANSIENT, "rate_limit_error", 429, 1.0),
    _fault(FailureClass.TRANSIENT, "overloaded_error", 529, None),
    _fault(FailureClass.TRANSIENT, "api_error", 500, None),
    _fault(FailureClass.AMBIGUOUS, "connection_reset", None, None),
)


def workers(case: Case) -> int:
    """As many as the stack gives to this rate."""
    by_tokens = case.output_tokens_per_minute / case.output
    return workers_for(min(case.requests_per_minute, by_tokens), case.latency)


def lower_bound(case: Case, calls: int, output_tokens: int) -> float:
    """Seconds that no engine can beat under these limits."""
    requests = case.requests_per_minute / 60
    tokens = case.output_tokens_per_minute / 60
    by_requests = (calls - max(1.0, requests * case.burst_seconds)) / requests
    by_tokens = (output_tokens - tokens * case.burst_seconds) / tokens
    return max(0.0, by_requests, by_tokens) + case.latency


def limits_of(case: Case) -> Limits:
    return Limits(
        requests_per_minute=case.requests_per_minute,
        input_tokens_per_minute=ROOMY,
        output_tokens_per_minute=case.output_tokens_per_minute,
    )


async def measure(case: Case, seed: int) -> Found:
    loop = asyncio.get_running_loop()
    chance = random.Random(seed)  # noqa: S311 - sizes and faults, not secrets
    random.seed(seed)  # the engine's own jitter, so that a figure can be had again
    limits = limits_of(case)
    written: list[int] = []

    def answer(request: ModelRequest) -> ModelReply:
        size = round(case.output * chance.lognormvariate(0, case.spread))
        cut_off = size > request.max_tokens
        written.append(min(size, request.max_tokens))
        if not case.spread:
            return usual_reply(request)
        usage = Usage(input=USUAL.input, output=written[-1])
        return reply(request, "{", usage=usage, stop_reason="max_tokens") if cut_off else reply(request, usage=usage)

    model = FakeModel(
        latency=case.latency,
        provider=Provider(limits, loop.time, case.burst_seconds),
        answer=answer,
        faults=FAULTS,
        fault_rate=case.fault_rate,
        chance=chance,
        cache=Cache(loop.time),
    )
    world = World(size=case.size, limits=limits, model=model, common=HOUSE)
    for _ in range(ENOUGH_FOR_THE_HIGH_END if case.known else 0):
        size = round(case.output * chance.lognormvariate(0, case.spread))
        sample = Sample(prompt_bytes=12_000, input_tokens=USUAL.input, output_tokens=size)
        world.store.add_taken(world.scope, make.MODEL, make.template().id, sample)
    batch = world.start()
    await world.run(batch.id, workers(case))
    done = [row for row in world.rows() if row.status is Status.GENERATED]
    makespan = max((row.generated_at - START).total_seconds() for row in done if row.generated_at)
    calls = len(model.calls) - model.slowed
    bound = lower_bound(case, calls, sum(written))
    if complaints := world.complaints():
        raise AssertionError(complaints)
    missing = case.size - len(done)
    return Found(makespan / bound, makespan, len(model.calls), model.slowed, missing, model.injected)


def rows() -> list[Row]:
    """Each case with its median over the seeds, when chance has a part in it."""
    told: list[Row] = []
    slowed = calls = missing = 0
    for case in CASES:
        seeds = SEEDS if case.fault_rate or case.spread else SEEDS[:1]
        found = [run_virtual(measure(case, seed)) for seed in seeds]
        ratio = statistics.median(each.ratio for each in found)
        worst = max(each.ratio for each in found)
        detail = f"{workers(case)} workers, {found[0].calls} calls, {found[0].slowed} × 429"
        if len(found) > 1:
            injected = sum(each.injected for each in found)
            refused = sum(each.slowed for each in found)
            detail = f"worst of {len(found)} runs {worst:.3f}, {injected} faults, {refused} × 429"
        told.append(Row(case.name, round(ratio, 4), case.bound, detail=detail))
        slowed += sum(each.slowed for each in found)
        calls += sum(each.calls for each in found)
        missing += sum(each.missing for each in found)
    told.append(Row("engine, conversations missing", missing, 0))
    share = 100 * slowed / calls
    told.append(Row("engine, 429s beyond the injected", share, 1.0, "%", f"{slowed} of {calls} calls"))
    return [*told, *_cache_rows()]


def _cache_rows() -> list[Row]:
    read, common, whole, writes = run_virtual(cached(Case("90", 90, 600, 1.03)))
    return [
        Row("cache share of input tokens in a batch of 90", 100 * read / whole, None, "%", f"written {writes} times"),
        Row("cache share of the common part, batch of 90", 100 * read / common, 60, "%", at_least=True),
    ]


async def cached(case: Case) -> tuple[int, int, int, int]:
    """(tokens read from the cache, tokens of the common part, all input tokens, writes) of one run."""
    loop = asyncio.get_running_loop()
    model = FakeModel(latency=case.latency, cache=Cache(loop.time))
    world = World(size=case.size, limits=limits_of(case), model=model, common=HOUSE)
    batch = world.start()
    await world.run(batch.id, workers(case))
    used = [each.usage for row in world.rows() for each in world.store.attempts(world.scope, row.id)]
    writes = [each.cache_write_5m for each in used if each.cache_write_5m]
    read = sum(each.cache_read for each in used)
    return read, read + sum(writes), sum(each.prompt for each in used), len(writes)
