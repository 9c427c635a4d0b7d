"""What a second, paid try is asked: the answer to be repaired, or the same with more room."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from brightrun.domain.attempt import Outcome
from brightrun.domain.errors import NotFound
from brightrun.domain.prompt import render_repair
from brightrun.domain.provider import Prompt
from brightrun.domain.template import TemplateVersion
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.services import Payloads
from brightrun.ports.stores import Conversations, Templates
from brightrun.usecases.parts.brief import Brief
from brightrun.usecases.parts.payload_keys import answer_key
from brightrun.usecases.parts.settle import stored_reply
from brightrun.usecases.parts.template_shelf import leading_version

_REPAIR_TEMPLATE = "repair"


class SecondTryStore(Conversations, Templates, Protocol):
    """Where the first try is looked up."""


def repair_prompt(scope: TenantScope, brief: Brief, broken_text: str, problem: str, *, store: Templates) -> Prompt:
    """The request with its broken answer, in the words of the repair template if there is one."""
    template: TemplateVersion | None = None
    if brief.task.kind == "write":
        with suppress(NotFound):
            template = leading_version(scope, _REPAIR_TEMPLATE, store)
    holding = "all five parts of the rubric" if brief.task.kind == "judge" else ""
    return render_repair(brief.prompt, broken_text, problem, template=template, turns=brief.messages, holding=holding)


def with_more_room(brief: Brief) -> Brief:
    return replace(brief, max_tokens=min(2 * brief.max_tokens, brief.model.max_output_tokens))


def second_try(scope: TenantScope, brief: Brief, *, store: SecondTryStore, payloads: Payloads) -> tuple[Brief, bool]:
    """The brief as the last answer in this run asks for it, and whether it is a repair."""
    if not brief.head.paid_attempts:
        return brief, False
    mine = [each for each in store.attempts(scope, brief.head.id) if each.batch_id == brief.batch.id]
    last = mine[-1] if mine else None
    if last is None or last.outcome is not Outcome.UNREADABLE or last.error is None:
        return brief, False
    if last.error.code == "cut_off":
        return with_more_room(brief), False
    body = payloads.get(scope, answer_key(last))
    if body is None:
        return brief, False
    prompt = repair_prompt(scope, brief, stored_reply(body).text, last.error.reason, store=store)
    return replace(brief, prompt=prompt), True
