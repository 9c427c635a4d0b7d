"""What requests that nobody thought of need, whichever way they are sent: they are made from a description of the
API, and an answer to one of them is held against that same description."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core import NotSet
from schemathesis.core.transport import Response

MANY = int(os.environ.get("FUZZ_EXAMPLES", "0"))
SENDERS = ("viewer", "reviewer", "other tenant", "editor", "owner")
"""Least first: who may do most changes most."""
UNREADABLE = (b"[" * 100_000, b'{"a": ' * 20_000, b'{"a": "\\ud800"}', b'{"a": NaN}', b"\xff\xfe{}", b"{")
"""Bodies that are no JSON, or none that anything here can follow or keep."""
VALID, INVALID = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


def operations(document: dict[str, Any]) -> Mapping[str, Any]:
    """Every operation of a description, by its name.

    Who sends is no part of a case: else most bad ones would be a bad key, and never reach what they are for.
    """
    parts = {name: each for name, each in document["components"].items() if name != "securitySchemes"}
    bare = {**document, "security": [], "components": parts}
    found = (each.ok() for each in schemathesis.openapi.from_dict(bare).get_all_operations())
    return {each.definition.raw["operationId"]: each for each in found}


def fuzz(operation: Any, mode: GenerationMode, send: Callable[[Any], None], *, most: int, **fixed: Any) -> int:
    """Calls `send` with cases of one operation, some parts of them `fixed`, and says how many there were.

    What takes no input has no bad input: then there are none.
    """
    sent = 0

    @settings(
        max_examples=most,
        derandomize=not MANY,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate] if not MANY else [Phase.generate, Phase.shrink],
    )
    @given(operation.as_strategy(generation_mode=mode, **fixed))
    def each(case: Any) -> None:
        nonlocal sent
        sent += 1
        send(case)

    try:
        each()
    except Unsatisfiable:
        assert "requestBody" not in operation.definition.raw
    return sent


def asked(case: Any) -> str:
    """The request itself: nobody learns from an answer what they sent."""
    body = None if isinstance(case.body, NotSet) else case.body
    return f"{case.method} {case.path} {case.path_parameters} {case.query} {dict(case.headers or {})} {body!r}"


def expect_described(case: Any, answer: Response, sender: str) -> None:
    """The answer is no failure of ours, and its status and its shape are ones that the description names."""
    said = f"{sender}: {asked(case):.900} → {answer.status_code} {answer.text_lossy():.400}"
    assert answer.status_code < 500, said
    assert str(answer.status_code) in case.operation.definition.raw["responses"], said
    case.operation.validate_response(answer, case=case)


def expect_silence(case: Any, answer: Response, secrets: Iterable[str]) -> None:
    """The answer to somebody of another workspace says nothing that they did not say themselves."""
    told, known = answer.text_lossy(), asked(case)
    learnt = [secret for secret in secrets if secret in told and secret not in known]
    assert not learnt, f"{known:.900} → {answer.status_code} {told:.400} tells {learnt}"
