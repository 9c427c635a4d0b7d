"""Starter packs."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.documents import Pack, Packs, PackSummary

packs = Resource("packs", "Starter packs: a taxonomy and documents to begin with.")


@packs.get("/packs", needs=Permission.READ)
def list_packs(call: Call) -> Packs:
    """List the starter packs."""
    found = [
        PackSummary.of(
            pack,
            document_count=len(pack.documents),
            chunk_count=sum(len(document.chunks) for document in pack.documents),
        )
        for pack in call.ports.packs.all()
    ]
    return Packs(items=found, total=len(found))


@packs.get("/packs/{slug}", needs=Permission.READ)
def read_pack(call: Call, slug: str) -> Pack:
    """Read a starter pack with its documents, ready to be imported."""
    return Pack.of(call.ports.packs.pack(slug))
