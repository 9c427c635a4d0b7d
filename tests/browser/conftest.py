"""One local cloud with its web app for the session, and a fresh browser profile for each test."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from infra.local.cloud import LocalCloud, Options
from tests.browser.kit import DESK, Person, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PRACTICE = {"latency_seconds": 0.5, "latency_jitter": 0, "flaw_rate": 0}
RUNNING = "BRIGHTRUN_STACK"
"""Path of a running cloud's stack.json, to try one test without starting a cloud."""


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
