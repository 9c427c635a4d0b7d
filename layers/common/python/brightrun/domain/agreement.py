"""How far a model's second opinions go along with the decisions of people, counted and not guessed (decision 0017).

Only standing decisions on the very version that the opinion is on count, each conversation once.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.template_usage import ENOUGH, Interval, wilson


@dataclass(slots=True)
class Agreement:
    """The four cells of decision against verdict. A rejected one, or one that needs an edit, was not approved."""

    both_approve: int = 0
    only_people: int = 0
    """Approved by a person; the opinion would have had it improved."""
    only_model: int = 0
    neither: int = 0
    unseen: int = 0
    """Of all: decided before the opinion was there, so that it can't have swayed anybody."""

    def add(self, head: ConversationHead) -> None:
        review, opinion = head.review, head.opinion
        if review is None or opinion is None or review.version != head.current_version:
            return
        people, model = review.decision == "approve", opinion.verdict == "approve"
        self.both_approve += people and model
        self.only_people += people and not model
        self.only_model += model and not people
        self.neither += not people and not model
        self.unseen += review.at < opinion.at

    @property
    def n(self) -> int:
        return self.both_approve + self.only_people + self.only_model + self.neither

    @property
    def agreed(self) -> int:
        return self.both_approve + self.neither

    @property
    def share(self) -> float | None:
        return self.agreed / self.n if self.n >= ENOUGH else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa (1960): agreement beyond what chance would bring. None when chance alone agrees on all."""
        return self._beyond_chance(self.agreed / self.n) if self.n >= ENOUGH else None

    @property
    def kappa_interval(self) -> Interval | None:
        """Wilson's interval of the share agreed, carried over to kappa with the margins as they were counted."""
        if self.n < ENOUGH:
            return None
        of_share = wilson(self.agreed, self.n)
        low, high = self._beyond_chance(of_share.low), self._beyond_chance(of_share.high)
        return None if low is None or high is None else Interval(max(-1.0, low), min(1.0, high))

    def _beyond_chance(self, share: float) -> float | None:
        people, model = self.both_approve + self.only_people, self.both_approve + self.only_model
        by_chance = people * model + (self.n - people) * (self.n - model)
        whole = self.n * self.n
        return None if by_chance == whole else (share - by_chance / whole) / (1 - by_chance / whole)

    @property
    def sentence(self) -> str:
        """What may be said of it so far."""
        if self.n < ENOUGH:
            return f"{self.n} of {ENOUGH}: too few decisions beside an opinion to say how far they agree."
        told = f"{self.agreed} of {self.n} agree with what people decided."
        kappa, likely = self.kappa, self.kappa_interval
        if kappa is None or likely is None:
            return f"{told} All were decided and judged alike, so that says nothing beyond chance yet."
        if likely.low <= 0:
            return f"{told} That can still be chance."
        return f"{told} {_strength(kappa)}"


def _strength(kappa: float) -> str:
    """Landis and Koch's words (1977), of which nobody should make more than they are."""
    if kappa < 0.4:
        return "That is a little more than chance: read for yourself."
    if kappa < 0.6:
        return "That is clearly more than chance, and not enough to lean on."
    return "That is far more than chance."
