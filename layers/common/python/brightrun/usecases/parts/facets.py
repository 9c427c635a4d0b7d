"""Which rows match, and for each dimension how many each of its values would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.row_filter import SEVERAL, SINGLE, Test

Facets = dict[str, dict[str, int]]


def _yes_or_no(name: str) -> Callable[[ConversationHead], str]:
    return lambda head: "true" if getattr(head, name) else "false"


_COUNTED: Mapping[str, Callable[[ConversationHead], Any]] = {
    **SINGLE,
    "flagged": _yes_or_no("flagged"),
    "is_seed": _yes_or_no("is_seed"),
}


def _values(name: str, heads: Iterable[ConversationHead]) -> Iterable[Any]:
    if name in SEVERAL:
        return chain.from_iterable(map(SEVERAL[name], heads))
    return map(_COUNTED[name], heads)


def values_in(heads: Sequence[ConversationHead]) -> dict[str, set[str]]:
    """Every value that these rows have, by dimension."""
    return {
        name: {str(value) for value in set(_values(name, heads)) if value is not None} for name in (*_COUNTED, *SEVERAL)
    }


def select(
    heads: Sequence[ConversationHead], tests: Mapping[str, Test], known: Mapping[str, Iterable[str]]
) -> tuple[list[ConversationHead], Facets]:
    """The rows that pass all tests, and the count of each known value; one that nothing is left of counts 0.

    A dimension is counted over the rows that its own test alone keeps out or in, so that a reader sees what
    choosing another value there would give.
    """
    matching: list[ConversationHead] = []
    kept_out: dict[str, list[ConversationHead]] = {name: [] for name in tests}
    by_test = tuple(tests.items())
    for head in heads:
        failed = [name for name, test in by_test if not test(head)]
        if not failed:
            matching.append(head)
        elif len(failed) == 1:
            kept_out[failed[0]].append(head)
    return matching, {
        name: _counts(_values(name, chain(matching, kept_out.get(name, ()))), known.get(name, ()))
        for name in (*_COUNTED, *SEVERAL)
    }


def _counts(values: Iterable[Any], known: Iterable[str]) -> dict[str, int]:
    counted = {str(value): count for value, count in Counter(values).items() if value is not None}
    return {value: counted.get(value, 0) for value in sorted({*known, *counted})}
