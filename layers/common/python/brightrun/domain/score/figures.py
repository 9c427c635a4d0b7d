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
_PARTS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_DAY = {word: number for number, word in enumerate(_ORDINALS, start=1)}
_DAY_WORD = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_MONTH_WORD = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER_WORD = rf"(?:{'|'.join(sorted((*_VALUES, *_SCALES), key=len, reverse=True))})"

_ISO_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_SLASH_DATE = re.compile(r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?![\d/])")
_WORD_DATE = re.compile(
    rf"\b{_MONTH_WORD} (?:the )?(?P<day>{_DAY_WORD})\b(?!,?\d)(?:,? (?P<year>\d{{4}}))?", re.IGNORECASE
)
_DATE_WORD = re.compile(rf"\b(?P<day>{_DAY_WORD}) (?:of )?{_MONTH_WORD}\b(?:,? (?P<year>\d{{4}}))?", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|o'clock)(?!\w)|\b\d{1,2}:\d{2}\b", re.IGNORECASE)
_UNIT = (
    r"(?:[\s-]*(?P<unit>percentage points?|percent|per cent|%|dollars?|usd|cents?|days?|weeks?|months?|years?"
    r"|hours?|minutes?|basis points?))?"
)
_AND_A_PART = r"(?P<part>\sand\s(?:a\s)?(?:half|quarter|three quarters))?"
_DIGITS = re.compile(
    rf"(?P<money>[$\u20ac\u00a3]\s?)?(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<suffix>k|m|bn)?(?P<ordinal>st|nd|rd|th)?\b(?P<scale>(?:\s(?:hundred|thousand|million|billion)))?"
    rf"{_AND_A_PART}{_UNIT}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?P<number>{_NUMBER_WORD}(?:(?:[\s-]|\sand\s){_NUMBER_WORD})*)\b(?![-\u2019']){_AND_A_PART}" + _UNIT,
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[ -](?!(?:and|or|of|in|is|to|the|that|for|at|on|by|as|who|which|was|are)\b)(?P<noun>[a-z]{3,}?)s?\b"
)
_ONE_SPAN = re.compile(r"\b(?:an?|one) (?P<unit>day|week|month|year|hour)\b(?! or )", re.IGNORECASE)
_LEAST_COUNT = 3
_LEAST_BARE_WORD = 13

_SAME: dict[str, tuple[str, float]] = {
    "year": ("month", 12),
    "week": ("minute", 7 * 24 * 60),
    "day": ("minute", 24 * 60),
    "hour": ("minute", 60),
    "basis point": ("percent", 0.01),
    "percentage point": ("percent", 1),
    "cent": ("money", 0.01),
}
"""Units that are another one by a fixed factor: a year is twelve months, two weeks are fourteen days."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands, its value, what it counts (`money`, `percent`, `day`, `date`, nothing), and its place."""

    text: str
    value: float
    unit: str
    start: int = 0
    end: int = 0
    year: int | None = None
    """Of a date that names one."""
    noun: str = ""
    """The word after a number that has no unit: what it counts, such as nights or places."""

    @property
    def common(self) -> tuple[str, float]:
        """(unit, value) in the unit that its kind has in common, so that a year equals twelve months."""
        unit, factor = _SAME.get(self.unit, (self.unit, 1))
        return unit, round(self.value * factor, 6)


_Reader = Callable[[re.Match[str]], Figure | None]


def plain(text: str) -> str:
    """The text with ordinary quotes, hyphens and spaces; every character keeps its place."""
    return text.replace("\u2019", "'").replace("\u2011", "-").replace("\u2013", "-").replace("\u00a0", " ")


def figures_in(text: str) -> list[Figure]:
    """All figures that must have a source: amounts, rates, dates, counts; no clock times, no small talk."""
    return _read(text, spans=False)


def figures_and_spans(text: str) -> list[Figure]:
    """The same, and the small ones (`a year`, `two days`) that may have a source but need none."""
    return _read(text, spans=True)


def _read(text: str, *, spans: bool) -> list[Figure]:
    left, found = plain(text), list[Figure]()
    for pattern in (_ISO_DATE, _SLASH_DATE, _WORD_DATE, _DATE_WORD):
        left = _take(pattern, left, _date, found)
    left = _CLOCK.sub(lambda match: " " * len(match[0]), left)
    left = _take(_DIGITS, left, _digits, found)
    left = _take(_WORDS, left, _small_too if spans else _words, found)
    if spans:
        _take(_ONE_SPAN, left, lambda match: _figure(match, 1.0, match["unit"].lower()), found)
    return found


def _take(pattern: re.Pattern[str], text: str, read: _Reader, found: list[Figure]) -> str:
    def one(match: re.Match[str]) -> str:
        figure = read(match)
        if figure is not None:
            found.append(figure)
        return " " * len(match[0])

    return pattern.sub(one, text)


def _figure(match: re.Match[str], value: float, unit: str, year: int | None = None) -> Figure:
    shown = match[0].strip()
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    counted = _NOUN.match(match.string, match.end()) if not unit else None
    return Figure(shown, value, unit, start, start + len(shown), year, counted["noun"] if counted else "")


def _date(match: re.Match[str]) -> Figure:
    named, day = match["month"].lower(), match["day"].lower()
    month = int(named) if named.isdigit() else _MONTH[named[:3]]
    number = _DAY.get(day) or int(re.sub(r"\D", "", day))
    return _figure(match, month * 100 + number, "date", int(match["year"]) if match["year"] else None)


def _digits(match: re.Match[str]) -> Figure | None:
    value = float(match["number"].replace(",", ""))
    value *= _SUFFIXES.get((match["suffix"] or "").lower(), 1)
    value *= _SCALES.get((match["scale"] or "").strip().lower(), 1)
    unit = "money" if match["money"] else _unit(match["unit"])
    if match["ordinal"]:
        unit = "ordinal"
    return _figure(match, value + _part(match), unit)


def _small_too(match: re.Match[str]) -> Figure | None:
    value, unit = _value_of(match["number"].lower()) + _part(match), _unit(match["unit"])
    return _figure(match, value, unit) if unit or value >= _LEAST_BARE_WORD else None


def _words(match: re.Match[str]) -> Figure | None:
    figure = _small_too(match)
    least = 1 if figure and figure.unit == "percent" else _LEAST_COUNT
    return figure if figure and figure.value >= least else None


def _part(match: re.Match[str]) -> float:
    named = re.sub(r"^\sand\s(?:a\s)?", "", (match["part"] or "").lower())
    return _PARTS.get(named, 0.0)


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


def same(figure: Figure, other: Figure) -> bool:
    """Whether both say the same: value and unit, or a bare number beside one that counts something."""
    if figure.year and other.year and figure.year != other.year:
        return False
    if figure.common == other.common:
        return True
    return figure.value == other.value and (not figure.unit or not other.unit)


def supported(figure: Figure, sources: list[Figure]) -> bool:
    """Whether a source has the same value, counting the same thing or nothing in particular."""
    return any(same(figure, other) for other in sources)


def alike(figure: Figure, other: Figure) -> bool:
    """Whether both count the same kind of thing, so that one can stand for the other by mistake."""
    return figure.common[0] == other.common[0] and (figure.noun == other.noun or not figure.noun or not other.noun)


def nearest(figure: Figure, sources: list[Figure]) -> Figure | None:
    """The source's figure of the same kind that is closest in value."""
    kin = [other for other in sources if alike(figure, other)]
    return min(kin, key=lambda other: abs(other.common[1] - figure.common[1]), default=None)
