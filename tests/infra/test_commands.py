"""The commands that people type."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra.check import CHECKS, QUICK, Check, run

ROOT = Path(__file__).parents[2]
TARGETS = (
    *("demo", "run", "stop", "invoke"),
    *("test", "check", "stories", "bench", "mutants", "screenshots"),
    *("synth", "deploy", "clean"),
)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_there_and_explained(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(rf"^\.PHONY: {target}$", makefile, re.MULTILINE)
    assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE)


def test_ci_runs_what_everyone_runs() -> None:
    assert (ROOT / ".ci/run").read_text().rstrip().endswith("exec make test")


def test_the_quick_gate_leaves_the_slow_ones_out() -> None:
    assert {check.name for check in CHECKS} - set(QUICK) == {"end-to-end", "browser"}


def test_a_failure_is_printed_and_a_success_is_not(capfd: pytest.CaptureFixture[str]) -> None:
    says = (sys.executable, "-c", "import sys; print('words'); sys.exit(int(sys.argv[1]))")
    outcomes = run([Check("good", (*says, "0")), Check("bad", (*says, "1"))])
    assert {outcome.check.name: outcome.passed for outcome in outcomes} == {"good": True, "bad": False}
    assert capfd.readouterr().out.count("words") == 1


def test_an_old_python_gets_a_sentence() -> None:
    made = subprocess.run(
        ["make", "--dry-run", "--always-make", ".local/tools/.stamp"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "needs Python 3.11 or newer" in made.stdout
