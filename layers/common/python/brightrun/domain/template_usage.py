"""How a template's versions do: exact counts from stored conversations, and what may be concluded from them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.conversation import ConversationHead, Status

ENOUGH = 30
"""From so many on a likely range is shown; with fewer the count and the mean say all that is known."""

_Z = 1.959964
"""Of the middle 95 percent of a normal distribution."""
_Z_POWER = _Z + 0.841621
"""With a chance of 80 percent to see a difference that is there."""
_HARDLY = 2_000
"""A difference that needs more than this to be told apart does not matter to anybody."""

_READ = frozenset({Status.APPROVED, Status.REJECTED, Status.NEEDS_EDIT})


@dataclass(frozen=True, slots=True)
class Interval:
    """The range in which the true value lies in 95 of 100 cases."""

    low: float
    high: float


@dataclass(slots=True)
class Tally:
    """Sums over the conversations whose current text a version led to. Scores are counted in tenths: no rounding."""

    conversations: int = 0
    scored: int = 0
    tenths: int = 0
    tenths_squared: int = 0
    read: int = 0
    approved: int = 0
    cost_micros: int = 0
    """Everything ever paid for these conversations."""

    def add(self, head: ConversationHead) -> None:
        self.conversations += 1
        self.cost_micros += head.cost_micros
        if head.score is not None:
            tenths = round(head.score * 10)
            self.scored += 1
            self.tenths += tenths
            self.tenths_squared += tenths * tenths
        self.read += head.status in _READ
        self.approved += head.status is Status.APPROVED

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def mean_score(self) -> float | None:
        return self.tenths / self.scored / 10 if self.scored else None

    @property
    def score_interval(self) -> Interval | None:
        """Student's t; its quantile by Cornish and Fisher's expansion, exact to 0.001 from 30 on."""
        if self.scored < ENOUGH:
            return None
        n, freedom = self.scored, self.scored - 1
        variance = max(0.0, (self.tenths_squared - self.tenths**2 / n) / freedom)
        t = _Z + (_Z**3 + _Z) / (4 * freedom) + (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / (96 * freedom**2)
        mean, half = self.tenths / n, t * math.sqrt(variance / n)
        return Interval(max(10.0, mean - half) / 10, min(100.0, mean + half) / 10)

    @property
    def approval(self) -> float | None:
        """Of those that a person has decided on."""
        return self.approved / self.read if self.read else None

    @property
    def approval_interval(self) -> Interval | None:
        return wilson(self.approved, self.read) if self.read >= ENOUGH else None

    @property
    def cost_per_approved_micros(self) -> int | None:
        """Rounded up to the micro-dollar."""
        return -(-self.cost_micros // self.approved) if self.approved else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the figures say, in a sentence that does not claim more. `leader` is the version that is ahead."""

    sentence: str
    leader: int | None = None
    settled: bool = False
    more_needed: int | None = None


def wilson(hits: int, of: int) -> Interval:
    """Wilson's score interval (1927) of a rate; it stays inside 0 to 1 and is right for few and for extreme ones."""
    rate, z2 = hits / of, _Z * _Z
    middle = (rate + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(rate * (1 - rate) / of + z2 / (4 * of * of))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def verdict(versions: Sequence[tuple[int, Tally]]) -> Verdict:
    """Compares the two best by approval. `versions` are (number, tally) of those that are compared."""
    read = sorted(((n, t) for n, t in versions if t.read), key=lambda one: (-(one[1].approval or 0), -one[0]))
    if not read:
        return Verdict("Nobody has read a conversation of these versions yet, so nothing can be said.")
    if len(read) == 1:
        number, only = read[0]
        return Verdict(
            f"Version {number}: {only.approved} of {only.read} read were approved. "
            "There is no other version to compare it with yet."
        )
    (first, a), (second, b) = read[0], read[1]
    counts = f"{a.approved} of {a.read} approved against {b.approved} of {b.read}"
    if (a.approval or 0) == (b.approval or 0):
        return Verdict(f"Versions {first} and {second} are level so far, {counts}.")
    if min(a.read, b.read) >= ENOUGH and _surely_ahead(a, b):
        return Verdict(f"Version {first} is better, {counts}. That is unlikely to be luck.", first, settled=True)
    ahead = f"Version {first} is ahead, {counts}."
    more = _more_needed(a, b)
    if more > _HARDLY:
        return Verdict(f"{ahead} The difference is so small that it hardly matters.", first)
    return Verdict(
        f"{ahead} That can still be luck: about {more} more read for each would settle it.", first, more_needed=more
    )


def _surely_ahead(a: Tally, b: Tally) -> bool:
    """Newcombe's interval (1998) of the difference of two rates lies above zero."""
    of_a, of_b = wilson(a.approved, a.read), wilson(b.approved, b.read)
    rate_a, rate_b = a.approved / a.read, b.approved / b.read
    return rate_a - rate_b > math.hypot(rate_a - of_a.low, of_b.high - rate_b)


def _more_needed(a: Tally, b: Tally) -> int:
    """How many more of each would tell them apart if the rates stayed as they are, to about one figure."""
    rate_a, rate_b = a.approved / a.read, b.approved / b.read
    spread = rate_a * (1 - rate_a) + rate_b * (1 - rate_b)
    needed = max(ENOUGH, math.ceil(_Z_POWER**2 * spread / (rate_a - rate_b) ** 2))
    more = max(1, needed - min(a.read, b.read))
    step = 1 if more < 10 else 10 ** (len(str(more)) - 1) if more < 100 else 10 ** (len(str(more)) - 2)
    return -(-more // step) * step
