"""The customer's acceptance criteria as data, and the reader of the file that they come from."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path

DATA = Path(__file__).with_name("criteria.json")
STORY_FILE = Path(__file__).parents[3] / "shared" / "product-story.md"
"""Beside the checkout where the customer's own text is at hand; the data here is its copy."""

_TITLE = re.compile(r"^(?:#### |\*\*)(IS\d+\.\d+\.\d+): (.+?)(?:\*\*)?$")
_WISH = re.compile(r"^- (\*\*As an? ?\*\*.+)$")
_BULLET = re.compile(r"^\s{4,}- (.+)$")


@dataclass(frozen=True, slots=True)
class Story:
    """`criteria` are in the customer's order, the first is number 1. The wish itself is number 0:
    it is a bullet of the story as they are, and only a walk through the whole of it proves it.
    """

    id: str
    title: str
    wish: str
    criteria: tuple[str, ...]

    @property
    def bullets(self) -> tuple[str, ...]:
        """Everything to prove, by its number."""
        return (self.wish, *self.criteria)


def stories() -> list[Story]:
    """All of the customer's stories, in their order."""
    return [
        Story(entry["id"], entry["title"], entry["wish"], tuple(entry["criteria"]))
        for entry in json.loads(DATA.read_text(encoding="utf-8"))
    ]


def read_story_file(text: str) -> list[Story]:
    """The stories that stand in the customer's text."""
    found: list[Story] = []
    within = False
    for line in text.splitlines():
        if title := _TITLE.match(line):
            found.append(Story(title.group(1), title.group(2).strip(), "", ()))
            within = False
        elif found and not found[-1].wish and (wish := _WISH.match(line)):
            found[-1] = replace(found[-1], wish=wish.group(1).replace("**", "").strip())
        elif "**Acceptance Criteria:**" in line:
            within = True
        elif within and (bullet := _BULLET.match(line)):
            criteria = (*found[-1].criteria, bullet.group(1).strip())
            found[-1] = replace(found[-1], criteria=criteria)
        elif line.strip():
            within = False
    return found


def write(found: list[Story]) -> None:
    """Renews the data from the customer's text."""
    entries = [asdict(story) for story in found]
    DATA.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(read_story_file(STORY_FILE.read_text(encoding="utf-8")))
