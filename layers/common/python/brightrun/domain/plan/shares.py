"""How many conversations each tier gets: largest remainder, so that the parts always add up."""

from __future__ import annotations

from collections.abc import Mapping

from brightrun.domain.errors import InvalidInput
from brightrun.domain.taxonomy import Tier, TierWeights


def largest_remainder(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`total` split by `weights`; ties go to the earlier name. Exact: the parts add up to `total`.

    Raises InvalidInput when no weight is above zero.
    """
    whole = sum(weights.values())
    if whole <= 0:
        raise InvalidInput("Give at least one tier a weight above zero.", code="no_weights")
    parts = {name: total * weight // whole for name, weight in weights.items()}
    remainders = {name: total * weight % whole for name, weight in weights.items()}
    order = sorted(weights, key=lambda name: -remainders[name])
    for name in order[: total - sum(parts.values())]:
        parts[name] += 1
    return parts


def tier_counts(total: int, weights: TierWeights) -> dict[Tier, int]:
    """The tiers' counts: 90 by 40/35/15 is 40/35/15, 100 is 44/39/17 (IS3.4)."""
    parts = largest_remainder(total, {tier.value: weights.of(tier) for tier in Tier})
    return {tier: parts[tier.value] for tier in Tier}
