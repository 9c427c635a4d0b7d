"""Names of people, firms and things in plain text, compared with care: a slip of the pen is told, a stranger is not.

A capital letter is all that marks a name in English, so this listens only to names of two words or more and to
titles ("Dr. Mayer"). A name that no source has is nobody's business: clients bring their own aunts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_CAPITAL = r"[A-Z][\w'\u2019]*[a-z][\w'\u2019]*|[A-Z]{2,}"
_TITLE = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Judge)\.? "
_NAME = re.compile(
    rf"(?P<title>{_TITLE})?(?P<name>(?:{_CAPITAL})(?:(?: (?:&|and|of|the|van|de) |[ -])(?:{_CAPITAL}))*)"
)
_OPENERS = frozenset(
    re.findall(
        r"\S+",
        """a about after all an and any are as ask at because before but by call can come could did do does don't
        during each even every first for from give good had has have he her here his how i i'd i'll i'm i've if in is
        it it's its just keep last leave let let's like many may maybe my never next no not nothing now of oh okay on
        once one only or our please put read right ring she since so some somebody someone sometimes start still take
        tell that that's the their then there there's these they this those though to today tomorrow until wait was we
        we'd we'll we're we've well what when where which while who why will with would write yes yet you you'd you'll
        you're you've your monday tuesday wednesday thursday friday saturday sunday january february march april june
        july august september october november december""",
    )
)
_POSSESSIVE = re.compile(r"['\u2019]s$")
_LEAST_WORD = 4
_SLIP = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands, its words for comparing, and its place. `titled` when it came with Dr., Ms. and the like."""

    text: str
    words: tuple[str, ...]
    start: int
    end: int
    titled: bool


def names_in(text: str) -> list[Name]:
    """Names of two words or more, and single ones behind a title."""
    found: list[Name] = []
    for match in _NAME.finditer(text):
        start, words = match.start("name"), match["name"].split(" ")
        # The capital of a sentence's first word says nothing.
        while words and words[0].lower().replace("\u2019", "'") in _OPENERS:
            start += len(words[0]) + 1
            words = words[1:]
        shown = _POSSESSIVE.sub("", " ".join(words))
        kept = _folded(shown)
        titled = bool(match["title"]) and start == match.start("name")
        if len(kept) >= 2 or (titled and kept):
            found.append(Name(shown, kept, start, start + len(shown), titled))
    return found


def _folded(name: str) -> tuple[str, ...]:
    flat = unicodedata.normalize("NFKD", name.replace("\u2019", "'")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9']+", flat)
    return tuple(word for word in words if word not in {"and", "of", "the"})


def is_same(name: Name, other: Name) -> bool:
    """Equal words, or one is the end or the beginning of the other ("Ms. Duarte", "Ines Duarte")."""
    short, long = sorted((name.words, other.words), key=len)
    return long[: len(short)] == short or long[-len(short) :] == short


def is_slip(name: Name, other: Name) -> bool:
    """All words but one are equal, and that one differs by a letter or two: "Ines Duarta", "Dr. Meyer"."""
    if len(name.words) != len(other.words) or (len(name.words) == 1 and not (name.titled and other.titled)):
        return False
    differing = [(one, two) for one, two in zip(name.words, other.words, strict=True) if one != two]
    if len(differing) != 1:
        return False
    one, two = differing[0]
    if min(len(one), len(two)) < _LEAST_WORD or one.rstrip("s") == two.rstrip("s"):
        return False
    return _distance(one, two) <= (_SLIP if min(len(one), len(two)) > _LEAST_WORD else 1)


def _distance(one: str, two: str) -> int:
    """Levenshtein's."""
    row: Sequence[int] = range(len(two) + 1)
    for i, a in enumerate(one, start=1):
        fresh = [i]
        for j, b in enumerate(two, start=1):
            fresh.append(min(row[j] + 1, fresh[-1] + 1, row[j - 1] + (a != b)))
        row = fresh
    return row[-1]
