"""A customer's hands on a deployed local cloud, and a saboteur's on what lies behind it."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import boto3
import httpx
import psutil

from brightrun.adapters.queues import job_payload
from brightrun.domain.tenancy import RegisteredTenant, TenantScope, scope_of_registered, sign_envelope
from infra.local.api import Api
from infra.local.signing_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brightrun.ports.services import Job

T = TypeVar("T")
HOME, AWAY = "hollis-park", "northwind"
PACK = 0
OPEN = frozenset({"queued", "generating"})
_LOOK_SECONDS = 0.05


def wait_for(look: Callable[[], T], seconds: float, what: str, *, pause: float = _LOOK_SECONDS) -> T:
    """What `look` answers once it is truthy. Raises AssertionError with `what` and the last answer."""
    deadline = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come within {seconds} s; last: {found!r}")
        time.sleep(pause)


@dataclass(frozen=True)
class Cloud:
    """One local cloud by its `stack.json`. Clients are kept and closed with it."""

    stack: Mapping[str, Any]
    _apis: dict[tuple[str, str], Api] = field(default_factory=dict[tuple[str, str], Api])
    _aws: dict[str, Any] = field(default_factory=dict[str, Any])

    def close(self) -> None:
        """Gives every connection back."""
        for client in (*self._apis.values(), *self._aws.values()):
            client.close()

    # As a customer.

    def api(self, role: str = "owner", tenant: str = HOME) -> Api:
        """A client that holds the demo key of this role."""
        if (role, tenant) not in self._apis:
            self._apis[role, tenant] = Api(self.stack["api_url"], self.key(role, tenant))
        return self._apis[role, tenant]

    def key(self, role: str = "owner", tenant: str = HOME) -> str:
        return f"Bearer {self.stack['api_keys'][tenant][role]}"

    def token(self, role: str = "owner", tenant: str = HOME) -> str:
        """A fresh ID token of the demo person with this role."""
        person = next(u for u in self.stack["users"] if (u["tenant"], u["role"]) == (tenant, role))
        return sign_in(self.stack, person["email"], person["password"])

    def send(self, method: str, path: str, authorization: str | None, **options: Any) -> httpx.Response:
        """One plain request, without the client's own retries."""
        headers = dict(options.pop("headers", {}))
        if authorization is not None:
            headers["Authorization"] = authorization
        url = f"{self.stack['api_url']}{path}"
        return httpx.request(method, url, headers=headers, timeout=60, **options)

    # As the provider's weather.

    def sandbox(self, path: str, body: Any = None) -> Any:
        url = f"{self.stack['sandbox_url']}/_sandbox/{path}"
        answer = httpx.get(url, timeout=30) if body is None else httpx.post(url, json=body, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def calls(self, *references: str) -> list[dict[str, Any]]:
        """The calls that the model has received, for these conversations."""
        found = self.sandbox("calls")["calls"]
        return [call for call in found if not references or call["reference"] in references]

    def answered(self, *references: str) -> list[dict[str, Any]]:
        """The calls that the model has answered in full, and so billed: a 429 is neither."""
        return [call for call in self.calls(*references) if call["status"] == 200]

    # As a saboteur.

    def aws(self, service: str) -> Any:
        if service not in self._aws:
            self._aws[service] = boto3.client(
                service,
                endpoint_url=self.stack["aws_endpoint"],
                region_name=self.stack["region"],
                aws_access_key_id="test",
                aws_secret_access_key="test",
            )
        return self._aws[service]

    @cached_property
    def envelope_key(self) -> bytes:
        secrets = self.aws("secretsmanager")
        named = [s["Name"] for s in secrets.list_secrets()["SecretList"] if "envelope" in s["Name"].lower()]
        return secrets.get_secret_value(SecretId=named[0])["SecretString"].encode()

    def tenant_id(self, tenant: str = HOME) -> str:
        return next(u["tenant_id"] for u in self.stack["users"] if u["tenant"] == tenant)

    def scope(self, tenant: str = HOME) -> TenantScope:
        return scope_of_registered(RegisteredTenant(self.tenant_id(tenant)))

    def deliver(self, job: Job, times: int, *, queue: str = "batch") -> None:
        """Puts the same signed job into the queue so many times, as SQS may."""
        body = json.dumps(sign_envelope(self.scope(), job_payload(job), self.envelope_key))
        entries = [{"Id": str(n), "MessageBody": body} for n in range(times)]
        sqs = self.aws("sqs")
        for start in range(0, times, 10):
            taken = sqs.send_message_batch(QueueUrl=self.stack["queues"][queue], Entries=entries[start : start + 10])
            if taken.get("Failed"):
                raise AssertionError(taken["Failed"])

    def kill_caller(self, port: int) -> bool:
        """Kills the process that holds this local port, as a machine would; False when nobody does."""
        for process in psutil.process_iter():
            try:
                ports = {c.laddr.port for c in process.net_connections(kind="tcp")}
            except psutil.Error:
                continue
            if port in ports and process.pid not in self.stack["pids"].values():
                process.kill()
                return True
        return False


@dataclass
class Project:
    """One dataset in one workspace, driven through the API."""

    cloud: Cloud
    api: Api
    id: str

    @classmethod
    def make(cls, cloud: Cloud, total: int, *, tenant: str = HOME, **settings: Any) -> Project:
        """A dataset of its own with a plan of `total`; the starter pack's sources are there once."""
        api = cloud.api("owner", tenant)
        pack = api.get(f"/packs/{api.get('/packs')['items'][PACK]['slug']}")
        if not api.get("/documents")["items"]:
            api.post("/documents/import", {"documents": pack["documents"]})
        made = api.post("/datasets", {"name": f"Proof {uuid.uuid4().hex[:8]}", "pack": pack["slug"], **settings})
        if total:
            applied = api.post(f"/datasets/{made['id']}/plan", {"total": total})
            assert applied["created"] == total
        return cls(cloud, api, made["id"])

    def rows(self, **query: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor: dict[str, str] = {}
        while True:
            page = self.api.get(f"/datasets/{self.id}/conversations", limit=100, **query, **cursor)
            found += page["items"]
            if not page["next_cursor"]:
                return found
            cursor = {"cursor": page["next_cursor"]}

    def summary(self) -> dict[str, Any]:
        return self.api.get(f"/datasets/{self.id}/summary")

    def estimate(self, **selection: Any) -> dict[str, Any]:
        chosen = {"selection": selection or {"all": True}, "mode": "now"}
        return self.api.post(f"/datasets/{self.id}/batches/estimate", chosen)

    def start(
        self,
        cap: int | None = None,
        mode: str = "now",
        *,
        notify: bool = False,
        until_passing: int | None = None,
        **selection: Any,
    ) -> dict[str, Any]:
        """Generates the selection (all that is left) under a cap that leaves room."""
        limit = cap or self.estimate(**selection)["at_most_micros"]
        body = {"selection": selection or {"all": True}, "mode": mode, "cap_micros": limit, "notify": notify}
        path = f"/datasets/{self.id}/batches"
        return self.api.post(path, {**body, "until_passing": until_passing}, Idempotency_Key=uuid.uuid4().hex)

    def batch(self, batch_id: str) -> dict[str, Any]:
        return self.api.get(f"/batches/{batch_id}")

    def order(self, batch_id: str, order: str, **body: Any) -> dict[str, Any]:
        return self.api.post(f"/batches/{batch_id}/{order}", body, Idempotency_Key=uuid.uuid4().hex)

    def ended(self, batch_id: str, seconds: float = 120) -> dict[str, Any]:
        """The batch once it has ended."""

        def look() -> dict[str, Any] | None:
            found = self.batch(batch_id)
            return found if found["state"] == "ended" else None

        return wait_for(look, seconds, f"the end of run {batch_id}")

    def reached(self, batch_id: str, succeeded: int, seconds: float = 60) -> dict[str, Any]:
        """The batch once so many are written."""

        def look() -> dict[str, Any] | None:
            found = self.batch(batch_id)
            return found if found["counts"]["succeeded"] >= succeeded else None

        return wait_for(look, seconds, f"{succeeded} written in run {batch_id}")

    def review(self, conversation_id: str, decision: str, **more: Any) -> dict[str, Any]:
        """A decision on what is stored now, under its revision."""
        row = self.api.get(f"/conversations/{conversation_id}")
        body = {"decision": decision, "version": row["current_version"], **more}
        match = {"If_Match": f'"{row["revision"]}"'}
        return self.api.post(f"/conversations/{conversation_id}/review", body, **match)

    def edit(self, conversation_id: str, number: int, content: str) -> None:
        """One turn of the current version in other words, under the row's revision."""
        row = self.api.get(f"/conversations/{conversation_id}")
        body = {"version": row["current_version"], "turns": [{"number": number, "content": content}]}
        match = {"If_Match": f'"{row["revision"]}"'}
        self.api.call("PATCH", f"/conversations/{conversation_id}/turns", json=body, headers=match)

    def attempts(self, conversation_id: str) -> list[dict[str, Any]]:
        return self.api.get(f"/conversations/{conversation_id}/attempts")["items"]

    def complaints(self) -> list[dict[str, Any]]:
        """What `verify` finds wrong; every fault test ends with it."""
        return [check for check in self.api.get(f"/datasets/{self.id}/verify")["checks"] if not check["ok"]]
