"""How the templates do, counted from the stored conversations each time it is asked (decision 0014)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.template_usage import Tally, Verdict, verdict
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets, Templates
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.parts.template_shelf import hold


class UsageStore(Conversations, Datasets, Templates, Protocol):
    """What is counted."""


@dataclass(frozen=True, slots=True)
class UsedIn:
    """How many conversations of a dataset show a text of this version."""

    dataset_id: str
    dataset_name: str
    conversations: int


@dataclass(frozen=True, slots=True)
class VersionUsage:
    number: int
    tally: Tally
    used_in: tuple[UsedIn, ...]


@dataclass(frozen=True, slots=True)
class TemplateUsage:
    """A template's figures, version by version, newest first, and what may be concluded."""

    total: Tally
    versions: tuple[VersionUsage, ...]
    verdict: Verdict


Counted = dict[str, dict[int, dict[str, Tally]]]
"""By template, version and dataset."""


def count_usage(scope: TenantScope, *, store: UsageStore, rows: RowCache) -> Counted:
    """Tallies of everything that was written, by template, version and dataset."""
    counted: Counted = defaultdict(lambda: defaultdict(lambda: defaultdict(Tally)))
    for dataset in store.datasets(scope):
        for head in rows.rows(scope, dataset, store=store).heads:
            if head.current_version is not None and head.template_id and head.template_version:
                counted[head.template_id][head.template_version][dataset.id].add(head)
    return counted


def usage_by_template(scope: TenantScope, *, store: UsageStore, rows: RowCache) -> Mapping[str, Tally]:
    """One tally for each template that was used."""
    return {
        template: sum((tally for places in versions.values() for tally in places.values()), Tally())
        for template, versions in count_usage(scope, store=store, rows=rows).items()
    }


def template_usage(scope: TenantScope, template_id: str, *, store: UsageStore, rows: RowCache) -> TemplateUsage:
    """One template's figures. Those in use are compared, or all when fewer than two of them were read."""
    template = hold(scope, template_id, store).template
    names = {dataset.id: dataset.name for dataset in store.datasets(scope)}
    counted = count_usage(scope, store=store, rows=rows).get(template_id, {})
    versions = tuple(
        _version(number, counted.get(number, {}), names) for number in range(template.latest_version, 0, -1)
    )
    tallies = [(one.number, one.tally) for one in versions]
    in_use = [(number, tally) for number, tally in tallies if number in template.in_use]
    compared = in_use if sum(tally.read > 0 for _, tally in in_use) > 1 else tallies
    return TemplateUsage(sum((tally for _, tally in tallies), Tally()), versions, verdict(compared))


def _version(number: int, places: Mapping[str, Tally], names: Mapping[str, str]) -> VersionUsage:
    used_in = tuple(UsedIn(dataset, names[dataset], tally.conversations) for dataset, tally in places.items())
    return VersionUsage(number, sum(places.values(), Tally()), used_in)
