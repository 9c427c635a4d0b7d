"""Records of the table's stream, for the function that consumes them."""

from __future__ import annotations

from typing import Any

from brightrun.adapters.dynamodb.items import record
from brightrun.adapters.dynamodb.keys import tenant_of
from brightrun.domain.batch import Batch
from brightrun.domain.tenancy import RegisteredTenant, TenantScope, scope_of_registered


def batch_of_image(image: dict[str, Any] | None) -> tuple[TenantScope, Batch] | None:
    """The batch that an item's new image holds, with its tenant's scope; None for any other item."""
    if not image or image.get("kind", {}).get("S") != Batch.__name__:
        return None
    tenant = tenant_of(image["pk"]["S"])
    return scope_of_registered(RegisteredTenant(tenant)), record(Batch, image)
