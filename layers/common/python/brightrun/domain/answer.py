"""What the model's text is worth: a conversation that can be stored, or the plain reason why not.

Only the form is judged here. An answer with too few turns, or the same voice twice, is readable and
goes to the score, which says what is wrong with it.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from brightrun.domain.json_text import read_json
from brightrun.domain.version import MOST_TURNS, Turn

MOST_CHARACTERS = 60_000
"""The room of one message, as `Turn` has it."""

LONGEST_TITLE = 200

Unreadable = Literal[
    "no_text", "broken_json", "wrong_shape", "no_turns", "empty_turn", "too_many_turns", "too_long", "other_turn",
    "bad_opinion",
]  # fmt: skip


class _WireTurn(BaseModel):
    """One message as the model writes it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    role: Literal["user", "assistant"]
    content: str


class _WireAnswer(BaseModel):
    """The whole answer as the model writes it; every field is required."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str
    turns: list[_WireTurn]
    confidence: float
    confidence_reason: str
    facts_used: list[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A readable answer, normalised. `confidence` is None when the model gave none between 0 and 1."""

    title: str
    turns: tuple[Turn, ...]
    confidence: float | None
    confidence_reason: str
    facts_used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadableAnswer:
    """A paid answer that holds no conversation: a stable code and a sentence for people."""

    code: Unreadable
    sentence: str


def schema_of(wire: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema that the provider enforces: references resolved, closed objects, all required."""
    schema = wire.model_json_schema()
    definitions = cast("dict[str, Any]", schema.pop("$defs", {}))
    return cast("dict[str, Any]", _plain(schema, definitions))


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_plain(item, definitions) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    mapping = cast("dict[str, Any]", node)
    reference = mapping.get("$ref")
    if isinstance(reference, str):
        return _plain(copy.deepcopy(definitions[reference.rpartition("/")[2]]), definitions)
    return {
        name: _plain(value, definitions)
        for name, value in mapping.items()
        if not (name in {"title", "description"} and isinstance(value, str))
    }


ANSWER_SCHEMA: dict[str, Any] = schema_of(_WireAnswer)


WireT = TypeVar("WireT", bound=BaseModel)


def read_answer(text: str) -> Answer | UnreadableAnswer:
    """The conversation in the model's text, or why there is none. Never raises."""
    wire = read_as(_WireAnswer, text)
    return wire if isinstance(wire, UnreadableAnswer) else _checked(wire)


def read_as(wire: type[WireT], text: str) -> WireT | UnreadableAnswer:
    """What the model's text holds in the shape that it was asked for, or why it does not. Never raises."""
    if not text.strip():
        return UnreadableAnswer("no_text", "The model answered without any text.")
    try:
        data = read_json(_unfenced(text))
    except ValueError:
        return UnreadableAnswer("broken_json", "The model's answer is not valid JSON, so it can't be read.")
    try:
        return wire.model_validate(data)
    except ValidationError as error:
        return UnreadableAnswer("wrong_shape", _shape_sentence(error))


def _checked(wire: _WireAnswer) -> Answer | UnreadableAnswer:
    if not wire.turns:
        return UnreadableAnswer("no_turns", "The model's answer holds no messages.")
    if len(wire.turns) > MOST_TURNS:
        return UnreadableAnswer(
            "too_many_turns",
            f"The model wrote {len(wire.turns)} messages; {MOST_TURNS} is the most that is kept.",
        )
    turns: list[Turn] = []
    for number, message in enumerate(wire.turns, start=1):
        content = normalised(message.content)
        if not content:
            return UnreadableAnswer("empty_turn", f"Message {number} of the model's answer is empty.")
        if len(content) > MOST_CHARACTERS:
            return UnreadableAnswer("too_long", f"Message {number} is longer than {MOST_CHARACTERS:,} characters.")
        turns.append(Turn(number=number, role=message.role, content=content))
    in_range = 0 <= wire.confidence <= 1
    return Answer(
        title=one_line(wire.title)[:LONGEST_TITLE] or "Untitled conversation",
        turns=tuple(turns),
        confidence=wire.confidence if in_range else None,
        confidence_reason=one_line(wire.confidence_reason),
        facts_used=tuple(dict.fromkeys(one_line(fact) for fact in wire.facts_used if fact.strip())),
    )


_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def normalised(text: str) -> str:
    """Unicode NFC, LF line ends, no control or invisible formatting characters, trimmed."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        character
        for character in composed
        if character in "\n\t\u200d" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    lines = (_BLANKS.sub(" ", line).strip() for line in kept.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(normalised(text).split())


def _unfenced(text: str) -> str:
    """Without the code fence that some models put around JSON."""
    fenced = _FENCE.match(text)
    return fenced[1] if fenced else text


def _shape_sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    where = f" at {place}" if place else ""
    return f"The model's answer has not the shape that was asked for{where}: {first['msg']}."
