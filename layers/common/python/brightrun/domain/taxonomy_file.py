"""A vocabulary as a CSV file: a line for each word, so that it can be kept, edited and carried elsewhere.

The first column says which list a word is of. A list that the file does not name stays as it is; one
that it names is replaced as a whole. One bad line refuses the file: nothing is half done.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from brightrun.domain.errors import InvalidInput
from brightrun.domain.taxonomy import Arc, EdgeCase, Emotion, Persona, Taxonomy, Topic

COLUMNS: tuple[str, ...] = (
    "list", "name", "detail", "family", "intensity", "from", "to", "cluster", "category",
    "keywords", "emotions", "tones",
)  # fmt: skip
MOST_LINES = 2_000
_MOST_PROBLEMS = 50
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERAL = "; "

Line = Mapping[str, str]
Problems = list[tuple[str, str]]
"""Where, and what."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


_MODELS: Mapping[str, Callable[[Line], BaseModel | str]] = MappingProxyType(
    {
        "persona": lambda x: Persona(
            name=x["name"], detail=x["detail"], emotions=_split(x["emotions"]), tones=_split(x["tones"])
        ),
        "emotion": lambda x: Emotion(name=x["name"], family=x["family"], intensity=x["intensity"]),
        "arc": lambda x: Arc.model_validate({n: x[n] for n in ("name", "detail", "from", "to")}),
        "topic": lambda x: Topic(
            name=x["name"], cluster=x["cluster"], content_category=x["category"], keywords=_split(x["keywords"])
        ),
        "intent": lambda x: _word(x["name"]),
        "tone": lambda x: _word(x["name"]),
        "content category": lambda x: _word(x["name"]),
        "topic cluster": lambda x: _word(x["name"]),
        "outcome": lambda x: _word(x["name"]),
        "edge case": lambda x: EdgeCase(kind=x["name"], detail=x["detail"]),
    }
)
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "persona": "personas",
        "emotion": "emotions",
        "arc": "arcs",
        "topic": "topics",
        "intent": "intents",
        "tone": "tones",
        "content category": "content_categories",
        "topic cluster": "topic_clusters",
        "outcome": "outcomes",
        "edge case": "edge_cases",
    }
)
"""The lists by the word that a line begins with."""

_LONGEST_WORD = 120


def _word(name: str) -> str:
    if not name or len(name) > _LONGEST_WORD:
        raise ValueError(f"the name needs 1 to {_LONGEST_WORD} characters")
    return name


def write_taxonomy(taxonomy: Taxonomy) -> str:
    """The whole vocabulary. Cells that a spreadsheet would compute are made text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for kind, field in LISTS.items():
        for word in getattr(taxonomy, field):
            writer.writerow({"list": kind, **{name: _as_text(value) for name, value in _cells(word).items()}})
    return out.getvalue()


def _cells(word: Any) -> dict[str, str]:
    match word:
        case Persona():
            several = {"emotions": _SEVERAL.join(word.emotions), "tones": _SEVERAL.join(word.tones)}
            return {"name": word.name, "detail": word.detail, **several}
        case Emotion():
            return {"name": word.name, "family": word.family, "intensity": word.intensity}
        case Arc():
            return {"name": word.name, "detail": word.detail, "from": word.start, "to": word.end}
        case Topic():
            source = {"cluster": word.cluster, "category": word.content_category}
            return {"name": word.name, **source, "keywords": _SEVERAL.join(word.keywords)}
        case EdgeCase():
            return {"name": word.kind, "detail": word.detail}
        case _:
            return {"name": str(word)}


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def read_taxonomy(text: str, base: Taxonomy) -> Taxonomy:
    """`base` with the lists that the file names. Raises InvalidInput that says what is wrong in which line."""
    # However lines end: those of an old Mac end with a carriage return alone.
    lines = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=None))
    found: dict[str, dict[str, BaseModel | str]] = {}
    try:
        problems = _wrong_head(lines.fieldnames or ()) or _words(lines, found)
    except csv.Error:
        problems = [(f"line {lines.line_num}", "can't be read as CSV")]
    if not problems and not found:
        problems.append(("line 2", "there is no word in this file"))
    if problems:
        raise _refused(problems)
    lists = {LISTS[kind]: tuple(words.values()) for kind, words in found.items()}
    try:
        return Taxonomy.model_validate({**{n: getattr(base, n) for n in Taxonomy.model_fields}, **lists})
    except ValidationError as error:
        raise _refused([(str(each["loc"][0]), each["msg"]) for each in error.errors()]) from None


def _words(lines: Iterable[Mapping[str | None, Any]], found: dict[str, dict[str, BaseModel | str]]) -> Problems:
    """Adds each line's word to its list; answers what is wrong, line by line."""
    problems: Problems = []
    for number, line in enumerate(lines, start=2):
        if number > MOST_LINES + 1:
            problems.append((f"line {number}", f"a vocabulary has at most {MOST_LINES:,} lines"))
            break
        if wrong := _take(_clean(line), found):
            problems.append((f"line {number}", wrong))
    return problems


def _wrong_head(names: Iterable[str]) -> Problems:
    given = [name.strip().lower() for name in names]
    missing = [(f"column {name}", "is missing") for name in ("list", "name") if name not in given]
    unknown = [(f"column {name}", f"is not known; use {', '.join(COLUMNS)}") for name in given if name not in COLUMNS]
    return missing + unknown


def _clean(line: Mapping[str | None, Any]) -> dict[str, str]:
    cells = {str(name).strip().lower(): " ".join(str(value or "").split()) for name, value in line.items() if name}
    cells = {name: value[1:] if value[:1] == "'" and value[1:2] in _FORMULA else value for name, value in cells.items()}
    return {**dict.fromkeys(COLUMNS, ""), **cells, "too many": "yes" if None in line else ""}


def _take(line: Line, found: dict[str, dict[str, BaseModel | str]]) -> str | None:
    """Adds a line's word to its list; answers what is wrong with it, if anything is."""
    if not any(line[name] for name in COLUMNS):
        return None
    kind = line["list"].lower().replace("_", " ")
    if kind not in _MODELS:
        return f"{line['list'] or 'an empty cell'} is no list; use {', '.join(_MODELS)}"
    if line["too many"]:
        return "has more cells than the first line; put text with commas in quotes"
    words = found.setdefault(kind, {})
    name = line["name"].casefold()
    if name in words:
        return f"{line['name']} stands there twice as {kind}"
    try:
        words[name] = _MODELS[kind](line)
    except ValidationError as error:
        return f"{kind}: {error.errors()[0]['msg'].lower()}"
    except ValueError as error:
        return f"{kind}: {error}"
    return None


def _refused(problems: Problems) -> InvalidInput:
    count = len(problems)
    told = "One thing is" if count == 1 else f"{count} things are"
    return InvalidInput(
        f"{told} wrong with this file, so nothing was changed: {problems[0][0]} {problems[0][1]}.",
        code="bad_vocabulary",
        fields=problems[:_MOST_PROBLEMS],
    )
