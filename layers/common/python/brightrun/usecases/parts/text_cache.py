"""What was said in conversations, kept in small letters for the search inside texts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations

MOST_TEXTS = 2_000
"""About 20 MB of a function's memory."""

MOST_SEARCHED = 1_000
"""So many conversations are read for one search; it says so when there were more."""


@dataclass
class TextCache:
    """Texts by conversation and the revision of its row: whatever changes a text moves that revision."""

    most_texts: int = MOST_TEXTS
    most_searched: int = MOST_SEARCHED
    _kept: OrderedDict[tuple[str, str, int], str] = field(default_factory=OrderedDict[tuple[str, str, int], str])

    def texts(self, scope: TenantScope, heads: Sequence[ConversationHead], *, store: Conversations) -> dict[str, str]:
        """The current texts of these rows by id; rows without one are left out."""
        places = {head.id: (scope.tenant_id, head.id, head.revision) for head in heads}
        found = {id_: self._kept[place] for id_, place in places.items() if place in self._kept}
        missing = [
            (head.id, head.current_version, head.turn_count)
            for head in heads
            if head.id not in found and head.current_version is not None
        ]
        for id_, text in (store.texts(scope, missing) if missing else {}).items():
            found[id_] = text.casefold()
        for id_, text in found.items():
            self._kept[places[id_]] = text
            self._kept.move_to_end(places[id_])
        while len(self._kept) > self.most_texts:
            self._kept.popitem(last=False)
        return found
