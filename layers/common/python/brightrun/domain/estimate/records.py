"""What is known of a run before it starts, and the promise made of it."""

from __future__ import annotations

from datetime import date

from brightrun.domain.batch import Mode
from brightrun.domain.model import Micros, Record
from brightrun.domain.taxonomy import Tier


class PlannedCall(Record):
    """One conversation to be written. Sizes are UTF-8 bytes of all that is sent; None before the prompt exists."""

    tier: Tier
    prompt_bytes: int | None = None
    common_bytes: int | None = None
    """How much of `prompt_bytes` is the part that all conversations share."""
    template_id: str = ""
    """Whose answers tell what this one will take."""
    output_share: float = 1.0
    """What it writes, as a share of a whole conversation."""


class Driver(Record):
    """One line of where the money goes. The lines add up to the expected cost."""

    key: str
    label: str
    detail: str
    micros: Micros


class Alternative(Record):
    """The same run on another model: as it was asked for, and in economy mode."""

    model: str
    model_name: str
    expected_micros: Micros
    economy_expected_micros: Micros


class ModeOffer(Record):
    """The same run on the same model, written now or in economy mode."""

    mode: Mode
    expected_micros: Micros
    at_most_micros: Micros
    one_call_at_most_micros: Micros
    held_micros: Micros
    """What is set aside while it is being written: the worst case of all calls that are out at once."""
    suggested_cap_micros: Micros
    expected_seconds: float
    expected_seconds_low: float
    expected_seconds_high: float


class Notice(Record):
    """A warning or a problem; `ids` are the conversations that it is about."""

    code: str
    sentence: str
    ids: tuple[str, ...] = ()


class OpinionsLine(Record):
    """What second opinions on all of it will cost afterwards, out of what is left of the run's limit."""

    model: str
    model_name: str
    expected_micros: Micros
    at_most_micros: Micros


class Estimate(Record):
    """`expected` is what it will probably cost, `at_most` what it can't exceed; `opinions` come on top."""

    count: int
    by_tier: dict[str, int]
    expected_micros: Micros
    at_most_micros: Micros
    one_call_at_most_micros: Micros
    drivers: tuple[Driver, ...]
    expected_seconds: float
    expected_seconds_low: float
    expected_seconds_high: float
    model: str
    model_name: str
    mode: Mode
    modes: tuple[ModeOffer, ...]
    alternatives: tuple[Alternative, ...]
    suggested_cap_micros: Micros
    opinions: OpinionsLine | None = None
    warnings: tuple[Notice, ...] = ()
    problems: tuple[Notice, ...] = ()


class Allowances(Record):
    """What limits the run besides the provider; None where nothing is known."""

    dataset_remaining_micros: Micros | None = None
    month_remaining_micros: Micros | None = None
    cap_micros: Micros | None = None
    warn_cost_micros: Micros | None = None
    warn_minutes: int | None = None
    ends_by: date | None = None
    """The day until which the run may go on."""
