"""The environment that the template gives a function is what its settings ask for."""

from __future__ import annotations

from typing import Any

import pytest
from aws_cdk import App

from brightrun.runtime import settings
from infra.config import from_context
from tests.infra.template import Template

MODELS: dict[str, type[settings.FunctionSettings]] = {
    "api": settings.ApiSettings,
    "authorizer": settings.AuthorizerSettings,
    "token-claims": settings.TokenClaimsSettings,
    "generation-worker-interactive": settings.WorkerSettings,
    "generation-worker-batch": settings.WorkerSettings,
    "batch-steps": settings.ClockworkSettings,
    "economy-steps": settings.EconomySettings,
    "sweeper": settings.SweeperSettings,
    "dead-letters": settings.DeadLettersSettings,
    "export-worker": settings.ExportWorkerSettings,
    "operations-worker": settings.OperationsWorkerSettings,
    "projector": settings.ProjectorSettings,
    "template-seed": settings.TemplateSeedSettings,
}


def environment(template: Template, function: str) -> dict[str, str]:
    variables: dict[str, Any] = template.functions()[function]["Environment"]["Variables"]
    return {name: value if isinstance(value, str) else "resolved-at-deployment" for name, value in variables.items()}


def test_every_function_has_a_settings_model(any_app_template: Template) -> None:
    assert set(any_app_template.functions()) == set(MODELS)


@pytest.mark.parametrize("function", sorted(MODELS))
def test_a_function_can_read_its_settings(any_app_template: Template, function: str) -> None:
    read = MODELS[function].from_environment(environment(any_app_template, function))
    assert read.table_name


@pytest.mark.parametrize("function", sorted(MODELS))
def test_a_function_is_told_nothing_that_it_does_not_read(any_app_template: Template, function: str) -> None:
    powertools = {"STAGE", "POWERTOOLS_SERVICE_NAME", "LOG_LEVEL", "PYDANTIC_DISABLE_PLUGINS"}
    read = {name.upper() for name in MODELS[function].model_fields}
    assert set(environment(any_app_template, function)) - powertools <= read


def test_only_the_local_target_can_send_claudes_calls_elsewhere(app_template: Template) -> None:
    for function in app_template.functions():
        assert "ANTHROPIC_BASE_URL" not in environment(app_template, function)


def test_no_setting_holds_a_secret(any_app_template: Template) -> None:
    for function in any_app_template.functions():
        names = environment(any_app_template, function)
        assert not [name for name in names if name.endswith(("_KEY", "_SECRET", "_TOKEN", "_PASSWORD"))]


def test_where_people_find_help_is_the_deployments_choice() -> None:
    assert from_context(App(context={"support": "help@our.example"})).support == "help@our.example"
    assert from_context(App(context={"support": ""})).support is None
