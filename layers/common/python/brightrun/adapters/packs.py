"""Starter packs from the folder that is packed beside the functions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from brightrun.domain.errors import NotFound
from brightrun.domain.pack import Pack


class PackFolder:
    """Implements `PackShelf` on `<folder>/<slug>/pack.json` and the documents that it names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[Pack, ...]:
        return tuple(_read(path.parent) for path in sorted(self._folder.glob("*/pack.json")))

    def pack(self, slug: str) -> Pack:
        # Only names that are on the shelf are opened, whatever the caller wrote.
        for path in self._folder.glob("*/pack.json"):
            if path.parent.name == slug:
                return _read(path.parent)
        raise NotFound("This starter pack")


@cache
def _read(folder: Path) -> Pack:
    told = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    documents = [
        json.loads((folder / "documents" / f"{name}.json").read_text(encoding="utf-8")) for name in told["documents"]
    ]
    return Pack.model_validate({**told, "documents": documents})
