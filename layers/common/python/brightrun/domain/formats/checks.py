"""What a trainer, or a lawyer, would find in the file: looked at before it leaves. Red blocks, amber warns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brightrun.domain.export import Check, Format
from brightrun.domain.formats.items import ExportItem
from brightrun.domain.marks import MarkCode, marks_in
from brightrun.domain.near import NearDuplicates, sketch_of

MOST_IDS = 50
OPENAI_ROWS = 10
CHARACTERS_A_TOKEN = 4
SHORT_DEFAULT_TOKENS = 1_024
"""TRL's default `max_length`; Axolotl's `sequence_len` is 512."""

_LARGEST_OVER_EVEN = 2.0
_BALANCED_FROM = 20

_TEXT_RULES: tuple[tuple[str, MarkCode, str, str], ...] = (
    ("placeholder", "placeholder", "red", "a left-over placeholder"),
    ("chat_tokens", "control_token", "red", "a trainer's control token inside the text"),
    ("secrets", "secret", "red", "something that looks like a key or password"),
    (
        "personal_data",
        "personal_data",
        "amber",
        "something that looks like a phone, card, account or social security number, or an address",
    ),
)
_FINE = {
    "placeholder": "No left-over placeholders.",
    "chat_tokens": "No trainer's control tokens inside the text.",
    "secrets": "No keys or passwords found.",
    "personal_data": "No phone, card, account or social security numbers and no addresses found.",
}


class ExportChecks:
    """Looks at one conversation after another; `results` says what was found. Keeps ids and sketches only."""

    def __init__(self, formats: Sequence[Format]) -> None:
        """`formats` decide which trainers' rules apply."""
        self._formats = tuple(formats)
        self._found: dict[str, list[str]] = {code: [] for code in ("shape", "order", "near", *_FINE)}
        self._ids: list[str] = []
        self._near = NearDuplicates()
        self._personas: Counter[str] = Counter()
        self._longest = (0, "")
        self._practice: list[str] = []

    def add(self, item: ExportItem) -> None:
        """Looks at one conversation."""
        head, turns = item.head, item.turns
        text = "\n".join(turn.content for turn in turns)
        if not turns or turns[-1].role != "assistant" or any(not turn.content.strip() for turn in turns):
            self._found["shape"].append(head.id)
        if any(turn.role != ("assistant" if at % 2 else "user") for at, turn in enumerate(turns)):
            self._found["order"].append(head.id)
        marked = {mark.code for mark in marks_in(text)}
        for code, mark, _, _ in _TEXT_RULES:
            if mark in marked:
                self._found[code].append(head.id)
        if self._near.add(sketch_of(text)) is not None:
            self._found["near"].append(head.id)
        if item.version.written_by.startswith("sandbox:"):
            self._practice.append(head.id)
        if head.persona:
            self._personas[head.persona] += 1
        self._ids.append(head.id)
        self._longest = max(self._longest, (len(text) // CHARACTERS_A_TOKEN, head.ref))

    def results(self) -> tuple[Check, ...]:
        """Every check with its level; `ok` says that it was looked at."""
        checks = [self._rows(), self._shape()]
        if "anthropic_jsonl" in self._formats:
            checks.append(self._order())
        checks += [self._text(code, level, what) for code, _, level, what in _TEXT_RULES]
        checks += [self._near_duplicates(), self._length(), self._balance()]
        if self._practice:
            sentence = (
                _many(len(self._practice), "was written", "were written") + " by the practice model, not by Claude."
            )
            checks.append(Check(code="practice_model", level="amber", sentence=sentence, ids=self._few(self._practice)))
        return tuple(checks)

    def _rows(self) -> Check:
        count = len(self._ids)
        if not count:
            return Check(code="rows", level="red", sentence="No approved conversation matches this filter.")
        if "openai_chat_jsonl" in self._formats and count < OPENAI_ROWS:
            sentence = f"OpenAI's trainer wants at least {OPENAI_ROWS} rows; this file has {count}. Others take it."
            return Check(code="rows", level="amber", sentence=sentence)
        return Check(code="rows", level="ok", sentence=f"{count:,} rows.")

    def _shape(self) -> Check:
        wrong = self._found["shape"]
        if wrong:
            sentence = _many(len(wrong), "lacks", "lack") + " an ending by the assistant, or text in a message."
            return Check(code="shape", level="red", sentence=sentence, ids=self._few(wrong))
        sentence = "Every conversation has text in every message and ends with the assistant."
        return Check(code="shape", level="ok", sentence=sentence)

    def _order(self) -> Check:
        wrong = self._found["order"]
        if wrong:
            sentence = (
                _many(len(wrong), "does", "do")
                + " not go from client to assistant by turns, as Anthropic's shape wants."
            )
            return Check(code="order", level="red", sentence=sentence, ids=self._few(wrong))
        return Check(code="order", level="ok", sentence="Client and assistant take turns, and the client begins.")

    def _text(self, code: str, level: str, what: str) -> Check:
        ids = self._found[code]
        if not ids:
            return Check(code=code, level="ok", sentence=_FINE[code])
        sentence = _many(len(ids), "holds", "hold") + f" {what}."
        return Check(code=code, level="red" if level == "red" else "amber", sentence=sentence, ids=self._few(ids))

    def _near_duplicates(self) -> Check:
        ids = self._found["near"]
        if ids:
            sentence = _many(len(ids), "says", "say") + " nearly what another one says."
            return Check(code="near_duplicates", level="amber", sentence=sentence, ids=self._few(ids))
        return Check(code="near_duplicates", level="ok", sentence="No two conversations are nearly the same.")

    def _length(self) -> Check:
        tokens, ref = self._longest
        sentence = f"The longest row, {ref}, has about {tokens:,} tokens." if ref else "There are no rows."
        if tokens > SHORT_DEFAULT_TOKENS:
            room = 1 << (tokens + tokens // 4).bit_length()
            sentence += (
                f" Set max_length (TRL) or sequence_len (Axolotl) to {room:,}: their defaults, 1,024 and 512,"
                " cut or drop rows like it."
            )
        return Check(code="length", level="ok", sentence=sentence)

    def _balance(self) -> Check:
        if len(self._ids) >= _BALANCED_FROM and len(self._personas) > 1:
            name, most = self._personas.most_common(1)[0]
            if most > _LARGEST_OVER_EVEN * len(self._ids) / len(self._personas):
                sentence = f"{name} speaks in {most} of {len(self._ids)} conversations, more than twice an even share."
                return Check(code="balance", level="amber", sentence=sentence)
        return Check(code="balance", level="ok", sentence=f"{len(self._personas)} personas, none of them dominant.")

    @staticmethod
    def _few(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(ids[:MOST_IDS])


def _many(count: int, verb: str, verbs: str) -> str:
    return f"1 conversation {verb}" if count == 1 else f"{count:,} conversations {verbs}"


def blocking(checks: Sequence[Check]) -> str:
    """The sentences of the red checks; empty when the export may leave."""
    return " ".join(check.sentence for check in checks if check.level == "red")
