"""What came of a call, before anything is written: money first, quality second (facts: any answer is billed).

Pure: from a brief, its attempt and what the provider said to the changes that a settlement makes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from brightrun.domain.answer import Answer, UnreadableAnswer, read_answer
from brightrun.domain.attempt import Attempt, AttemptError, Outcome
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.event import Action, Subject
from brightrun.domain.judging import opinion_of, read_opinion
from brightrun.domain.money import ModelInfo, cost_of
from brightrun.domain.near import small_sketch
from brightrun.domain.provider import FailureClass, ModelReply, ProviderFailure
from brightrun.domain.rewrite import rewritten
from brightrun.domain.score import score_conversation
from brightrun.domain.version import Version, words_of_turns
from brightrun.domain.words import Failure, failure
from brightrun.ports.changes import AddVersion, Change, SaveVersion
from brightrun.ports.clock import Clock
from brightrun.usecases.parts.brief import Brief, Unpromptable
from brightrun.usecases.parts.record import event, why


@dataclass(frozen=True, slots=True)
class Again:
    """The conversation went back into the queue and this worker may take it once more."""

    head: ConversationHead
    delay_seconds: float = 0.0
    broken_text: str | None = None
    problem: str = ""
    more_room: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a settlement writes besides attempt and money."""

    attempt: Attempt
    head: Callable[[ConversationHead], ConversationHead]
    extra: tuple[Change, ...]
    again: Again | None = None


def of_reply(brief: Brief, attempt: Attempt, reply: ModelReply, clock: Clock) -> Result:
    """Of an answered call: a conversation, or what to do about a useless answer."""
    now = clock.now()
    billed = _billed(attempt, reply, brief.model, now)
    if reply.stop_reason == "refusal":
        return _declined(brief, billed, clock)
    if reply.stop_reason == "model_context_window_exceeded":
        return _final(brief, billed, Outcome.UNREADABLE, _failure(brief, "too_long", now, reply.request_id), clock)
    if brief.task.kind == "judge":
        return _opinion(brief, billed, reply, clock)
    read = read_answer(reply.text)
    if isinstance(read, Answer) and brief.base is not None:
        read = rewritten(read, brief.base, brief.task)
    if isinstance(read, Answer) and reply.stop_reason != "max_tokens":
        return _written(brief, billed, read, reply, clock)
    return _useless(brief, billed, read, reply, clock)


def of_failure(
    brief: Brief | Unpromptable, attempt: Attempt, problem: ProviderFailure, wait_seconds: float, clock: Clock
) -> Result:
    """Of a call that gave no answer: nothing is booked for a refusal, the whole reservation when nobody knows."""
    now = clock.now()
    ended = attempt.model_copy(
        update={
            "ended_at": now,
            "request_id": problem.request_id,
            "error": AttemptError(code=problem.code, reason=problem.sentence, status=problem.status),
        }
    )
    if problem.kind is FailureClass.AMBIGUOUS:
        return _unknown(brief, ended, clock)
    if problem.kind is FailureClass.PERMANENT:
        lost = _failure(brief, "not_accepted", now, problem.request_id)
        return _final(brief, ended, Outcome.REJECTED, lost, clock)
    ended = ended.model_copy(update={"outcome": Outcome.REJECTED})
    until = now + timedelta(seconds=wait_seconds)
    passing = Failure(
        kind="transient",
        code=problem.code,
        reason=problem.sentence,
        next_step="",
        at=now,
        request_id=problem.request_id,
    )
    return Result(
        ended,
        lambda head: head.try_again(cost=0, paid=False, now=now, not_before=until),
        (_lost(brief, ended, Action.CONVERSATION_ATTEMPT_FAILED, passing, clock),),
        Again(brief.head, wait_seconds),
    )


def of_lost_worker(brief: Brief | Unpromptable, attempt: Attempt, clock: Clock) -> Result:
    """Of a call whose worker died without an answer: the reservation stays spent and visible."""
    ended = attempt.model_copy(
        update={
            "ended_at": clock.now(),
            "error": AttemptError(code="worker_lost", reason="The worker stopped before an answer was stored."),
        }
    )
    return _unknown(brief, ended, clock)


