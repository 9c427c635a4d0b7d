"""The web app's files on AWS; the local cloud serves them from disk."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import Aws, Duration, Stack
from aws_cdk import aws_s3_deployment as deployment
from constructs import Construct

from infra.config import Config, synthesizer
from infra.stacks.app import AppStack

BUILD = Path(__file__).parent.parent.parent / "frontend/dist"


class WebStack(Stack):
    """Uploads the build and the file that tells it where it runs."""

    def __init__(self, scope: Construct, name: str, config: Config, app: AppStack) -> None:
        super().__init__(scope, name, synthesizer=synthesizer(config))
        if app.edge is None:
            raise ValueError("The web stack needs a distribution, which the local target has not")
        pages = app.identity.pages_url
        runtime_config = {
            "stage": config.stage,
            "authorize_url": f"{pages}/oauth2/authorize",
            "logout_url": f"{pages}/logout",
            "client_id": app.identity.client.user_pool_client_id,
            "cognito_endpoint": f"https://cognito-idp.{Aws.REGION}.amazonaws.com",
            "region": Aws.REGION,
            "support": config.support or "",
        }
        assets = [deployment.Source.asset(str(BUILD))] if BUILD.is_dir() else []
        deployment.BucketDeployment(
            self,
            "Files",
            destination_bucket=app.web,
            distribution=app.edge.distribution,
            # Names of built files carry their hash; these two do not.
            distribution_paths=["/index.html", "/config.json"],
            sources=[*assets, deployment.Source.json_data("config.json", runtime_config)],
            cache_control=[
                deployment.CacheControl.set_public(),
                deployment.CacheControl.max_age(Duration.minutes(5)),
            ],
            memory_limit=512,
        )
