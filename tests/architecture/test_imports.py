"""Vendors stay in their rooms. The layers themselves are import-linter's (`make check`, contracts)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.source import PRODUCT, ROOT, imports, python, relative

AWS = {"boto3", "botocore"}


def importing(names: set[str], *folders: Path) -> set[str]:
    return {relative(path) for path in python(*folders) if imports(path) & names}


def test_boto3_is_in_adapters_and_runtime_only() -> None:
    rooms = (PRODUCT / "domain", PRODUCT / "ports", PRODUCT / "usecases", ROOT / "functions")
    assert not importing(AWS, *rooms)


def test_anthropic_is_in_its_two_adapters() -> None:
    everywhere = importing({"anthropic"}, PRODUCT, ROOT / "functions", ROOT / "infra")
    adapters = "layers/common/python/brightrun/adapters"
    assert everywhere == {f"{adapters}/anthropic_model.py", f"{adapters}/anthropic_batches.py"}


def test_chalice_is_in_the_api_only() -> None:
    everywhere = importing({"chalice"}, PRODUCT, ROOT / "functions", ROOT / "infra")
    assert all(path.startswith("functions/api/") for path in everywhere)


@pytest.mark.parametrize("module", ["datetime", "random", "uuid", "time", "secrets"])
def test_the_domain_has_no_clock_and_no_dice(module: str) -> None:
    """Types of `datetime` are fine; what reads the clock or rolls dice is an argument."""
    reading = {
        relative(path): call
        for path in python(PRODUCT / "domain")
        for call in (f"{module}.now(", f"{module}.utcnow(", f"{module}.time(", "uuid4(", "token_hex(", "random.random(")
        if call in path.read_text()
    }
    assert not reading
