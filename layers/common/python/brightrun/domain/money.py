"""Prices and what a call costs, in integer micro-dollars. Rounding is always up: we never undercharge a cap."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from brightrun.domain.errors import InvalidInput
from brightrun.domain.model import Micros, Record

PER_MILLION = 1_000_000
BYTES_PER_TOKEN = 4
"""English text, until answers have shown it."""


class Usage(Record):
    """Tokens as the provider bills them. `output` includes thinking; `input` excludes what the cache served."""

    input: int = 0
    output: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    cache_read: int = 0
    thinking: int | None = None
    """How much of `output` was thinking; None where the provider does not say."""

    @property
    def prompt(self) -> int:
        """All tokens that were read, from wherever."""
        return self.input + self.cache_write_5m + self.cache_write_1h + self.cache_read


class Price(Record):
    """Micro-dollars per million tokens, valid for prompts of up to `up_to_prompt_tokens` (None: any length)."""

    up_to_prompt_tokens: int | None = None
    input: Micros
    output: Micros
    cache_write_5m: Micros
    cache_write_1h: Micros
    cache_read: Micros
    batch_input: Micros
    batch_output: Micros

    def in_batches(self) -> Price:
        """The price of the same tokens in a provider batch. What the cache costs falls by the same share."""

        def share(cached: Micros) -> Micros:
            return -(-cached * self.batch_input // self.input)

        return self.model_copy(
            update={
                "input": self.batch_input,
                "output": self.batch_output,
                "cache_write_5m": share(self.cache_write_5m),
                "cache_write_1h": share(self.cache_write_1h),
                "cache_read": share(self.cache_read),
            }
        )

    @property
    def dearest_input(self) -> Micros:
        return max(self.input, self.cache_write_5m, self.cache_write_1h, self.cache_read)


class ModelInfo(Record):
    """A model of the dated catalogue: what it costs, how much it may write and what it usually writes."""

    id: str
    name: str
    prices: tuple[Price, ...] = Field(min_length=1)
    max_output_tokens: int
    retires_on: date | None = None
    usual_input_tokens: int
    usual_output_tokens: int
    high_output_tokens: int
    """The 99th percentile of what one conversation takes, thinking included."""
    seconds_per_1000_output_tokens: float
    bytes_per_token: float = BYTES_PER_TOKEN
    """Of what is sent; for expected figures only. Worst cases count a token for every byte."""

    def price_for(self, prompt_tokens: int) -> Price:
        """The price tier of a whole request with so many prompt tokens."""
        for price in self.prices:
            if price.up_to_prompt_tokens is None or prompt_tokens <= price.up_to_prompt_tokens:
                return price
        return self.prices[-1]

    def in_batches(self) -> ModelInfo:
        """The model as it is priced in provider batches: whatever is reckoned with it is at half price."""
        return self.model_copy(update={"prices": tuple(price.in_batches() for price in self.prices)})

    @property
    def call_max_tokens(self) -> int:
        """The output room of one call: twice the high end (design §3a), within the model's own limit."""
        return min(2 * self.high_output_tokens, self.max_output_tokens)


class Catalogue(Record):
    """All models that can be used, with the day on which their prices were read off."""

    prices_as_of: date
    source: str
    models: tuple[ModelInfo, ...]

    def find(self, model_id: str) -> ModelInfo | None:
        """A priced model, whether it is still offered or not."""
        return next((info for info in self.models if info.id == model_id), None)

    def model(self, model_id: str, today: date) -> ModelInfo:
        """A priced, live model. Raises InvalidInput for one that has no price or has retired."""
        info = self.find(model_id)
        if info is None:
            raise InvalidInput("We have no price for this model, so it can't be used.", code="model_unpriced")
        if info.retires_on is not None and today >= info.retires_on:
            raise InvalidInput(f"{info.name} was retired by its maker. Choose another model.", code="model_retired")
        return info


def cost_of(usage: Usage, model: ModelInfo) -> Micros:
    """What one answered call costs. Rounded up once, over the whole call."""
    price = model.price_for(usage.prompt)
    total = (
        usage.input * price.input
        + usage.output * price.output
        + usage.cache_write_5m * price.cache_write_5m
        + usage.cache_write_1h * price.cache_write_1h
        + usage.cache_read * price.cache_read
    )
    return -(-total // PER_MILLION)


def worst_case(prompt_bytes: int, max_tokens: int, model: ModelInfo) -> Micros:
    """The most that one call can cost: a token is at least one byte, at the dearest price that may apply."""
    input_price = max(price.dearest_input for price in model.prices)
    output_price = max(price.output for price in model.prices)
    if model.prices[0].up_to_prompt_tokens is None or prompt_bytes <= model.prices[0].up_to_prompt_tokens:
        input_price, output_price = model.prices[0].dearest_input, model.prices[0].output
    return -(-(prompt_bytes * input_price + max_tokens * output_price) // PER_MILLION)


def dollars(micros: Micros) -> str:
    """`$3.65`, or with as many digits as a small amount needs (`$0.0021`)."""
    sign = "-" if micros < 0 else ""
    value = abs(micros)
    if value >= 10_000 or value == 0:
        cents = (value + 5_000) // 10_000
        return f"{sign}${cents // 100:,}.{cents % 100:02d}"
    return f"{sign}${value / PER_MILLION:.4f}"
