"""Changing what a conversation is filed under: its dimensions, in the words of its dataset, and its tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.taxonomy import choices
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets
from brightrun.usecases.parts.one_row import commit_row, row_as_read
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.tags import clean_tags

_WORDS: Final = {"content_category": "category", "topic_cluster": "topic cluster"}


class DescribingStore(Commits, Conversations, Datasets, Protocol):
    """What a description reads and writes."""


def describe(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    wanted: Mapping[str, str | tuple[str, ...]],
    *,
    expected: int,
    store: DescribingStore,
    clock: Clock,
) -> ConversationHead:
    """Stores other dimensions or tags. A value must be one of the dataset's own; `tags` are free.

    Raises NotFound, Stale, InvalidInput that names each value that the dataset does not know.
    """
    head, _ = row_as_read(scope, conversation_id, expected, store)
    dataset = store.dataset(scope, head.dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    known = choices(dataset.taxonomy)
    changes: dict[str, str | tuple[str, ...]] = {}
    wrong: list[tuple[str, str]] = []
    for name, value in wanted.items():
        if name == "tags":
            changes[name] = clean_tags(tuple(value))
        elif value in known[name] or value == getattr(head, name):
            changes[name] = value
        else:
            wrong.append((name, f"“{value}” is not a {_WORDS.get(name, name)} of this dataset"))
    if wrong:
        raise InvalidInput(f"{'; '.join(what for _, what in wrong)}.", code="not_in_taxonomy", fields=wrong)
    before = {name: getattr(head, name) for name in changes}
    changes = {name: value for name, value in changes.items() if value != before[name]}
    if not changes:
        return head
    after = head.described(changes, clock.now())
    recorded = event(
        clock,
        actor,
        Action.CONVERSATION_DESCRIBED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        before={name: before[name] for name in changes},
        after=dict(changes),
    )
    commit_row(scope, head, after, recorded, token=recorded.event.id, store=store)
    return after
