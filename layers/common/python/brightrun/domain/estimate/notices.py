"""Warnings before a run, and reasons not to start it, with the figures that they are about."""

from __future__ import annotations

from brightrun.domain.estimate.records import Allowances, Notice
from brightrun.domain.model import Micros
from brightrun.domain.money import ModelInfo, dollars

LARGE_SHARE = 0.5
"""From this share of what is left of a budget, a run is worth a word."""


def warnings_of(expected: Micros, seconds: float, allowed: Allowances, model: ModelInfo) -> tuple[Notice, ...]:
    """What the owner should know before the start; none of it stops the run. A threshold itself is no warning."""
    found: list[Notice] = []

    def warn(code: str, sentence: str) -> None:
        found.append(Notice(code=code, sentence=sentence))

    if allowed.warn_cost_micros is not None and expected > allowed.warn_cost_micros:
        warn(
            "cost",
            f"This will cost about {dollars(expected)}; you asked to be warned above "
            f"{dollars(allowed.warn_cost_micros)}.",
        )
    if allowed.warn_minutes is not None and seconds > allowed.warn_minutes * 60:
        warn("time", f"This will take about {round(seconds / 60):,} minutes.")
    retires = model.retires_on
    if retires is not None and allowed.ends_by is not None and retires <= allowed.ends_by:
        warn(
            "model_retires",
            f"{model.name} is retired by its maker on {retires:%B} {retires.day}, {retires.year}, and this run may "
            "go on until then: what is not written before that day will fail.",
        )
    if allowed.cap_micros is not None and allowed.cap_micros < expected:
        warn(
            "cap_below_expected",
            f"The cap of {dollars(allowed.cap_micros)} is below the expected {dollars(expected)}: "
            "the run will pause before the end.",
        )
    for name, left in (
        ("dataset", allowed.dataset_remaining_micros),
        ("month", allowed.month_remaining_micros),
    ):
        if left is not None and expected > left:
            warn(
                f"{name}_budget",
                f"The {name}'s budget has {dollars(left)} left, less than the expected "
                f"{dollars(expected)}: the run will pause before the end.",
            )
        elif left and expected > left * LARGE_SHARE:
            warn(
                f"{name}_budget_share",
                f"This takes {expected / left:.0%} of what is left of the {name}'s budget.",
            )
    return tuple(found)


def problems_of(count: int, one: Micros, allowed: Allowances) -> tuple[Notice, ...]:
    """Why the run can't start."""
    if not count:
        return (Notice(code="nothing_selected", sentence="There is nothing to write in this choice."),)
    limits = (
        ("cap_too_small", "The cap", allowed.cap_micros),
        (
            "dataset_budget_spent",
            "What is left of the dataset's budget",
            allowed.dataset_remaining_micros,
        ),
        (
            "month_budget_spent",
            "What is left of this month's budget",
            allowed.month_remaining_micros,
        ),
    )
    return tuple(
        Notice(
            code=code,
            sentence=f"{name}, {dollars(left)}, does not cover one call: it can cost {dollars(one)}.",
        )
        for code, name, left in limits
        if left is not None and left < one
    )
