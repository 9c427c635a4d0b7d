"""Prompt templates: a name, immutable versions of its text, and which versions are in use in which shares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from brightrun.domain.errors import Conflict, InvalidInput
from brightrun.domain.model import Instant, Record
from brightrun.domain.taxonomy import Tier

State = Literal["active", "off", "retired"]
WHOLE = 100
"""Shares are whole percent of a template's conversations."""


class Template(Record):
    """`tier` is None for the quality prompts (repair). `edge_case` is the kind it serves.

    A workspace that changes one of the house's templates gets its own of the same id, which replaces it there:
    its versions up to `house_versions` are the house's, later ones are the workspace's.
    """

    id: str
    name: str
    tier: Tier | None
    arc: str | None = None
    edge_case: str | None = None
    description: str = ""
    active_version: int
    """The one in use, or the one with the largest share."""
    latest_version: int
    shares: dict[int, int] = Field(default_factory=dict[int, int])
    """Percent by version when several are in use; empty: only `active_version` is."""
    state: State = "active"
    house_versions: int = 0
    updated_at: Instant
    revision: int = 1

    @property
    def in_use(self) -> Mapping[int, int]:
        """Percent by version, 100 in all; none when the template is off."""
        if self.state != "active":
            return {}
        return self.shares or {self.active_version: WHOLE}

    def version_for(self, conversation_id: str) -> int:
        """Whose turn it is in an A/B test: always the same version for a conversation, in the shares over many."""
        return weighted_pick(self.in_use or {self.active_version: WHOLE}, f"{self.id}:{conversation_id}")

    def sharing(self, shares: Mapping[int, int], now: Instant) -> Template:
        """With these versions in use. Raises InvalidInput unless they exist and make 100 percent."""
        self.require_usable()
        kept = {number: share for number, share in sorted(shares.items()) if share}
        unknown = [number for number in kept if not 1 <= number <= self.latest_version]
        if unknown:
            raise InvalidInput(
                f"{self.name} has no version {unknown[0]}.", code="bad_shares", fields=[("shares", "unknown version")]
            )
        if any(share < 0 for share in kept.values()) or sum(kept.values()) != WHOLE:
            raise InvalidInput(
                f"The shares of the versions in use make {sum(kept.values())} percent; they must make 100.",
                code="bad_shares",
                fields=[("shares", "must make 100 percent")],
            )
        leading = max(kept, key=lambda number: (kept[number], number))
        only = len(kept) == 1
        return self.changed(now, active_version=leading, shares={} if only else kept)

    def adding_version(self, share: int, now: Instant) -> Template:
        """With one version more, which gets `share` percent; those in use divide the rest as before."""
        number = self.latest_version + 1
        grown = self.model_copy(update={"latest_version": number})
        if not share:
            return grown.changed(now)
        before = self.shares or {self.active_version: WHOLE}
        return grown.sharing({**_divided(WHOLE - share, before), number: share}, now)

    def require_usable(self) -> None:
        """Raises Conflict for a retired one: that is for good."""
        if self.state == "retired":
            raise Conflict(f"{self.name} is retired. Duplicate it to use its text again.", code="template_retired")

    def changed(self, now: Instant, **changes: object) -> Template:
        return self.model_copy(update={**changes, "updated_at": now, "revision": self.revision + 1})


class TemplateVersion(Record):
    """Never changed once stored. `common` is the long part that all conversations share."""

    template_id: str
    number: int
    body: str
    common: str
    parameters: tuple[str, ...]
    sha256: str
    note: str = ""
    created_at: Instant
    created_by: str
    created_by_name: str = ""


def text_sha256(common: str, body: str) -> str:
    """Of both texts: a version says what it says with either of them."""
    return hashlib.sha256(f"{common}\x1f{body}".encode()).hexdigest()


def _divided(total: int, weights: Mapping[int, int]) -> dict[int, int]:
    """Whole parts of `total` by largest remainder."""
    whole = sum(weights.values())
    parts = {number: total * weight // whole for number, weight in weights.items()}
    by_rest = sorted(weights, key=lambda number: (-(total * weights[number] % whole), number))
    for number in by_rest[: total - sum(parts.values())]:
        parts[number] += 1
    return parts


def weighted_pick(weights: Mapping[int, int], key: str) -> int:
    """One of the numbers, by a hash of `key`: repeatable, and fair by weight over many keys."""
    total = sum(weights.values())
    point = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) * total >> 64
    for number, weight in sorted(weights.items()):
        point -= weight
        if point < 0:
            return number
    raise ValueError("no weights to pick by")


def serving(template: Template, others: Iterable[Template]) -> list[Template]:
    """Those in use that serve the same tier and arc or kind of edge case, in a stable order."""
    place = (template.tier, template.arc, template.edge_case)
    fitting = [one for one in others if one.state == "active" and (one.tier, one.arc, one.edge_case) == place]
    return sorted(fitting, key=lambda one: one.id)
