"""Figures in plain text, normalised so that they can be compared: `$1,200` = `1.2k` = `twelve hundred dollars`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: 20 + 10 * index for index, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SUFFIXES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH_WORD = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER_WORD = rf"(?:{'|'.join(sorted((*_VALUES, *_SCALES), key=len, reverse=True))})"

_ISO_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_WORD_DATE = re.compile(
    rf"\b{_MONTH_WORD} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\d)(?:,? (?P<year>\d{{4}}))?", re.IGNORECASE
)
_DATE_WORD = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH_WORD}\b(?:,? (?P<year>\d{{4}}))?", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|o'clock)(?!\w)|\b\d{1,2}:\d{2}\b", re.IGNORECASE)
_UNIT = (
    r"(?:[\s-]*(?P<unit>percentage points?|percent|per cent|%|dollars?|usd|cents?|days?|weeks?|months?|years?"
    r"|hours?|minutes?|basis points?))?"
)
_DIGITS = re.compile(
    rf"(?P<money>[$\u20ac\u00a3]\s?)?(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<suffix>k|m|bn)?(?P<ordinal>st|nd|rd|th)?\b(?P<scale>(?:\s(?:hundred|thousand|million|billion)))?{_UNIT}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?P<number>{_NUMBER_WORD}(?:(?:[\s-]|\sand\s){_NUMBER_WORD})*)\b(?![-\u2019'])" + _UNIT, re.IGNORECASE
)
_LEAST_COUNT = 3
_LEAST_BARE_WORD = 13
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands, its value, and what it counts (`money`, `percent`, `day`, `date`, nothing)."""

    text: str
    value: float
    unit: str


_Reader = Callable[[re.Match[str]], Figure | None]


def figures_in(text: str) -> list[Figure]:
    """All figures that must have a source: amounts, rates, dates, counts; no clock times, no small talk."""
    plain = text.replace("\u2019", "'").replace("\u2011", "-").replace("\u00a0", " ")
    found: list[Figure] = []
    plain = _take(_ISO_DATE, plain, lambda m: _date(m, int(m["month"])), found)
    plain = _take(_WORD_DATE, plain, lambda m: _date(m, _MONTH[m["month"][:3].lower()]), found)
    plain = _take(_DATE_WORD, plain, lambda m: _date(m, _MONTH[m["month"][:3].lower()]), found)
    plain = _CLOCK.sub(" ", plain)
    plain = _take(_DIGITS, plain, _digits, found)
    _take(_WORDS, plain, _words, found)
    return found


def _take(pattern: re.Pattern[str], text: str, read: _Reader, found: list[Figure]) -> str:
    def one(match: re.Match[str]) -> str:
        figure = read(match)
        if figure is not None:
            found.append(figure)
        return " "

    return pattern.sub(one, text)


def _date(match: re.Match[str], month: int) -> Figure:
    return Figure(match[0].strip(), month * 100 + int(match["day"]), "date")


def _digits(match: re.Match[str]) -> Figure | None:
    value = float(match["number"].replace(",", ""))
    value *= _SUFFIXES.get((match["suffix"] or "").lower(), 1)
    value *= _SCALES.get((match["scale"] or "").strip().lower(), 1)
    unit = "money" if match["money"] else _unit(match["unit"])
    if match["ordinal"]:
        unit = "ordinal"
    return Figure(match[0].strip(), value, unit)


def _words(match: re.Match[str]) -> Figure | None:
    value, unit = _value_of(match["number"].lower()), _unit(match["unit"])
    least = 1 if unit == "percent" else _LEAST_COUNT if unit else _LEAST_BARE_WORD
    return Figure(match[0].strip(), value, unit) if value >= least else None


def _value_of(words: str) -> float:
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word in _VALUES:
            current += _VALUES[word]
        elif word == "hundred":
            current = max(1, current) * 100
        elif word in _SCALES:
            total += max(1, current) * _SCALES[word]
            current = 0
    return float(total + current)


def _unit(text: str | None) -> str:
    word = (text or "").lower().rstrip("s")
    if word in {"%", "percent", "per cent"}:
        return "percent"
    if word in {"dollar", "usd"}:
        return "money"
    return word


def supported(figure: Figure, sources: list[Figure]) -> bool:
    """Whether a source has the same value, counting the same thing or nothing in particular."""
    return any(
        figure.value == other.value and (figure.unit == other.unit or not figure.unit or not other.unit)
        for other in sources
    )


def nearest(figure: Figure, sources: list[Figure]) -> Figure | None:
    """The source's figure of the same kind that was probably meant."""
    alike = [other for other in sources if other.unit == figure.unit]
    return min(alike, key=lambda other: abs(other.value - figure.value), default=None)
