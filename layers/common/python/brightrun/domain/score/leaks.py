"""What must not stand in a text that is trained on; each is a hard fault of the score."""

from __future__ import annotations

from collections.abc import Iterator

from brightrun.domain.marks import marks_in
from brightrun.domain.score.material import Material
from brightrun.domain.version import QualityFlag

_SHOWN = {"placeholder", "control_token"}
"""The others are not repeated: a flag is read by more people than the text."""


def mark_flags(material: Material) -> Iterator[QualityFlag]:
    """A flag for each kind of mark, at the first message that holds it."""
    given = "\n".join((*(chunk.text for chunk in material.chunks), material.slot.situation))
    seen: set[tuple[str, str]] = set()
    for turn in material.turns:
        for mark in marks_in(turn.content, given=given):
            if (mark.code, mark.what) not in seen:
                seen.add((mark.code, mark.what))
                shown = f" (\u201c{turn.content[mark.start : mark.end]}\u201d)" if mark.code in _SHOWN else ""
                looks = "" if mark.code in _SHOWN else "what looks like "
                sentence = f"Message {turn.number} holds {looks}{mark.what}{shown}."
                yield QualityFlag(code=mark.code, sentence=sentence, turn=turn.number)
