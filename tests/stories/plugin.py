"""Collects the outcome of every test that claims to prove a criterion of the product story."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.stories.criteria import stories
from tests.stories.results import SURFACES, Claim, Finding, Outcome, add_to_record

if TYPE_CHECKING:
    from collections.abc import Sequence

PROPERTY = "story claims"


def claim_of(mark: pytest.Mark) -> Claim:
    """The claim that a marker makes. Raises UsageError for one that the story does not know."""
    names = ("id", "criterion", "via")
    given = {**dict(zip(names, mark.args, strict=False)), **mark.kwargs}
    claim = Claim(given.get("id", ""), given.get("criterion", -1), given.get("via", ""))
    bullets = {story.id: len(story.bullets) for story in stories()}
    if claim.story not in bullets or not 0 <= claim.criterion < bullets[claim.story]:
        raise pytest.UsageError(f"the product story has no criterion {claim.story} {claim.criterion}")
    if claim.via not in SURFACES:
        raise pytest.UsageError(f"{claim.story} {claim.criterion}: via is one of {SURFACES}")
    return claim


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    for item in items:
        claims = [claim_of(mark) for mark in item.iter_markers("story")]
        if claims:
            told = json.dumps([[c.story, c.criterion, c.via] for c in claims])
            item.user_properties.append((PROPERTY, told))


def pytest_configure(config: pytest.Config) -> None:
    # Under xdist the workers' reports reach the controller, which alone writes.
    if not hasattr(config, "workerinput") and not config.getoption("collectonly"):
        config.pluginmanager.register(Recorder(), "story recorder")


class Recorder:
    """Gathers reports, from whatever process they come, and writes them once at the end."""

    def __init__(self) -> None:
        self._outcomes: dict[str, Outcome] = {}
        self._claims: dict[str, tuple[Claim, ...]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told: Any = dict(report.user_properties).get(PROPERTY)
        if told is None:
            return
        self._claims[report.nodeid] = tuple(Claim(*entry) for entry in json.loads(told))
        worst: list[Outcome] = [self._outcomes.get(report.nodeid, "passed"), report.outcome]
        for outcome in ("failed", "skipped", "passed"):
            if outcome in worst:
                self._outcomes[report.nodeid] = outcome
                return

    def pytest_sessionfinish(self) -> None:
        findings = [Finding(t, self._outcomes[t], claims) for t, claims in self._claims.items()]
        if findings:
            add_to_record(findings)
