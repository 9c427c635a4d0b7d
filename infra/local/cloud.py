"""The local cloud: the product's own stack on one machine.

    with LocalCloud(Options(state_dir=tmp_path, web_port=0, aws_port=0, auth=True)) as cloud:
        httpx.get(cloud.stack["api_url"] + "/health")

Several can run side by side on ports and folders of their own. A second start in the same
folder finds its data again and deploys only what changed.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Self

from infra.local import (
    assembly,
    deployment,
    emulator,
    inventory,
    model_server,
    ports,
    running,
    saved_state,
    web,
)
from infra.local.errors import LocalCloudError
from infra.local.function_logs import FunctionLogs
from infra.local.places import ROOT, Home
from infra.local.programs import Program, born
from infra.local.seed import NOTE as SEEDED
from infra.local.seed import seed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WEB_PORT, AWS_PORT, SANDBOX_PORT = 8300, 4566, 8400
NEEDED_BYTES = 1_000_000_000
DEPLOYED = "deployed.json"
PORTS = "ports.json"


@dataclass(frozen=True)
class Options:
    """How one local cloud is set up.

    Attributes:
        state_dir: its folder; what it keeps between starts is there.
        web_port: wished port of the web app, as the others: the next free one is taken when
            it is in use, and 0 takes any.
        auth: have the emulator evaluate IAM policies, so that a missing grant shows.
        web: serve the web app; without it `api_url` is the API's own address.
        seed: make the demo tenants, people and keys.
        sandbox: the sandbox model's options, such as `{"latency_seconds": 2}`.
        model: who answers as Claude; None decides by the environment.
        context: further `-c key=value` of the CDK app.
        env: further environment of the emulator and so of every function.
        support: where the web app sends people when trying again is no help.
    """

    state_dir: Path = ROOT / ".local"
    web_port: int = WEB_PORT
    aws_port: int = AWS_PORT
    sandbox_port: int = SANDBOX_PORT
    auth: bool = False
    web: bool = True
    seed: bool = True
    sandbox: Mapping[str, object] = field(default_factory=dict[str, object])
    model: model_server.ModelServer | None = None
    context: Mapping[str, str] = field(default_factory=dict[str, str])
    env: Mapping[str, str] = field(default_factory=dict[str, str])
    support: str = field(default_factory=lambda: os.environ.get("SUPPORT", "support@brightrun.example"))


def require_room(folder: Path, free: int) -> None:
    """A start that breaks off halfway helps nobody. Raises LocalCloudError for too few free bytes."""
    if free < NEEDED_BYTES:
        raise LocalCloudError(
            f"The disk is full: {free // 1_000_000} MB are free where {folder} is, "
            f"and the local cloud needs {NEEDED_BYTES // 1_000_000} MB."
        )


class LocalCloud:
    """Starts, deploys, seeds and stops one local cloud."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.home = Home(self.options.state_dir.resolve())
        self.stack: dict[str, Any] = {}
        self._programs: list[Program] = []
        self._logs: FunctionLogs | None = None
        self._lock: IO[str] | None = None
        self._model = self.options.model or model_server.chosen()
        self._aws_port = self._web_port = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def start(self) -> dict[str, Any]:
        """Start everything, deploy what changed, seed what is missing; return `stack`.

        Raises:
            LocalCloudError: with a sentence, after what had been started was stopped.
        """
        try:
            self._lock = running.claim(self.home)
            require_room(self.home.folder, shutil.disk_usage(self.home.folder).free)
            running.clear(self.home)
            self._start_programs()
            self.deploy()
            self._follow_logs()
            self._start_web()
            self._write_stack()
            if self.options.seed:
                self.seed()
        except BaseException:
            self.stop()
            raise
        return self.stack

    def stop(self) -> None:
        """Stop cleanly: MiniStack saves its state only when it is asked to end."""
        if self._logs:
            self._logs.stop()
        for program in reversed(self._programs):
            program.stop()
        self._programs.clear()
        if self._lock:
            running.clear(self.home)
            self._lock.close()
            self._lock = None

    def restart_aws(self) -> None:
        """Stop the emulator cleanly and start it again: a machine that is rebooted with everything on it.

        Raises:
            LocalCloudError: when it doesn't come back.
        """
        aws = next(program for program in self._programs if program.name == emulator.NAME)
        aws.stop()
        aws.start()
        self._note_programs()
        aws.wait_ready(emulator.health(self._aws_port))

    def dead_programs(self) -> list[Program]:
        """Return the programs that ended although nobody asked them to."""
        return [program for program in self._programs if not program.alive]

    def deploy(self) -> bool:
        """Bring the stack to the code's state; return whether anything had to be deployed."""
        claude = self._model.base_url
        context = self.options.context
        folder = assembly.rendered(context, own_claude_address=claude is not None)
        addresses = assembly.Addresses(
            endpoint=emulator.endpoint(self._aws_port),
            web=f"http://127.0.0.1:{self._web_port}",
            claude=claude,
        )
        stacks = deployment.read(folder, addresses)
        changed = not deployment.in_place(self._aws_port, stacks, self.home.read(DEPLOYED))
        if changed:
            (self.home.folder / DEPLOYED).unlink(missing_ok=True)
            deployment.deploy(self._aws_port, stacks)
            self.home.write(DEPLOYED, {stack.name: stack.fingerprint for stack in stacks})
        self._describe([stack.name for stack in stacks])
        return changed

    def seed(self) -> None:
        """Make the demo tenants, people and keys that are missing."""
        seeded = seed(self._aws_port, self.stack, self.home.read(SEEDED))
        self.home.write(SEEDED, seeded)
        self.stack |= {"users": seeded["users"], "api_keys": seeded["api_keys"]}
        self._write_stack()

    def _start_programs(self) -> None:
        wished = self.options
        before = self.home.read(PORTS)
        chosen: dict[str, int] = {}
        for name in ("aws", "web", "sandbox"):
            port = int(getattr(wished, f"{name}_port")) or int(before.get(name, 0))
            chosen[name] = ports.choose(port, taken=set(chosen.values()))
        saved_state.mend(self.home.state, was_port=int(before.get("aws", 0)), port=chosen["aws"])
        self.home.write(PORTS, chosen)
        self._aws_port, self._web_port = chosen["aws"], chosen["web"]
        self._model = self._model.at(chosen["sandbox"])
        aws = emulator.program(self.home, self._aws_port, auth=wished.auth, env=dict(self.options.env))
        self._run(aws)
        if self._model.is_sandbox:
            sandbox = model_server.sandbox_program(self.home, chosen["sandbox"], wished.sandbox)
            self._run(sandbox)
            sandbox.wait_ready(f"{self._model.base_url}/_sandbox/health")
        aws.wait_ready(emulator.health(self._aws_port))

    def _follow_logs(self) -> None:
        folder = self.home.logs / "functions"
        functions: dict[str, str] = self.stack["functions"]
        self._logs = FunctionLogs(emulator.CloudWatch(self._aws_port), folder, functions)
        self._logs.start()

    def _start_web(self) -> None:
        if not self.options.web:
            return
        self._write_web_config()
        server = web.program(self.home, self._web_port, self.stack["api_origin"])
        self._run(server)
        server.wait_ready(self.stack["web_url"])

    def _run(self, program: Program) -> None:
        program.start()
        self._programs.append(program)
        self._note_programs()

    def _note_programs(self) -> None:
        pids = {"runner": os.getpid()} | {each.name: each.pid for each in self._programs}
        births = {name: born(pid) for name, pid in pids.items()}
        self.stack |= {"pids": pids, "births": births}
        self.home.write(running.PROGRAMS, {"pids": pids, "births": births})

    def _describe(self, stacks: list[str]) -> None:
        found = inventory.describe(self._aws_port, stacks)
        emulator.client("secretsmanager", self._aws_port).put_secret_value(
            SecretId=found["claude_secret"], SecretString=self._model.api_key
        )
        origin = f"http://127.0.0.1:{self._web_port}"
        served = origin if self.options.web else found["api_origin"]
        self.stack |= found | {
            "web_url": origin,
            "api_url": f"{served}/api/v1",
            "claude": {"kind": self._model.kind, "base_url": self._model.base_url},
            "sandbox_url": self._model.base_url if self._model.is_sandbox else None,
            "logs": str(self.home.logs),
            "started_at": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }

    def _write_web_config(self) -> None:
        aws = self.stack["aws_endpoint"]
        self.home.write(
            self.home.web_config.name,
            {
                "stage": "local",
                "authorize_url": f"{aws}/oauth2/authorize",
                "logout_url": f"{aws}/logout",
                "client_id": self.stack["client_id"],
                "cognito_endpoint": aws,
                "region": emulator.REGION,
                "model_notice": self._model.notice,
                "support": self.options.support,
            },
        )

    def _write_stack(self) -> None:
        self.home.write(self.home.stack_file.name, self.stack)
