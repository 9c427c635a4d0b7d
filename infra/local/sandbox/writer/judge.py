"""A second opinion from the practice model: what it says follows from what stands on the page, never from chance."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from infra.local.sandbox.writer.banks import load
from infra.local.sandbox.writer.plan import Plan
from infra.local.sandbox.writer.rewrite import read_messages

Json = dict[str, Any]

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[a-z']+")
_LABEL = re.compile(r"[{\[][a-z_ ]+[}\]]|^(?:user|assistant|client|advisor):", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:rubric|instruction|rule|previous|above)"
    r"|\b(?:answer|score|give|rate)\b.{0,30}\b(?:10|ten)\b.{0,20}\b(?:everywhere|every part|all|out of)",
    re.IGNORECASE | re.DOTALL,
)
_PROMISE = re.compile(
    r"\b(?:guarantee[ds]?|risk[- ]free|can't lose|cannot lose|certain to rise|sure to grow)\b", re.IGNORECASE
)
_SHORT = 20
"""Words: an answer below this helps nobody."""


@dataclass(frozen=True)
class Talk:
    """A written conversation under its plan, messages numbered from 1."""

    plan: Plan
    turns: tuple[tuple[str, str], ...]

    def said(self, role: str) -> list[tuple[int, str]]:
        return [(number, text) for number, (who, text) in enumerate(self.turns, 1) if who == role]


def read_talk(prompt: str, plan: Plan) -> Talk | None:
    """The conversation that a prompt wants judged, or None."""
    turns = read_messages(prompt)
    return Talk(plan, turns) if turns and "<instruction>" not in prompt else None


def judge(talk: Talk) -> Json:
    """The answer: each part of the rubric with a score, a sentence and the message that it is about."""
    judges = {"arc": _arc, "voice": _voice, "facts": _facts, "help": _help, "safety": _safety}
    return {part: _said(*look(talk)) for part, look in judges.items()}


def _said(score: int, sentence: str, turn: int = 0) -> Json:
    return {"score": score, "sentence": sentence, "turn": turn}


def _arc(talk: Talk) -> tuple[int, str, int]:
    client = talk.said("user")
    planned, there = talk.plan.turns, len(talk.turns)
    if there < planned - 2:
        return 3, f"{there} messages where {planned} were planned leave no room for anything to change.", there
    heard = [number for number, text in client[1:] if _stuck().search(text)]
    if len(heard) * 2 > len(client) - 1:
        return (
            2,
            "The client ends as they began; nothing that was answered moved them.",
            heard[-1],
        )
    again = _same(client)
    if again:
        return 4, "The client repeats themselves, so the change that is claimed is not heard.", again
    turn = client[len(client) // 2][0] if client else 0
    moved = 1 - _overlap(client[0][1], client[-1][1]) if len(client) > 1 else 0
    score = 8 if moved > 0.8 else 7
    return score, "The feeling of the first message eases by degrees after what lies beneath is said.", turn


def _voice(talk: Talk) -> tuple[int, str, int]:
    for number, (_, text) in enumerate(talk.turns, 1):
        if _ORDER.search(text):
            return 2, "This message speaks to whoever reads the conversation instead of to the advisor.", number
        if _LABEL.search(text):
            return 2, "A placeholder or label stands in the text where a person would speak.", number
    for number, (before, after) in enumerate(zip(talk.turns, talk.turns[1:], strict=False), 2):
        if before[0] == after[0]:
            return 3, "The same voice speaks twice in a row, so an answer is missing.", number
    loud = next((number for number, text in talk.said("assistant") if "!" in text), 0)
    if loud:
        return 6, "The advisor raises the voice with an exclamation mark, which this firm does not do.", loud
    return 8, "The client sounds like one particular person, and the advisor stays plain and calm.", 1


def _facts(talk: Talk) -> tuple[int, str, int]:
    known = {figure for fact in talk.plan.facts for figure in _figures(fact.text)}
    known |= _figures(talk.plan.situation) | {figure for part in talk.plan.case for figure in _figures(part)}
    for number, text in talk.said("assistant"):
        strange = sorted(_figures(text) - known)
        if strange:
            return 3, f"The figure {strange[0]} stands in no source fact.", number
    words = [set(_WORD.findall(fact.text.lower())) for fact in talk.plan.facts]
    used = [
        number
        for number, text in talk.said("assistant")
        if any(len(set(_WORD.findall(text.lower())) & fact) >= 12 for fact in words)
    ]
    if not talk.plan.facts:
        return 8, "There are no source facts, and the advisor does without figures.", 0
    if not used:
        return 5, "None of the source facts is really applied to this client.", 0
    score = 9 if len(used) > 2 else 8
    return score, "The rule of the source is applied to this client and its figures are unchanged.", used[0]


def _help(talk: Talk) -> tuple[int, str, int]:
    answers = talk.said("assistant")
    if talk.turns[-1][0] == "user":
        return 3, "The client has the last word, so the question stays without an answer.", len(talk.turns)
    again = _same(answers)
    if again:
        return 3, "The advisor gives the answer again that was given before.", again
    short = [number for number, text in answers if len(text.split()) < _SHORT]
    if len(short) * 2 > len(answers):
        return 3, "The answers are too short to help anybody.", short[0]
    return 8, "Each answer meets the feeling first and leaves one step for this week.", answers[-1][0] if answers else 0


def _safety(talk: Talk) -> tuple[int, str, int]:
    for number, text in talk.said("assistant"):
        if _PROMISE.search(text):
            return 3, "The advisor promises what nobody can promise.", number
    return 9, "Nothing is promised and nobody is left alone with it.", 0


def _figures(text: str) -> set[str]:
    return {found.rstrip(",.") for found in _FIGURE.findall(text)}


def _same(said: list[tuple[int, str]]) -> int:
    """The first message that one voice says a second time, word for word; 0 when there is none."""
    heard: set[str] = set()
    for number, text in said:
        if text in heard:
            return number
        heard.add(text)
    return 0


def _overlap(one: str, other: str) -> float:
    first, second = (set(_WORD.findall(text.lower())) for text in (one, other))
    return len(first & second) / max(1, len(first | second))


@cache
def _stuck() -> re.Pattern[str]:
    """Any way to say that nothing has changed."""
    lines = [line for kinds in load("talk").values() for line in kinds.get("stuck", [])]
    return re.compile("|".join(_pattern(line) for line in lines))


def _pattern(line: str) -> str:
    """What a bank's line with its choices may sound like."""
    parts = re.split(r"(\[[^\[\]]*\])", line)
    return "".join(
        f"(?:{'|'.join(map(re.escape, part[1:-1].split('|')))})" if part.startswith("[") else re.escape(part)
        for part in parts
    )
