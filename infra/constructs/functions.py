"""A function of the product: one role, one log group, one place for its settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.config import Config
from layers.build import Layer, Target, code, layer

SHARED = (Layer.COMMON, Layer.RUNTIME)


@dataclass(frozen=True)
class FunctionSpec:
    """What one function needs, whatever triggers it.

    Attributes:
        name: of the deployed function, after the stage's prefix; `generation-worker-batch`.
        package: its folder under `functions/`.
        environment: its settings beyond stage, service name and log level.
        timeout_seconds: after which Lambda ends it.
        memory_mb: also decides its share of a processor.
        extra_layers: beyond the two that every function has.
        reserved: reserved concurrency; None shares the account's.
        entry: module and attribute of the handler inside the package.
        with_prompts: ships `prompts/` beside the code.
    """

    name: str
    package: str
    environment: Mapping[str, str]
    timeout_seconds: int
    memory_mb: int
    extra_layers: Sequence[Layer] = ()
    reserved: int | None = None
    entry: str = "handler.handler"
    with_prompts: bool = False


class FunctionFactory:
    """Makes the functions of one stack; they share layer versions and code assets."""

    def __init__(self, scope: Construct, config: Config) -> None:
        self._scope = scope
        self._config = config
        self._layers: dict[Layer, lambda_.LayerVersion] = {}
        self.made: dict[str, lambda_.Function] = {}

    def make(self, spec: FunctionSpec) -> lambda_.Function:
        """Create the function, its role and its log group."""
        scope = Construct(self._scope, _construct_id(spec.name))
        name = f"{self._config.prefix}-{spec.name}"
        log_group = logs.LogGroup(
            scope,
            "Logs",
            log_group_name=f"/aws/lambda/{name}",
            retention=logs.RetentionDays.THREE_MONTHS,
            removal_policy=RemovalPolicy.DESTROY,
        )
        role = iam.Role(scope, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))  # pyright: ignore[reportArgumentType]
        log_group.grant_write(role)
        function = lambda_.Function(
            scope,
            "Function",
            function_name=name,
            runtime=lambda_.Runtime.PYTHON_3_13,
            architecture=lambda_.Architecture.ARM_64,
            handler=f"functions.{spec.package}.{spec.entry}",
            code=lambda_.Code.from_asset(str(code(self._config.target, with_prompts=spec.with_prompts))),
            layers=[self._layer(each) for each in self._names(spec)],
            environment=self._environment(spec),
            timeout=Duration.seconds(spec.timeout_seconds),
            memory_size=spec.memory_mb,
            reserved_concurrent_executions=spec.reserved,
            role=role,  # pyright: ignore[reportArgumentType]
            log_group=log_group,
            tracing=lambda_.Tracing.ACTIVE,
        )
        self.made[spec.name] = function
        return function

    def _names(self, spec: FunctionSpec) -> Sequence[Layer]:
        provided = (Layer.PROVIDED,) if self._config.target is Target.LOCAL else ()
        return (*SHARED, *spec.extra_layers, *provided)

    def _layer(self, name: Layer) -> lambda_.LayerVersion:
        if name not in self._layers:
            self._layers[name] = lambda_.LayerVersion(
                self._scope,
                f"{name.capitalize()}Layer",
                code=lambda_.Code.from_asset(str(layer(name, self._config.target))),
                compatible_runtimes=[lambda_.Runtime.PYTHON_3_13],
                compatible_architectures=[lambda_.Architecture.ARM_64],
                description=f"Bright Run: {name}",
            )
        return self._layers[name]

    def _environment(self, spec: FunctionSpec) -> dict[str, str]:
        return {
            "STAGE": self._config.stage,
            "POWERTOOLS_SERVICE_NAME": spec.name,
            # Looking for plugins of pydantic reads every package's metadata at each cold start.
            "PYDANTIC_DISABLE_PLUGINS": "__all__",
            "LOG_LEVEL": "INFO",
            **spec.environment,
        }


def _construct_id(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))
