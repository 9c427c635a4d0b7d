"""The routes of the sandbox: the provider's under /v1, its own under /_sandbox."""

import asyncio
import itertools
import math
import re
import time
from datetime import UTC, datetime
from typing import Any, cast

from infra.local.sandbox.batches import Batches
from infra.local.sandbox.catalogue import MODELS
from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.engine import build_answer, identity
from infra.local.sandbox.faults import Fault, FaultPlan
from infra.local.sandbox.limits import Limits
from infra.local.sandbox.messages import Answer, ApiError, Call, PromptCache, parse_call, tokens
from infra.local.sandbox.streaming import paced
from infra.local.sandbox.wire import Cut, Request, Response, answer_json, page_of

Json = dict[str, Any]


def _wait_headers(seconds: float) -> dict[str, str]:
    return {"retry-after": str(max(1, math.ceil(seconds)))}


class Sandbox:
    """One practice model with its limits, cache, faults and record of calls."""

    def __init__(self, config: SandboxConfig | None = None) -> None:
        self.config = config or SandboxConfig()
        self.faults = FaultPlan()
        self.cache = PromptCache()
        self.calls: list[Json] = []
        self.batch_requests: list[Json] = []
        self.batches = Batches(self._batch_item)
        self._limits: dict[str, Limits] = {}
        self._numbers = itertools.count(1)
        self._served = 0

    async def handle(self, request: Request) -> Response:
        """Answer one request; raises Cut to drop the connection."""
        if request.path.startswith("/_sandbox/"):
            return self._control(request)
        self._served += 1
        request_id = f"req_sandbox_{self._served:08d}"
        try:
            response = await self._provider(request, request_id)
        except ApiError as error:
            response = answer_json(error.as_json(request_id), error.status)
        response.headers["request-id"] = request_id
        return response

    async def _provider(self, request: Request, request_id: str) -> Response:
        if not (request.headers.get("x-api-key") or request.headers.get("authorization")):
            raise ApiError(401, "authentication_error", "x-api-key header is required")
        if "anthropic-version" not in request.headers:
            raise ApiError(400, "invalid_request_error", "anthropic-version: header is required")
        if request.path == "/v1/messages" and request.method == "POST":
            return await self._message(request, request_id)
        return self._plain_route(request)

    def _plain_route(self, request: Request) -> Response:
        now = time.monotonic()
        route = (request.method, request.path)
        if route == ("POST", "/v1/messages/count_tokens"):
            call = parse_call(_json(request), self.config, counting=True)
            return answer_json({"input_tokens": tokens(call.system) + tokens(call.prompt)})
        if route == ("GET", "/v1/models"):
            return self._models(request)
        base = f"http://{request.headers.get('host', '127.0.0.1')}"
        if request.path.startswith("/v1/messages/batches"):
            self.batch_requests.append({"path": request.path, "client_port": request.client_port})
        if route == ("POST", "/v1/messages/batches"):
            return self._take_batch(request, now, base)
        if route == ("GET", "/v1/messages/batches"):
            rows = [batch.as_json(base) for batch in self.batches.newest_first(now)]
            return answer_json(page_of(rows, request))
        if matched := re.fullmatch(r"/v1/models/([\w.:-]+)", request.path):
            return self._model(matched[1])
        if matched := re.fullmatch(r"/v1/messages/batches/(\w+)(/\w+)?", request.path):
            return self._batch(request.method, matched[1], matched[2] or "", base)
        raise ApiError(404, "not_found_error", f"Not found: {request.path}")

    def _take_batch(self, request: Request, now: float, base: str) -> Response:
        """As a planted fault of this place wants it: refused, lost, or taken without a word."""
        fault = self.faults.take("", "batch")
        if fault is not None and fault.kind == "status":
            error = ApiError(fault.status, fault.error_type, "Planted fault", fault.error_code)
            wait = {} if fault.retry_after is None else {"retry-after": f"{fault.retry_after:g}"}
            return answer_json(error.as_json(f"req_sandbox_{self._served:08d}"), fault.status, wait)
        if fault is not None and fault.kind == "reset":
            raise Cut
        batch = self.batches.create(_json(request), now, self.config.batch_seconds)
        if fault is not None:
            raise Cut
        return answer_json(batch.as_json(base))

    def _batch(self, method: str, name: str, action: str, base: str) -> Response:
        now = time.monotonic()
        if (method, action) == ("GET", "/results"):
            lines = self.batches.results(name, now)
            return Response(200, lines, {"content-type": "application/x-jsonl"})
        if (method, action) == ("POST", "/cancel"):
            return answer_json(self.batches.cancel(name, now).as_json(base))
        if (method, action) == ("DELETE", ""):
            return answer_json(self.batches.delete(name, now))
        if (method, action) == ("GET", ""):
            return answer_json(self.batches.get(name, now).as_json(base))
        raise ApiError(405, "invalid_request_error", "Method not allowed")

    def _models(self, request: Request) -> Response:
        wanted = request.query.get("lifecycle") or request.query.get("lifecycle[]")
        rows = [self._model_json(name) for name in MODELS]
        return answer_json(page_of([row for row in rows if not wanted or row["lifecycle"] in wanted], request))

    def _model_json(self, name: str) -> Json:
        row = MODELS[name].as_json()
        return row | {"lifecycle": "retired"} if name in self.config.retired_models else row

    def _model(self, name: str) -> Response:
        if name not in MODELS:
            raise ApiError(404, "not_found_error", f"model: {name}")
        return answer_json(self._model_json(name))

    async def _message(self, request: Request, request_id: str) -> Response:
        started = time.monotonic()
        record: Json = {
            "n": next(self._numbers),
            "at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "request_id": request_id,
            "client_port": request.client_port,
            "status": 0,
            "fault": None,
        }
        self.calls.append(record)
        try:
            response = await self._answer_message(request, record, started)
            record["status"] = response.status
        except ApiError as error:
            record["status"] = error.status
            raise
        finally:
            record.setdefault("duration", round(time.monotonic() - started, 4))
        return response

    async def _answer_message(self, request: Request, record: Json, started: float) -> Response:
        call = parse_call(_json(request), self.config)
        reference, variation = identity(call)
        record.update(model=call.model, reference=reference, variation=variation)
        limits = self._limits.setdefault(call.model, Limits(self.config, started))
        fault = self.faults.take(reference)
        record["fault"] = fault.kind if fault else None
        if fault is not None and (early := await self._early_fault(fault, limits)) is not None:
            return early
        estimate = tokens(call.system) + tokens(call.prompt)
        if (wait := limits.admit(estimate, started)) > 0:
            return self._refused(limits, wait)
        seconds = self._latency(call) + (fault.seconds if fault and fault.kind == "slow" else 0.0)
        at = (started, started + seconds * 0.2)
        answer = build_answer(call, self.config, self.cache, at, fault)
        limits.input.level += answer.usage.cache_read
        limits.spend_output(answer.usage.output_tokens)
        record.update(
            input_tokens=answer.usage.input_tokens,
            cache_creation=answer.usage.cache_creation,
            cache_read=answer.usage.cache_read,
            output_tokens=answer.usage.output_tokens,
        )
        return await self._deliver(call, answer, (seconds, started), (fault, record, limits))

    async def _deliver(
        self,
        call: Call,
        answer: Answer,
        times: tuple[float, float],
        around: tuple[Fault | None, Json, Limits],
    ) -> Response:
        seconds, started = times
        fault, record, limits = around
        kind = fault.kind if fault else None

        def finished() -> None:
            record["duration"] = round(time.monotonic() - started, 4)

        if kind == "lost_answer":
            await asyncio.sleep(seconds)
            raise Cut
        headers = limits.headers(time.monotonic())
        if call.stream:
            record["duration"] = None
            cut = kind if kind in {"truncate", "stream_error"} else None
            events = paced(answer, seconds, cut, finished)
            headers["content-type"] = "text/event-stream; charset=utf-8"
            headers["cache-control"] = "no-cache"
            return Response(200, headers=headers, stream=events)
        await asyncio.sleep(seconds)
        response = answer_json(answer.as_json(), 200, headers)
        if kind in {"truncate", "stream_error"}:
            response.declared_length = len(response.body)
            response.body = response.body[: len(response.body) // 2]
        return response

    async def _early_fault(self, fault: Fault, limits: Limits) -> Response | None:
        if fault.kind == "status":
            headers = limits.headers(time.monotonic())
            if fault.retry_after is not None:
                headers |= {"retry-after": f"{fault.retry_after:g}"}
            message = f"Planted fault: {fault.status} {fault.error_type}"
            error = ApiError(fault.status, fault.error_type, message, fault.error_code)
            body = error.as_json(f"req_sandbox_{self._served:08d}")
            return answer_json(body, fault.status, headers)
        if fault.kind == "reset":
            raise Cut
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
            raise Cut
        return None

    def _refused(self, limits: Limits, wait: float) -> Response:
        error = ApiError(
            429,
            "rate_limit_error",
            "This request would exceed the rate limit of your organization for this model.",
        )
        headers = limits.headers(time.monotonic()) | _wait_headers(wait)
        return answer_json(error.as_json(f"req_sandbox_{self._served:08d}"), 429, headers)

    def _latency(self, call: Call) -> float:
        share = (sum(call.prompt.encode()) % 1_000) / 999 * 2 - 1
        return self.config.latency_seconds * max(0.0, 1 + self.config.latency_jitter * share)

    def _batch_item(self, params: Json) -> Json:
        now = time.monotonic()
        try:
            call = parse_call(params, self.config)
        except ApiError as error:
            return {"type": "errored", "error": error.as_json("")}
        fault = self.faults.take(identity(call)[0])
        if fault is not None and fault.kind == "expired":
            return {"type": "expired"}
        if fault is not None and fault.kind in {"status", "reset", "hang"}:
            error = ApiError(fault.status, fault.error_type or "api_error", "Planted fault")
            return {"type": "errored", "error": error.as_json("")}
        answer = build_answer(call, self.config, self.cache, (now, now), fault)
        return {"type": "succeeded", "message": answer.as_json(batch=True)}

    def _control(self, request: Request) -> Response:
        name = request.path.removeprefix("/_sandbox/")
        try:
            body = request.json()
            if request.method == "POST" and name == "config":
                self.config = self.config.changed(cast("Json", body))
                self._limits.clear()
            elif request.method == "POST" and name == "faults":
                planted = cast("list[Json]", body if isinstance(body, list) else [body])
                self.faults.plant(planted)
            elif request.method == "POST" and name == "reset":
                self.reset()
            elif request.method == "POST" and name == "calm":
                self.faults.clear()
            elif request.method != "GET" or name not in {"config", "calls", "batches", "health"}:
                return answer_json({"error": f"no control {name}"}, 404)
        except (ValueError, TypeError, KeyError) as error:
            return answer_json({"error": str(error)}, 400)
        if name == "batches":
            return answer_json({"batches": self.batches.from_behind(time.monotonic()), "requests": self.batch_requests})
        if name == "calls":
            return answer_json({"calls": self.calls})
        return answer_json({"ok": True, "config": self.config.as_json()})

    def reset(self) -> None:
        """Forget calls, faults, cache and spent limits; keep the configuration and the batches."""
        self.calls.clear()
        self.batch_requests.clear()
        self.faults.clear()
        self.cache.clear()
        self._limits.clear()
        self._numbers = itertools.count(1)


def _json(request: Request) -> Any:
    try:
        return request.json()
    except ValueError:
        raise ApiError(400, "invalid_request_error", "The request body is not valid JSON") from None
