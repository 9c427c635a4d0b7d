"""A dataset keeps the words that its conversations were planned with: none vanishes under them."""

from __future__ import annotations

from collections import Counter

from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import InvalidInput
from brightrun.domain.taxonomy import Taxonomy
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations
from brightrun.usecases.parts.rows import all_heads

_MOST_TOLD = 20


def refuse_vanished(scope: TenantScope, dataset: Dataset, after: Taxonomy, store: Conversations) -> None:
    """Raises InvalidInput when a persona, arc or topic goes that conversations still name.

    Writing and reading them needs its details. A new name for it is another word: keep both.
    """
    gone = {kind: _names(dataset.taxonomy, kind) - _names(after, kind) for kind in ("persona", "arc", "topic")}
    if not any(gone.values()):
        return
    heads = all_heads(scope, dataset, store)
    used = [
        (kind, name, count)
        for kind, names in gone.items()
        for name, count in Counter(getattr(head, kind) for head in heads).items()
        if name in names
    ]
    if used:
        kind, name, count = used[0]
        told = "One conversation was" if count == 1 else f"{count:,} conversations were"
        raise InvalidInput(
            f"{told} planned with the {kind} {name}, so it has to stay. "
            "To use another name from now on, add it beside the old one.",
            code="word_in_use",
            fields=[(f"{k} {n}", f"is used by {c:,}") for k, n, c in used[:_MOST_TOLD]],
        )


def _names(taxonomy: Taxonomy, kind: str) -> set[str]:
    lists = {"persona": taxonomy.personas, "arc": taxonomy.arcs, "topic": taxonomy.topics}
    return {each.name for each in lists[kind]}
