"""What a route is: one row of the table that Chalice, OpenAPI and the caller tests are made from.

A row is written once, above its handler:

    @datasets.post("/datasets", needs=Permission.WRITE, status=201)
    def create_dataset(call: Call, body: NewDataset) -> Dataset:
        \"\"\"Start a dataset\"\"\"

Everything else is read off the handler: `body` and `query` are parsed by the models that they are
annotated with, the other parameters are those of the path, the answer is the return annotation and
the summary is the docstring. `needs` has no default: nobody can forget to say who may call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import NoneType
from typing import Any, Literal, TypeVar, get_type_hints

from pydantic import BaseModel

from brightrun.domain.tenancy import Permission

PREFIX = "/api/v1"
"""In front of every path, so that the web app and the API can share one origin."""

KIB = 1024
USUAL_BODY = 256 * KIB

Method = Literal["GET", "POST", "PATCH", "DELETE"]
Handler = Callable[..., Any]
H = TypeVar("H", bound=Handler)


class Access(StrEnum):
    """Who may call a route that no role of a workspace decides on."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    STAFF = "staff"


Needs = Access | Permission

OF_THE_GATEWAY = frozenset({429, 502, 504})
"""What API Gateway answers by itself whatever was asked: too much at once; none or too late an answer of ours."""


@dataclass(frozen=True)
class Route:
    """One operation. `path` is what follows the prefix, in Chalice's syntax."""

    method: Method
    path: str
    needs: Needs
    status: int
    handler: Handler
    resource: str
    if_match: bool = False
    """A write that must name the revision it changes."""
    once: bool = False
    """Spends money: an Idempotency-Key is required and a repeat is answered like the first."""
    conflicts: bool = False
    """The state of things may refuse it with 409."""
    later: bool = False
    """Answers 202 in place of its status while what it was asked for still goes on."""
    most_bytes: int = USUAL_BODY
    refusals: tuple[int, ...] = ()
    """Further statuses that only this handler answers."""

    @property
    def name(self) -> str:
        return self.handler.__name__

    @property
    def summary(self) -> str:
        return (self.handler.__doc__ or "").strip().splitlines()[0].rstrip(".")

    @property
    def full_path(self) -> str:
        return PREFIX + self.path

    @property
    def public(self) -> bool:
        """Reached without a caller: neither the gateway's authorizer nor the app asks for one."""
        return self.needs is Access.PUBLIC

    @cached_property
    def hints(self) -> Mapping[str, Any]:
        return get_type_hints(self.handler)

    @property
    def body(self) -> type[BaseModel] | None:
        return self.hints.get("body")

    @property
    def query(self) -> type[BaseModel] | None:
        return self.hints.get("query")

    @property
    def answer(self) -> type[BaseModel] | None:
        """The model of a successful answer; None for an answer without a body."""
        answer = self.hints["return"]
        return None if answer is NoneType else answer

    @cached_property
    def path_parameters(self) -> tuple[str, ...]:
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def statuses(self) -> tuple[int, ...]:
        """Every status that a call can be answered with, the success first."""
        found = {500, 503, *OF_THE_GATEWAY, *self.refusals}
        if self.later:
            found.add(202)
        if not self.public:
            # The authorizer's: nobody known, or somebody of a workspace that is suspended.
            found |= {401, 403}
        if self.path_parameters:
            found.add(404)
        if self.if_match or self.conflicts:
            found.add(409)
        if self.body is not None:
            found |= {400, 413, 415}
        if self.body is not None or self.query is not None or self.path_parameters:
            found.add(422)
        if self.if_match or self.once:
            found |= {400, 428}
        return (self.status, *sorted(found))


@dataclass
class Resource:
    """The routes of one module; it becomes one Chalice blueprint."""

    name: str
    about: str
    routes: list[Route] = field(default_factory=list[Route])

    def route(self, method: Method, path: str, *, needs: Needs, status: int = 200, **more: Any) -> Callable[[H], H]:
        """Adds a row for the handler below it, and leaves the handler as it is."""

        def add(handler: H) -> H:
            row = Route(method, path, needs=needs, status=status, handler=handler, resource=self.name, **more)
            self.routes.append(row)
            return handler

        return add

    def get(self, path: str, *, needs: Needs, **more: Any) -> Callable[[H], H]:
        return self.route("GET", path, needs=needs, **more)

    def post(self, path: str, *, needs: Needs, **more: Any) -> Callable[[H], H]:
        return self.route("POST", path, needs=needs, **more)

    def patch(self, path: str, *, needs: Needs, **more: Any) -> Callable[[H], H]:
        return self.route("PATCH", path, needs=needs, **more)

    def delete(self, path: str, *, needs: Needs, **more: Any) -> Callable[[H], H]:
        return self.route("DELETE", path, needs=needs, status=204, **more)
