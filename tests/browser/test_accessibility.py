"""Who has only a keyboard always sees where they are."""

from __future__ import annotations

from playwright.sync_api import expect

FOCUS = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect(), look = getComputedStyle(it);
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return {
    name: (it.getAttribute("aria-label") || it.innerText || it.tagName).slice(0, 60), at: it === document.body,
    ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2, seen: inside && box.width > 0,
    left: box.left, top: box.top, where: it.closest("nav") ? "nav" : it.closest("header") ? "header" : "main",
  };
}"""


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
