"""What a measurement says: a figure, its bound, and whether it keeps to it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OUT = Path(__file__).parents[2] / "out" / "bench.json"


@dataclass(frozen=True, slots=True)
class Row:
    """`bound` is the most that `value` may be, or the least; None for a figure that is only told."""

    name: str
    value: float
    bound: float | None = None
    unit: str = ""
    detail: str = ""
    at_least: bool = False

    @property
    def within(self) -> bool | None:
        if self.bound is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self, width: int) -> str:
        """`name  value  ≤ bound  ok`, for people."""
        verdict = {None: "", True: "ok", False: "OVER"}[self.within]
        bound = "" if self.bound is None else f"{'≥' if self.at_least else '≤'} {self.bound:g} {self.unit}"
        shown = f"{self.value:.3f}" if self.unit == "" else f"{self.value:.1f} {self.unit}"
        if self.value == int(self.value):
            shown = f"{self.value:.0f} {self.unit}".rstrip()
        return f"{self.name:<{width}}  {shown:>12}  {bound:<12} {verdict:<5} {self.detail}".rstrip()


def write(rows: Sequence[Row]) -> None:
    """`out/bench.json`: name, value, bound, within, and the detail that was printed."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    entries = [{**asdict(row), "within": row.within} for row in rows]
    OUT.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
