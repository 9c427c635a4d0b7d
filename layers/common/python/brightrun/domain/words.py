"""What an owner reads when a conversation was not written: the reason and the next step (ui.md §7)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from brightrun.domain.model import Instant, Record

Kind = Literal["transient", "permanent", "needs_change"]


class Failure(Record):
    """Why a conversation was not written, in words for its owner, and whether trying again helps."""

    kind: Kind
    code: str
    reason: str
    next_step: str
    at: Instant
    request_id: str | None = None


_TEXTS: dict[str, tuple[Kind, str, str]] = {
    "too_busy": ("transient", "Claude was too busy several times in a row.", "Trying again is all it takes."),
    "no_answer": (
        "transient",
        "Claude did not answer in time, so we can't know whether it was charged.",
        "Trying again mostly helps. What may have been charged is counted as spent.",
    ),
    "cut_off": (
        "transient",
        "The answer stopped before the end.",
        "A shorter plan for this one usually helps.",
    ),
    "unreadable": (
        "transient",
        "The answer came back in a shape we could not use, also after one repair.",
        "Trying again mostly helps.",
    ),
    "declined": (
        "needs_change",
        "Claude declined to write this one.",
        "Trying again won't help: soften the situation first.",
    ),
    "too_long": (
        "needs_change",
        "What Claude has to read for this one is too long.",
        "Use fewer or shorter passages.",
    ),
    "prompt": ("needs_change", "", "Complete the conversation or its template, then try again."),
    "not_accepted": (
        "permanent",
        "Claude did not accept this request.",
        "Trying again won't help. The details say what it objected to.",
    ),
    "deadline": (
        "transient",
        "It could not be written within a day.",
        "Trying again is all it takes.",
    ),
}

_AS_IT_WAS = "The conversation itself is as it was."
_OF_OPINIONS: dict[str, tuple[Kind, str, str]] = {
    "cut_off": ("transient", "The second opinion stopped before the end.", f"Trying again mostly helps. {_AS_IT_WAS}"),
    "declined": ("permanent", "Claude declined to give an opinion on this one.", _AS_IT_WAS),
    "too_long": ("permanent", "This conversation is too long for a second opinion.", _AS_IT_WAS),
    "prompt": ("needs_change", "", _AS_IT_WAS),
    "deadline": ("transient", "No second opinion could be given within a day.", f"Ask again. {_AS_IT_WAS}"),
}


def failure(
    code: str, at: datetime, *, reason: str = "", request_id: str | None = None, opinion: bool = False
) -> Failure:
    """The failure of a stable code; `reason` replaces its sentence where there is a better one.

    With `opinion` nothing was to be written, only to be judged.
    """
    kind, sentence, next_step = _OF_OPINIONS[code] if opinion and code in _OF_OPINIONS else _TEXTS[code]
    return Failure(
        kind=kind,
        code="opinion_declined" if opinion and code == "declined" else code,
        reason=reason or sentence,
        next_step=next_step,
        at=at,
        request_id=request_id,
    )


def kind_of(code: str) -> Kind:
    """Whether trying again helps; for a provider's own code it does."""
    known = _TEXTS.get(code)
    return known[0] if known else "transient"
