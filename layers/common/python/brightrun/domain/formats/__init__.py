"""The shapes in which approved conversations leave, what is checked before, and the proof after."""

from brightrun.domain.formats.checks import ExportChecks, blocking
from brightrun.domain.formats.files import (
    CONTENT_TYPE,
    SUFFIX,
    Written,
    chat_row,
    difference,
    full_row,
    parts_of,
)
from brightrun.domain.formats.items import ExportItem, approved, file_stem, statistics

__all__ = [
    "CONTENT_TYPE",
    "SUFFIX",
    "ExportChecks",
    "ExportItem",
    "Written",
    "approved",
    "blocking",
    "chat_row",
    "difference",
    "file_stem",
    "full_row",
    "parts_of",
    "statistics",
]
