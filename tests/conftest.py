"""Fixtures that every test may use. Unit tests have no network: only e2e, browser and bench do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, enable_socket

from brightrun.domain.tenancy import Actor, RegisteredTenant, TenantScope, scope_of_registered
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["tests.stories.plugin"]

# A gate must say the same of the same code: examples follow from the test, and a busy machine
# is no failure.
settings.register_profile("house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

HERE = Path(__file__).parent
WITH_NETWORK = ("e2e", "browser", "sandbox", "local")
"""Folders whose tests speak to loopback, because what they test is on the other side of it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        folder = item.path.relative_to(HERE).parts[0] if HERE in item.path.parents else ""
        if folder in {"e2e", "browser"}:
            item.add_marker(folder)


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    folder = request.path.relative_to(HERE).parts[0] if HERE in request.path.parents else ""
    if folder in WITH_NETWORK:
        enable_socket()
    else:
        disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def scope() -> TenantScope:
    return scope_of_registered(RegisteredTenant("acme"))


@pytest.fixture
def other_scope() -> TenantScope:
    return scope_of_registered(RegisteredTenant("rival"))


@pytest.fixture
def actor() -> Actor:
    return Actor(id="user-1", name="Maya Hollis", via="session")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(clock: FakeClock) -> FakeStore:
    return FakeStore(clock)
