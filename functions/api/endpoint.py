"""The one way from a request to an answer: caller, permission, input, handler, response.

Chalice turns an exception that is not its own into a bare 500 before middleware sees it, so every
failure is turned into a problem here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, cast, get_origin

from chalice.app import Request, Response
from pydantic import BaseModel, ValidationError

from brightrun.domain.errors import BrightRunError, InvalidInput, NotFound, PreconditionMissing
from brightrun.domain.json_text import read_json
from brightrun.usecases.parts.once import Once
from functions.api import errors
from functions.api.call import Call
from functions.api.identity import admit, identify
from functions.api.log import log_answer, log_cause, log_failure
from functions.api.ports import Ports
from functions.api.route import Route

Headers = dict[str, str | list[str]]

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
_ETAG = re.compile(r'^"(\d{1,12})"$')
_ID = re.compile(r"[A-Za-z0-9_:-]{1,80}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_LONGEST_KEY = 200
_QUERY = "multiValueQueryStringParameters"


def endpoint(
    route: Route, current_request: Callable[[], Request], ports: Callable[[], Ports]
) -> Callable[..., Response]:
    """The view function of a route."""

    def view(**path: str) -> Response:
        started = perf_counter()
        request = current_request()
        request_id = request_id_of(request.context)
        tenant: str | None = None
        try:
            call = _call(route, request, request_id, ports())
            tenant = call.known_scope.tenant_id if call.known_scope else None
            response = _success(route, call, _handle(route, call, request, path))
        except BrightRunError as error:
            log_cause(error, request_id, tenant)
            response = refusal(*errors.problem(error, request_id))
        except Exception as error:  # noqa: BLE001 - nobody may see a foreign exception's text
            log_failure(error, request_id, tenant)
            response = refusal(*errors.unexpected(request_id))
        log_answer(route, response.status_code, perf_counter() - started, request_id, tenant)
        return response

    return view


def refusal(status: int, body: dict[str, Any]) -> Response:
    """The response of a problem."""
    headers: Headers = {
        **HEADERS,
        **errors.headers_of(status),
        "Content-Type": "application/problem+json",
        "X-Request-Id": body["request_id"],
    }
    return Response(json.dumps(body), headers, status)


def request_id_of(context: Mapping[str, Any]) -> str:
    """The gateway's id of this request."""
    return str(context.get("requestId") or "unknown")


def _call(route: Route, request: Request, request_id: str, ports: Ports) -> Call:
    """Everything that is known before the handler: denied callers get no further than this."""
    caller = identify(request.context, route, ports)
    scope = admit(caller, route)
    headers = _headers(request)
    key = headers.get("idempotency-key")
    once = None
    if key is not None and caller is not None:
        once = _once(key, caller.user_id, request, ports)
    call = Call(
        ports=ports,
        headers=headers,
        request_id=request_id,
        known_caller=caller,
        known_scope=scope,
        if_match=_revision(headers.get("if-match")),
        known_once=once,
    )
    if route.if_match and call.if_match is None:
        raise PreconditionMissing(
            "Say which revision you have read, in the If-Match header: it protects others' changes."
        )
    if route.once and once is None:
        raise PreconditionMissing("Send an Idempotency-Key header: it makes sure that nothing is paid twice.")
    return call


def _handle(route: Route, call: Call, request: Request, path: dict[str, str]) -> Any:
    arguments = _path(route, path)
    if route.body is not None:
        arguments["body"] = _body(route, route.body, call, request)
    if route.query is not None:
        arguments["query"] = _query(route.query, request)
    return route.handler(call, **arguments)


def _path(route: Route, path: dict[str, str]) -> dict[str, Any]:
    """Ids as they may stand in a key. What can't be an id names nothing that is here."""
    found: dict[str, Any] = {}
    for name, text in path.items():
        number = route.hints[name] is int
        if not (_NUMBER if number else _ID).fullmatch(text):
            raise NotFound
        found[name] = int(text) if number else text
    return found


def _success(route: Route, call: Call, answer: BaseModel | None) -> Response:
    headers: Headers = {**HEADERS, "X-Request-Id": call.request_id, **call.reply_headers}
    if answer is None:
        return Response("", headers, route.status)
    revision = getattr(answer, "revision", None)
    if revision is not None:
        headers["ETag"] = f'"{revision}"'
    headers["Content-Type"] = "application/json"
    status = 202 if route.later and getattr(answer, "state", None) == "running" else route.status
    return Response(answer.model_dump_json(by_alias=True), headers, status)


def _body(route: Route, model: type[BaseModel], call: Call, request: Request) -> BaseModel:
    raw = request.raw_body
    if len(raw) > route.most_bytes:
        most = f"{route.most_bytes // 1024:,} KB"
        raise errors.TooLarge(f"This is more than {most}, the most that is taken at once.")
    media = call.headers.get("content-type", "application/json").partition(";")[0]
    if media.strip().lower() != "application/json":
        raise errors.WrongMediaType("Send JSON, with the content type application/json.")
    try:
        sent: Any = read_json(raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw) if raw else {}
    except ValueError as error:
        raise errors.Malformed("The body is not valid JSON.") from error
    return _parsed(model, sent)


def _query(model: type[BaseModel], request: Request) -> BaseModel:
    sent = cast("Mapping[str, list[str]]", request.to_original_event().get(_QUERY) or {})
    found: dict[str, Any] = {}
    for name, values in sent.items():
        field = model.model_fields.get(name)
        several = field is not None and get_origin(field.annotation) in {list, tuple}
        found[name] = values if several else values[-1]
    return _parsed(model, found)


def _parsed(model: type[BaseModel], sent: Any) -> BaseModel:
    try:
        return model.model_validate(sent)
    except ValidationError as error:
        raise errors.invalid(error) from None


def _headers(request: Request) -> dict[str, str]:
    sent = cast("Mapping[str, str]", request.to_original_event().get("headers") or {})
    return {name.lower(): str(value) for name, value in sent.items()}


def _revision(given: str | None) -> int | None:
    if given is None:
        return None
    found = _ETAG.match(given.strip())
    if found is None:
        raise errors.Malformed('If-Match carries one revision in quotes, as the ETag gave it: "7".')
    return int(found[1])


def _once(key: str, user_id: str, request: Request, ports: Ports) -> Once:
    if not 1 <= len(key) <= _LONGEST_KEY or not key.isprintable():
        raise InvalidInput(
            f"An Idempotency-Key has 1 to {_LONGEST_KEY} printable characters.",
            code="bad_idempotency_key",
        )
    raw = request.raw_body
    body = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    asked = (user_id, request.method, str(request.context.get("path") or request.path), body)
    return Once.of(key, *asked, now=ports.clock.now())
