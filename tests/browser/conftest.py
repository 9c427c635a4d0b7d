"""One local cloud with its web app for the session, and a fresh browser profile for each test."""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from infra.local.cloud import LocalCloud, Options
from tests.browser.kit import DESK, Person, chromium
from tests.e2e.kit import Cloud, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PRACTICE = {"latency_seconds": 0.5, "latency_jitter": 0, "flaw_rate": 0, "thinking_tokens": 60}
RUNNING = "BRIGHTRUN_STACK"
"""Path of a running cloud's stack.json, to try one test without starting a cloud."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whichever test comes first starts the cloud, which on a busy machine takes minutes."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    if running := os.environ.get(RUNNING):
        yield json.loads(Path(running).read_text(encoding="utf-8"))
        return
    ports = {"web_port": 0, "aws_port": 0, "sandbox_port": 0}
    folder = tmp_path_factory.mktemp("cloud")
    with LocalCloud(Options(state_dir=folder, **ports, auth=True, sandbox=PRACTICE)) as cloud:
        yield cloud.stack


@pytest.fixture
def weather(stack):
    """Sets how the practice model answers; it is as usual again after the test."""

    def change(**config: float) -> None:
        httpx.post(f"{stack['sandbox_url']}/_sandbox/config", json=config, timeout=30).raise_for_status()

    change(**PRACTICE)
    yield change
    change(**PRACTICE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def person(stack: dict[str, Any], browser: Browser) -> Iterator[Person]:
    context = browser.new_context(viewport=DESK, accept_downloads=True)
    at_work = Person(stack, context.new_page())
    yield at_work
    context.close()
    assert at_work.errors == []


@pytest.fixture(scope="session")
def cloud(stack: dict[str, Any]) -> Iterator[Cloud]:
    with closing(Cloud(stack)) as found:
        yield found


@pytest.fixture(scope="session")
def written(cloud: Cloud) -> Project:
    """One dataset that all tests read: 30 planned, 26 asked for, two of those failed, some of the rest flagged.

    The first row was declined and can't be retried, the second can. Of the good ones a template and a
    scenario are approved, another is rejected and one is sent back.
    """
    project = Project.make(cloud, 30)
    declined, cut_off, *others = project.rows(sort="ref")
    cloud.sandbox("config", {**PRACTICE, "latency_seconds": 0.3, "flaw_rate": 0.3})
    cloud.sandbox(
        "faults",
        [
            {"kind": "refusal", "reference": declined["ref"], "count": 9},
            {"kind": "max_tokens", "reference": cut_off["ref"], "count": 9},
        ],
    )
    asked = [row["id"] for row in (declined, cut_off, *others[:24])]
    project.ended(project.start(ids=asked)["id"])
    cloud.sandbox("reset", {})
    good = [row for row in project.rows(sort="ref") if row["status"] == "generated" and not row["flagged"]]
    firsts = [next(row for row in good if row["tier"] == tier) for tier in ("template", "scenario")]
    decided = firsts + [row for row in good if row not in firsts][:2]
    for row, decision in zip(decided, ("approve", "approve", "reject", "needs_edit"), strict=True):
        project.review(row["id"], decision, note="Read by the desk.")
    return project


@pytest.fixture(scope="session")
def owner_state(stack: dict[str, Any], browser: Browser) -> Any:
    """What the browser of a signed-in owner keeps."""
    context = browser.new_context(viewport=DESK)
    Person(stack, context.new_page()).sign_in()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def owner(stack: dict[str, Any], browser: Browser, owner_state: Any) -> Iterator[Person]:
    """Who comes back to a browser in which they are signed in."""
    context = browser.new_context(viewport=DESK, accept_downloads=True, storage_state=owner_state)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    at_work = Person(stack, context.new_page())
    yield at_work
    context.close()
    assert at_work.errors == []
