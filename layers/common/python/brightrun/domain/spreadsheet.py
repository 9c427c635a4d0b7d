"""Text that goes into a spreadsheet stays text: a cell that begins like a formula is never computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula may begin, in ASCII and in the full-width forms that some spreadsheets take for it."""
_CONTROL = ("\t", "\r", "\n")


def text_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_CONTROL) or text.lstrip().startswith(_FORMULA) else text


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """Lines of text cells as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([text_cell(cell) for cell in line] for line in lines)
    return out.getvalue()
