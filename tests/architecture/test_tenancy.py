"""A tenant's data is reached through a scope, and scopes come from one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PRODUCT, ROOT, python, relative, syntax

MINT = PRODUCT / "domain/tenancy.py"
STORES = PRODUCT / "ports/stores.py"

BEFORE_A_TENANT_IS_KNOWN = {
    "Directory.user": "who signed in decides which tenant it is",
    "Directory.api_key_by_sha256": "the key decides which tenant it is",
    "Directory.invitation_tenant": "the invitation decides which tenant it is",
    "Directory.registered_tenants": "the sweeper walks all tenants, each under a scope of its own",
    "Limiters.limiter": "the limit is the provider key's, shared by all tenants",
    "Limiters.save_limiter": "the same",
}
"""Store methods without a scope, each with its reason."""


def methods(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for protocol in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        if any(ast.unparse(base) == "Protocol" for base in protocol.bases):
            for node in protocol.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{protocol.name}.{node.name}", node


def takes_scope_first(method: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = method.args.posonlyargs + method.args.args
    first = arguments[1] if len(arguments) > 1 else None
    return first is not None and first.annotation is not None and ast.unparse(first.annotation) == "TenantScope"


def test_every_store_method_takes_the_tenants_scope_first() -> None:
    unscoped = {name for name, method in methods(syntax(STORES)) if not takes_scope_first(method)}
    assert unscoped == set(BEFORE_A_TENANT_IS_KNOWN)


def test_the_lint_sees_a_method_without_a_scope() -> None:
    planted = ast.parse("class Store(Protocol):\n    def heads(self, tenant: str, scope: TenantScope): ...")
    assert [name for name, method in methods(planted) if not takes_scope_first(method)] == ["Store.heads"]


@pytest.mark.parametrize("folder", [PRODUCT, ROOT / "functions", ROOT / "infra"], ids=relative)
def test_a_scope_is_minted_in_one_place(folder: Path) -> None:
    minting = {
        relative(path)
        for path in python(folder)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("TenantScope") and path != MINT
    }
    assert not minting
