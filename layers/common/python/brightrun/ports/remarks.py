"""Changes that comments bring to a transaction, beside those of `changes`."""

from __future__ import annotations

from dataclasses import dataclass

from brightrun.domain.comment import Comment
from brightrun.domain.conversation import ConversationHead


@dataclass(frozen=True, slots=True)
class RequireRow:
    """Nothing is written; refused when the row was deleted, so that no text outlives its conversation."""

    head: ConversationHead


@dataclass(frozen=True, slots=True)
class SaveComment:
    comment: Comment
    expected: int | None


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """What is gone already is no error."""

    comment: Comment


Remark = RequireRow | SaveComment | RemoveComment
