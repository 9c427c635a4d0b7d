"""The owner's own conversations: looked at, then kept as examples beside the generated ones (decision 0038).

Texts go first, under ids that follow from what they say, and nothing shows them. Then one transaction accepts them
all, with their numbers and the event; then their rows are written. So an import is there whole or not at all, and
sending the same file again does nothing twice and ends what was broken off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import MOST_CONVERSATIONS, Dataset, PendingSeeds
from brightrun.domain.errors import ChangeLost, InvalidInput
from brightrun.domain.event import Action, Subject
from brightrun.domain.formats.files import digest_of
from brightrun.domain.ids import derived_ulid, request_token
from brightrun.domain.near import small_sketch
from brightrun.domain.seeds import Seed, SeedFile, fitted, read_seeds, unknown_words
from brightrun.domain.slot import reference
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.changes import MOST_ACTIONS, AddEvent, AddVersion, Change, SaveDataset, SaveVersion
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Operations, Tenants
from brightrun.usecases.parts.adding_rows import close_pending, write_rows
from brightrun.usecases.parts.plan_material import dataset_or_not_found
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.rows import all_heads
from brightrun.usecases.parts.seed_rows import first_version, row_of

MOST_TOLD = 50
"""Bad entries that are named; the count is whole."""

_BYTES_AT_ONCE = 2_000_000
"""A transaction of DynamoDB takes 4 MB."""


class SeedsStore(Commits, Conversations, Datasets, Operations, Tenants, Protocol):
    """Where examples are looked for and kept."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file holds. With `problems` nothing of it would be kept.

    `new` are by the ids that they would get. `already_here` say what a conversation of this dataset says, `twice`
    what another one of the same file says. `unknown` are words that the dataset does not have, by dimension.
    """

    file: SeedFile
    new: dict[str, Seed]
    already_here: int
    twice: int
    unknown: tuple[tuple[str, str], ...]
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ImportedSeeds:
    """What has come in, in the order of the file."""

    rows: tuple[ConversationHead, ...]
    already_here: int
    twice: int


def preview_seeds(scope: TenantScope, dataset_id: str, text: str, *, store: SeedsStore) -> Recognised:
    """What an import would do; a bad file is a problem, not an error. Raises NotFound."""
    dataset = dataset_or_not_found(scope, dataset_id, store)
    return _recognised(scope, dataset, read_seeds(text), store)


def import_seeds(
    scope: TenantScope, actor: Actor, dataset_id: str, text: str, *, store: SeedsStore, clock: Clock
) -> ImportedSeeds:
    """Keeps the conversations of a file, all or none. Raises NotFound, InvalidInput that names each bad entry."""
    file = read_seeds(text)
    while True:
        finish_pending_seeds(scope, dataset_id, store=store, clock=clock)
        dataset = dataset_or_not_found(scope, dataset_id, store)
        found = _recognised(scope, dataset, file, store)
        if found.problems:
            raise _refused(found)
        if not found.new:
            return ImportedSeeds((), found.already_here, found.twice)
        try:
            return _keep(scope, actor, dataset, found, store, clock)
        except ChangeLost:
            # Somebody changed the dataset meanwhile, or brought in the same file: look again.
            if dataset_or_not_found(scope, dataset_id, store).revision == dataset.revision:
                raise


def finish_pending_seeds(scope: TenantScope, dataset_id: str, *, store: SeedsStore, clock: Clock) -> None:
    """Writes the rows that an interrupted import has left out."""
    dataset = dataset_or_not_found(scope, dataset_id, store)
    pending = dataset.pending_seeds
    if pending is None:
        return
    rows = [
        row_of(found[0], dataset, pending.first_number + place, pending.accepted_at)
        for place, id_ in enumerate(pending.conversations)
        if (found := store.version(scope, id_, 1)) is not None
    ]
    write_rows(scope, dataset_id, rows, store=store, clock=clock)
    close_pending(scope, dataset_id, "pending_seeds", pending.id, store=store, clock=clock)


def _recognised(scope: TenantScope, dataset: Dataset, file: SeedFile, store: SeedsStore) -> Recognised:
    heads = all_heads(scope, dataset, store)
    there = {head.id for head in heads}
    deleted = {stone.conversation_id for stone in store.tombstones(scope, dataset.id)}
    like = defaultdict[tuple[str, int], list[ConversationHead]](list)
    for head in heads:
        like[head.sketch, head.turn_count].append(head)
    new: dict[str, Seed] = {}
    already_here = twice = 0
    for seed in fitted(file.seeds, dataset.taxonomy):
        id_ = _id_of(scope, dataset, seed, deleted)
        if id_ in new:
            twice += 1
        elif id_ in there or _is_said_by(scope, seed, like[small_sketch(seed.turns), len(seed.turns)], store):
            already_here += 1
        else:
            new[id_] = seed
    problems = file.problems
    if (overall := dataset.last_number + len(new)) > MOST_CONVERSATIONS and not problems:
        sentence = f"A dataset holds at most {MOST_CONVERSATIONS:,} conversations; with these it would be {overall:,}."
        problems = (("The file", sentence),)
    unknown = unknown_words(new.values(), dataset.taxonomy)
    return Recognised(file, new, already_here, twice, unknown, problems)


def _id_of(scope: TenantScope, dataset: Dataset, seed: Seed, deleted: set[str]) -> str:
    """It follows from the text, so that the same one is kept once; one that was deleted may come back as another."""
    said = (scope.tenant_id, dataset.id, seed.fingerprint)
    times = 0
    while (id_ := derived_ulid(dataset.created_at, "seed", *said, times)) in deleted:
        times += 1
    return id_


def _is_said_by(scope: TenantScope, seed: Seed, alike: Sequence[ConversationHead], store: SeedsStore) -> bool:
    """Whether one of those that look the same says the very same, such as one that was exported from here."""
    for head in alike:
        found = store.version(scope, head.id, head.current_version) if head.current_version else None
        if found and digest_of((turn.role, turn.content) for turn in found[1]).hex() == seed.fingerprint:
            return True
    return False


def _keep(
    scope: TenantScope, actor: Actor, dataset: Dataset, found: Recognised, store: SeedsStore, clock: Clock
) -> ImportedSeeds:
    now, tenant = clock.now(), store.tenant(scope)
    settings = tenant.settings if tenant else TenantSettings()
    texts = [
        AddVersion(first_version(id_, seed, dataset, settings, actor, now), seed.turns)
        for id_, seed in found.new.items()
    ]
    _write_texts(scope, texts, store, clock)
    pending = PendingSeeds(
        id=clock.new_id(),
        first_number=dataset.last_number + 1,
        conversations=tuple(found.new),
        accepted_at=now,
    )
    rows = [row_of(text.version, dataset, pending.first_number + n, now) for n, text in enumerate(texts)]
    accepted = dataset.model_copy(
        update={
            "pending_seeds": pending,
            "last_number": dataset.last_number + len(rows),
            "updated_at": now,
            "revision": dataset.revision + 1,
        }
    )
    recorded = _event(actor, dataset, found, pending, clock)
    store.commit(
        scope, [SaveDataset(accepted, expected=dataset.revision), recorded], token=request_token("seeds", pending.id)
    )
    write_rows(scope, dataset.id, rows, store=store, clock=clock)
    close_pending(scope, dataset.id, "pending_seeds", pending.id, store=store, clock=clock)
    return ImportedSeeds(tuple(row.head for row in rows), found.already_here, found.twice)


def _event(actor: Actor, dataset: Dataset, found: Recognised, pending: PendingSeeds, clock: Clock) -> AddEvent:
    last = dataset.last_number + len(found.new)
    return event(
        clock,
        actor,
        Action.SEEDS_IMPORTED,
        Subject(kind="dataset", id=dataset.id, ref=dataset.name),
        dataset_id=dataset.id,
        total=len(found.new),
        already_here=found.already_here,
        first=reference(dataset.prefix, pending.first_number),
        last=reference(dataset.prefix, last),
    )


def _write_texts(scope: TenantScope, texts: Sequence[AddVersion], store: SeedsStore, clock: Clock) -> None:
    """As many at once as fit. What an interrupted import has left there says the same; its words may be old."""
    run = clock.new_id()
    for page in _pages(texts):
        try:
            store.commit(scope, page, token=request_token("seed texts", run, page[0].version.conversation_id))
        except ChangeLost:
            for text in page:
                _write_text(scope, text, run, store)


def _write_text(scope: TenantScope, text: AddVersion, run: str, store: SeedsStore) -> None:
    id_ = text.version.conversation_id
    change: Change = text if store.version(scope, id_, 1) is None else SaveVersion(text.version)
    store.commit(scope, [change], token=request_token("seed text", run, id_))


def _pages(texts: Sequence[AddVersion]) -> Iterator[list[AddVersion]]:
    page: list[AddVersion] = []
    actions = size = 0
    for text in texts:
        weight = sum(len(turn.content.encode()) for turn in text.turns)
        more = 1 + len(text.turns)
        if page and (actions + more > MOST_ACTIONS or size + weight > _BYTES_AT_ONCE):
            yield page
            page, actions, size = [], 0, 0
        page.append(text)
        actions, size = actions + more, size + weight
    if page:
        yield page


def _refused(found: Recognised) -> InvalidInput:
    count = len(found.problems)
    more = f" {count - 1:,} more can't be used." if count > 1 else ""
    return InvalidInput(
        f"Nothing was imported. {found.problems[0][1]}{more}", code="bad_seeds", fields=found.problems[:MOST_TOLD]
    )
