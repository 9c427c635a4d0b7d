"""When nobody's call can work: one call opens the circuit for all, one probe at a time finds out whether to close it.

The state is the limiter's item, so it is shared by every worker and every tenant of a provider key and model.
"""

from __future__ import annotations

from typing import Literal

from brightrun.domain.limiter import LimiterState
from brightrun.domain.timing import lease_seconds

Standing = Literal["closed", "open", "due", "probing"]
"""`open`: nobody calls. `due`: the next call is the probe. `probing`: it is on its way, everybody else waits."""

FIRST_PROBE_SECONDS = 60.0
LONGEST_PROBE_SECONDS = 600.0
_PROBE_LASTS_SECONDS = float(lease_seconds())
"""A probe that nobody heard of after so long is given up, and the next one is due."""

_USUAL_TROUBLES = 2
_LONGEST_TROUBLE_SECONDS = 20.0


def standing(state: LimiterState, now: float) -> Standing:
    """Whether calls may be made."""
    if not state.open_reason:
        return "closed"
    if now >= state.open_until:
        return "due"
    return "probing" if state.probing else "open"


def trip(state: LimiterState, reason: str, now: float) -> LimiterState:
    """A call was refused as everybody's would be: 60 s until the first probe, twice as long after each, 10 min at most.

    Calls that were in flight together are refused together: they count as one.
    """
    if standing(state, now) == "open":
        return state
    wait = min(LONGEST_PROBE_SECONDS, FIRST_PROBE_SECONDS * 2**state.open_count)
    return state.model_copy(
        update={"open_reason": reason, "open_until": now + wait, "open_count": state.open_count + 1, "probing": False}
    )


def begin_probe(state: LimiterState, now: float) -> LimiterState:
    """The probe is on its way; nobody else calls until it has ended."""
    return state.model_copy(update={"probing": True, "open_until": now + _PROBE_LASTS_SECONDS})


def probe_soon(state: LimiterState, now: float) -> LimiterState:
    """A person says that it is mended: the next call is the probe, whenever it would have been due."""
    return state.model_copy(update={"open_until": now}) if standing(state, now) == "open" else state


def mend(state: LimiterState) -> LimiterState:
    """The probe was taken: everybody calls again."""
    return state.model_copy(update={"open_reason": "", "open_until": 0.0, "open_count": 0, "probing": False})


def troubled(state: LimiterState, now: float) -> LimiterState:
    """The provider was not itself (500, 503, 529) and said no time: after two in a row everybody waits 1, 2, 4 … 20 s.

    An answer in between starts anew, so that a stray error slows nobody. Calls that were in flight when a wait
    began belong to the trouble that began it.
    """
    if now < state.closed_until:
        return state
    count = state.troubles + 1
    wait = min(_LONGEST_TROUBLE_SECONDS, 2.0 ** (count - _USUAL_TROUBLES - 1)) if count > _USUAL_TROUBLES else 0.0
    return state.model_copy(update={"troubles": count, "closed_until": max(state.closed_until, now + wait)})
