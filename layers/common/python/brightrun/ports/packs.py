"""The shelf of starter packs that ships with the product."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.pack import Pack


class PackShelf(Protocol):
    """No tenant owns a pack: every workspace sees the same ones."""

    def all(self) -> tuple[Pack, ...]:
        """Every pack by slug."""
        ...

    def pack(self, slug: str) -> Pack:
        """Raises NotFound."""
        ...
