"""What a conversation says that a passage says too, or says otherwise: each claim with its place in both.

`found` stands in a passage, `differs` has another value there, `unsupported` has no passage at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brightrun.domain.document import Chunk
from brightrun.domain.plan.sources import words_of
from brightrun.domain.prompt import fact_labels
from brightrun.domain.score.figures import Figure, alike, figures_and_spans, figures_in, plain, same
from brightrun.domain.score.names import Name, is_same, is_slip, names_in
from brightrun.domain.version import Claim, Turn

MOST_CLAIMS = 40
"""So that a version stays a small item; what differs is kept first."""

_RUN = 6
"""From this many words in a row that a passage has too, a quotation is marked."""

_SURE, _LIKELY = 2, 1
"""Words of meaning that a claim's sentence shares with the passage's: two say that both speak of the same thing."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_MIXED = re.compile(r"(?=[\d()-]*[A-Za-z])\w*\d[\w()-]*")
"""Names with a figure in them, such as 401(k)."""

_SENTENCE = re.compile(r"[^.!?;]*(?:[.!?;](?=\d)[^.!?;]*)*[.!?;]?")
COUNTED = frozenset(words_of("percent dollar day week month year hour minute hundred thousand million point"))
"""They say what is counted, not what it is about."""

_ARM = 45
"""Characters."""

_ORDER = {"differs": 0, "unsupported": 1, "found": 2}


_Place = tuple[str, int, int]
"""(word, its start, its end)"""


@dataclass(frozen=True, slots=True)
class _Passage:
    label: str
    text: str
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    words: tuple[_Place, ...]
    runs: dict[tuple[str, ...], list[int]]
    """Where each run of words begins."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure of a passage that may have been meant: words shared by the sentences, by the neighbourhoods, unit."""

    shared: int
    close: int
    same_unit: bool
    passage: _Passage
    figure: Figure


def claims_of(turns: Sequence[Turn], chunks: Sequence[Chunk], given: Sequence[str]) -> tuple[Claim, ...]:
    """Claims in the order of the text, at most 40. `given` are the plan's own words, which need no source."""
    labels = fact_labels([chunk.id for chunk in chunks])
    passages = [_passage(labels[chunk.id], chunk.text) for chunk in chunks]
    planned = [figure for text in given for figure in figures_in(text)]
    words = {word for text in (*given, *(p.text for p in passages)) for word in _MIXED.findall(text)}
    found: list[Claim] = []
    for turn in turns:
        sized = [*_figures(turn, passages, planned, words), *_names(turn, passages)]
        quoted: list[Claim] = []
        if turn.role == "assistant":
            quoted = [one for one in _quotations(turn, passages) if not _broken(one, sized)]
        found += [one for one in sized if not _inside(one, quoted)]
        found += quoted
    kept = sorted(found, key=lambda one: (_ORDER[one.state], one.turn, one.start))[:MOST_CLAIMS]
    return tuple(sorted(kept, key=lambda one: (one.turn, one.start)))


def _passage(label: str, text: str) -> _Passage:
    words = _words(text)
    runs: dict[tuple[str, ...], list[int]] = {}
    for place, run in enumerate(_runs(words)):
        runs.setdefault(run, []).append(place)
    return _Passage(label, text, tuple(figures_and_spans(text)), tuple(names_in(text)), words, runs)


