"""The owner's own conversations: what a file holds, and what has come in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brightrun.domain.taxonomy import Tier
from functions.api.schemas.wire import FieldProblem, Wire


class SeedsFile(Wire):
    """A file's text: JSON, or one JSON a line.

    Read are OpenAI's `messages`, ShareGPT's `conversations` of `from` and `value`, our own full export, and plain
    lists of messages. Beside the messages of one, or in its `metadata`, may stand title, persona, emotion, arc,
    topic, intent, tone, content_category, topic_cluster, outcome, tier, tags and system. A file holds at most 200
    conversations, and one conversation at most 40 messages and 200,000 characters.
    """

    text: str = Field(min_length=1)


class SeedExample(Wire):
    """One conversation as it would be kept; `place` says where in the file it stands."""

    place: str
    title: str
    tier: Tier
    turn_count: int
    persona: str
    topic: str


class UnknownWord(Wire):
    """A word that the dataset does not have."""

    dimension: str
    word: str


class SeedsPreview(Wire):
    """What an import would do. With `problems` it would change nothing.

    `found` can be read: `new` of them would come in, `already_here` are in this dataset, `twice` are in the file more
    than once. At most 50 problems, 50 unknown words and 20 examples are listed; the counts are whole.
    """

    shapes: list[Literal["messages", "turns", "conversations", "list"]]
    found: int
    new: int
    already_here: int
    twice: int
    examples: list[SeedExample]
    unknown_words: list[UnknownWord]
    problems: list[FieldProblem]
    problem_count: int


class ImportedSeed(Wire):
    id: str
    ref: str
    title: str
    score: float


class SeedsImported(Wire):
    """What has come in, in the order of the file. Everything waits to be approved."""

    imported: int
    already_here: int
    twice: int
    conversations: list[ImportedSeed]
