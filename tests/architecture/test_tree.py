"""What no file of the repository may hold, and how long a file may grow."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, relative, tracked

LINES = {".py": 300, ".ts": 250, ".tsx": 250}
LONG = {
    "frontend/src/api/schema.gen.ts": "generated from the OpenAPI file",
}
"""Files over the limit, each with its reason."""

FORBIDDEN = {
    "a place on somebody's machine": re.compile(r"(?<![\w.$}/-])/(?:root|home/[a-z]\w*|Users/\w+|work)/"),
    "the host of a package registry": re.compile(
        r"https?://(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com)", re.IGNORECASE
    ),
    "work that is left for later": re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b|NotImplemented" + r"Error"),
    "a test that is not run": re.compile(
        r"pytest\.(?:skip|importorskip|xfail)\b|mark\.(?:skip|skipif|xfail)\b|\b(?:it|test|describe)\.(?:skip|todo)\("
    ),
    "an Anthropic key": re.compile(r"sk-ant-[\w-]{20,}"),
    "an AWS key": re.compile(r"\bAKIA(?!\w+EXAMPLE)[0-9A-Z]{16}\b"),
}
ALLOWED = {
    "pyproject.toml": {"work that is left for later"},  # names the rules that look for it
}


def texts() -> list[Path]:
    return [path for path in tracked() if path != Path(__file__) and path.suffix not in {".png", ".woff2", ".ico"}]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = {
        f"{relative(path)}: {match[0]}"
        for path in texts()
        if what not in ALLOWED.get(relative(path), set())
        for match in FORBIDDEN[what].finditer(path.read_text(errors="replace"))
    }
    assert not found


def test_a_file_has_one_screenful_of_ideas() -> None:
    lines = {relative(path): path.read_text().count("\n") for path in tracked() if path.suffix in LINES}
    over = {name for name, count in lines.items() if count > LINES[Path(name).suffix]}
    assert over == {name for name in LONG if name in lines}


def test_every_decision_is_numbered_once_and_names_code_that_exists() -> None:
    pages = sorted((ROOT / "infra/decisions").glob("*.md"))
    numbers = [page.name.partition("-")[0] for page in pages]
    assert len(numbers) == len(set(numbers))
    for page in pages:
        named = re.findall(r"`((?:infra|layers|functions|frontend|prompts|tests)/[\w./-]+\.\w+)`", page.read_text())
        missing = [name for name in named if not (ROOT / name).exists()]
        assert not missing, page.name


def test_locks_hold_hashes_and_no_addresses() -> None:
    locks = [path for path in tracked() if path.name.endswith(".lock")]
    assert locks
    for lock in locks:
        text = lock.read_text()
        assert "--hash=sha256:" in text, relative(lock)
        assert "://" not in text, relative(lock)
    packages: dict[str, dict[str, object]] = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = [package for package in packages.values() if "link" not in package]
    assert not [package for package in fetched if "resolved" in package]


def test_the_api_is_imported_without_an_environment() -> None:
    code = "import os; os.environ.clear(); import functions.api.app"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
