"""Every route × every caller: who is let in, who is refused, and that no one sees another's data."""

from __future__ import annotations

import pytest

from brightrun.domain.tenancy import PERMISSIONS, Permission, Role
from functions.api.route import Access, Route
from functions.api.table import ROUTES
from tests.functions import people
from tests.functions.people import CALLERS, populated
from tests.functions.requests import SAMPLES

STRANGERS = ("none", "forged", "unknown key", "expired", "access token", "unknown api key")
ROLES = {"viewer": Role.VIEWER, "reviewer": Role.REVIEWER, "editor": Role.EDITOR, "owner": Role.OWNER}
ROLES["api key"] = Role.EDITOR
OF_ACME = ("Secret title of acme", people.DATASET, people.GENERATED, people.DOCUMENT, people.EXPORT)


def expected(route: Route, caller: str) -> int:
    """The whole access policy, once more and in other words than the code's."""
    sample = SAMPLES[route.name]
    if route.needs is Access.PUBLIC:
        return route.status
    if caller in STRANGERS:
        return 401
    if route.name == "accept_invitation":
        # It was sent to this one person, who is in no workspace yet.
        return 200 if caller == "no tenant" else 403
    if route.needs is Access.SIGNED_IN:
        return route.status
    if route.needs is Access.STAFF:
        return route.status if caller == "staff" else 403
    if caller in {"staff", "no tenant"}:
        return 403
    assert isinstance(route.needs, Permission)
    if caller == "other tenant":
        named = "{" in route.path and not sample.shared
        return 404 if named or route.name == "preview_template" else route.status
    if route.name in {"change_comment", "delete_comment"}:
        # It is the reviewer's own, and nobody else's to change.
        return route.status if caller == "reviewer" else 403
    return route.status if route.needs in PERMISSIONS[ROLES[caller]] else 403


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_the_caller_table(route: Route, caller: str):
    sample = SAMPLES[route.name]
    answer = populated().call(
        route.method, sample.path, as_=CALLERS[caller], body=sample.body, query=sample.query, **sample.headers
    )
    assert answer.status == expected(route, caller), answer.text
    if ROLES.get(caller) is None and caller != "no tenant":
        assert not any(secret in answer.text for secret in OF_ACME if secret not in sample.path)


def test_every_route_has_a_sample_request():
    assert set(SAMPLES) == {route.name for route in ROUTES}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
@pytest.mark.parametrize(
    "context",
    [None, {}, {"principalId": "owner-1"}, {"tenant": "acme", "role": "owner"}],
    ids=["none", "empty", "no user", "no user but a role"],
)
def test_the_app_denies_by_default_when_the_gateway_named_nobody(route: Route, context: dict[str, str] | None):
    if route.public:
        return
    sample = SAMPLES[route.name]
    gateway = populated()
    parameters = dict.fromkeys(route.path_parameters, "1")
    headers = {name.replace("_", "-").lower(): value for name, value in sample.headers.items()}
    answer = gateway.invoke(route, parameters, context, body=sample.body, headers=headers)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_role_that_nobody_defined_is_no_role():
    gateway = populated()
    route = next(route for route in ROUTES if route.name == "read_settings")
    context = {"user_id": "owner-1", "tenant": "acme", "role": "superuser", "via": "api_key"}
    assert gateway.invoke(route, {}, context).status == 403


def test_every_answer_has_a_status_that_the_table_names():
    gateway = populated()
    assert all({401, 403} <= set(route.statuses) for route in ROUTES if not route.public)  # the authorizer's
    for route in ROUTES:
        sample = SAMPLES[route.name]
        for caller in CALLERS.values():
            answer = gateway.call(
                route.method, sample.path, as_=caller, body=sample.body, query=sample.query, **sample.headers
            )
            assert answer.status in route.statuses, (route.name, answer.status)
