"""Run the checks of `make check` side by side and print the failures only.

Each check is a command; `--only` names some of them, `--list` shows all.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv/bin"
WEB = ("npm", "run", "--silent", "--workspace", "frontend")


@dataclass(frozen=True)
class Check:
    """One command. The slow ones are started first; those with a `cloud` of their own come after the others."""

    name: str
    command: tuple[str, ...]
    cloud: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a check said."""

    check: Check
    passed: bool
    seconds: float
    output: str


def _pytest(*arguments: str) -> tuple[str, ...]:
    return (str(BIN / "python"), "-m", "pytest", *arguments)


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(BIN / name), *arguments)


CHECKS = (
    Check("unit", _pytest("-m", "not e2e and not browser", "-n", "2", "--dist", "loadgroup")),
    Check("pyright", (str(ROOT / "node_modules/.bin/pyright"),)),
    Check("vitest", (*WEB, "test")),
    Check("tsc", (*WEB, "typecheck")),
    Check("eslint", (*WEB, "lint")),
    Check("client", (*WEB, "api:check")),
    Check("lint", _tool("ruff", "check")),
    Check("format", _tool("ruff", "format", "--check")),
    Check("contracts", _tool("lint-imports", "--no-cache")),
    Check("end-to-end", _pytest("-m", "e2e and not browser and not long", "tests"), cloud=True),
    Check("browser", _pytest("-m", "browser and not long", "tests"), cloud=True),
    Check("long", _pytest("-m", "long", "tests"), cloud=True),
)
QUICK = tuple(check.name for check in CHECKS if not check.cloud)


def main() -> None:
    """Exit 1 when a check failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=QUICK, choices=[c.name for c in CHECKS])
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list:
        print("\n".join(f"{check.name:12} {' '.join(check.command)}" for check in CHECKS))
        return
    chosen = [check for check in CHECKS if check.name in options.only]
    outcomes = [*run([check for check in chosen if not check.cloud]), *run([check for check in chosen if check.cloud])]
    failed = [outcome.check.name for outcome in outcomes if not outcome.passed]
    if failed:
        print(f"failed: {', '.join(failed)}")
        sys.exit(1)


def run(checks: list[Check]) -> list[Outcome]:
    """Run checks side by side, as many as there are cores, and print each as it ends."""
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for done in as_completed([pool.submit(_run, check) for check in checks]):
            outcome = done.result()
            outcomes.append(outcome)
            mark = "ok    " if outcome.passed else "FAILED"
            print(f"{mark} {outcome.check.name:12} {outcome.seconds:6.1f} s", flush=True)
            if not outcome.passed:
                print(outcome.output, flush=True)
    return outcomes


def _run(check: Check) -> Outcome:
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return Outcome(check, done.returncode == 0, time.monotonic() - started, done.stdout)


if __name__ == "__main__":
    main()
