"""What one deployment consists of."""

from __future__ import annotations

from dataclasses import dataclass

from aws_cdk import App, Tags

from infra.config import Config
from infra.constructs.api import RouteTable
from infra.stacks.app import AppStack
from infra.stacks.data import DataStack
from infra.stacks.web import WebStack


@dataclass(frozen=True)
class Stacks:
    """What was defined; the local target has no web stack."""

    data: DataStack
    app: AppStack
    web: WebStack | None


def define(app: App, config: Config, routes: RouteTable) -> Stacks:
    """Define every stack of one deployment.

    Args:
        app: the CDK app.
        config: target, stage and sizes.
        routes: Chalice's route table, or one like it.
    """
    Tags.of(app).add("project", "bright-run")
    Tags.of(app).add("stage", config.stage)
    data = DataStack(app, f"{config.prefix}-data", config)
    running = AppStack(app, f"{config.prefix}-app", config, data, routes)
    web = None if config.local else WebStack(app, f"{config.prefix}-web", config, running)
    return Stacks(data, running, web)
