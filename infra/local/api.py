"""A small client of the product's API, as a customer would write one."""

from __future__ import annotations

import time
from typing import Any, cast

import httpx

from infra.local.errors import LocalCloudError

TIMEOUT_SECONDS = 60
TRIES = 4
TRY_AGAIN = {429, 502, 503, 504}


class ApiError(LocalCloudError):
    """The API refused; `status` and `code` say how, the message says why; `empty` is no answer of ours."""

    def __init__(self, method: str, path: str, response: httpx.Response) -> None:
        self.status = response.status_code
        self.empty = not response.content
        self.problem = _problem(response)
        self.code = str(self.problem.get("code", ""))
        detail = self.problem.get("detail") or self.problem.get("title") or response.text[:300]
        super().__init__(f"{method} {path} answered {self.status}: {detail}")


class Api:
    """Calls under /api/v1 with one key or token. Safe to share between threads."""

    def __init__(self, base_url: str, authorization: str) -> None:
        self._client = httpx.Client(
            base_url=base_url,
            headers={"Authorization": authorization},
            timeout=TIMEOUT_SECONDS,
        )

    def get(self, path: str, **query: Any) -> Any:
        """Read; `query` values may be lists."""
        return self.call("GET", path, params=query).json()

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """Create or act; `If_Match="3"` and `Idempotency_Key="…"` become headers."""
        response = self.call("POST", path, json=body, headers=headers)
        return response.json() if response.content else None

    def call(self, method: str, path: str, *, headers: dict[str, str] | None = None, **options: Any) -> httpx.Response:
        """Send one request; try again when the API says that it may work later.

        Raises:
            ApiError: when it is refused.
        """
        named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        response = self._client.request(method, path, headers=named, **options)
        for attempt in range(TRIES):
            if response.status_code not in TRY_AGAIN:
                break
            time.sleep(float(response.headers.get("retry-after", 0.5 * 2**attempt)))
            response = self._client.request(method, path, headers=named, **options)
        if response.is_error:
            raise ApiError(method, path, response)
        return response

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()


def _problem(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {}
