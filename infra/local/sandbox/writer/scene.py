"""What a conversation is written from: the banks that fit its plan, its facts, and turns in bounds."""

import re
from dataclasses import dataclass, field

from infra.local.sandbox.writer.banks import Deck, find
from infra.local.sandbox.writer.facts import as_question, told, usable
from infra.local.sandbox.writer.plan import Plan

CLIENT = (14, 58)
ADVISOR = (44, 112)
_KEEP_CASE = ("Roth", "Social", "Medicare", "HSA", "FSA", "RSU", "RSUs", "ESG", "IRA")
_WARM = ("warm", "gentl", "kind", "soft", "empath")
_FITTING = {
    "hostility": re.compile(r"complain|were late|papers|\bfee\b|\bcall\b|\bring\b|letter", re.IGNORECASE),
    # Someone in danger hears of help and nothing else; someone flooded hears no figures.
    "crisis-with-referral": re.compile(r"\b988\b|\b911\b|stay on the line|do not promise"),
    "emotional-overwhelm": re.compile(r"^[^\d]*$"),
}
_SHORT = ("short", "brief", "concise", "tight")


@dataclass(frozen=True)
class Part:
    """A piece of a message. `spare` lines are drawn from only when the message would be too short."""

    text: str
    spare: tuple[str, ...] = ()

    @property
    def optional(self) -> bool:
        """Whether it is drawn only when it is needed."""
        return bool(self.spare)


def count(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())


def _shortened(text: str) -> str:
    kept = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(kept[:-1]) if len(kept) > 1 else text


def fit(parts: list[Part], bounds: tuple[int, int], deck: Deck) -> str:
    """The parts in order as one message between `bounds` words, as near as they allow."""
    low, high = bounds
    chosen = [part.text for part in parts]
    for number, part in enumerate(parts):
        if part.optional and sum(map(count, chosen)) < low:
            chosen[number] = deck.fresh(part.spare)
            if sum(map(count, chosen)) > high:
                chosen[number] = ""
    while sum(map(count, chosen)) > high:
        longest = max(range(len(chosen)), key=lambda n: count(chosen[n]))
        shorter = _shortened(chosen[longest])
        if shorter == chosen[longest]:
            break
        chosen[longest] = shorter
    said = ""
    for text in chosen:
        said = f"{said} {_running_on(text) if said.endswith(',') else text}".strip()
    return said


def _running_on(text: str) -> str:
    first = text.split(" ", 1)[0]
    keep = first in {"I", *_KEEP_CASE} or first.startswith("I'") or not first[1:2].islower()
    return text if keep and first != "A" else text[:1].lower() + text[1:]


def spoken_topic(topic: str) -> str:
    """The topic as it stands inside a sentence."""
    keep = topic.split(" ", maxsplit=1)[0] in _KEEP_CASE
    return topic if keep or not topic else topic[:1].lower() + topic[1:]


@dataclass
class Scene:
    """One conversation in the making."""

    plan: Plan
    deck: Deck = field(init=False)
    turns: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    used: list[str] = field(default_factory=list[str])
    _sentences: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    _next: int = 0
    _last: str = ""

    def __post_init__(self) -> None:
        plan = self.plan
        values = {
            "topic": spoken_topic(plan.topic),
            "emotion": plan.emotion.lower() or "worry",
            "firm": plan.firm,
            "advisor": plan.advisor or plan.firm,
        }
        self.deck = Deck(plan.seed, values)
        self.topic = find("topics", plan.topic)
        self.persona = find("personas", plan.persona)
        self.arc = find("arcs", plan.arc)
        self.emotion = find("emotions", plan.emotion)
        self.talk = find("talk", "any")
        wanted = plan.instruction.lower()
        tone = plan.tone
        if any(word in wanted for word in _WARM):
            tone = "Warm"
        elif "direct" in wanted or "formal" in wanted:
            tone = "Direct"
        self.tone = find("tones", tone)
        self.short = any(word in wanted for word in _SHORT)
        self._sentences = {fact.id: usable(fact) for fact in plan.facts}
        if (wanted_here := _FITTING.get(plan.edge_case)) is not None:
            self._sentences = {
                name: [s for s in lines if wanted_here.search(s)] for name, lines in self._sentences.items()
            }
        if "fee" in wanted or "cost" in wanted:
            for sentences in self._sentences.values():
                sentences.sort(key=lambda s: not re.search(r"fee|charge|cost", s, re.IGNORECASE))

    def fact(self) -> str | None:
        """The next sentence of the passages, one passage after the other; None when all are used."""
        ids = [fact.id for fact in self.plan.facts]
        for _ in ids:
            name = ids[self._next % len(ids)]
            self._next += 1
            if left := self._sentences[name]:
                self._last = name
                best = left[: max(1, (len(left) + 1) // 2)] if not self.plan.instruction else left[:1]
                chosen = self.deck.dice.choice(best)
                left.remove(chosen)
                if name not in self.used:
                    self.used.append(name)
                return chosen
        return None

    def hook(self) -> str:
        """The client's first words: no other conversation of the dataset begins like this.

        The number in the reference walks through three lists of coprime lengths, so references
        that follow each other never meet in all three before their product.
        """
        digits = re.findall(r"\d+", self.plan.reference)
        number = int(digits[-1]) if digits else int(self.plan.seed[:8], 16)
        number += 31 * (self.plan.variation - 1)
        when, where, what = (self.talk[name] for name in ("when", "where", "what"))
        return self.deck.say(f"{when[number % len(when)]}, {where[number % len(where)]}, {what[number % len(what)]}")

    def has_facts(self) -> bool:
        """Whether a sentence of the passages is left that fits this conversation."""
        return any(self._sentences.values())

    def rule(self) -> list[Part]:
        """A fact behind its lead-in, a second short one when there is room, and why it is so."""
        first = self.fact()
        if first is None:
            return [Part(self.deck.line(self.talk["principle"]))]
        said = told(self.deck.line(self.talk["lead"]), first, self.deck.dice)
        parts = [Part(said)]
        left = self._sentences[self._last]
        if count(first) < 18 and left and count(left[0]) < 24:
            second = left.pop(0)
            parts.append(Part(told(self.deck.line(self.talk["also"]), second, self.deck.dice)))
        return parts

    def check_back(self) -> str | None:
        """The client puts a rule of the firm as a question, in the client's mouth."""
        for name, left in self._sentences.items():
            for sentence in left:
                if (asked := as_question(sentence)) is not None:
                    left.remove(sentence)
                    if name not in self.used:
                        self.used.append(name)
                    return asked
        return None

    def client(self, *parts: Part) -> None:
        """Add a message of the client."""
        self.turns.append({"role": "user", "content": fit(list(parts), CLIENT, self.deck)})

    def advisor(self, *parts: Part) -> None:
        """Add a message of the advisor."""
        bounds = (ADVISOR[0], 70) if self.short else ADVISOR
        self.turns.append({"role": "assistant", "content": fit(list(parts), bounds, self.deck)})
