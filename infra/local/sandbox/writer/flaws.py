"""Planted flaws: what a model gets wrong now and then, so that review and repair are worth having."""

import re

from infra.local.sandbox.writer.scene import Scene

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _few_turns(scene: Scene) -> bool:
    scene.turns = scene.turns[:4]
    return True


def _double_role(scene: Scene) -> bool:
    """The client speaks twice in a row, more than once, because answers went missing."""
    answers = [n for n, turn in enumerate(scene.turns) if turn["role"] == "assistant"][:-1]
    for number in sorted(answers[1::2] or answers[:1], reverse=True):
        del scene.turns[number]
    return True


def _wrong_figure(scene: Scene) -> bool:
    """Figures of the passages come back changed."""
    known = {found for fact in scene.plan.facts for found in _NUMBER.findall(fact.text)}
    changed = False
    for turn in scene.turns:
        if turn["role"] != "assistant":
            continue

        def other(found: re.Match[str]) -> str:
            value = found[0]
            if value not in known:
                return value
            fresh = value
            while fresh in known:
                fresh = re.sub(r"[1-9]", lambda d: str(int(d[0]) % 9 + 1), fresh, count=1)
            return fresh

        fresh = _NUMBER.sub(other, turn["content"])
        changed = changed or fresh != turn["content"]
        turn["content"] = fresh
    return changed


def _repeats(scene: Scene) -> bool:
    """The advisor has run out of things to say and says the same again."""
    answers = [turn for turn in scene.turns if turn["role"] == "assistant"]
    for turn in answers[2:]:
        turn["content"] = answers[1]["content"]
    asked = [turn for turn in scene.turns if turn["role"] == "user"]
    for turn in asked[3:]:
        turn["content"] = asked[2]["content"]
    return True


def _flat(scene: Scene) -> bool:
    """Nothing moves: the client ends as they began, and the advisor does not notice."""
    for turn in [turn for turn in scene.turns if turn["role"] == "user"][1:]:
        turn["content"] = " ".join(
            (
                scene.deck.line(scene.talk["stuck"]),
                scene.deck.line(scene.emotion["start"]),
            )
        )
    return True


def _placeholder(scene: Scene) -> bool:
    for turn in scene.turns[1::3]:
        turn["content"] = "{persona}, " + turn["content"][:1].lower() + turn["content"][1:]
    return True


def _too_short(scene: Scene) -> bool:
    for turn in scene.turns:
        turn["content"] = " ".join(turn["content"].split()[:7]).rstrip(",;:") + "."
    return True


def _client_last(scene: Scene) -> bool:
    scene.turns = scene.turns[:-1]
    return True


KINDS = {
    "few_turns": _few_turns,
    "double_role": _double_role,
    "wrong_figure": _wrong_figure,
    "repeats": _repeats,
    "flat": _flat,
    "placeholder": _placeholder,
    "too_short": _too_short,
    "client_last": _client_last,
}


def flawed(scene: Scene, kind: str | None = None) -> str:
    """Plant one flaw, chosen by the prompt unless named; returns its kind."""
    names = list(KINDS)
    chosen = kind or scene.deck.dice.choice(names)
    if not KINDS[chosen](scene):
        chosen = "few_turns"
        _few_turns(scene)
    return chosen
