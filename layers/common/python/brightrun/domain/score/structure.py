"""The shape of a conversation: how many messages, whose turn it is, how long they are."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from brightrun.domain.score.material import Finding, Material, part, slope, words_in
from brightrun.domain.score_rules import Range
from brightrun.domain.version import QualityFlag, Turn

_OUTSIDE = 4.0
"""The most that the structure is worth outside of the tier's range; the farther, the less."""

_OFF_PLAN = 4
"""From this many messages more or less than planned, a person should look."""

_POOR_LENGTH = 4.0


def structure(material: Material) -> Finding:
    """Messages against the plan, alternation, who begins and who ends."""
    turns, planned = material.turns, material.slot.turns_planned
    count = len(turns)
    score = 10.0 - abs(count - planned)
    said = [f"{count} messages, as planned" if count == planned else f"{count} messages; {planned} were planned"]
    if not material.slot.plan_id:
        said = [f"{count} messages"]
    flags: list[QualityFlag] = []
    good = material.of_tier.messages
    if not good.holds(count):
        score = min(score, _OUTSIDE * min(count / good.least, good.most / count))
        said.append(f"{good.least} to {good.most} are good")
        sentence = f"It has {count} messages; {good.least} to {good.most} are good."
        flags.append(QualityFlag(code="turn_count", sentence=sentence))
    elif abs(count - planned) >= _OFF_PLAN:
        sentence = f"It has {count} messages; its plan asks for {planned}."
        flags.append(QualityFlag(code="turn_count", sentence=sentence))
    faults: list[str] = []
    if 2 * count < planned:
        faults.append("fewer than half of the planned messages")
    twice = [second.number for first, second in itertools.pairwise(turns) if first.role == second.role]
    if twice:
        score -= 3.0 * len(twice)
        said.append(f"the same voice speaks twice in a row at message {twice[0]}")
        flags.append(
            QualityFlag(
                code="role_twice",
                sentence=f"The same voice speaks twice in a row at message {twice[0]}.",
                turn=twice[0],
            )
        )
        faults.append("the same voice twice in a row")
    if turns[0].role != "user":
        score -= 2.0
        said.append("the advisor begins")
    if turns[-1].role != "assistant":
        score -= 4.0
        said.append("the client has the last word")
        flags.append(
            QualityFlag(code="ends_with_client", sentence="The client has the last word.", turn=turns[-1].number)
        )
        faults.append("the client has the last word")
    if len(said) == 1 and count == planned:
        said.append("the voices alternate and the advisor ends")
    pointed = twice[0] if twice else None
    return Finding(part("structure", score, "; ".join(said) + ".", pointed), tuple(flags), tuple(faults))


def length(material: Material) -> Finding:
    """How many messages have the length that the house asks for, and how far off the others are."""
    asked = {"user": material.of_tier.client_words, "assistant": material.of_tier.advisor_words}
    fits = [(_fit(turn, asked[turn.role]), turn) for turn in material.turns]
    means = [_mean([fit for fit, turn in fits if turn.role == role]) for role in ("user", "assistant")]
    score = 1 + 9 * min(means)
    off = [(fit, turn) for fit, turn in fits if fit < 1]
    averages = f"client {_average(material.client)}, advisor {_average(material.advisor)} words a message"
    if not off:
        return Finding(part("length", score, f"All messages have a fitting length: {averages}."))
    worst = min(off, key=lambda pair: pair[0])[1]
    sentence = (
        f"{len(off)} of {len(fits)} messages are shorter or longer than the {_shown(asked['user'])} (client) and "
        f"{_shown(asked['assistant'])} (advisor) words asked for: {averages}."
    )
    flags: tuple[QualityFlag, ...] = ()
    if score < _POOR_LENGTH:
        flags = (QualityFlag(code="length", sentence=sentence, turn=worst.number),)
    return Finding(part("length", score, sentence, worst.number), flags)


def _shown(words: Range) -> str:
    return f"{words.least} to {words.most}"


def _fit(turn: Turn, asked: Range) -> float:
    """1 inside the bounds, falling to 0 at a third of the least and at two and a half times the most."""
    low, high = asked.least, asked.most
    return slope(len(words_in(turn.content)), ((low / 3, 0.0), (low, 1.0), (high, 1.0), (2.5 * high, 0.0)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _average(turns: Sequence[Turn]) -> int:
    return round(sum(len(words_in(turn.content)) for turn in turns) / max(1, len(turns)))
