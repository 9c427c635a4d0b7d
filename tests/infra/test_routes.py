"""Chalice is the only router: what it knows is in the template, and nothing else is."""

from __future__ import annotations

import json

from functions.api.app import app
from functions.api.route import PREFIX, Access
from functions.api.table import RESOURCES, ROUTES
from infra.constructs.api import PROBLEMS, PUBLIC_ROUTES, routes_of
from tests.infra.template import Template

MOST_RESOURCES = 450
MOST_PATHS = 280


def test_every_route_of_the_app_is_a_method_of_the_gateway(any_app_template: Template) -> None:
    assert set(any_app_template.routes()) == set(routes_of(app))


def test_every_route_has_the_authorizer_unless_it_is_public(any_app_template: Template) -> None:
    unguarded = {
        route for route, method in any_app_template.routes().items() if method["AuthorizationType"] != "CUSTOM"
    }
    assert unguarded == PUBLIC_ROUTES


def test_the_gateway_and_the_app_agree_on_what_is_public() -> None:
    public = {
        (route.method, f"{PREFIX}{route.path}")
        for resource in RESOURCES
        for route in resource.routes
        if route.needs is Access.PUBLIC
    }
    assert public == PUBLIC_ROUTES


def test_the_authorizer_reads_the_authorization_header_and_forgets_after_30_seconds(
    any_app_template: Template,
) -> None:
    authorizer = any_app_template.one("AWS::ApiGateway::Authorizer")
    assert authorizer["Type"] == "TOKEN"
    assert authorizer["IdentitySource"] == "method.request.header.Authorization"
    assert authorizer["AuthorizerResultTtlInSeconds"] == 30


def test_the_gateways_own_answers_are_problems(any_app_template: Template) -> None:
    answers = {
        each["ResponseType"]: each for each in any_app_template.of_type("AWS::ApiGateway::GatewayResponse").values()
    }
    assert {"UNAUTHORIZED", "ACCESS_DENIED", "DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN"} <= set(
        answers
    )
    for answer in answers.values():
        headers = answer["ResponseParameters"]
        assert headers["gatewayresponse.header.Content-Type"] == "'application/problem+json'"
        assert headers["gatewayresponse.header.Cache-Control"] == "'no-store'"
        body = json.loads(answer["ResponseTemplates"]["application/json"])
        assert set(body) == {"type", "title", "status", "detail", "code", "retryable", "request_id"}


def test_what_the_gateway_answers_by_itself_stands_in_the_description_of_every_route() -> None:
    everywhere = {"THROTTLED", "INTEGRATION_TIMEOUT", "AUTHORIZER_FAILURE", "DEFAULT_5XX"}
    behind = {"UNAUTHORIZED", "ACCESS_DENIED"}
    with_body = {"REQUEST_TOO_LARGE", "DEFAULT_4XX"}
    nowhere = {"MISSING_AUTHENTICATION_TOKEN"}
    assert {each.kind.response_type for each in PROBLEMS} == everywhere | behind | with_body | nowhere
    for route in ROUTES:
        possible = everywhere | (set() if route.public else behind) | (with_body if route.body else set())
        answers = {each.status for each in PROBLEMS if each.kind.response_type in possible}
        assert answers <= set(route.statuses), route.name


def test_an_unknown_path_is_not_found(any_app_template: Template) -> None:
    answers = any_app_template.of_type("AWS::ApiGateway::GatewayResponse").values()
    (unknown,) = [each for each in answers if each["ResponseType"] == "MISSING_AUTHENTICATION_TOKEN"]
    assert unknown["StatusCode"] == "404"


def test_a_caller_who_could_not_be_looked_up_is_asked_to_try_again(any_app_template: Template) -> None:
    answers = any_app_template.of_type("AWS::ApiGateway::GatewayResponse").values()
    (failed,) = [each for each in answers if each["ResponseType"] == "AUTHORIZER_FAILURE"]
    body = json.loads(failed["ResponseTemplates"]["application/json"])
    assert (failed["StatusCode"], body["code"]) == ("503", "unavailable")


def test_the_stack_stays_far_from_cloudformations_limits(any_app_template: Template) -> None:
    assert len(any_app_template.resources) < MOST_RESOURCES
    assert len(any_app_template.of_type("AWS::ApiGateway::Resource")) < MOST_PATHS
