"""Foreign text inside a prompt: it can't leave its place, open or close a block, or hide what it says."""

from __future__ import annotations

import re
from html import escape

BLOCKS = (
    "conversation_plan",
    "source_facts",
    "fact",
    "previous_answer",
    "written_conversation",
    "message",
    "instruction",
)
"""The blocks that a prompt is made of; nobody's text may write their marks."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What a reader can't see and a model can: direction marks, zero widths, tag characters."""

_OPENING = "\uff1c\ufe64\u27e8\u2329\u3008\u276e\u1438\u02c2"
_CLOSING = "\uff1e\ufe65\u27e9\u232a\u3009\u276f\u1433\u02c3"
_LOOK_ALIKES = str.maketrans({**dict.fromkeys(_OPENING, "<"), **dict.fromkeys(_CLOSING, ">")})
_TAG = re.compile(r"[<\u2039](?=\s*[/!?\uff0f\u2215\u2044]?\s*[^\W\d])")
_MARK = re.compile(rf"[<\u2039]\s*/?\s*(?:{'|'.join(BLOCKS)})\b", re.IGNORECASE)


def visible(text: str) -> str:
    """Without control characters, invisible ones and look-alikes of angle brackets."""
    return _INVISIBLE.sub("", _CONTROL.sub(" ", text)).translate(_LOOK_ALIKES)


def as_data(text: str) -> str:
    """A text of several lines inside a block of its own."""
    return _TAG.sub("&lt;", escape(visible(text).strip(), quote=False))


def as_line(text: str) -> str:
    """A text as one line of a block."""
    return as_data(" ".join(text.split()))


def as_attribute(text: str) -> str:
    """A text as the quoted value of a mark."""
    flat = escape(visible(" ".join(text.split())))
    return f'"{_TAG.sub("&lt;", flat)}"'


def in_text(text: str) -> str:
    """A value inside a template's own sentences: one line that opens no mark and is no heading or fence."""
    return _TAG.sub("&lt;", " ".join(visible(text).split()))


def marks_in(text: str) -> tuple[str, ...]:
    """Marks of the prompt's blocks that a text writes, each once."""
    return tuple(dict.fromkeys(found[0].strip() for found in _MARK.finditer(visible(text))))
