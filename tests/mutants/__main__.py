"""`make mutants`: each planted fault must turn its named test red, on a copy of this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from tests.mutants.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
PARTS = ("layers/common", "layers/build.py", "functions", "tests", "prompts", "infra", "pyproject.toml")
AT_ONCE = 2
TOO_LONG_SECONDS = 180

Verdict = Literal["killed", "SURVIVED", "STALE", "HUNG"]


def _copy_to(folder: Path) -> None:
    leave = shutil.ignore_patterns("__pycache__", "node_modules", ".local", "dist")
    for part in PARTS:
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=leave)
        elif source.exists():
            shutil.copy(source, target)


def _runs(folder: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """pytest on the copy; its code comes before the editable install of this checkout."""
    paths = [str(folder), str(folder / "layers/common/python")]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=TOO_LONG_SECONDS,
        check=False,
    )


def judge(fault: Fault) -> tuple[Fault, Verdict, float]:
    """Plants one fault in a copy of its own and runs the one test."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutant-") as name:
        folder = Path(name)
        _copy_to(folder)
        target = folder / fault.file
        text = target.read_text(encoding="utf-8")
        if text.count(fault.old) != 1:
            return fault, "STALE", time.monotonic() - began
        target.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
        try:
            red = _runs(folder, fault.test).returncode == 1
        except subprocess.TimeoutExpired:
            return fault, "HUNG", time.monotonic() - began
    return fault, "killed" if red else "SURVIVED", time.monotonic() - began


def _check_that_all_are_green() -> None:
    with tempfile.TemporaryDirectory(prefix="mutant-none-") as name:
        _copy_to(Path(name))
        found = _runs(Path(name), *sorted({fault.test for fault in FAULTS}))
    if found.returncode != 0:
        sys.exit(f"Without any fault the named tests must pass:\n{found.stdout[-4000:]}")


def main() -> None:
    _check_that_all_are_green()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = list(pool.map(judge, FAULTS))
    width = max(len(fault.name) for fault in FAULTS)
    for fault, verdict, seconds in verdicts:
        print(f"{fault.name:<{width}}  {verdict:<8}  {seconds:5.1f} s  {fault.test}")
    killed = sum(verdict == "killed" for _, verdict, _ in verdicts)
    print(f"{killed} of {len(FAULTS)} planted faults were noticed")
    sys.exit(0 if killed == len(FAULTS) else 1)


if __name__ == "__main__":
    main()
