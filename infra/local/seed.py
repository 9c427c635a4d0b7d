"""Demo tenants and people, made the way real ones are: sign-up, first sign-in, invitations.

Nothing is written to the table here. Only Cognito is told directly, in place of the mailed
code that confirms a real sign-up.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from infra.local import emulator
from infra.local.api import Api, ApiError
from infra.local.people import MAIL_FROM, PASSWORD, STAFF, STAFF_GROUP, TENANTS, Person, Tenant
from infra.local.signing_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_ROLES = ("owner", "editor", "reviewer", "viewer")
NOTE = "seeded.json"


def seed(port: int, stack: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Make what is missing and return logins and API keys.

    Args:
        port: of the emulator.
        stack: as `stack.json` has it, without users and keys.
        before: what an earlier call returned; keys that still work are kept, because a key
            can be read once only.
    """
    emulator.client("ses", port).verify_email_identity(EmailAddress=MAIL_FROM)
    if before.get("user_pool_id") == stack["user_pool_id"] and _all_work(stack, before):
        return dict(before)
    for tenant in TENANTS:
        for person in tenant.people:
            _register(port, stack, person)
    _register(port, stack, STAFF)
    emulator.client("cognito-idp", port).admin_add_user_to_group(
        UserPoolId=stack["user_pool_id"], Username=STAFF.email, GroupName=STAFF_GROUP
    )
    users: list[dict[str, Any]] = []
    keys: dict[str, dict[str, str]] = {}
    for tenant in TENANTS:
        tenant_id, keys[tenant.slug] = _open(stack, tenant)
        users += [_login(person, tenant.slug, tenant_id, tenant.name) for person in tenant.people]
    users.append(_login(STAFF, None, None, None) | {"role": "staff"})
    return {"user_pool_id": stack["user_pool_id"], "users": users, "api_keys": keys}


def _all_work(stack: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    keys = [key for of_tenant in before["api_keys"].values() for key in of_tenant.values()]
    for key in keys[:1]:
        api = Api(stack["direct_api_url"], f"Bearer {key}")
        try:
            api.get("/me")
        except ApiError:
            return False
        finally:
            api.close()
    return bool(keys)


def _register(port: int, stack: Mapping[str, Any], person: Person) -> None:
    cognito = emulator.client("cognito-idp", port)
    pool = stack["user_pool_id"]
    with suppress(cognito.exceptions.UsernameExistsException):
        cognito.admin_create_user(
            UserPoolId=pool,
            Username=person.email,
            MessageAction="SUPPRESS",
            UserAttributes=[
                {"Name": "email", "Value": person.email},
                {"Name": "email_verified", "Value": "true"},
                {"Name": "name", "Value": person.name},
            ],
        )
    cognito.admin_set_user_password(UserPoolId=pool, Username=person.email, Password=PASSWORD, Permanent=True)


def _open(stack: Mapping[str, Any], tenant: Tenant) -> tuple[str, dict[str, str]]:
    """Let the owner sign in for the first time, invite the others, make a key a role."""
    owner = _signed_in(stack, tenant.owner)
    me = owner.get("/me")
    if me["tenant"]["name"] != tenant.name:
        settings = owner.call("GET", "/settings")
        revision = str(settings.json()["revision"])
        owner.call(
            "PATCH",
            "/settings",
            json={"name": tenant.name},
            headers={"If_Match": f'"{revision}"'},
        )
    for person in tenant.people[1:]:
        _invite(stack, owner, person)
    keys = {role: str(owner.post("/api-keys", {"name": f"demo {role}", "role": role})["key"]) for role in KEY_ROLES}
    owner.close()
    return str(me["tenant"]["id"]), keys


def _invite(stack: Mapping[str, Any], owner: Api, person: Person) -> None:
    members = owner.get("/members")["items"]
    if any(member["email"] == person.email and member["state"] == "active" for member in members):
        return
    invitation = owner.post("/members", {"email": person.email, "role": person.role})
    invited = _signed_in(stack, person)
    invited.post("/invitations/accept", {"token": invitation["accept_token"]})
    invited.close()


def _signed_in(stack: Mapping[str, Any], person: Person) -> Api:
    token = sign_in(stack, person.email, PASSWORD)
    return Api(stack["direct_api_url"], f"Bearer {token}")


def _login(person: Person, tenant: str | None, tenant_id: str | None, tenant_name: str | None) -> dict[str, Any]:
    return {
        "email": person.email,
        "password": PASSWORD,
        "name": person.name,
        "role": person.role,
        "tenant": tenant,
        "tenant_id": tenant_id,
        "tenant_name": tenant_name,
    }
