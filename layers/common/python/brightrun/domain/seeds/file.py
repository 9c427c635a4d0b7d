"""A file of conversations: JSON, or one JSON a line. Every bad entry is named by its line or its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from brightrun.domain.json_text import read_json
from brightrun.domain.seeds.entry import Seed, Shape, Unusable, is_message, read_entry

MOST_SEEDS = 200
"""Conversations of one file: all of them are written while the caller waits."""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """What a file holds: those that can be kept, and (place, sentence) of each that can't."""

    seeds: tuple[Seed, ...] = ()
    shapes: tuple[Shape, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


def read_seeds(text: str) -> SeedFile:
    """The conversations in this text, in their order. Never raises: what is wrong stands in `problems`."""
    try:
        entries = list(_entries(text.removeprefix("\ufeff")))
    except Unusable as error:
        return SeedFile(problems=(("The file", f"The file {error}."),))
    if len(entries) > MOST_SEEDS:
        sentence = f"The file holds {len(entries):,} conversations; {MOST_SEEDS} can be brought in at once. Split it."
        return SeedFile(problems=(("The file", sentence),))
    seeds: list[Seed] = []
    shapes: dict[Shape, None] = {}
    problems: list[tuple[str, str]] = []
    for place, entry in entries:
        try:
            if isinstance(entry, Unusable):
                raise entry
            shape, seed = read_entry(place, entry)
        except Unusable as error:
            problems.append((place, f"{place}: {error}."))
        else:
            seeds.append(seed)
            shapes[shape] = None
    return SeedFile(tuple(seeds), tuple(shapes), tuple(problems))


def _entries(text: str) -> Iterator[tuple[str, Any]]:
    """(place, conversation or why there is none). Raises Unusable when the file as a whole says nothing."""
    if not text.strip():
        raise Unusable("is empty")
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    try:
        whole = _parsed(text)
    except _NotJson as error:
        if not _one_a_line(lines):
            raise Unusable(f"can't be read as JSON: something is wrong {error.place(with_line=True)}") from None
        yield from ((f"Line {number}", _line(line)) for number, line in lines)
        return
    entries = _inside(whole)
    if not entries:
        raise Unusable("holds no conversations")
    yield from ((f"Entry {number}", entry) for number, entry in enumerate(entries, start=1))


def _inside(whole: Any) -> list[Any]:
    """The conversations of a JSON file: it may be a list of them, our export around such a list, or only one."""
    if isinstance(whole, dict):
        within = cast("dict[str, Any]", whole).get("conversations")
        if isinstance(within, list):
            listed = cast("list[Any]", within)
            return listed if not listed or not is_message(listed[0]) else [whole]
        return [whole]
    if isinstance(whole, list):
        listed = cast("list[Any]", whole)
        return [listed] if listed and is_message(listed[0]) else listed
    raise Unusable("holds no conversations")


class _NotJson(Exception):
    """Where JSON ends to be JSON; line and column count from 1, both 0 when it can't be said."""

    def __init__(self, line: int = 0, column: int = 0) -> None:
        super().__init__()
        self.line, self.column = line, column

    def place(self, *, with_line: bool) -> str:
        if not self.line:
            return "in it"
        return f"at line {self.line}, character {self.column}" if with_line else f"at character {self.column}"


def _parsed(text: str) -> Any:
    try:
        return read_json(text)
    except json.JSONDecodeError as error:
        raise _NotJson(error.lineno, error.colno) from None
    except ValueError:
        raise _NotJson from None


def _line(line: str) -> Any:
    try:
        return _parsed(line)
    except _NotJson as error:
        return Unusable(f"this is not JSON; something is wrong {error.place(with_line=False)}")


def _one_a_line(lines: list[tuple[int, str]]) -> bool:
    """Whether most lines look like a JSON of their own, so that the others are mistakes in such a file."""
    whole = sum(line.strip().startswith(("{", "[{")) and line.strip().endswith(("}", "}]")) for _, line in lines)
    return len(lines) > 1 and 2 * whole > len(lines)
