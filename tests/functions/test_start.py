"""What an import of the API does, and does not do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKED = """
import sys
import {module}
print(*sorted({{"boto3", "botocore.client", "anthropic", "jwt", "yaml", "aws_cdk"}} & set(sys.modules)))
"""


def loaded_by(module: str) -> set[str]:
    """Costly packages that importing the module pulls in, in a process with an empty environment."""
    told = subprocess.run(
        [sys.executable, "-c", ASKED.format(module=module)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
    )
    return set(told.stdout.split())


@pytest.mark.parametrize("module", ["functions.api.app", "functions.api.openapi"])
def test_the_api_needs_no_environment_and_builds_no_client(module: str):
    assert loaded_by(module) == set()


def test_only_the_authorizer_has_a_crypto_library():
    assert "jwt" in loaded_by("functions.authorizer.handler")
    assert "jwt" not in loaded_by("functions.token_claims.handler")
