"""Saying a passage: which of its sentences carry it, and other ways to put them that change nothing.

Figures are never touched. What changes is the order of clauses and small words, so that two
conversations that rest on the same passage do not read alike.
"""

import random
import re

from infra.local.sandbox.writer.plan import Fact

_SPLIT = re.compile(r"(?<=[.!?])\s+(?=[A-Z$\d])")
_DANGLING = re.compile(
    r"^(It|This|That|They|These|Those|He|She|Both|Such|Then|When it|The (call|letter|question|other|"
    r"second|third|fourth|fifth|rest|single step|decision|figure named|transfer|account needs|amount then))\b"
)
_SWAPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bat least\b", ("no less than", "at least")),
    (r"\bmore than\b", ("over", "more than")),
    (r"\bevery\b", ("every", "each")),
    (r"\bbecause\b", ("because", "since")),
    (r"\bbefore anything else\b", ("before anything else", "ahead of everything else")),
    (r"\busually\b", ("usually", "as a rule", "most of the time")),
    (r"\bnearly\b", ("nearly", "almost")),
    (r"\bis not needed\b", ("is not needed", "isn't necessary")),
    (r"\bis not\b", ("is not", "isn't")),
    (r"\bare not\b", ("are not", "aren't")),
    (r"\bdo not\b", ("do not", "don't")),
    (r"\bdoes not\b", ("does not", "doesn't")),
    (r"\bcannot\b", ("cannot", "can't")),
    (r"\ba client\b", ("a client", "someone we advise", "a client of ours")),
    (r"\bA client\b", ("A client", "Someone we advise", "A client of ours")),
    (r"\bclients\b", ("clients", "people we work with")),
    (r"\bmay\b", ("may", "can")),
    (r"\bwithin\b", ("within", "inside")),
    (r"\buntil\b", ("until", "till")),
    (r"\bso that\b", ("so that", "so")),
    (r"\btherefore\b", ("therefore", "for that reason")),
    (r"\bWe look at\b", ("We look at", "We go through", "We check")),
    (r"\bwhenever\b", ("whenever", "as long as")),
    (r"\bhousehold\b", ("household", "family")),
    (r"\bhouseholds\b", ("households", "families")),
)
_FRONT = re.compile(r"^(If|When|Before|After|Once|With|Since|In|Between|From|During|Until) ([^,]{8,80}), (.+)\.$")
_BACK = re.compile(r"^(.{20,}?),? (if|when|unless|before|because|so that|while) ([^,]{8,90})\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a passage."""
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def usable(fact: Fact) -> list[str]:
    """Sentences that can stand alone, those with a figure first, each group in its own order."""
    alone = [s for s in sentences(fact.text) if not _DANGLING.match(s) and len(s.split()) <= 34]
    alone = alone or sentences(fact.text)[:1]
    return sorted(alone, key=lambda s: not re.search(r"\d", s))


def _lower(text: str) -> str:
    return text if text.startswith(("I ", "I'", "Hollis")) or text[:2].isupper() else text[:1].lower() + text[1:]


def reworded(sentence: str, dice: random.Random) -> str:
    """The same statement in other small words, sometimes with its clauses the other way round."""
    said = sentence
    if (
        (front := _FRONT.match(said)) is not None
        and front[1] in {"If", "When", "Before", "After", "Once"}
        and dice.random() < 0.5
    ):
        said = f"{front[3][:1].upper()}{front[3][1:]} {front[1].lower()} {front[2]}."
    elif (back := _BACK.match(said)) is not None and back[2] in {"if", "when", "before"} and dice.random() < 0.5:
        said = f"{back[2].capitalize()} {back[3]}, {_lower(back[1])}."
    elif back is not None and back[2] == "because" and dice.random() < 0.5:
        said = f"{back[1]}. The reason: {back[3]}."
    for pattern, choices in _SWAPS:
        said = re.sub(pattern, dice.choice(choices), said)
    return said


def told(lead: str, sentence: str, dice: random.Random) -> str:
    """A sentence of the passage behind a lead-in; the lead-in ends in a colon, comma or full stop."""
    said = reworded(sentence, dice)
    if lead.endswith((":", ",", "that")):
        joiner = "" if lead.endswith(":") and dice.random() < 0.5 else "lower"
        said = _lower(said) if joiner else said
    return f"{lead} {said}".strip()


def as_question(sentence: str) -> str | None:
    """What the client says to check a rule of the firm: "So you keep …?", or None if it has no "we"."""
    if not sentence.startswith("We ") or len(sentence.split()) > 24:
        return None
    turned = re.sub(r"\bwe\b", "you", sentence, flags=re.IGNORECASE)
    turned = re.sub(r"\bour\b", "your", re.sub(r"\bus\b", "you", turned))
    return _lower(turned.rstrip(".")) + "?"
