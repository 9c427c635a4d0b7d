"""A page of a hundred rows draws those in sight only, and nobody who reads it can tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project

# Every row in sight, by its reference, once the wheel has come to rest; `null` for a place that shows none.
_IN_SIGHT = """async (table) => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let still = 0, top = -1; still < 4; still += 1) {
    if (table.parentElement.scrollTop !== top) still = 0;
    top = table.parentElement.scrollTop;
    await frame();
  }
  const region = table.parentElement.getBoundingClientRect();
  const head = table.tHead.getBoundingClientRect().height;
  const found = [];
  for (let y = region.top + head + 4; y < region.bottom - 4; y += 18) {
    const row = document.elementFromPoint(region.left + 80, y)?.closest('tr[data-row]');
    found.push(row ? row.querySelector('th').textContent : null);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def hundred(cloud):
    return Project.make(cloud, 120)


@pytest.fixture
def table(owner, hundred):
    owner.open(f"/d/{hundred.id}?size=100&sort=ref")
    expect(owner.page.get_by_role("rowheader").first).to_be_visible()
    return owner


def region(person):
    return person.page.get_by_role("table", name="Conversations")


@pytest.mark.story("IS4.31.0", 2, via="browser")
@pytest.mark.story("IS4.31.0", 4, via="browser")
def test_scrolling_shows_every_row_in_its_place_and_never_an_empty_one(table, hundred):
    refs = [row["ref"] for row in hundred.rows(sort="ref")][:100]
    assert table.rows().count() < 60
    heights = table.rows().evaluate_all(
        "rows => [...new Set(rows.filter(r => r.dataset.row).map(r => r.offsetHeight))]"
    )
    assert heights == [36]
    whole = region(table).evaluate("table => table.parentElement.scrollHeight")
    assert whole == 100 * 36 + 32
    seen: dict[str, None] = {}
    region(table).hover()
    for _ in range(30):
        found = region(table).evaluate(_IN_SIGHT)
        assert None not in found
        seen.update(dict.fromkeys(found))
        table.page.mouse.wheel(0, 200)
    assert list(seen) == refs


def test_the_keyboard_brings_its_row_into_sight_and_keeps_its_place(table, hundred):
    refs = [row["ref"] for row in hundred.rows(sort="ref")]
    for _ in range(71):
        table.page.keyboard.press("j")
    row = table.row(refs[70])
    expect(row).to_be_in_viewport(ratio=1)
    assert int(row.get_attribute("aria-rowindex")) == 72
    table.page.keyboard.press("Control+a")
    bar = table.page.get_by_role("region", name="Selected conversations")
    expect(bar).to_contain_text("100 conversations selected")
    table.page.keyboard.press("Escape")

    box = row.get_by_role("checkbox")
    box.focus()
    region(table).evaluate("table => table.parentElement.scrollTo(0, 0)")
    expect(table.row(refs[0])).to_be_in_viewport()
    expect(box).to_be_focused()
    table.page.keyboard.press("Space")
    expect(bar).to_contain_text("1 conversation selected")