def _words(text: str) -> tuple[_Place, ...]:
    return tuple((match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(plain(text)))


def _runs(words: Sequence[_Place]) -> list[tuple[str, ...]]:
    return [tuple(word for word, _, _ in words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _inside(claim: Claim, quoted: Sequence[Claim]) -> bool:
    return claim.state == "found" and any(q.start <= claim.start and claim.end <= q.end for q in quoted)


def _broken(quotation: Claim, sized: Sequence[Claim]) -> bool:
    """A quotation with another figure in it is none."""
    return any(c.state != "found" and c.start < quotation.end and quotation.start < c.end for c in sized)


def _figures(turn: Turn, passages: Sequence[_Passage], planned: Sequence[Figure], words: set[str]) -> Iterator[Claim]:
    asked = {(figure.start, figure.end) for figure in figures_in(turn.content)}
    for figure in figures_and_spans(turn.content):
        sources = [(p, other) for p in passages for other in p.figures if same(figure, other)]
        if sources:
            about = _about(turn.content, figure.start)
            passage, other = max(sources, key=lambda pair: len(about & _about(pair[0].text, pair[1].start)))
            yield _claim(turn, figure, "found", passage, other)
        elif (figure.start, figure.end) in asked:
            if figure.text in words or any(same(figure, other) for other in planned):
                continue
            meant = _meant(turn.content, figure, passages)
            if meant is None:
                yield _claim(turn, figure, "unsupported")
            else:
                yield _claim(turn, figure, "differs", meant.passage, meant.figure)


def _meant(text: str, figure: Figure, passages: Sequence[_Passage]) -> _Candidate | None:
    """The passage's figure that stands for the same thing: its sentence shares words with the claim's."""
    about, beside = _about(text, figure.start), _beside(text, figure)
    kin = [
        _Candidate(
            len(about & _about(passage.text, other.start)),
            len(beside & _beside(passage.text, other)),
            figure.unit == other.unit,
            passage,
            other,
        )
        for passage in passages
        for other in passage.figures
        if alike(figure, other)
    ]
    best = max(kin, key=lambda one: (one.shared, one.close, one.same_unit), default=None)
    if best is None or best.shared < _LIKELY:
        return None
    # A bare number counts anything, so it takes more to say that it meant another one.
    return (
        best
        if best.shared >= _SURE or ((figure.unit or figure.noun) and len({c.figure.common for c in kin}) == 1)
        else None
    )


def _names(turn: Turn, passages: Sequence[_Passage]) -> Iterator[Claim]:
    for name in names_in(turn.content):
        pairs = [(passage, other) for passage in passages for other in passage.names]
        equal = next((pair for pair in pairs if is_same(name, pair[1])), None)
        slip = next((pair for pair in pairs if is_slip(name, pair[1])), None)
        if equal is not None:
            yield _claim(turn, name, "found", *equal)
        elif slip is not None:
            yield _claim(turn, name, "differs", *slip)


def _claim(
    turn: Turn,
    said: Figure | Name,
    state: str,
    passage: _Passage | None = None,
    source: Figure | Name | None = None,
) -> Claim:
    return Claim.model_validate(
        {
            "turn": turn.number,
            "start": said.start,
            "end": said.end,
            "kind": "name" if isinstance(said, Name) else "figure",
            "state": state,
            "passage": passage.label if passage else None,
            "passage_start": source.start if source else None,
            "passage_end": source.end if source else None,
        }
    )


def _about(text: str, at: int) -> set[str]:
    """Words of meaning of the sentence that stands at a place."""
    for match in _SENTENCE.finditer(text):
        if match.start() <= at < match.end():
            return set(words_of(match[0])) - COUNTED
    return set()


def _beside(text: str, figure: Figure) -> set[str]:
    """Words of meaning within arm's length."""
    return set(words_of(text[max(0, figure.start - _ARM) : figure.end + _ARM])) - COUNTED


def _quotations(turn: Turn, passages: Sequence[_Passage]) -> Iterator[Claim]:
    """The longest runs of words that a passage has too, each place of the text in one of them at most."""
    said = _words(turn.content)
    free = 0
    for at, run in enumerate(_runs(said)):
        starts = [(passage, place) for passage in passages for place in passage.runs.get(run, ())]
        if at < free or not starts:
            continue
        length, passage, place = max(
            ((_common(said[at:], p.words[place:]), p, place) for p, place in starts), key=lambda one: one[0]
        )
        free = at + length
        yield Claim(
            turn=turn.number,
            start=said[at][1],
            end=said[free - 1][2],
            kind="words",
            state="found",
            passage=passage.label,
            passage_start=passage.words[place][1],
            passage_end=passage.words[place + length - 1][2],
        )


def _common(one: Sequence[_Place], other: Sequence[_Place]) -> int:
    """How many words are equal from the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a[0] != b[0]), min(len(one), len(other)))
