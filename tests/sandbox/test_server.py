"""The practice model over HTTP, driven by the provider's own client."""

import asyncio
import json
import time
import urllib.error
import urllib.request
from typing import Any

import anthropic
import pytest

from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.launch import start_in_thread, start_process
from tests.prompts.update_lock import PROMPTS, split
from tests.sandbox.plans import samples

MODEL = "claude-haiku-5-5"
TURN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["role", "content"],
    "properties": {
        "role": {"type": "string", "enum": ["user", "assistant"]},
        "content": {"type": "string"},
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["title", "turns", "confidence", "confidence_reason", "facts_used"],
    "properties": {
        "title": {"type": "string"},
        "turns": {"type": "array", "items": TURN},
        "confidence": {"type": "number"},
        "confidence_reason": {"type": "string"},
        "facts_used": {"type": "array", "items": {"type": "string"}},
    },
}
HOUSE = split(PROMPTS / "common" / "house.md")[1]


def _arguments(text: str = samples(1)[0].text, **more: Any) -> dict[str, Any]:
    return {
        "model": MODEL,
        "max_tokens": 8_000,
        "system": [{"type": "text", "text": HOUSE, "cache_control": {"type": "ephemeral"}}],
        "messages": [{"role": "user", "content": text}],
        "output_config": {"format": {"type": "json_schema", "schema": SCHEMA}},
        **more,
    }


def _text(message: Any) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


@pytest.fixture
def sandbox():
    with start_in_thread(SandboxConfig(latency_seconds=0.02, batch_seconds=0.0)) as started:
        yield started


@pytest.fixture
def client(sandbox):
    with anthropic.Anthropic(base_url=sandbox[0], api_key="sk-practice", max_retries=0) as made:
        yield made


def _control(base: str, name: str, body: Any = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{base}/_sandbox/{name}", data)  # noqa: S310 - loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
        return json.load(answer)


def test_it_answers_in_the_asked_structure_with_usage_and_headers(client, sandbox):
    raw = client.messages.with_raw_response.create(**_arguments())
    message = raw.parse()
    assert message.model == f"sandbox:{MODEL}"
    assert message.stop_reason == "end_turn"
    assert message.content[0].type == "thinking"
    answer = json.loads(_text(message))
    assert set(answer) == set(SCHEMA["required"])
    assert message.usage.cache_creation_input_tokens > 1_024
    again = client.messages.create(**_arguments())
    assert again.usage.cache_read_input_tokens == message.usage.cache_creation_input_tokens
    assert _text(again) == _text(message)
    assert raw.headers["request-id"]
    assert int(raw.headers["anthropic-ratelimit-requests-limit"]) == 1_000
    assert raw.headers["anthropic-ratelimit-output-tokens-reset"].endswith("Z")
    calls = _control(sandbox[0], "calls")["calls"]
    assert [call["reference"] for call in calls] == ["FP-0001", "FP-0001"]
    assert calls[0]["status"] == 200


def test_a_stream_gives_the_same_message(client):
    with client.messages.stream(**_arguments()) as stream:
        final = stream.get_final_message()
    whole = client.messages.create(**_arguments())
    assert _text(final) == _text(whole)
    assert final.usage.output_tokens == whole.usage.output_tokens
    assert final.stop_reason == "end_turn"


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"extra_body": {"temperature": 0.5}}, anthropic.BadRequestError),
        ({"extra_body": {"top_k": 5}}, anthropic.BadRequestError),
        ({"extra_body": {"surprise": 1}}, anthropic.BadRequestError),
        ({"model": "claude-nobody-1"}, anthropic.NotFoundError),
        ({"model": "claude-3-haiku-20240307"}, anthropic.NotFoundError),
        (
            {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "{"}]},
            anthropic.BadRequestError,
        ),
        (
            {"output_config": {"format": {"type": "json_schema", "schema": {"type": "object"}}}},
            anthropic.BadRequestError,
        ),
    ],
)
def test_it_refuses_what_the_provider_refuses(client, more, error):
    with pytest.raises(error):
        client.messages.create(**_arguments(**more))


def test_it_wants_a_key(sandbox):
    request = urllib.request.Request(f"{sandbox[0]}/v1/models")  # noqa: S310 - loopback
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)  # noqa: S310 - loopback
    assert refused.value.code == 401
    refused.value.close()


def test_models_and_token_counts(client):
    models = {model.id: model for model in client.models.list()}
    assert models[MODEL].lifecycle == "active"
    assert client.models.retrieve("claude-sonnet-4-5").retires_at is not None
    counted = client.messages.count_tokens(model=MODEL, system=HOUSE, messages=[{"role": "user", "content": "hello"}])
    assert counted.input_tokens == pytest.approx(len(HOUSE) / 4, rel=0.01)


