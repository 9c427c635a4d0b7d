"""What a reader says about one message, for the others who read it."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from brightrun.domain.answer import normalised
from brightrun.domain.errors import InvalidInput, NotAllowed
from brightrun.domain.model import Instant, Record
from brightrun.domain.tenancy import Actor

LONGEST_COMMENT = 2_000
MOST_COMMENTS = 200
"""On one conversation: they are read with it, all of them."""


class Comment(Record):
    id: str
    conversation_id: str
    version: int
    """The version that was on the screen."""
    turn: int
    text: str
    by: str
    by_name: str
    at: Instant
    changed_at: Instant | None = None
    revision: int = Field(default=1, ge=1)

    def reworded(self, text: str, actor: Actor, now: datetime) -> Comment:
        """In other words, by the person who made it. Raises NotAllowed, InvalidInput."""
        self.require_own(actor)
        changed = {"text": clean_comment(text), "changed_at": now, "revision": self.revision + 1}
        return self.model_copy(update=changed)

    def require_own(self, actor: Actor) -> None:
        """Raises NotAllowed for anybody but the one who made it."""
        if actor.id != self.by:
            raise NotAllowed(f"This comment is {self.by_name}'s. Only they can change it.", code="not_your_comment")


def clean_comment(text: str) -> str:
    """Without control characters and outer blanks. Raises InvalidInput when nothing is left or it is too long."""
    clean = normalised(text)
    if not clean:
        raise InvalidInput("A comment needs a word.", code="empty_comment", fields=[("text", "is empty")])
    if len(clean) > LONGEST_COMMENT:
        wrong = [("text", f"is longer than {LONGEST_COMMENT:,} characters")]
        raise InvalidInput("This comment is too long.", code="long_comment", fields=wrong)
    return clean
