"""Sentence banks: small text files, one sentence or exchange a line, with `[this|that]` choices.

    @ Inheritance windfall      a subject (a topic, persona, arc, kind of edge case)
    # situation                 a kind of sentence
    I [found|noticed] the letter on the mat.
    But what if it falls? => Then nothing you need [soon|next] is touched.

An arrow parts what the client says from what the advisor answers.
"""

import functools
import random
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "banks"
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")

_ASKED = re.compile(
    r"(\b(?:What (?:do|did|is|was|made|would|keeps)|Who (?:is|was|could|else)|When did|Have you had)\b"
    r"[^.?!;]*)\."
)
"""A question whose drawn ending was a statement's."""

Bank = dict[str, dict[str, list[str]]]


@functools.cache
def load(kind: str) -> Bank:
    """Every bank file whose name begins with `kind`: subject in lower case → kind → lines."""
    bank: Bank = {}
    subject = section = ""
    for path in sorted(FOLDER.glob(f"{kind}*.txt")):
        for raw in path.read_text(encoding="utf-8").splitlines():
            line = raw.strip()
            if line.startswith("@"):
                subject = line[1:].strip().lower()
                bank.setdefault(subject, {})
            elif line.startswith("#"):
                section = line[1:].strip()
            elif line:
                bank[subject].setdefault(section, []).append(line)
    return bank


def find(kind: str, subject: str) -> dict[str, list[str]]:
    """The subject's sentences; the nearest known subject, or the general one, for a foreign name."""
    bank = load(kind)
    wanted = subject.strip().lower()
    if wanted in bank:
        return bank[wanted]
    words = {w for w in re.findall(r"[a-z]+", wanted) if len(w) > 3}
    shared = {name: len(words & set(re.findall(r"[a-z]+", name))) for name in bank}
    best = max(shared, key=lambda name: (shared[name], name == "any"))
    return bank[best] if shared[best] else bank.get("any", bank[best])


def expand(text: str, dice: random.Random) -> str:
    """One of the sentences that a line with choices stands for."""
    while (found := _CHOICE.search(text)) is not None:
        chosen = dice.choice(found[1].split("|"))
        text = text[: found.start()] + chosen + text[found.end() :]
    return re.sub(r"\s+", " ", text).replace(" ,", ",").replace(" .", ".").strip()


class Deck:
    """Draws from banks without repeating a line inside one conversation."""

    def __init__(self, seed: str, values: dict[str, str]) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._values = values
        self._drawn: set[str] = set()

    def line(self, lines: list[str]) -> str:
        """A line that was not drawn yet, with its choices made and its names filled in."""
        fresh = [line for line in lines if line not in self._drawn] or lines
        if not fresh:
            return ""
        chosen = self.dice.choice(fresh)
        self._drawn.add(chosen)
        return self.say(chosen)

    def fresh(self, lines: tuple[str, ...]) -> str:
        """A line that was not drawn yet, or nothing when all were."""
        left = [line for line in lines if line not in self._drawn]
        return self.line(left) if left else ""

    def say(self, text: str) -> str:
        """A given line with its choices made and its names filled in."""
        said = expand(text, self.dice)
        for name, value in self._values.items():
            said = said.replace("{" + name + "}", value)
        said = _ASKED.sub(r"\1?", said)
        return said[:1].upper() + said[1:]

    def pair(self, lines: list[str]) -> tuple[str, str]:
        """A drawn exchange: (what comes first, what answers it)."""
        first, _, second = self.line(lines).partition("=>")
        answer = second.strip()
        return first.strip(), answer[:1].upper() + answer[1:]

    def maybe(self, chance: float) -> bool:
        """True in about `chance` of the cases."""
        return self.dice.random() < chance
