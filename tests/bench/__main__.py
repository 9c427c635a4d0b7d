"""`make bench`: measures against the bounds of the design, prints and writes out/bench.json."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tests.bench import economy, engine, killed, plan, quality, rows, screen, sharing, start, system, templates

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS: dict[str, Callable[[], list[rows.Row]]] = {
    "engine": lambda: [*engine.rows(), *killed.rows(), *sharing.rows()],
    "plan": plan.rows,
    "quality": quality.rows,
    "economy": economy.rows,
    "screen": screen.rows,
    "start": start.rows,
    "templates": templates.rows,
    "system": system.rows,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help="only these (default: all)")
    wanted = parser.parse_args().parts or list(PARTS)
    found: list[rows.Row] = []
    for part in wanted:
        for row in PARTS[part]():
            found.append(row)
            print(row.line(56), flush=True)
    rows.write(found)
    over = [row.name for row in found if row.within is False]
    print(f"{len(found)} figures in {rows.OUT.relative_to(rows.OUT.parents[1])}, {len(over)} over their bound")


if __name__ == "__main__":
    main()