def of_orphan(lost: Unpromptable, attempt: Attempt, reply: ModelReply, model: ModelInfo, clock: Clock) -> Result:
    """Of an answer that outlived its worker and what it was to be judged by: it is paid for and can't be used."""
    now = clock.now()
    billed = _billed(attempt, reply, model, now)
    why_not = _failure(lost, "prompt", now, reply.request_id, lost.reason)
    return _final(lost, billed, Outcome.UNREADABLE, why_not, clock)


def _billed(attempt: Attempt, reply: ModelReply, model: ModelInfo, now: datetime) -> Attempt:
    return attempt.model_copy(
        update={
            "cost_micros": cost_of(reply.usage, model),
            "usage": reply.usage,
            "request_id": reply.request_id,
            "stop_reason": reply.stop_reason,
            "ended_at": now,
        }
    )


def _unknown(brief: Brief | Unpromptable, attempt: Attempt, clock: Clock) -> Result:
    """An attempt that may have been billed costs what was set aside for it."""
    now = clock.now()
    spent = attempt.model_copy(update={"outcome": Outcome.UNKNOWN, "cost_micros": attempt.reserved_micros})
    return _once_more(brief, spent, _failure(brief, "no_answer", now), clock, Again(brief.head))


def _written(brief: Brief, attempt: Attempt, answer: Answer, reply: ModelReply, clock: Clock) -> Result:
    now = clock.now()
    quality = score_conversation(
        answer.turns,
        head=brief.head,
        slot=brief.slot,
        chunks=brief.chunks,
        taxonomy=brief.dataset.taxonomy,
        confidence=answer.confidence,
        confidence_reason=answer.confidence_reason,
        facts_used=answer.facts_used,
        flag_below=brief.settings.flag_below,
        rules=brief.settings.score,
    )
    # The template of a rewrite's text is the one that its first version was written by.
    made_of = brief.base.version if brief.base else attempt
    version = Version(
        conversation_id=brief.head.id,
        number=brief.head.latest_version + 1,
        origin="attempt",
        title=answer.title,
        turn_count=len(answer.turns),
        quality=quality,
        model=attempt.model,
        written_by=reply.written_by,
        template_id=made_of.template_id,
        template_version=made_of.template_version,
        parameters=attempt.parameters,
        confidence=answer.confidence,
        confidence_reason=answer.confidence_reason,
        facts_used=answer.facts_used,
        sketch=small_sketch(answer.turns),
        words=words_of_turns(answer.turns),
        attempt_id=attempt.id,
        cost_micros=attempt.cost_micros,
        base_version=brief.base.version.number if brief.base else None,
        instruction=brief.task.instruction,
        created_at=now,
        created_by=brief.batch.started_by,
        created_by_name=brief.batch.started_by_name,
    )
    recorded = _event(
        brief,
        clock,
        Action.CONVERSATION_REWRITTEN if brief.base else Action.CONVERSATION_GENERATED,
        version=version.number,
        score=quality.score,
        cost_micros=attempt.cost_micros,
        model=attempt.model,
        attempt=attempt.id,
    )
    done = attempt.model_copy(update={"outcome": Outcome.SUCCEEDED})
    return Result(
        done,
        lambda head: head.written(version, cost=done.cost_micros, now=now),
        (AddVersion(version, answer.turns), recorded),
    )


