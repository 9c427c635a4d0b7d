"""The table of conversations: its columns, their order, its pages, its search and its badges."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

COLUMNS = ["ID", "Persona", "Emotion", "Topic", "Intent", "Tone", "Tier", "Status", "Score", "Generated"]


@pytest.fixture
def table(owner, written):
    owner.open(f"/d/{written.id}")
    expect(owner.page.get_by_role("rowheader").first).to_be_visible()
    return owner


def heads(person):
    return person.page.get_by_role("table", name="Conversations").get_by_role("columnheader")


def scores(person):
    """The scores on this page in their order; None where there is none."""
    place = COLUMNS.index("Score") + 1
    found = person.rows().locator(f"> :nth-child({place + 1})").all_inner_texts()
    return [float(hit[0]) if (hit := re.findall(r"\d+\.\d", text)) else None for text in found]


@pytest.mark.story("IS2.2.0", 1, via="browser")
@pytest.mark.story("IS4.13.0", 1, via="browser")
def test_a_row_for_each_conversation_with_its_ten_columns(table, written):
    names = [text.strip() for text in heads(table).all_inner_texts()]
    assert [name for name in names if name in COLUMNS] == COLUMNS
    expect(table.rows()).to_have_count(25)
    row = written.rows(sort="-score")[0]
    shown = table.row(row["ref"])
    table.page.get_by_role("columnheader", name="Score").get_by_role("button").click()
    table.page.get_by_role("columnheader", name="Score").get_by_role("button").click()
    for told in (row["persona"], row["emotion"], row["topic"], row["intent"], row["tone"], f"{row['score']:.1f}"):
        expect(shown).to_contain_text(told)


@pytest.mark.story("IS4.13.0", 0, via="browser")
@pytest.mark.story("IS2.2.0", 0, via="browser")
def test_what_needs_a_person_stands_first_without_any_choosing(table):
    words = table.rows().locator("> :nth-child(9)").all_inner_texts()
    order = ["Failed", "Flagged", "Generated"]
    ranks = [order.index(word.split(",")[0].split("\n")[0].strip()) for word in words if word.startswith(tuple(order))]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}
    assert ranks[:2] == [0, 0]


@pytest.mark.story("IS2.2.0", 2, via="browser")
@pytest.mark.story("IS2.5.0", 3, via="browser")
@pytest.mark.story("IS4.10.0", 3, via="browser")
@pytest.mark.story("IS4.13.0", 2, via="browser")
@pytest.mark.story("IS4.13.0", 3, via="browser")
def test_a_click_on_a_head_sorts_up_then_down_and_an_arrow_says_so(table, written):
    worst, best = (f"{written.rows(sort=order)[0]['score']:.1f}" for order in ("score", "-score"))
    assert worst != best
    head = table.page.get_by_role("columnheader", name="Score")
    assert head.locator("svg").count() == 0
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(head.locator("svg.lucide-arrow-up")).to_be_visible()
    expect(table.rows().first).to_contain_text(worst)
    up = [score for score in scores(table) if score is not None]
    assert up == sorted(up)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(head.locator("svg.lucide-arrow-down")).to_be_visible()
    expect(table.rows().first).to_contain_text(best)
    down = [score for score in scores(table) if score is not None]
    assert down == sorted(down, reverse=True)
    for name in ("Persona", "Topic", "Status", "ID"):
        other = table.page.get_by_role("columnheader", name=name, exact=True)
        other.get_by_role("button").click()
        expect(other).to_have_attribute("aria-sort", "ascending")


@pytest.mark.story("IS2.2.0", 5, via="browser")
@pytest.mark.story("IS4.13.0", 4, via="browser")
@pytest.mark.story("IS4.31.0", 2, via="browser")
def test_pages_of_25_50_or_100_rows(table):
    expect(table.main()).to_contain_text("1 to 25 of 30")
    table.button("Next page").click()
    expect(table.main()).to_contain_text("26 to 30 of 30")
    expect(table.rows()).to_have_count(5)
    expect(table.page).to_have_url(re.compile(r"page=2"))
    sizes = table.page.get_by_role("combobox", name="Rows")
    assert sizes.locator("option").all_inner_texts() == ["25", "50", "100"]
    sizes.select_option("50")
    expect(table.rows()).to_have_count(30)


@pytest.mark.story("IS2.2.0", 6, via="browser")
@pytest.mark.story("IS4.13.0", 5, via="browser")
def test_one_search_looks_in_every_column(table, written):
    some = written.rows(sort="ref")[6]
    box = table.page.get_by_label("Search the conversations")
    columns = ("ref", "persona", "emotion", "topic", "intent", "tone")
    for text in (some[name] for name in columns):
        box.fill(text)
        told = written.rows(q=text)
        expect(table.main()).to_contain_text(re.compile(rf"{len(told)} of 30 match"))
        expect(table.rows()).to_have_count(min(25, len(told)))
        assert all(word in str(row).casefold() for row in told for word in text.casefold().split())
        assert some["ref"] in {row["ref"] for row in told}
    box.fill("zzz")
    expect(table.main()).to_contain_text("Nothing matches these filters")


@pytest.mark.story("IS4.13.0", 6, via="browser")
def test_columns_go_come_back_and_change_places(table):
    table.button("Columns").click()
    chooser = table.page.get_by_role("dialog", name="Columns")
    chooser.get_by_role("checkbox", name="Emotion").click()
    expect(heads(table).filter(has_text="Emotion")).to_have_count(0)
    chooser.get_by_role("checkbox", name="Arc").click()
    expect(heads(table).filter(has_text="Arc")).to_have_count(1)
    chooser.get_by_role("checkbox", name="Topic", exact=True).focus()
    table.page.keyboard.press("Alt+ArrowUp")
    table.page.keyboard.press("Escape")
    table.page.reload()
    expect(table.rows().first).to_be_visible()
    names = [name for text in heads(table).all_inner_texts() if (name := text.strip())]
    assert names[:4] == ["ID", "Topic", "Persona", "Intent"]
    assert "Arc" in names
    table.page.get_by_role("columnheader", name="Topic").get_by_role("button").focus()
    table.page.keyboard.press("Alt+ArrowRight")
    expect(heads(table).nth(2)).to_have_text("Persona")
    table.button("Columns").click()
    chooser.get_by_role("button", name="The usual columns").click()
    expect(heads(table).filter(has_text="Emotion")).to_have_count(1)
    expect(heads(table).filter(has_text="Arc")).to_have_count(0)


def test_rows_can_be_higher_and_stay_so(table):
    low = table.rows().first.bounding_box()["height"]
    table.button("Columns").click()
    table.page.get_by_role("dialog", name="Columns").get_by_role("button", name="Comfortable").click()
    table.page.keyboard.press("Escape")
    table.page.reload()
    expect(table.page.get_by_role("rowheader").first).to_be_visible()
    assert table.rows().first.bounding_box()["height"] > low


def test_the_keyboard_selects_a_range_and_the_page(table):
    table.page.keyboard.press("j")
    table.page.keyboard.press("Space")
    table.page.keyboard.press("Shift+ArrowDown")
    table.page.keyboard.press("Shift+ArrowDown")
    expect(table.page.get_by_role("region", name="Selected conversations")).to_contain_text("3 conversations selected")
    table.page.keyboard.press("Control+a")
    bar = table.page.get_by_role("region", name="Selected conversations")
    expect(bar).to_contain_text("25 conversations selected")
    bar.get_by_role("button", name="Select all 30 that match").click()
    expect(bar).to_contain_text("30 conversations selected")
    table.page.keyboard.press("Escape")
    expect(bar).to_have_count(0)


def hue(locator):
    """How red, green and blue a badge's writing is, 0 to 255, however the style names the colour."""
    return locator.evaluate(
        """element => {
             const canvas = new OffscreenCanvas(1, 1).getContext("2d");
             canvas.fillStyle = getComputedStyle(element).color;
             canvas.fillRect(0, 0, 1, 1);
             return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
           }"""
    )


