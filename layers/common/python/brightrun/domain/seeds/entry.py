"""One conversation of a file: its messages, who speaks in them, and what it says about itself.

Four shapes are read: OpenAI's `messages`, our own export's `turns`, ShareGPT's `conversations`, and a plain list
of messages. What else stands beside them is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from brightrun.domain.answer import LONGEST_TITLE, MOST_CHARACTERS, normalised, one_line
from brightrun.domain.formats.files import digest_of
from brightrun.domain.taxonomy import LONGEST_TAG, MOST_TAGS, Tier
from brightrun.domain.version import MOST_TURNS, Turn

Shape = Literal["messages", "turns", "conversations", "list"]
SHAPES: tuple[Shape, ...] = ("messages", "turns", "conversations")
"""Under which key the messages stand; a list stands for itself."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "persona": ("persona",),
    "emotion": ("emotion",),
    "arc": ("emotional_arc", "arc"),
    "topic": ("topic",),
    "intent": ("intent",),
    "tone": ("tone",),
    "content_category": ("content_category",),
    "topic_cluster": ("topic_cluster",),
    "outcome": ("outcome",),
}
"""What a conversation may be filed under, and by which names a file says so."""

LONGEST_WORD = 120
LONGEST_BRIEF = 20_000
MOST_TEXT = 200_000
"""Characters of one conversation: it is stored in one piece."""

_SHORT_TITLE = 80
_ROLES: Mapping[str, Literal["user", "assistant", "system"]] = {
    **dict.fromkeys(("user", "human", "client", "customer", "prompter"), "user"),
    **dict.fromkeys(("assistant", "gpt", "model", "bot", "chatgpt", "ai", "advisor"), "assistant"),
    **dict.fromkeys(("system", "developer"), "system"),
}


class Unusable(Exception):
    """Why an entry can't be kept, as the rest of a sentence that begins with its place."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A conversation as it will be kept. `system` is the brief that stood before it; `words` are never empty."""

    place: str
    title: str
    turns: tuple[Turn, ...]
    tier: Tier = Tier.TEMPLATE
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    tags: tuple[str, ...] = ()
    system: str = ""
    written_by: str = ""
    """Who our own export says wrote it, so that the practice model stays named."""

    @property
    def fingerprint(self) -> str:
        """Of its messages alone: the same talk under another title is the same."""
        return digest_of((turn.role, turn.content) for turn in self.turns).hex()


def is_message(value: Any) -> bool:
    """Whether this is one message, not a conversation."""
    if not isinstance(value, dict):
        return False
    keys = cast("dict[str, Any]", value).keys()
    return bool(keys & {"role", "from", "speaker"}) and bool(keys & {"content", "value", "text"})


def read_entry(place: str, entry: Any) -> tuple[Shape, Seed]:
    """The conversation and the shape that it came in. Raises Unusable."""
    shape, messages, told = _taken_apart(entry)
    brief, turns = _turns(messages)
    title = _text(told, ("title",), LONGEST_TITLE) or _opening(turns)
    seed = Seed(
        place=place,
        title=title,
        turns=turns,
        tier=_tier(told),
        words={name: word for name, keys in WORDS.items() if (word := _text(told, keys, LONGEST_WORD))},
        tags=_tags(told),
        system=_brief(brief, told),
        written_by=_text(told, ("written_by",), LONGEST_WORD) if shape == "turns" else "",
    )
    return shape, seed


def _taken_apart(entry: Any) -> tuple[Shape, list[Any], dict[str, Any]]:
    """Shape, messages, and what is said about them: beside them or in `metadata`."""
    if isinstance(entry, list):
        return "list", cast("list[Any]", entry), {}
    if not isinstance(entry, dict):
        raise Unusable("is not a conversation")
    beside = cast("dict[str, Any]", entry)
    for shape in SHAPES:
        if shape in beside:
            if not isinstance(beside[shape], list):
                raise Unusable(f"“{shape}” has to be a list of messages")
            inside = beside.get("metadata")
            told = cast("dict[str, Any]", inside) if isinstance(inside, dict) else {}
            return shape, cast("list[Any]", beside[shape]), {**told, **beside}
    raise Unusable("has neither “messages” nor “turns” nor “conversations”")


