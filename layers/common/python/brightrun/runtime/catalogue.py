"""The dated price list, read once per process from the file that ships with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from brightrun.domain.money import Catalogue


@cache
def catalogue() -> Catalogue:
    """Every model that may be used, with its prices and the day they were read off."""
    return Catalogue.model_validate_json((files("brightrun") / "data" / "models.json").read_text())
