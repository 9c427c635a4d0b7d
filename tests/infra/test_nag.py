"""cdk-nag's AwsSolutions pack: nothing open, and no answer to a question that nobody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra import nag
from infra.config import Config
from infra.synth import Rendered, findings, render
from tests.infra.template import FEW_ROUTES


@pytest.mark.parametrize("target", ["aws", "local"])
def test_no_finding_is_open(target: str, request: pytest.FixtureRequest) -> None:
    rendered: Rendered = request.getfixturevalue(target)
    assert not findings(rendered.folder / "validation-report.json")


@pytest.mark.parametrize("target", ["aws", "local"])
def test_no_answer_is_stale(target: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    config: Config = request.getfixturevalue(f"{target}_config")
    bare, answered = tmp_path / "bare", tmp_path / "answered"
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        render(config, bare, FEW_ROUTES, answered=False)
    stacks = render(config, answered, FEW_ROUTES, checked=False).stacks
    assert {answer.rule for answer in nag.answers(stacks, config)} == findings(bare / "validation-report.json")


def test_every_answer_says_why(aws: Rendered, aws_config: Config) -> None:
    assert all(len(answer.reason.split()) >= 6 for answer in nag.answers(aws.stacks, aws_config))