def test_the_rate_limit_holds_and_says_when(client, sandbox):
    _control(sandbox[0], "config", {"requests_per_minute": 60, "burst_seconds": 3})
    for _ in range(3):
        client.messages.create(**_arguments())
    _control(sandbox[0], "config", {"requests_per_minute": 1, "burst_seconds": 60})
    client.messages.create(**_arguments())
    with pytest.raises(anthropic.RateLimitError) as refused:
        client.messages.create(**_arguments())
    assert int(refused.value.response.headers["retry-after"]) >= 1


def test_output_tokens_bind_as_well(client, sandbox):
    _control(sandbox[0], "config", {"output_tokens_per_minute": 600})
    client.messages.create(**_arguments())
    with pytest.raises(anthropic.RateLimitError):
        client.messages.create(**_arguments())


def test_planted_faults(client, sandbox):
    planted = [
        {"kind": "status", "status": 529, "retry_after": 3},
        {"kind": "status", "status": 429, "error_code": "enforced_spend_limit_reached"},
        {"kind": "reset"},
        {"kind": "truncate"},
        {"kind": "refusal"},
        {"kind": "broken_json"},
        {"kind": "max_tokens"},
        {"kind": "lost_answer"},
    ]
    _control(sandbox[0], "faults", planted)
    with pytest.raises(anthropic.APIStatusError) as overloaded:
        client.messages.create(**_arguments())
    assert overloaded.value.status_code == 529
    with pytest.raises(anthropic.RateLimitError) as spent:
        client.messages.create(**_arguments())
    assert spent.value.error_code == "enforced_spend_limit_reached"
    for _ in range(2):
        with pytest.raises(anthropic.APIConnectionError):
            client.messages.create(**_arguments())
    assert client.messages.create(**_arguments()).stop_reason == "refusal"
    with pytest.raises(json.JSONDecodeError):
        json.loads(_text(client.messages.create(**_arguments())))
    assert client.messages.create(**_arguments()).stop_reason == "max_tokens"
    with pytest.raises(anthropic.APIConnectionError):
        client.messages.create(**_arguments())
    calls = _control(sandbox[0], "calls")["calls"]
    assert [call["fault"] for call in calls] == [fault["kind"] for fault in planted]
    assert calls[-1]["output_tokens"] > 0
    assert json.loads(_text(client.messages.create(**_arguments())))["turns"]


def test_batches_from_create_to_results(client):
    requests: Any = [
        {"custom_id": sample.values["reference"], "params": _arguments(sample.text)} for sample in samples(5)
    ]
    batch = client.messages.batches.create(requests=requests)
    batch = client.messages.batches.retrieve(batch.id)
    assert batch.processing_status == "ended"
    assert batch.request_counts.succeeded == 5
    results = {row.custom_id: row.result for row in client.messages.batches.results(batch.id)}
    assert set(results) == {f"FP-000{n}" for n in range(1, 6)}
    message = results["FP-0001"].message
    assert message.usage.service_tier == "batch"
    assert [row.id for row in client.messages.batches.list()] == [batch.id]


def test_a_cancelled_batch_ends_cancelled(client, sandbox):
    _control(sandbox[0], "config", {"batch_seconds": 600})
    requests: Any = [{"custom_id": "only", "params": _arguments()}]
    batch = client.messages.batches.create(requests=requests)
    assert client.messages.batches.cancel(batch.id).processing_status == "canceling"
    assert client.messages.batches.retrieve(batch.id).request_counts.canceled == 1


async def test_many_at_once_take_as_long_as_one(sandbox):
    _control(sandbox[0], "config", {"latency_seconds": 0.5, "latency_jitter": 0})
    async with anthropic.AsyncAnthropic(base_url=sandbox[0], api_key="sk-practice", max_retries=0) as client:
        await client.messages.create(**_arguments())
        started = time.monotonic()
        texts = [sample.text for sample in samples(40)]
        await asyncio.gather(*(client.messages.create(**_arguments(text)) for text in texts))
        taken = time.monotonic() - started
    print(f"40 concurrent calls of 0.5 s took {taken:.2f} s")  # noqa: T201 - a figure for people
    assert len(_control(sandbox[0], "calls")["calls"]) == 41


def test_it_starts_as_a_program(unused_port):
    process = start_process(unused_port, "--config", '{"latency_seconds": 0}')
    try:
        assert _control(f"http://127.0.0.1:{unused_port}", "health")["ok"] is True
    finally:
        process.terminate()
        assert process.wait(10) == 0


@pytest.fixture
def unused_port() -> int:
    import socket  # noqa: PLC0415 - only here

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
