"""The CDK app. Not `app.py`: Chalice's tools import a module of that name."""

from __future__ import annotations

from aws_cdk import App

from functions.api.app import app as routes
from infra import nag
from infra.config import from_context
from infra.deployment import define


def main() -> None:
    """What `cdk` runs, as `cdk.json` says."""
    app = App()
    config = from_context(app)
    nag.check(app, define(app, config, routes), config)
    app.synth()


if __name__ == "__main__":
    main()
