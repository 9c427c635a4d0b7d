from __future__ import annotations

from typing import Any

import pytest

from brightrun.domain.errors import Unavailable
from brightrun.domain.tenant import UserProfile
from functions.token_claims.handler import add_claim
from tests.functions.people import populated


def asked(user: str, version: str = "1") -> dict[str, Any]:
    return {
        "version": version,
        "triggerSource": "TokenGeneration_HostedAuth",
        "userName": user,
        "request": {"userAttributes": {"sub": user}},
        "response": {},
    }


def test_the_open_workspace_becomes_a_claim():
    answered = add_claim(asked("owner-1"), directory=populated().ports.store)
    assert answered["response"] == {"claimsOverrideDetails": {"claimsToAddOrOverride": {"custom:tenant": "acme"}}}


def test_the_second_version_of_the_trigger_is_answered_in_its_own_shape():
    response = add_claim(asked("owner-1", "2"), directory=populated().ports.store)["response"]
    added = response["claimsAndScopeOverrideDetails"]["idTokenGeneration"]["claimsToAddOrOverride"]
    assert added == {"custom:tenant": "acme"}


@pytest.mark.parametrize("user", ["guest-1", "somebody-new"])
def test_who_has_no_workspace_gets_no_claim(user: str):
    response = add_claim(asked(user), directory=populated().ports.store)["response"]
    assert response == {"claimsOverrideDetails": {"claimsToAddOrOverride": {}}}


def test_a_table_that_does_not_answer_keeps_nobody_from_signing_in():
    class Down:
        def user(self, user_id: str) -> UserProfile | None:  # noqa: ARG002 - the port's
            raise Unavailable("The table did not answer.")

    assert add_claim(asked("owner-1"), directory=Down())["response"]  # type: ignore[arg-type]
