"""cdk-nag's AwsSolutions pack: nothing open, and no answer to a question that nobody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra import nag
from infra.config import Config
from infra.synth import Rendered, findings, render


@pytest.mark.parametrize("target", ["aws", "local"])
def test_no_finding_is_open(target: str, request: pytest.FixtureRequest) -> None:
    rendered: Rendered = request.getfixturevalue(target)
    assert not findings(rendered.folder / "validation-report.json")


@pytest.mark.parametrize("target", ["aws", "local"])
def test_no_answer_is_stale(target: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    config: Config = request.getfixturevalue(f"{target}_config")
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        render(config, tmp_path, answered=False)
    rendered: Rendered = request.getfixturevalue(target)
    answered = {answer.rule for answer in nag.answers(rendered.stacks, config)}
    assert answered == findings(tmp_path / "validation-report.json")


def test_every_answer_says_why(aws: Rendered, aws_config: Config) -> None:
    assert all(len(answer.reason.split()) >= 6 for answer in nag.answers(aws.stacks, aws_config))