def _turns(messages: list[Any]) -> tuple[str, tuple[Turn, ...]]:
    """The brief that stands first, if one does, and the messages after it."""
    said = [_message(number, message) for number, message in enumerate(messages, start=1)]
    brief = ""
    if said and said[0][0] == "system":
        brief = said.pop(0)[1]
    if any(role == "system" for role, _ in said):
        raise Unusable("has a brief (“system”) in its middle; it can only stand first")
    if len(said) < 2:
        raise Unusable("needs at least two messages, one of the user and one of the assistant")
    if len(said) > MOST_TURNS:
        raise Unusable(f"has {len(said)} messages; {MOST_TURNS} is the most that is kept")
    if {role for role, _ in said} != {"user", "assistant"}:
        raise Unusable("needs messages of both the user and the assistant")
    if said[-1][0] != "assistant":
        raise Unusable("ends with the user; the assistant has to have the last word")
    if sum(len(content) for _, content in said) > MOST_TEXT:
        raise Unusable(f"is longer than {MOST_TEXT:,} characters")
    return brief, tuple(
        Turn(number=number, role="user" if role == "user" else "assistant", content=content)
        for number, (role, content) in enumerate(said, start=1)
    )


def _message(number: int, message: Any) -> tuple[str, str]:
    if not isinstance(message, dict):
        raise Unusable(f"message {number} is not an object with a role and a text")
    fields = cast("dict[str, Any]", message)
    named = next((fields[key] for key in ("role", "from", "speaker") if key in fields), None)
    if not isinstance(named, str) or not named.strip():
        raise Unusable(f"message {number} does not say who speaks")
    role = _ROLES.get(named.strip().lower())
    if role is None:
        shown = one_line(named)[:40]
        raise Unusable(f"message {number} is spoken by “{shown}”; only a user and an assistant can be kept")
    content = normalised(_content(number, fields))
    if not content and role != "system":
        raise Unusable(f"message {number} is empty")
    if len(content) > MOST_CHARACTERS:
        raise Unusable(f"message {number} is longer than {MOST_CHARACTERS:,} characters")
    return role, content


def _content(number: int, fields: Mapping[str, Any]) -> str:
    """A text, or a list of parts that are all texts."""
    said = next((fields[key] for key in ("content", "value", "text") if key in fields), None)
    parts = cast("list[Any]", said) if isinstance(said, list) else [said]
    texts: list[str] = []
    for part in parts:
        text = cast("dict[str, Any]", part).get("text") if isinstance(part, dict) else part
        if text is not None and not isinstance(text, str):
            raise Unusable(f"message {number} holds something that is not text")
        if text is None and isinstance(part, dict):
            raise Unusable(f"message {number} holds something that is not text, such as a picture")
        texts.append(text or "")
    return "\n".join(texts)


def _text(told: Mapping[str, Any], keys: tuple[str, ...], longest: int) -> str:
    """The first of these that says something."""
    for key in keys:
        value = told.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            raise Unusable(f"its {key.replace('_', ' ')} has to be a text")
        if word := one_line(value):
            if len(word) > longest:
                raise Unusable(f"its {key.replace('_', ' ')} is longer than {longest} characters")
            return word
    return ""


def _tier(told: Mapping[str, Any]) -> Tier:
    word = _text(told, ("tier",), LONGEST_WORD)
    if not word:
        return Tier.TEMPLATE
    plain = word.lower().replace(" ", "_").replace("-", "_")
    if plain not in set(Tier):
        raise Unusable(f"its tier is “{word[:40]}”; it can be template, scenario or edge case")
    return Tier(plain)


def _tags(told: Mapping[str, Any]) -> tuple[str, ...]:
    given = told.get("tags")
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(tag, str) for tag in cast("list[Any]", given)):
        raise Unusable("its tags have to be a list of words")
    tags = tuple(dict.fromkeys(tag for each in cast("list[str]", given) if (tag := one_line(each))))
    if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
        raise Unusable(f"it can have at most {MOST_TAGS} tags of {LONGEST_TAG} characters")
    return tags


def _brief(first: str, told: Mapping[str, Any]) -> str:
    given = told.get("system")
    if given is not None and not isinstance(given, str):
        raise Unusable("its system has to be a text")
    brief = first or normalised(given or "")
    if len(brief) > LONGEST_BRIEF:
        raise Unusable(f"its brief is longer than {LONGEST_BRIEF:,} characters")
    return brief


def _opening(turns: tuple[Turn, ...]) -> str:
    """The user's first words, for a conversation without a title."""
    words = one_line(next(turn.content for turn in turns if turn.role == "user"))
    if len(words) <= _SHORT_TITLE:
        return words
    return words[:_SHORT_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
