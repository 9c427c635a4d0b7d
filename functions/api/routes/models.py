"""Language models."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.models import Model, Models

models = Resource("models", "The language models that can be used, with their prices.")


@models.get("/models", needs=Permission.READ)
def list_models(call: Call) -> Models:
    """List the models with their dated prices."""
    catalogue, today = call.ports.catalogue, call.ports.clock.now().date()
    items = [
        Model.of(
            info,
            input_micros_per_mtok=info.prices[0].input,
            output_micros_per_mtok=info.prices[0].output,
            cache_read_micros_per_mtok=info.prices[0].cache_read,
            available=info.retires_on is None or today < info.retires_on,
        )
        for info in catalogue.models
    ]
    return Models(
        items=items,
        total=len(items),
        default=call.ports.settings.default_model,
        prices_as_of=catalogue.prices_as_of,
    )
