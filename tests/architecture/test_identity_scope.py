"""A scope without a caller, a signature or a registry row is for identity code alone."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = (ROOT / "functions", ROOT / "layers" / "common" / "python")
MAY = {
    "brightrun/domain/tenancy.py",
    "brightrun/usecases/identity.py",
    "brightrun/usecases/members.py",
    "brightrun/usecases/tenants.py",
    # Whether an invitation is still open is a question about its workspace.
    "brightrun/adapters/dynamodb/store.py",
}


def test_only_identity_code_takes_a_scope_without_a_proof():
    found = {
        str(path.relative_to(root))
        for root in PRODUCT
        for path in root.rglob("*.py")
        if "scope_for_identity" in path.read_text(encoding="utf-8")
    }
    assert found == MAY
