"""The commands that people type."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from infra.check import CHECKS, QUICK, Check, run

ROOT = Path(__file__).parents[2]
TARGETS = (
    *("demo", "run", "stop", "invoke"),
    *("test", "check", "stories", "bench", "mutants", "chaos", "thorough", "fuzz", "screenshots"),
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
    assert {check.name for check in CHECKS} - set(QUICK) == {"end-to-end", "browser", "long"}


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


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make` looks at before anything is installed."""
    for name in ("Makefile", "package.json", "package-lock.json", "frontend/package.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def make(checkout: Path, target: str, path: Path, *variables: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("make")
    assert program is not None
    command, env = [program, target, *variables], {"PATH": str(path)}
    return subprocess.run(command, cwd=checkout, env=env, check=False, capture_output=True, text=True)


def test_a_missing_python_is_one_sentence_and_nothing_is_made(checkout: Path) -> None:
    refused = make(checkout, ".local/tools/.stamp", checkout / "no-programs", "PYTHON=python-that-is-not-here")
    assert refused.returncode != 0
    assert "needs Python 3.11 or newer as 'python-that-is-not-here'" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (checkout / ".local").exists()


@pytest.mark.parametrize("old", [False, True])
def test_a_missing_or_old_node_is_one_sentence_and_nothing_is_made(checkout: Path, old: bool) -> None:  # noqa: FBT001
    programs = checkout / "programs"
    programs.mkdir()
    if old:
        (programs / "node").write_text("#!/bin/sh\nexit 1\n")
        (programs / "node").chmod(0o755)
    refused = make(checkout, "node_modules/.stamp", programs)
    assert refused.returncode != 0
    assert "needs Node 20 or newer" in refused.stderr
    assert not (checkout / "node_modules").exists()
