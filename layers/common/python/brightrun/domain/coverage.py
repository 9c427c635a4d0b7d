"""What a dataset covers: how many conversations stand in every pair of two dimensions, against the plan.

Targets come from the plan: a cell's target is what was planned there, and never less than an even share
of the plan between words that are spread evenly. What is added to fill a gap raises no target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import InvalidInput
from brightrun.domain.row_filter import SEVERAL, SINGLE
from brightrun.domain.taxonomy import Taxonomy, Tier

DIMENSIONS = (
    "persona", "arc", "tier", "topic", "emotion", "intent", "tone", "outcome",
    "content_category", "topic_cluster", "source_category", "document_id",
)  # fmt: skip
"""What may stand along a side of the table."""

_EVEN = frozenset({"persona", "arc", "topic"})
"""A plan gives every word of these the same."""

READY = frozenset({Status.GENERATED, Status.APPROVED})
COMING = frozenset({Status.PLANNED, Status.QUEUED, Status.GENERATING, Status.NEEDS_EDIT})


@dataclass(frozen=True, slots=True)
class Tally:
    """`ready` are written and not rejected, `coming` are planned, being written or to be edited."""

    ready: int = 0
    approved: int = 0
    coming: int = 0
    planned: int = 0
    target: int = 0

    @property
    def missing(self) -> int:
        """What neither is there nor will come by itself."""
        return max(0, self.target - self.ready - self.coming)


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of words. A gap unless the owner said that it is not needed."""

    row: str
    column: str
    tally: Tally
    not_needed: bool

    @property
    def missing(self) -> int:
        return 0 if self.not_needed else self.tally.missing


@dataclass(frozen=True, slots=True)
class Line:
    """One word with its figures: a bar of a chart, a head of the table."""

    value: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Coverage:
    """Cells without figures are left out. `gaps` are the cells that lack something, the emptiest first."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[Cell, ...]
    gaps: tuple[Cell, ...]
    total: Tally


def cover(heads: Sequence[ConversationHead], dataset: Dataset, rows: str, columns: str) -> Coverage:
    """The table of two dimensions. Raises InvalidInput for dimensions that can't be paired."""
    for name in (rows, columns):
        if name not in DIMENSIONS:
            raise InvalidInput(f"Coverage can't be shown by {name}.", code="bad_dimension")
    if rows == columns:
        raise InvalidInput("Choose two different dimensions.", code="bad_dimension")
    counts = _Counts()
    for head in heads:
        for row in values_of(head, rows):
            for column in values_of(head, columns):
                counts.add((row, column), head)
    lines, across = distribution(heads, dataset, rows), distribution(heads, dataset, columns)
    even = _even_share(heads, dataset.taxonomy, rows, columns)
    unwanted = {(c.get(rows), c.get(columns)) for c in dataset.not_needed if {rows, columns} == set(c)}
    cells = tuple(
        Cell(row.value, column.value, tally, not_needed)
        for row in lines
        for column in across
        if (tally := counts.tally((row.value, column.value), even))
        and ((not_needed := (row.value, column.value) in unwanted) or tally != Tally())
    )
    gaps = sorted((cell for cell in cells if cell.missing), key=lambda cell: (cell.tally.ready, -cell.missing))
    return Coverage(lines, across, cells, tuple(gaps), _whole(heads))


def distribution(heads: Iterable[ConversationHead], dataset: Dataset, dimension: str) -> tuple[Line, ...]:
    """Every word of one dimension with its figures: those of the vocabulary first, then what rows say besides."""
    counts = _Counts()
    for head in heads:
        for value in values_of(head, dimension):
            counts.add(value, head)
    known = vocabulary(dataset.taxonomy, dimension)
    others = sorted(value for value in counts.seen if value not in set(known))
    return tuple(Line(value, counts.tally(value)) for value in (*known, *others))


def values_of(head: ConversationHead, dimension: str) -> tuple[str, ...]:
    """A row's words in a dimension; those without one count nowhere."""
    several = SEVERAL.get(dimension)
    values: Iterable[Any] = several(head) if several else (SINGLE[dimension](head),)
    return tuple(str(value) for value in values if value)


def vocabulary(taxonomy: Taxonomy, dimension: str) -> tuple[str, ...]:
    """The words that a plan may draw from, in the owner's order."""
    known: Mapping[str, Iterable[str]] = {
        "persona": (each.name for each in taxonomy.personas),
        "arc": (each.name for each in taxonomy.arcs),
        "tier": (tier.value for tier in Tier),
        "topic": (each.name for each in taxonomy.topics),
        "emotion": (each.name for each in taxonomy.emotions),
        "intent": taxonomy.intents,
        "tone": taxonomy.tones,
        "outcome": taxonomy.outcomes,
        "content_category": taxonomy.content_categories,
        "topic_cluster": taxonomy.topic_clusters,
    }
    return tuple(dict.fromkeys(known.get(dimension, ())))


class _Counts:
    """Figures by key, counted row by row."""

    def __init__(self) -> None:
        self.seen: Counter[Any] = Counter()
        self._ready: Counter[Any] = Counter()
        self._approved: Counter[Any] = Counter()
        self._coming: Counter[Any] = Counter()
        self._target: Counter[Any] = Counter()

    def add(self, key: Any, head: ConversationHead) -> None:
        self.seen[key] += 1
        self._ready[key] += head.status in READY
        self._approved[key] += head.status is Status.APPROVED
        self._coming[key] += head.status in COMING
        self._target[key] += _of_the_plan(head)

    def tally(self, key: Any, at_least: int = 0) -> Tally:
        target = max(self._target[key], at_least)
        return Tally(self._ready[key], self._approved[key], self._coming[key], self.seen[key], target)


def _of_the_plan(head: ConversationHead) -> bool:
    return not (head.is_seed or head.is_top_up)


def _even_share(heads: Iterable[ConversationHead], taxonomy: Taxonomy, rows: str, columns: str) -> int:
    """What each pair gets at least when both sides are spread evenly: 90 over 6 by 5 is 3."""
    if not {rows, columns} <= _EVEN:
        return 0
    pairs = len(vocabulary(taxonomy, rows)) * len(vocabulary(taxonomy, columns))
    return sum(map(_of_the_plan, heads)) // max(1, pairs)


def _whole(heads: Iterable[ConversationHead]) -> Tally:
    counts = _Counts()
    for head in heads:
        counts.add("", head)
    return counts.tally("")
