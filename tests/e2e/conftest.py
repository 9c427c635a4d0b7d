"""One local cloud for the session, of its own: free ports, a folder of its own, IAM policies in force."""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from infra.local.cloud import LocalCloud, Options
from tests.e2e.kit import Cloud
from tests.e2e.long_before import Killed, Lost, kill_a_worker_in_the_middle, lose_a_hand_over

if TYPE_CHECKING:
    from collections.abc import Iterator

CALM = {"latency_seconds": 0.3, "latency_jitter": 0, "flaw_rate": 0, "requests_per_minute": 6_000}
QUICK = {"SFN_WAIT_SCALE": "0.2"}
"""The state machine looks every second instead of every five."""
RUNNING = "BRIGHTRUN_STACK"
"""Path of a running cloud's stack.json, to try one test without starting a cloud."""


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    if running := os.environ.get(RUNNING):
        with closing(Cloud(json.loads(Path(running).read_text(encoding="utf-8")))) as found:
            yield found
        return
    folder = tmp_path_factory.mktemp("cloud")
    options = Options(
        state_dir=folder, web_port=0, aws_port=0, sandbox_port=0, auth=True, web=False, sandbox=CALM, env=QUICK
    )
    with LocalCloud(options) as started, closing(Cloud(started.stack)) as made:
        yield made


SLOW = ("lost_hand_over", "killed")
"""What takes minutes to be noticed: begun before the first test, looked at by the last ones, in this order."""


def _slow(item: pytest.Item) -> int:
    found = [SLOW.index(name) for name in getattr(item, "fixturenames", ()) if name in SLOW]
    return 1 + found[0] if found else 0


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Their time runs out while the other tests run."""
    items.sort(key=_slow)


@pytest.fixture(scope="session")
def killed(cloud: Cloud) -> Killed:
    return kill_a_worker_in_the_middle(cloud)


@pytest.fixture(scope="session")
def lost_hand_over(cloud: Cloud) -> Lost:
    return lose_a_hand_over(cloud)


@pytest.fixture(autouse=True)
def _calm_weather(cloud: Cloud, request: pytest.FixtureRequest) -> None:
    wanted = {_slow(item) for item in request.session.items} - {0}
    for place in sorted(wanted):
        request.getfixturevalue(SLOW[place - 1])
    cloud.sandbox("reset", {})
    cloud.sandbox("config", CALM)
