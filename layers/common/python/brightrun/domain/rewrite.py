"""Changing what was written by an instruction: the request for it, and what its answer may touch.

The owner's words and the conversation stand in the prompt as escaped data. When one message is to be
changed, only that message is taken from the answer: all others stay word for word, whatever came back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from brightrun.domain.answer import Answer, UnreadableAnswer
from brightrun.domain.placeholders import substitute
from brightrun.domain.provider import Prompt
from brightrun.domain.quoting import as_data
from brightrun.domain.task import Task
from brightrun.domain.template import TemplateVersion
from brightrun.domain.version import Turn, Version

_VOICES = {"user": "the client", "assistant": "the advisor"}


@dataclass(frozen=True, slots=True)
class Base:
    """The version that is changed, with its messages."""

    version: Version
    turns: tuple[Turn, ...]


def render_rewrite(material: Prompt, base: Base, task: Task, template: TemplateVersion) -> Prompt:
    """The request for a rewrite. `material` are the rules, the plan and the facts that it was written from.

    `template` is the rewrite prompt ({scope}, {conversation}, {instruction}).
    """
    values = {
        "scope": _scope(base, task),
        "conversation": shown_messages(base),
        "instruction": as_data(task.instruction),
    }
    return Prompt(common=material.common, text=f"{substitute(template.body, values).strip()}\n\n{material.text}")


def rewritten(answer: Answer, base: Base, task: Task) -> Answer | UnreadableAnswer:
    """The whole conversation after the rewrite; for one message, with the others as they were."""
    if task.turn is None:
        return answer
    old = base.turns[task.turn - 1]
    new = _the_one(answer, base, task.turn)
    if new is None or new.role != old.role:
        voice = _VOICES[old.role]
        return UnreadableAnswer(
            "other_turn", f"Only message {task.turn}, spoken by {voice}, was to be rewritten; something else came back."
        )
    turns = tuple(old.model_copy(update={"content": new.content}) if turn is old else turn for turn in base.turns)
    return replace(answer, title=base.version.title, turns=turns)


def _the_one(answer: Answer, base: Base, number: int) -> Turn | None:
    """The rewritten message: alone, as it was asked for, or in its place in the whole conversation."""
    if len(answer.turns) == 1:
        return answer.turns[0]
    return answer.turns[number - 1] if len(answer.turns) == len(base.turns) else None


def _scope(base: Base, task: Task) -> str:
    if task.turn is None:
        return "Rewrite the whole conversation and answer with all of it."
    voice = _VOICES[base.turns[task.turn - 1].role]
    return (
        f"Rewrite message {task.turn} only, spoken by {voice}, and answer with that one message in `turns` "
        "and no other. All others stay as they are, word for word, and it must still fit between them."
    )


def shown_messages(base: Base) -> str:
    """The conversation as a prompt shows it: numbered, and escaped so that no message can leave its place."""
    return "\n".join(_message(turn) for turn in base.turns)


def _message(turn: Turn) -> str:
    return f'<message number="{turn.number}" role="{turn.role}">{as_data(turn.content)}</message>'
