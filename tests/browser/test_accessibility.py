"""Every page, in both themes, passes axe; and who has only a keyboard always sees where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.kit import DESK, Person

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
FOCUS = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect(), look = getComputedStyle(it);
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return {
    name: (it.getAttribute("aria-label") || it.innerText || it.tagName).slice(0, 60), at: it === document.body,
    ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2, seen: inside && box.width > 0,
    left: box.left, top: box.top, where: it.closest("nav") ? "nav" : it.closest("header") ? "header" : "main",
  };
}"""


def pages(project) -> list[str]:
    here = f"/d/{project.id}"
    row = project.rows(status="approved", sort="ref")[0]
    failed = project.rows(status="failed", sort="ref")[0]
    planned = project.rows(status="planned", sort="ref")[0]
    run = project.api.get(f"/datasets/{project.id}/batches")["items"][0]["id"]
    document = project.api.get("/documents")["items"][0]["id"]
    template = project.api.get("/templates")["items"][0]["id"]
    opened = [f"{here}?open={one['ref']}" for one in (row, failed, planned)]
    within = [f"{here}/{name}" for name in ("plan", "words", "coverage", "runs", f"runs/{run}", "failures", "export")]
    about = f"/activity?about={row['id']}&ref={row['ref']}"
    outside = [
        "/datasets",
        "/conversations",
        "/sources",
        f"/sources/{document}",
        "/templates",
        f"/templates/{template}",
    ]
    return [
        here,
        *opened,
        *within,
        *outside,
        "/activity",
        about,
        "/people",
        "/settings",
        "/nowhere",
        f"/start?dataset={project.id}",
    ]


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(theme, stack, browser, owner_state, written):
    look = {"viewport": DESK, "color_scheme": theme, "reduced_motion": "reduce"}
    context = browser.new_context(**look, storage_state=owner_state)
    person = Person(stack, context.new_page())
    found = []
    for path in pages(written):
        person.open(path)
        expect(person.page.get_by_role("heading", level=1)).to_be_attached()
        person.page.wait_for_load_state("networkidle")
        expect(person.page.locator("[aria-busy=true]")).to_have_count(0)
        person.page.evaluate(AXE)
        told = person.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [f"{path}: {each['id']} {each['nodes'][0]['html'][:120]}" for each in told["violations"]]
    context.close()
    assert not found, "\n".join(found)


def test_the_keyboard_alone_goes_through_a_page_in_order_and_is_always_seen(owner, written):
    owner.open(f"/d/{written.id}")
    expect(owner.rows().first).to_be_visible()
    stops = []
    for _ in range(40):
        owner.page.keyboard.press("Tab")
        stops.append(owner.page.evaluate(FOCUS))
    assert stops[0]["name"] == "Skip to the page"
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"]) and not stop["at"]] == []
    parts = [stop["where"] for stop in stops if not stop["at"]]
    assert parts == sorted(parts, key=["nav", "header", "main"].index) or parts[0] == "main"
    names = [stop["name"] for stop in stops]
    search, persona = (
        next(i for i, name in enumerate(names) if name.startswith(word)) for word in ("Search", "Persona")
    )
    assert search < persona


def test_a_dialog_keeps_the_focus_and_gives_it_back(owner, written):
    owner.open(f"/d/{written.id}")
    expect(owner.rows().first).to_be_visible()
    owner.rows().first.get_by_role("checkbox").focus()
    owner.page.keyboard.press("Space")
    reject = owner.page.get_by_role("region", name="Selected conversations").get_by_role("button", name="Reject")
    reject.focus()
    owner.page.keyboard.press("Enter")
    expect(owner.dialog()).to_be_visible()
    for _ in range(6):
        owner.page.keyboard.press("Tab")
        assert owner.page.evaluate("Boolean(document.activeElement.closest('[role=dialog]'))")
    owner.page.keyboard.press("Escape")
    expect(owner.dialog()).to_have_count(0)
    expect(reject).to_be_focused()
