"""What answers have really taken of late, by model and template, and what follows for a model (decision 0018).

Means are exact. The high end is read off a histogram whose steps are five per cent wide, and is never below the truth.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import reduce

from pydantic import Field

from brightrun.domain.limiter import ENOUGH_ANSWERS
from brightrun.domain.model import Record
from brightrun.domain.money import ModelInfo
from brightrun.domain.opinion import RUBRIC

ENOUGH_FOR_THE_HIGH_END = 30
"""Below so many answers the largest one says little of what one in a hundred takes: it can only raise the prior."""

ROLLS_AT = 1_000
"""With so many answers all figures are halved: an answer weighs less the older it is, half after 500 at most."""

_OPINION_SHARE = 0.2
"""Of what a conversation takes: five sentences and some thought, until opinions have shown it."""

_STEP = math.log(1.05)
_HIGH_SHARE = 0.99


class Sample(Record):
    """One answer. `milliseconds` is None when nobody waited for it alone (economy mode)."""

    prompt_bytes: int
    input_tokens: int
    output_tokens: int
    milliseconds: int | None = None


class Taken(Record):
    """Sums over answers, and how many of them lie in each step of output tokens."""

    answers: int = 0
    prompt_bytes: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    timed_tokens: int = 0
    """Output tokens of those answers whose time is known."""
    milliseconds: int = 0
    steps: dict[int, int] = Field(default_factory=dict[int, int])

    def __add__(self, other: Taken) -> Taken:
        steps = {step: self.steps.get(step, 0) + other.steps.get(step, 0) for step in {*self.steps, *other.steps}}
        names = set(Taken.model_fields) - {"steps"}
        return Taken(steps=steps, **{name: getattr(self, name) + getattr(other, name) for name in names})

    def halved(self) -> Taken:
        """Half of everything; of the answers above any step, half too."""
        steps: dict[int, int] = {}
        above = kept = 0
        for step in sorted(self.steps, reverse=True):
            above += self.steps[step]
            if more := -(-above // 2) - kept:
                steps[step] = more
                kept += more
        names = set(Taken.model_fields) - {"steps"}
        return Taken(steps=steps, **{name: getattr(self, name) // 2 for name in names})

    @property
    def high_output(self) -> int:
        """The 99th percentile of output tokens by nearest rank, rounded up to its step."""
        wanted = math.ceil(_HIGH_SHARE * sum(self.steps.values()))
        for step in sorted(self.steps):
            wanted -= self.steps[step]
            if wanted <= 0:
                return math.ceil(math.exp(step * _STEP))
        return 0


def one(sample: Sample) -> Taken:
    """The sums of a single answer."""
    timed = sample.milliseconds is not None
    return Taken(
        answers=1,
        prompt_bytes=sample.prompt_bytes,
        input_tokens=sample.input_tokens,
        output_tokens=sample.output_tokens,
        timed_tokens=sample.output_tokens if timed else 0,
        milliseconds=sample.milliseconds or 0,
        steps={step_of(sample.output_tokens): 1},
    )


def step_of(tokens: int) -> int:
    """The step whose upper end is the first at or above so many tokens."""
    return math.ceil(math.log(max(1, tokens)) / _STEP - 1e-9)


class Learned:
    """Everything that a workspace's answers have shown, by model and template."""

    def __init__(self, taken: Mapping[tuple[str, str], Taken] | None = None) -> None:
        self._taken = dict(taken or {})
        self._known: dict[tuple[str, str], tuple[Taken, ...]] = {}

    def of(self, model: ModelInfo, template_id: str) -> ModelInfo:
        """The model as it writes this template: by the template's answers, by all of them, else by the catalogue."""
        key = (model.id, template_id)
        if key not in self._known:
            kept = {name: each for (of_model, name), each in self._taken.items() if of_model == model.id}
            # What an opinion takes says nothing of a conversation, and the other way round.
            whole = [each for name, each in kept.items() if RUBRIC not in {name, template_id}]
            self._known[key] = (self._taken.get(key, Taken()), reduce(Taken.__add__, whole, Taken()))
        known = self._known[key]
        mean = next((each for each in known if each.answers >= ENOUGH_ANSWERS), None)
        high = next((each for each in known if each.answers >= ENOUGH_FOR_THE_HIGH_END), None)
        told: dict[str, object] = {} if mean is None else _means(mean)
        if mean is None and template_id == RUBRIC:
            told["usual_output_tokens"] = round(_OPINION_SHARE * model.usual_output_tokens)
        least = max(each.high_output for each in known)
        told["high_output_tokens"] = high.high_output if high else max(model.high_output_tokens, least)
        return model.model_copy(update=told)


def _means(taken: Taken) -> dict[str, object]:
    told: dict[str, object] = {
        "usual_input_tokens": round(taken.input_tokens / taken.answers),
        "usual_output_tokens": round(taken.output_tokens / taken.answers),
    }
    if taken.input_tokens:
        told["bytes_per_token"] = taken.prompt_bytes / taken.input_tokens
    if taken.timed_tokens:
        told["seconds_per_1000_output_tokens"] = taken.milliseconds / taken.timed_tokens
    return told
