from __future__ import annotations

from pathlib import Path

import pytest

from infra.config import Config, Local
from infra.synth import Rendered, render
from tests.infra.template import Template

LOCAL = Local(endpoint="http://127.0.0.1:4566", claude_url="http://127.0.0.1:8400")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Rendering takes seconds: one worker does it for all of these tests."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("infra"))


@pytest.fixture(scope="session")
def aws_config() -> Config:
    return Config(stage="test")


@pytest.fixture(scope="session")
def local_config() -> Config:
    return Config(stage="local", local=LOCAL, web_origin="http://127.0.0.1:8300")


@pytest.fixture(scope="session")
def aws(aws_config: Config, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return render(aws_config, tmp_path_factory.mktemp("aws"))


@pytest.fixture(scope="session")
def local(local_config: Config, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return render(local_config, tmp_path_factory.mktemp("local"))


@pytest.fixture(scope="session")
def app_template(aws: Rendered) -> Template:
    return Template(aws.template("app"))


@pytest.fixture(scope="session")
def data_template(aws: Rendered) -> Template:
    return Template(aws.template("data"))


@pytest.fixture(scope="session", params=["aws", "local"])
def any_app_template(request: pytest.FixtureRequest) -> Template:
    rendered: Rendered = request.getfixturevalue(request.param)
    return Template(rendered.template("app"))
