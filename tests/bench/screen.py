"""What a person waits for at a table of 10,000 rows, in Chromium: from the click to the painted rows."""

from __future__ import annotations

import statistics
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from infra.local.cloud import LocalCloud, Options
from tests.bench.lists import planned
from tests.bench.rows import Row
from tests.browser.kit import DESK, Person, chromium
from tests.e2e.kit import Cloud, Project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

ROWS = 10_000
WRITTEN = 40
TRIES = 12
LOAD, CHANGE = 500, 200
"""Milliseconds."""

# From the click until the table holds what was asked for and the browser has painted it.
_UNTIL = """async ([click, done]) => {
  const began = performance.now();
  document.evaluate(click, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue.click();
  const ready = new Function(`return ${done}`);
  while (!ready()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
_TABLE = "document.querySelector('table[aria-label=Conversations]')"
_STILL = f"{_TABLE}?.getAttribute('aria-busy') === 'false'"
# A page of a hundred, of which those in sight are drawn: the last one drawn stands below the edge.
_LAST = f"[...{_TABLE}.querySelectorAll('tbody tr[data-row]')].at(-1)"
_FILLED = f"{_LAST}?.getBoundingClientRect().top > innerHeight"
_HUNDRED = f"{_STILL} && {_FILLED} && document.querySelector('main footer').textContent.includes('1 to 100 of')"


def rows() -> list[Row]:
    """On a cloud of its own."""
    ports = {"web_port": 0, "aws_port": 0, "sandbox_port": 0}
    practice = {"latency_seconds": 0.3, "latency_jitter": 0}
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        LocalCloud(Options(state_dir=Path(folder), **ports, sandbox=practice)) as started,
        closing(Cloud(started.stack)) as cloud,
    ):
        project = planned(cloud, ROWS)
        ids = [row["id"] for row in project.api.get(f"/datasets/{project.id}/conversations", limit=WRITTEN)["items"]]
        project.ended(project.start(ids=ids)["id"])
        with chromium() as browser:
            return measured(browser, started.stack, project, ROWS)


def measured(browser: Browser, stack: Mapping[str, Any], project: Project, many: int) -> list[Row]:
    """Loading a hundred rows of so many, sorting and filtering, each some times over."""
    with closing(browser.new_context(viewport=DESK)) as context:
        person = Person(stack, context.new_page())
        person.sign_in()
        loads = [_load(person, project) for _ in range(TRIES)]
        sorts = [_sort(person, name) for name in ("Persona", "Topic", "Intent") * (TRIES // 3)]
        filters = [_filter(person, word) for word in ("Not generated", "Generated") * (TRIES // 2)]
    return [
        _row(f"table of {many:,} on screen, 100 rows loaded", loads, LOAD),
        _row(f"table of {many:,} on screen, sorted", sorts, CHANGE),
        _row(f"table of {many:,} on screen, filtered", filters, CHANGE),
    ]


def _load(person: Person, project: Project) -> float:
    """From a page of the same app, as one comes back to the table; what was asked before is forgotten."""
    person.open(f"/d/{project.id}/runs?")
    person.page.evaluate(f"localStorage.setItem('br.last-filter.{project.id}', '{{\"size\": 100}}')")
    expect(person.page.get_by_role("navigation", name="Main")).to_be_visible()
    person.page.wait_for_load_state("networkidle")
    return _click(person, f"//nav//a[@href='/d/{project.id}']", _HUNDRED)


def _sort(person: Person, name: str) -> float:
    done = f"{_HUNDRED} && document.querySelector('th[aria-sort=ascending]')?.textContent === '{name}'"
    return _click(person, f"//th[@aria-sort]//button[.='{name}']", done)


def _filter(person: Person, word: str) -> float:
    pressed = "[...document.querySelectorAll('li > button[aria-pressed=true] span')]"
    done = f"{_STILL} && {pressed}.some((one) => one.textContent === '{word}')"
    return _click(person, f"//li/button[@aria-pressed and span[.='{word}']]", done)


def _click(person: Person, place: str, done: str) -> float:
    person.page.locator(f"xpath={place}").first.wait_for()
    took = person.page.evaluate(_UNTIL, [place, done])
    person.page.wait_for_load_state("networkidle")
    return took


def _row(name: str, took: list[float], bound: float) -> Row:
    detail = f"worst {max(took):.0f} ms of {len(took)}"
    return Row(name, statistics.median(took), bound, "ms", detail)
