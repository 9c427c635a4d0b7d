"""The language models that can be used."""

from __future__ import annotations

from datetime import date

from brightrun.domain.model import Micros
from functions.api.schemas.wire import Listing, Wire


class Model(Wire):
    """A language model with what it costs per million tokens, in micro-dollars."""

    id: str
    name: str
    input_micros_per_mtok: Micros
    output_micros_per_mtok: Micros
    cache_read_micros_per_mtok: Micros
    max_output_tokens: int
    retires_on: date | None
    available: bool


class Models(Listing[Model]):
    """The models that can be used, with the day on which their prices were read off."""

    default: str
    prices_as_of: date
