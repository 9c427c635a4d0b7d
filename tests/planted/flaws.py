"""What can go wrong with a conversation, planted into clean ones, each with the reason that has to be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from brightrun.domain.version import Turn
from tests.planted.talks import Talk, clean_talks

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STUCK = (
    "I hear you, but I still feel as I did when I came in. It's just as heavy, and I'm afraid that it stays so.",
    "You say so, and nothing has changed for me. I'm still worried, still awake, and it goes round in circles.",
    "No, that doesn't help. I'm scared, the same as before, and I can't see how talking about it would do anything.",
    "It's no better than an hour ago. I'm frustrated and tired, and I'll go home with what I came with.",
    "I wonder about nothing any more. It's all as bad as it was, and I'm lost in it, honestly.",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A broken conversation, what was done to it, and the flags of which one has to be raised."""

    kind: str
    talk: Talk
    reasons: frozenset[str]


def planted_talks() -> Iterator[Planted]:
    """Every kind in every clean conversation."""
    for talk in clean_talks():
        for kind, (break_it, reasons) in KINDS.items():
            yield Planted(kind, break_it(talk), frozenset(reasons))


def _changed(talk: Talk, number: int, change: Callable[[str], str]) -> Talk:
    turns = tuple(
        turn.model_copy(update={"content": change(turn.content)}) if turn.number == number else turn
        for turn in talk.turns
    )
    return replace(talk, turns=turns)


def _texts(talk: Talk, role: str | None = None) -> list[str]:
    return [turn.content for turn in talk.turns if role in (None, turn.role)]


def _forty(talk: Talk) -> Talk:
    return talk.with_texts(*(_texts(talk) * 4)[:40])


def _twice(talk: Talk) -> Talk:
    kept = [turn for turn in talk.turns if turn.number != 4]
    return replace(talk, turns=tuple(t.model_copy(update={"number": n}) for n, t in enumerate(kept, start=1)))


def _off_topic(talk: Talk) -> Talk:
    """What people of another trade said, under this plan."""
    names = sorted({each.domain for each in clean_talks()})
    other = names[(names.index(talk.domain) + 2) % len(names)]
    stranger = next(each for each in clean_talks() if each.domain == other and len(each.turns) == len(talk.turns))
    return replace(talk, turns=stranger.turns)


def _other_persona(talk: Talk) -> Talk:
    other = next(
        each
        for each in clean_talks()
        if each.domain == talk.domain and each.persona != talk.persona and len(each.turns) == len(talk.turns)
    )
    return replace(talk, turns=other.turns)


def _flat(talk: Talk) -> Talk:
    client = [_texts(talk, "user")[0], *_STUCK]
    pairs = zip(client, _texts(talk, "assistant"), strict=False)
    return talk.with_texts(*(text for pair in pairs for text in pair))


def another(figure: str) -> str:
    """A figure of the same length with another first digit."""
    return re.sub(r"[1-9]", lambda digit: str(int(digit[0]) % 9 + 1), figure, count=1)


def _contradicting(talk: Talk) -> Talk:
    first = next(turn for turn in talk.turns if turn.role == "assistant" and _FIGURE.search(turn.content))
    return _changed(talk, first.number, lambda text: _FIGURE.sub(lambda found: another(found[0]), text, count=1))


def _short(talk: Talk) -> Talk:
    return talk.with_texts(*(" ".join(text.split()[:6]).rstrip(",;:.") + "." for text in _texts(talk)))


def _essays(talk: Talk) -> Talk:
    """Every answer of the advisor goes on with what the others said."""
    said = _texts(talk, "assistant")
    long = {n: " ".join(said[n:] + said[:n]) for n in range(len(said))}
    return talk.with_texts(*(long[n // 2] if n % 2 else text for n, text in enumerate(_texts(talk))))


def _echo(talk: Talk) -> Talk:
    """From the third answer on the advisor says the second one again."""
    said = _texts(talk)
    return talk.with_texts(*(said[3] if n % 2 and n > 3 else text for n, text in enumerate(said)))


KINDS: dict[str, tuple[Callable[[Talk], Talk], tuple[str, ...]]] = {
    "three turns": (lambda talk: talk.with_texts(*_texts(talk)[:3]), ("turn_count",)),
    "forty turns": (_forty, ("turn_count",)),
    "the same voice twice": (_twice, ("role_twice",)),
    "a few words a turn": (_short, ("length",)),
    "an essay a turn": (_essays, ("length",)),
    "the same answer again": (_echo, ("repetition",)),
    "doubted by its writer": (lambda talk: replace(talk, confidence=0.3), ("low_confidence",)),
    "off topic": (_off_topic, ("off_topic",)),
    "contradicting its passage": (_contradicting, ("figure_differs",)),
    "another persona": (_other_persona, ("persona",)),
    "a flat arc": (_flat, ("flat_arc",)),
    "another tier's length": (lambda talk: replace(talk, planned=talk.planned + 4), ("turn_count",)),
    "a left-over placeholder": (
        lambda talk: _changed(talk, 2, lambda text: "{client_name}, " + text[0].lower() + text[1:]),
        ("placeholder",),
    ),
    "personal data": (
        lambda talk: _changed(talk, 3, lambda text: text + " You can reach me at 14 Weaver Street or (312) 555-0148."),
        ("personal_data",),
    ),
    "a key": (
        lambda talk: _changed(talk, 5, lambda text: text + " My password is Tulip2291, if you need to look."),
        ("secret",),
    ),
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One figure of an advisor's message, changed, and where it stands."""

    talk: Talk
    turn: int
    start: int
    figure: str


def contradictions() -> Iterator[Contradiction]:
    """Each figure in digits of each advisor's message, changed by itself."""
    for talk in clean_talks():
        for turn in talk.turns:
            if turn.role == "assistant":
                yield from _each_figure(talk, turn)


def _each_figure(talk: Talk, turn: Turn) -> Iterator[Contradiction]:
    for found in _FIGURE.finditer(turn.content):
        figure = another(found[0])
        text = turn.content[: found.start()] + figure + turn.content[found.end() :]
        changed = _changed(talk, turn.number, lambda _, text=text: text)
        yield Contradiction(changed, turn.number, found.start(), figure)
