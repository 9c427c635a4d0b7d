"""Render the templates: `make synth`, the tests and the local cloud all do it through here."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

from aws_cdk import App

from functions.api.app import app as product_routes
from infra import nag
from infra.config import Config, Local
from infra.constructs.api import RouteTable
from infra.deployment import Stacks, define

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Rendered:
    """A cloud assembly on disk, and what it was made of."""

    folder: Path
    stacks: Stacks

    def template(self, stack: str) -> dict[str, object]:
        """The template of the stack whose name ends with `stack`, as `app`."""
        (path,) = self.folder.glob(f"*-{stack}.template.json")
        return json.loads(path.read_text())


def render(
    config: Config,
    folder: Path,
    routes: RouteTable = product_routes,
    *,
    checked: bool = True,
    answered: bool = True,
) -> Rendered:
    """Synthesise one deployment into a folder.

    Args:
        config: of the deployment.
        folder: becomes the cloud assembly.
        routes: the API's; the product's own unless a test has another.
        checked: run cdk-nag, which takes a few seconds.
        answered: with our answers to it.

    Raises:
        RuntimeError: when cdk-nag finds what nobody answered; the report says what.
    """
    context = json.loads((ROOT / "cdk.json").read_text())["context"]
    app = App(outdir=str(folder), context=context)
    stacks = define(app, config, routes)
    if checked:
        nag.check(app, stacks, config, answered=answered)
    app.synth()
    return Rendered(folder, stacks)


def findings(report: Path) -> set[str]:
    """The rules that a report names, once each."""
    plugins = json.loads(report.read_text())["pluginReports"]
    return {violation["ruleName"] for plugin in plugins for violation in plugin["violations"]}


def main() -> None:
    """Render the AWS target and the local one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", default="dev")
    stage = parser.parse_args().stage
    local = Local(endpoint="http://127.0.0.1:4566", claude_url=None)
    for name, config in {
        "aws": Config(stage=stage),
        "local": Config(stage="local", local=local, web_origin="http://127.0.0.1:8300"),
    }.items():
        rendered = render(config, ROOT / "cdk.out" / name)
        for template in sorted(rendered.folder.glob("*.template.json")):
            count = len(json.loads(template.read_text())["Resources"])
            print(f"{template.relative_to(ROOT)}  {count} resources")


if __name__ == "__main__":
    main()
