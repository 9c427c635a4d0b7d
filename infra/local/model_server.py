"""Who answers as Claude: Claude itself, a compatible server, or the sandbox model."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from infra.local.errors import LocalCloudError
from infra.local.places import ROOT, Home
from infra.local.programs import Program

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["sandbox", "claude", "compatible"]

NOTICE = (
    "No Claude key is set: the practice model writes the conversations. Start with ANTHROPIC_API_KEY=… to use Claude."
)


@dataclass(frozen=True)
class ModelServer:
    """The choice that was made.

    Attributes:
        kind: who answers.
        base_url: where, or None for Anthropic's own address.
        api_key: what the worker sends; the sandbox takes any.
    """

    kind: Kind
    base_url: str | None
    api_key: str

    @property
    def is_sandbox(self) -> bool:
        """Whether this cloud has to start the sandbox model itself."""
        return self.kind == "sandbox"

    @property
    def notice(self) -> str | None:
        """What the web app tells people about it."""
        return NOTICE if self.is_sandbox else None

    def at(self, port: int) -> ModelServer:
        """Return the same choice, the sandbox at its port."""
        if not self.is_sandbox:
            return self
        return ModelServer("sandbox", f"http://127.0.0.1:{port}", self.api_key)


def chosen(env: Mapping[str, str] | None = None) -> ModelServer:
    """Decide by the environment: a key or a base URL is honoured, else the sandbox.

    Raises:
        LocalCloudError: when there is neither and BRIGHTRUN_SANDBOX=off forbids the sandbox.
    """
    env = os.environ if env is None else env
    key = env.get("ANTHROPIC_API_KEY", "").strip()
    base_url = env.get("ANTHROPIC_BASE_URL", "").strip()
    if base_url:
        # A server on this machine often wants no key, and the SDK wants some.
        return ModelServer("compatible", base_url, key or "no-key")
    if key:
        return ModelServer("claude", None, key)
    if env.get("BRIGHTRUN_SANDBOX", "").strip().lower() in {"off", "0", "no", "false"}:
        raise LocalCloudError(
            "There is no Claude to talk to: ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL are not set, "
            "and BRIGHTRUN_SANDBOX=off forbids the practice model."
        )
    return ModelServer("sandbox", None, "sandbox")


def sandbox_program(home: Home, port: int, options: Mapping[str, object]) -> Program:
    """Describe the sandbox model; options are those of its config (`latency_seconds`, …)."""
    return Program(
        name="sandbox",
        command=[
            sys.executable,
            "-m",
            "infra.local.sandbox",
            "--port",
            str(port),
            "--config",
            json.dumps(dict(options)),
        ],
        env={"PATH": os.environ.get("PATH", os.defpath), "PYTHONUNBUFFERED": "1"},
        log=home.logs / "sandbox.log",
        cwd=ROOT,
    )
