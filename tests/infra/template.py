"""Reading a synthesised template by what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class FewRoutes:
    """A route table with one public route and one that is not, for renders that need no more."""

    routes: Mapping[str, Mapping[str, Any]]


FEW_ROUTES = FewRoutes({"/api/v1/health": {"GET": None}, "/api/v1/me": {"GET": None}})


@dataclass(frozen=True)
class Statement:
    """One allowing statement of a policy."""

    actions: frozenset[str]
    resources: tuple[str, ...]
    conditions: Json

    @classmethod
    def of(cls, raw: Json) -> Statement:
        actions = raw["Action"] if isinstance(raw["Action"], list) else [raw["Action"]]
        resources = raw["Resource"] if isinstance(raw["Resource"], list) else [raw["Resource"]]
        return cls(
            frozenset(actions),
            tuple(json.dumps(resource) for resource in resources),
            raw.get("Condition", {}),
        )


class Template:
    """Resources of one stack, by type, with references followed where a test asks."""

    def __init__(self, template: Json) -> None:
        self.resources: dict[str, Json] = template["Resources"]
        self.outputs: dict[str, Json] = template.get("Outputs", {})

    def of_type(self, kind: str) -> dict[str, Json]:
        return {name: each["Properties"] for name, each in self.resources.items() if each["Type"] == kind}

    def one(self, kind: str) -> Json:
        (found,) = self.of_type(kind).values()
        return found

    def functions(self) -> dict[str, Json]:
        """The product's functions by the name after the stage's prefix."""
        made = self.of_type("AWS::Lambda::Function").values()
        return {
            each["FunctionName"].split("-", 2)[2]: each
            for each in made
            if str(each.get("FunctionName", "")).startswith("brightrun-")
        }

    def role_of(self, function: str) -> str:
        return self.functions()[function]["Role"]["Fn::GetAtt"][0]

    def statements(self, role: str) -> Iterator[Statement]:
        """Everything that the policies of a role allow."""
        for policy in self.of_type("AWS::IAM::Policy").values():
            if {"Ref": role} in policy["Roles"]:
                for raw in policy["PolicyDocument"]["Statement"]:
                    assert raw["Effect"] == "Allow"
                    yield Statement.of(raw)

    def actions_of(self, function: str) -> frozenset[str]:
        return frozenset(action for each in self.statements(self.role_of(function)) for action in each.actions)

    def routes(self) -> dict[tuple[str, str], Json]:
        """(method, path) → the method's properties."""
        paths = dict(self.of_type("AWS::ApiGateway::Resource").items())

        def path_of(reference: Json) -> str:
            if "Ref" not in reference:
                return ""
            resource = paths[reference["Ref"]]
            return f"{path_of(resource['ParentId'])}/{resource['PathPart']}"

        return {
            (each["HttpMethod"], path_of(each["ResourceId"])): each
            for each in self.of_type("AWS::ApiGateway::Method").values()
        }

    def sources_of(self, function: str) -> list[Json]:
        """Event source mappings of a function."""
        names = {
            logical
            for logical, each in self.of_type("AWS::Lambda::Function").items()
            if str(each.get("FunctionName", "")).endswith(f"-{function}")
        }
        return [
            each
            for each in self.of_type("AWS::Lambda::EventSourceMapping").values()
            if each["FunctionName"].get("Ref") in names
        ]
