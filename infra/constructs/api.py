"""The REST API, made from Chalice's own route table: one router, every resource CDK's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_apigateway as apigw
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.config import Config

STAGE_NAME = "live"

AUTHORIZER_TTL = Duration.seconds(30)
"""How long a revoked key or a suspended member may still be let in."""

PUBLIC_ROUTES = frozenset(
    {
        ("GET", "/api/v1/health"),
        ("GET", "/api/v1/openapi.json"),
        # The session is made of a code or of the refresh cookie; there is no caller yet.
        ("POST", "/api/v1/session"),
        ("POST", "/api/v1/session/refresh"),
        ("DELETE", "/api/v1/session"),
    }
)


class RouteTable(Protocol):
    """What is read of a Chalice app: path → method → entry."""

    @property
    def routes(self) -> Mapping[str, Mapping[str, Any]]:
        """Every path, and what answers each of its methods."""
        ...


@dataclass(frozen=True)
class Problem:
    """An answer of the gateway itself, in the words of the API's own problems."""

    kind: apigw.ResponseType
    status: int
    code: str
    title: str
    detail: str
    retryable: bool = False


PROBLEMS = (
    Problem(
        apigw.ResponseType.UNAUTHORIZED,
        401,
        "not_signed_in",
        "Not signed in",
        "Send a valid token or API key in the Authorization header.",
    ),
    Problem(
        apigw.ResponseType.ACCESS_DENIED,
        403,
        "not_allowed",
        "Not allowed",
        "This account may not use the API.",
    ),
    # What API Gateway calls a missing token is a path or method that does not exist.
    Problem(
        apigw.ResponseType.MISSING_AUTHENTICATION_TOKEN,
        404,
        "not_found",
        "Not found",
        "There is nothing at this address.",
    ),
    Problem(
        apigw.ResponseType.THROTTLED,
        429,
        "too_many_requests",
        "Too many requests",
        "Wait a moment and try again.",
        retryable=True,
    ),
    Problem(
        apigw.ResponseType.REQUEST_TOO_LARGE,
        413,
        "too_large",
        "Too large",
        "A request may be at most 10 MB.",
    ),
    Problem(
        apigw.ResponseType.INTEGRATION_TIMEOUT,
        504,
        "unavailable",
        "Took too long",
        "The answer took too long. Try again.",
        retryable=True,
    ),
    Problem(
        apigw.ResponseType.AUTHORIZER_FAILURE,
        503,
        "unavailable",
        "Not available right now",
        "We could not look up who you are. Try again in a moment.",
        retryable=True,
    ),
    Problem(
        apigw.ResponseType.DEFAULT_4_XX,
        400,
        "invalid_input",
        "Invalid request",
        "The request could not be understood.",
    ),
    Problem(
        apigw.ResponseType.DEFAULT_5_XX,
        500,
        "unexpected",
        "Something went wrong",
        "This is our fault. Try again; if it stays, quote the request id.",
        retryable=True,
    ),
)


class ChaliceApi(Construct):
    """An API Gateway REST API whose methods are the app's routes.

    Made in two steps: the address exists first, because the distribution and the
    functions' settings name it, and the routes are added when the functions exist.
    """

    def __init__(self, scope: Construct, name: str, config: Config) -> None:
        super().__init__(scope, name)
        self.public_methods: list[tuple[str, str]] = []
        self.rest_api = apigw.RestApi(
            self,
            "Rest",
            rest_api_name=f"{config.prefix}-api",
            endpoint_types=[apigw.EndpointType.REGIONAL],
            # Access logs need the account's logging role; the local cloud writes none.
            cloud_watch_role=config.local is None,
            deploy_options=self._stage_options(config),
        )
        for problem in PROBLEMS:
            self._answer(problem)

    def add_routes(self, app: RouteTable, handler: lambda_.Function, authorizer: lambda_.Function) -> None:
        """Add each method of each route, behind the authorizer unless it is public."""
        integration = apigw.LambdaIntegration(
            handler,  # pyright: ignore[reportArgumentType]
            proxy=True,
            allow_test_invoke=False,
            scope_permission_to_method=False,
        )
        guard = apigw.TokenAuthorizer(
            self,
            "Authorizer",
            handler=authorizer,  # pyright: ignore[reportArgumentType]
            identity_source=apigw.IdentitySource.header("Authorization"),
            results_cache_ttl=AUTHORIZER_TTL,
        )
        for method, path in routes_of(app):
            public = (method, path) in PUBLIC_ROUTES
            if public:
                self.public_methods.append((method, path))
            self.rest_api.root.resource_for_path(path).add_method(
                method,
                integration,
                authorization_type=(apigw.AuthorizationType.NONE if public else apigw.AuthorizationType.CUSTOM),
                authorizer=None if public else guard,
            )

    def _stage_options(self, config: Config) -> apigw.StageOptions:
        if config.local:
            return apigw.StageOptions(stage_name=STAGE_NAME)
        group = logs.LogGroup(
            self,
            "AccessLogs",
            log_group_name=f"/aws/apigateway/{config.prefix}-api",
            retention=logs.RetentionDays.THREE_MONTHS,
            removal_policy=RemovalPolicy.DESTROY,
        )
        return apigw.StageOptions(
            stage_name=STAGE_NAME,
            tracing_enabled=True,
            metrics_enabled=True,
            logging_level=apigw.MethodLoggingLevel.ERROR,
            # Bodies hold conversations and keys: they are never logged.
            data_trace_enabled=False,
            access_log_destination=apigw.LogGroupLogDestination(group),
            access_log_format=_ACCESS_LOG,
            throttling_rate_limit=200,
            throttling_burst_limit=400,
        )

    def _answer(self, problem: Problem) -> None:
        body = {
            "type": "about:blank",
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail,
            "code": problem.code,
            "retryable": problem.retryable,
            "request_id": "$context.requestId",
        }
        self.rest_api.add_gateway_response(
            f"Problem{problem.kind.response_type.title().replace('_', '')}",
            type=problem.kind,
            # The defaults keep the status that the gateway found.
            status_code=None if problem.kind.response_type.startswith("DEFAULT") else str(problem.status),
            response_headers={
                "Content-Type": "'application/problem+json'",
                "Cache-Control": "'no-store'",
                "X-Content-Type-Options": "'nosniff'",
            },
            templates={"application/json": json.dumps(body)},
        )


def routes_of(app: RouteTable) -> Iterator[tuple[str, str]]:
    """Every (method, path) of the app, in a stable order."""
    for path in sorted(app.routes):
        for method in sorted(app.routes[path]):
            yield method, path


_ACCESS_LOG = apigw.AccessLogFormat.custom(
    json.dumps(
        {
            "request_id": apigw.AccessLogField.context_request_id(),
            "at": apigw.AccessLogField.context_request_time_epoch(),
            "method": apigw.AccessLogField.context_http_method(),
            "route": apigw.AccessLogField.context_resource_path(),
            "status": apigw.AccessLogField.context_status(),
            "milliseconds": apigw.AccessLogField.context_response_latency(),
            "bytes": apigw.AccessLogField.context_response_length(),
            "tenant": apigw.AccessLogField.context_authorizer("tenant"),
            "authorizer_error": apigw.AccessLogField.context_authorizer_error(),
        }
    )
)