def _opinion(brief: Brief, attempt: Attempt, reply: ModelReply, clock: Clock) -> Result:
    """Of an answered call for a second opinion: kept beside the score of the version that it is on."""
    base = brief.base
    read = read_opinion(reply.text, len(base.turns) if base else 0)
    if base is None or isinstance(read, UnreadableAnswer) or reply.stop_reason == "max_tokens":
        return _useless(brief, attempt, read, reply, clock)
    now = clock.now()
    opinion = opinion_of(brief.batch, attempt, read, reply, now)
    version = base.version.model_copy(update={"opinion": opinion})
    recorded = _event(
        brief,
        clock,
        Action.CONVERSATION_JUDGED,
        version=version.number,
        overall=opinion.overall,
        verdict=opinion.verdict,
        cost_micros=attempt.cost_micros,
        model=attempt.model,
        attempt=attempt.id,
    )
    done = attempt.model_copy(update={"outcome": Outcome.SUCCEEDED})
    return Result(
        done,
        lambda head: head.judged(version, cost=done.cost_micros, now=now),
        (SaveVersion(version), recorded),
    )


def _useless(brief: Brief, attempt: Attempt, read: object, reply: ModelReply, clock: Clock) -> Result:
    cut_off = reply.stop_reason == "max_tokens"
    problem = "The answer stopped before the end."
    if isinstance(read, UnreadableAnswer) and not cut_off:
        problem = read.sentence
    code = "cut_off" if cut_off else "unreadable"
    spent = attempt.model_copy(update={"outcome": Outcome.UNREADABLE, "error": AttemptError(code=code, reason=problem)})
    again = Again(
        brief.head,
        broken_text=None if cut_off else reply.text,
        problem=problem,
        more_room=cut_off,
    )
    lost = _failure(brief, code, clock.now(), reply.request_id)
    if attempt.kind == "repair" or (cut_off and brief.max_tokens > brief.model.call_max_tokens):
        return _final(brief, spent, Outcome.UNREADABLE, lost, clock)
    return _once_more(brief, spent, lost, clock, again)


def _declined(brief: Brief, attempt: Attempt, clock: Clock) -> Result:
    lost = _failure(brief, "declined", clock.now(), attempt.request_id)
    return _final(brief, attempt, Outcome.REFUSED, lost, clock)


def _once_more(brief: Brief | Unpromptable, attempt: Attempt, lost: Failure, clock: Clock, again: Again) -> Result:
    """A paid attempt came to nothing: another one if any is left, else the failure.

    It is due at once: the message of a worker that died may stay hidden for longer than anybody should wait.
    """
    if brief.head.paid_attempts + 1 >= brief.settings.max_paid_attempts:
        return _final(brief, attempt, attempt.outcome, lost, clock)
    now, cost = clock.now(), attempt.cost_micros
    recorded = _lost(brief, attempt, Action.CONVERSATION_ATTEMPT_FAILED, lost, clock)
    return Result(
        attempt,
        lambda head: head.try_again(cost=cost, paid=True, now=now, not_before=now),
        (recorded,),
        again,
    )


def _final(brief: Brief | Unpromptable, attempt: Attempt, outcome: Outcome, lost: Failure, clock: Clock) -> Result:
    now = clock.now()
    ended = attempt.model_copy(update={"outcome": outcome})
    recorded = _lost(brief, ended, Action.CONVERSATION_FAILED, lost, clock)
    return Result(
        ended,
        lambda head: head.fail(lost, cost=ended.cost_micros, paid=ended.paid, now=now),
        (recorded,),
    )


def _failure(
    brief: Brief | Unpromptable, code: str, now: datetime, request_id: str | None = None, reason: str = ""
) -> Failure:
    opinion = brief.batch.task.kind == "judge"
    return failure(code, now, reason=reason, request_id=request_id, opinion=opinion)


def _lost(brief: Brief | Unpromptable, attempt: Attempt, action: Action, lost: Failure, clock: Clock) -> Change:
    told = why(lost) | {"request_id": lost.request_id or attempt.request_id}
    status = attempt.error.status if attempt.error else None
    return _event(brief, clock, action, **told, status=status, cost_micros=attempt.cost_micros, attempt=attempt.id)


def _event(brief: Brief | Unpromptable, clock: Clock, action: Action, **details: object) -> Change:
    batch = brief.batch
    subject = Subject(kind="conversation", id=brief.head.id, ref=brief.head.ref)
    return event(clock, batch.starter, action, subject, dataset_id=batch.dataset_id, batch=batch.id, **details)
