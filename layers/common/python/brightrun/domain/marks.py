"""Marks in a text that do not belong into a training conversation: left-overs, keys, and what points at a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

MarkCode = Literal["placeholder", "control_token", "secret", "personal_data"]

PLACEHOLDER = re.compile(
    r"\{\{?\s*[A-Za-z_][A-Za-z0-9_ .]*\}\}?|\[(?:insert|name|client|advisor|date|amount|x+)\b[^\]]*\]", re.IGNORECASE
)
CHAT_TOKENS = re.compile(
    r"<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>|<\|?(?:eot_id|im_start|im_end)\|?>"
)
_KEY = re.compile(
    r"\b(?:sk-(?:ant-|proj-)?[A-Za-z0-9_-]{16,}|(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{12,}|AKIA[0-9A-Z]{16}"
    r"|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,}|xox[baprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{30,}"
    r"|glpat-[A-Za-z0-9_-]{16,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,})"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)
_PASSWORD = re.compile(
    r"\b(?:password|passcode|api[ _-]?key|secret|token)\s*(?:is|:|=)\s*[\"']?(?=\S*\d)(?=\S*[A-Za-z])"
    r"[^\s\"']{6,}",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*[a-z]", re.IGNORECASE)
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\d.$,\u20ac\u00a3])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"
    r"|(?<![\w+])\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}(?!\d)"
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_ADDRESS = re.compile(
    r"\b\d{1,5}[A-Z]? (?:(?:North|South|East|West|N|S|E|W)\.? )?(?:[A-Z][\w']+ ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace|Close|Square)\b"
    r"|\bP\.? ?O\.? Box \d+\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found in a text, at a place, with what it looks like in plain English."""

    code: MarkCode
    what: str
    start: int
    end: int


def _luhn(text: str) -> bool:
    """The check digit that every payment card carries (ISO/IEC 7812)."""
    digits = [int(one) for one in text if one.isdigit()]
    doubled = [digit if n % 2 == 0 else sum(divmod(2 * digit, 10)) for n, digit in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _mod_97(text: str) -> bool:
    """The check of an international bank account number (ISO 13616)."""
    plain = text.replace(" ", "")
    return 15 <= len(plain) <= 34 and int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1


def _any(text: str) -> bool:
    return bool(text)


_RULES: tuple[tuple[MarkCode, str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("placeholder", "a left-over placeholder", PLACEHOLDER, _any),
    ("control_token", "a trainer's control token", CHAT_TOKENS, _any),
    ("secret", "a key", _KEY, _any),
    ("secret", "a password", _PASSWORD, _any),
    ("personal_data", "a mail address", _EMAIL, _any),
    ("personal_data", "a social security number", _SSN, _any),
    ("personal_data", "a bank account number", _IBAN, _mod_97),
    ("personal_data", "a card number", _CARD, _luhn),
    ("personal_data", "a phone number", _PHONE, _any),
    ("personal_data", "a street address", _ADDRESS, _any),
)


def marks_in(text: str, *, given: str = "") -> Iterator[Mark]:
    """Every mark. What stands in `given` too, such as the firm's own number in a passage, is none of a person."""
    released = _squeezed(given)
    for code, what, pattern, holds in _RULES:
        for found in pattern.finditer(text):
            own = code == "personal_data" and _squeezed(found[0]) in released
            if holds(found[0]) and not own:
                yield Mark(code, what, found.start(), found.end())


def _squeezed(text: str) -> str:
    return re.sub(r"[\s().-]+", "", text).lower()
