"""Editing the messages of a version: one new version a sitting, counted again and on record.

A sitting is one person typing on top of one version, without a long pause: what is saved in it goes into the same
draft, so that nothing typed is lost and the history holds one line for it (decision 0016).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.answer import MOST_CHARACTERS, normalised
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import Conflict, InvalidInput, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.near import small_sketch
from brightrun.domain.score import score_conversation
from brightrun.domain.slot import Slot
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.version import Quality, Turn, Version, words_of_turns
from brightrun.ports.changes import AddVersion, Change, SaveVersion
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Documents, Tenants
from brightrun.usecases.parts.one_row import commit_row, row_as_read
from brightrun.usecases.parts.record import event

SITTING = timedelta(minutes=15)
"""A pause longer than this begins another version."""


class EditingStore(Commits, Conversations, Datasets, Documents, Tenants, Protocol):
    """What an edit reads and writes."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The row after it, the version that holds the edit, and the score of the text that it was made from."""

    head: ConversationHead
    version: Version
    turns: tuple[Turn, ...]
    was_score: float


def edit_turns(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    version: int,
    texts: Mapping[int, str],
    *,
    expected: int,
    store: EditingStore,
    clock: Clock,
) -> Edited:
    """Stores new texts, by message number, on top of the version that the person sees.

    Raises NotFound, Stale with the current row, Conflict while it is being written, InvalidInput for a message
    that is empty, too long or not there.
    """
    head, slot = row_as_read(scope, conversation_id, expected, store)
    found = store.version(scope, conversation_id, version)
    if found is None:
        raise NotFound(f"Version {version} of {head.ref}")
    seen, turns = found
    if seen.removed is not None:
        raise Conflict(f"Version {version} of {head.ref} was deleted.", code="version_deleted")
    after = _with_texts(turns, texts)
    changed = tuple(new for new, old in zip(after, turns, strict=True) if new != old)
    base = seen if seen.base_version is None else _base(scope, seen, store)
    if not changed:
        return Edited(head, seen, turns, base.quality.score)
    now = clock.now()
    quality = _score(scope, head, slot, seen, after, store)
    sketched = seen.model_copy(update=_counted(after))
    written: Change
    if going_on := goes_on(seen, head, actor, now):
        new = sketched.model_copy(update={"quality": quality, "changed_at": now})
        written = SaveVersion(new, changed)
    else:
        new = _new_version(head, sketched, quality, actor, now)
        written = AddVersion(new, after)
    recorded = event(
        clock,
        actor,
        Action.DRAFT_SAVED if going_on else Action.CONVERSATION_EDITED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        version=new.number,
        base_version=new.base_version,
        turns=[turn.number for turn in changed],
        was=seen.quality.score,
    )
    row = head.edited(new, now)
    commit_row(scope, head, row, written, recorded, token=recorded.event.id, store=store)
    return Edited(row, new, after, base.quality.score if going_on else seen.quality.score)


def _counted(turns: tuple[Turn, ...]) -> dict[str, object]:
    """What is kept of a text beside it. An opinion was on another one."""
    return {"sketch": small_sketch(turns), "words": words_of_turns(turns), "opinion": None}


def goes_on(draft: Version, head: ConversationHead, actor: Actor, now: datetime) -> bool:
    """Whether the person is still at the draft that they began: nobody has decided on it or written another."""
    is_open = draft.origin == "edit" and draft.number == head.latest_version and draft.created_by == actor.id
    decided = head.review is not None and head.review.version == draft.number
    return is_open and not decided and now - (draft.changed_at or draft.created_at) <= SITTING


def _with_texts(turns: tuple[Turn, ...], texts: Mapping[int, str]) -> tuple[Turn, ...]:
    wrong: list[tuple[str, str]] = []
    clean = {number: normalised(text) for number, text in texts.items()}
    for number, text in clean.items():
        if not 1 <= number <= len(turns):
            wrong.append((f"turns.{number}", "is not a message of this version"))
        elif not text:
            wrong.append((f"turns.{number}", "can't be empty"))
        elif len(text) > MOST_CHARACTERS:
            wrong.append((f"turns.{number}", f"is longer than {MOST_CHARACTERS:,} characters"))
    if wrong:
        place, what = wrong[0]
        raise InvalidInput(f"Message {place.removeprefix('turns.')} {what}.", code="bad_turn", fields=wrong)
    return tuple(
        turn.model_copy(update={"content": clean[turn.number]}) if turn.number in clean else turn for turn in turns
    )


def _base(scope: TenantScope, seen: Version, store: Conversations) -> Version:
    found = store.version(scope, seen.conversation_id, seen.base_version or seen.number)
    return found[0] if found else seen


def _score(
    scope: TenantScope,
    head: ConversationHead,
    slot: Slot,
    seen: Version,
    turns: tuple[Turn, ...],
    store: EditingStore,
) -> Quality:
    """Measured like any text. The model's confidence was in its own words, so it does not count here."""
    dataset = store.dataset(scope, head.dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    passages = store.chunks_by_id(scope, head.chunk_ids)
    tenant = store.tenant(scope)
    settings = tenant.settings if tenant else TenantSettings()
    return score_conversation(
        turns,
        head=head,
        slot=slot,
        chunks=[passages[id_] for id_ in head.chunk_ids if id_ in passages],
        taxonomy=dataset.taxonomy,
        facts_used=seen.facts_used,
        flag_below=settings.flag_below,
        rules=settings.score,
    )


def _new_version(head: ConversationHead, seen: Version, quality: Quality, actor: Actor, now: datetime) -> Version:
    return seen.model_copy(
        update={
            "number": head.latest_version + 1,
            "origin": "edit",
            "quality": quality,
            "confidence": None,
            "confidence_reason": "",
            "attempt_id": None,
            "cost_micros": 0,
            "base_version": seen.number,
            "instruction": "",
            "created_at": now,
            "created_by": actor.id,
            "created_by_name": actor.name,
            "changed_at": None,
        }
    )
