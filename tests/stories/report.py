"""From findings to one line a story."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.stories.criteria import Story
    from tests.stories.results import Finding

Status = Literal["proven", "failing", "open"]


def statuses(findings: Iterable[Finding]) -> dict[tuple[str, int], Status]:
    """Of every claimed criterion: proven when all tests that claim it passed."""
    outcomes: dict[tuple[str, int], set[str]] = defaultdict(set)
    for finding in findings:
        for claim in finding.claims:
            outcomes[claim.story, claim.criterion].add(finding.outcome)
    return {place: _status(found) for place, found in outcomes.items()}


def _status(outcomes: set[str]) -> Status:
    if "failed" in outcomes:
        return "failing"
    return "proven" if outcomes == {"passed"} else "open"


def lines(stories: Sequence[Story], findings: Iterable[Finding]) -> list[str]:
    """`IS4.11.0  open     4/7  Title`; proven only when every bullet is."""
    of = statuses(findings)
    told: list[str] = []
    for story in stories:
        found = [of.get((story.id, number), "open") for number in range(len(story.bullets))]
        whole: Status = "open"
        if "failing" in found:
            whole = "failing"
        elif set(found) == {"proven"}:
            whole = "proven"
        share = f"{found.count('proven')}/{len(found)}"
        told.append(f"{story.id:<9} {whole:<8} {share:<5} {story.title}")
    return told