def shade(locator):
    red, green, blue = hue(locator)
    if max(red, green, blue) - min(red, green, blue) < 40:
        return "grey"
    return {red: "red", green: "green", blue: "blue"}[max(red, green, blue)]


@pytest.mark.story("IS2.2.0", 3, via="browser")
@pytest.mark.story("IS4.5.0", 1, via="browser")
@pytest.mark.story("IS4.5.0", 2, via="browser")
@pytest.mark.story("IS4.9.0", 4, via="browser")
@pytest.mark.story("IS4.9.0", 5, via="browser")
def test_badges_have_their_colours_and_say_what_they_mean(table, written):
    table.page.get_by_role("combobox", name="Rows").select_option("50")
    expect(table.rows()).to_have_count(30)
    wanted = {
        "Not generated": ("planned", "grey"),
        "Generated": ("generated", "blue"),
        "Approved": ("approved", "green"),
        "Rejected": ("rejected", "red"),
    }
    for word, (status, colour) in wanted.items():
        row = next(row for row in written.rows(status=status) if not row["flagged"])
        badge = table.row(row["ref"]).get_by_text(word, exact=True)
        assert shade(badge) == colour, f"{word} is {hue(badge)}"
    table.button("What the badges mean").click()
    legend = table.page.get_by_role("dialog", name="What the badges mean")
    for word, meaning in {
        "Not generated": "nothing spent",
        "Generating": "writing it now",
        "Approved": "Only these are exported",
        "Rejected": "never exported",
        "Failed": "what to do",
    }.items():
        expect(legend.get_by_text(word, exact=True)).to_be_visible()
        expect(legend).to_contain_text(meaning)


