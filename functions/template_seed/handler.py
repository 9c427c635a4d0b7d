"""Invoked at each deployment: reads the prompts that are packed beside the functions and stores them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.template_file import TemplateFile, read_template_file
from brightrun.runtime import wiring
from brightrun.runtime.settings import TemplateSeedSettings
from brightrun.usecases.templates import seed_templates

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"
TIERS = ("common", "template", "scenario", "edge_case", "quality")


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:  # noqa: ARG001 - Lambda's signature
    """Any event → how many templates got a new version. Safe to invoke again."""
    settings = _settings()
    seeded = seed_templates(template_files(), store=wiring.store(settings.table_name), clock=wiring.clock())
    logger.info("templates", extra={"added": seeded.added, "unchanged": len(seeded.unchanged)})
    return {"added": len(seeded.added), "unchanged": len(seeded.unchanged)}


def template_files() -> list[TemplateFile]:
    """Every prompt file of the package, in a stable order."""
    return [
        read_template_file(path.read_text(encoding="utf-8"), f"{tier}/{path.name}")
        for tier in TIERS
        for path in sorted((PROMPTS / tier).glob("*.md"))
    ]


@cache
def _settings() -> TemplateSeedSettings:
    return TemplateSeedSettings.from_environment()
