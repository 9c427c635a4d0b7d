"""Who may touch whose data: scopes come from a caller who may, or from an envelope that we signed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.errors import NotAllowed, NotSignedIn
from brightrun.domain.tenancy import (
    PERMISSIONS,
    Caller,
    Permission,
    RegisteredTenant,
    Role,
    scope_of_caller,
    scope_of_envelope,
    scope_of_registered,
    sign_envelope,
)

KEY = b"a key that only we know"
ACME = scope_of_registered(RegisteredTenant("acme"))


def caller(role, tenant="acme"):
    return Caller("u", "u@acme.example", "U", "session", tenant_id=tenant, role=role)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_a_role_opens_exactly_what_it_permits(role, permission):
    if permission in PERMISSIONS[role]:
        assert scope_of_caller(caller(role), permission) == ACME
        return
    with pytest.raises(NotAllowed) as refused:
        scope_of_caller(caller(role), permission)
    assert refused.value.details == {"role": role.value, "needs": permission.value}


def test_each_role_may_all_that_the_one_below_it_may():
    viewer, reviewer, editor, owner = (
        PERMISSIONS[role] for role in (Role.VIEWER, Role.REVIEWER, Role.EDITOR, Role.OWNER)
    )
    assert viewer < reviewer < editor < owner
    assert viewer == {Permission.READ}
    assert owner == set(Permission)


def test_nobody_and_a_person_without_a_workspace_get_no_scope():
    with pytest.raises(NotSignedIn):
        scope_of_caller(None, Permission.READ)
    with pytest.raises(NotAllowed) as refused:
        scope_of_caller(caller(None, tenant=None), Permission.READ)
    assert refused.value.code == "no_workspace"


payloads = st.dictionaries(
    st.sampled_from(["dataset", "shard", "conversation", "batch", "run"]),
    st.one_of(st.text('ab:é"', max_size=20), st.integers()),
)


@given(payloads)
def test_an_envelope_of_ours_opens_its_tenants_data(payload):
    assert scope_of_envelope(sign_envelope(ACME, payload, KEY), KEY) == ACME


@given(payloads, st.data())
def test_an_envelope_that_anybody_changed_opens_nothing(payload, data):
    envelope = sign_envelope(ACME, {"conversation": "one", **payload}, KEY)
    changed = data.draw(st.sampled_from(sorted(envelope)))
    forged = {**envelope, changed: "rival"}
    if envelope[changed] == "rival":
        return
    with pytest.raises(NotAllowed):
        scope_of_envelope(forged, KEY)


@pytest.mark.parametrize(
    "envelope",
    [
        {},
        {"tenant": "acme"},
        {"tenant": "acme", "signature": None},
        {"tenant": "acme", "signature": ""},
        {"tenant": 7, "signature": "00"},
        {"signature": "00"},
    ],
)
def test_an_envelope_without_a_signature_opens_nothing(envelope):
    with pytest.raises(NotAllowed):
        scope_of_envelope(envelope, KEY)


def test_another_key_opens_nothing():
    with pytest.raises(NotAllowed):
        scope_of_envelope(sign_envelope(ACME, {"x": 1}, KEY), b"another key")
