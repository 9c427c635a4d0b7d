from __future__ import annotations

import json
import re

import jsonschema

from functions.api.app import app
from functions.api.openapi import FILE, describe, render
from functions.api.table import ROUTES
from tests.functions.people import CALLERS, populated
from tests.functions.requests import SAMPLES


def test_the_committed_description_is_what_the_route_table_says():
    assert FILE.read_text(encoding="utf-8") == render(), "run: python -m functions.api.openapi"


def test_chalice_routes_exactly_the_table():
    routed = {(method, path) for path, methods in app.routes.items() for method in methods}
    assert routed == {(route.method, route.full_path) for route in ROUTES}


def test_names_of_operations_are_unique_and_every_operation_says_what_it_does():
    names = [route.name for route in ROUTES]
    assert len(names) == len(set(names))
    assert all(route.summary for route in ROUTES)


def test_a_path_has_one_name_for_its_parameter():
    """API Gateway takes one variable below a resource."""
    names: dict[str, set[str]] = {}
    for route in ROUTES:
        for found in re.finditer(r"{(\w+)}", route.path):
            names.setdefault(route.path[: found.start()], set()).add(found[1])
    assert all(len(each) == 1 for each in names.values()), names


def test_references_lead_somewhere():
    text = json.dumps(describe())
    defined = describe()["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/([^\"]+)", text)) <= set(defined)


def test_public_operations_ask_for_no_token_and_all_others_do():
    paths = describe()["paths"]
    open_ones = {
        f"{method} {path}" for path, each in paths.items() for method in each if each[method].get("security") == []
    }
    assert open_ones == {
        "get /health",
        "get /openapi.json",
        "post /session",
        "post /session/refresh",
        "delete /session",
    }


def test_answers_keep_to_the_description():
    document = describe()
    gateway = populated()
    for route in ROUTES:
        if route.answer is None or route.name == "read_openapi":
            continue
        sample = SAMPLES[route.name]
        caller = {"read_overview": "staff", "accept_invitation": "no tenant", "change_comment": "reviewer"}.get(
            route.name, "owner"
        )
        gateway = populated()
        answer = gateway.call(
            route.method, sample.path, as_=CALLERS[caller], body=sample.body, query=sample.query, **sample.headers
        )
        operation = document["paths"][route.path][route.method.lower()]
        described = operation["responses"][str(answer.status)]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json, {**described, "components": document["components"]})


def test_a_body_that_misses_what_the_description_requires_is_refused_by_name():
    answer = populated().call("POST", "/datasets", as_=CALLERS["owner"], body={"nme": "Typo"})
    assert answer.status == 422
    assert {each["field"] for each in answer.json["errors"]} == {"name", "nme"}