@pytest.mark.story("IS2.2.0", 4, via="browser")
@pytest.mark.story("IS4.10.0", 2, via="browser")
def test_a_score_is_red_below_6_yellow_to_8_and_green_above(table, written):
    table.page.get_by_role("combobox", name="Rows").select_option("50")
    expect(table.rows()).to_have_count(30)
    rows = {row["ref"]: row["score"] for row in written.rows() if row["score"] is not None}
    low = next(ref for ref, score in rows.items() if score < 6)
    good = next(ref for ref, score in rows.items() if score > 8)
    fair = next((ref for ref, score in rows.items() if 6 <= score <= 8), None)
    figures = {ref: table.row(ref).locator("svg + span") for ref in (low, good)}
    assert shade(figures[low]) == "red"
    assert shade(figures[good]) == "green"
    if fair is not None:
        red, green, blue = hue(table.row(fair).locator("svg + span"))
        assert red >= green > blue
    expect(table.row(low)).to_contain_text("low")
    expect(table.row(good)).to_contain_text("good")


@pytest.mark.story("IS4.26.0", 0, via="browser")
@pytest.mark.story("IS4.26.0", 1, via="browser")
@pytest.mark.story("IS4.26.0", 2, via="browser")
@pytest.mark.story("IS4.26.0", 4, via="browser")
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (768, 1024)])
def test_nothing_is_cut_off_at_the_three_widths(table, written, width, height):
    table.page.set_viewport_size({"width": width, "height": height})
    table.page.reload()
    expect(table.rows().first).to_be_visible()
    too_wide = table.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0
    region = table.page.get_by_role("table", name="Conversations").locator("..")
    assert region.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    for name in ("ID", "Persona", "Topic", "Status", "Score"):
        expect(table.page.get_by_role("columnheader", name=name, exact=True)).to_be_in_viewport()
    table.rows().first.get_by_role("rowheader").click()
    expect(table.panel()).to_be_in_viewport()
