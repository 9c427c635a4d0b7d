"""Comments on messages."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.comment import LONGEST_COMMENT
from brightrun.domain.model import Instant
from brightrun.domain.version import MOST_TURNS
from functions.api.schemas.wire import Listing, Wire


class Comment(Wire):
    """What somebody said about a message of the version that they saw. `mine` is true for the caller's own."""

    id: str
    version: int
    turn: int
    text: str
    by: str
    by_name: str
    at: Instant
    changed_at: Instant | None
    mine: bool


class Comments(Listing[Comment]):
    """All comments on a conversation, oldest first."""


class NewComment(Wire):
    version: int = Field(ge=1)
    turn: int = Field(ge=1, le=MOST_TURNS)
    text: str = Field(max_length=LONGEST_COMMENT * 2)


class CommentText(Wire):
    text: str = Field(max_length=LONGEST_COMMENT * 2)
