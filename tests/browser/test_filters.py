"""Filters: several in one, several together, in the address, and how many are left."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def table(owner, written):
    owner.open(f"/d/{written.id}?size=50")
    expect(owner.rows().first).to_be_visible()
    return owner


def matching(person, count):
    expect(person.main()).to_contain_text(re.compile(rf"(?<!\d){count} of 30 match"))
    expect(person.rows()).to_have_count(count)


@pytest.mark.story("IS4.6.0", 1, via="browser")
@pytest.mark.story("IS4.6.0", 6, via="browser")
@pytest.mark.story("IS1.6.0", 1, via="browser")
@pytest.mark.story("IS1.6.0", 0, via="browser")
def test_every_dimension_has_a_filter_that_takes_several_values(table, written):
    some = written.rows(sort="ref")[6]
    for name, key in {
        "Persona": "persona",
        "Emotion": "emotion",
        "Topic": "topic",
        "Intent": "intent",
        "Tone": "tone",
        "Category": "content_category",
        "Topic cluster": "topic_cluster",
    }.items():
        other = next(row[key] for row in written.rows() if row[key] != some[key])
        if name in {"Category", "Topic cluster"}:
            table.filter_button("More").click()
            chooser = table.page.get_by_role("dialog", name="More")
            chooser.get_by_role("button", name=name, exact=True).click()
        else:
            table.filter_button(name).click()
            chooser = table.page.get_by_role("dialog", name=name, exact=True)
        chooser.get_by_role("checkbox", name=some[key]).first.click()
        matching(table, len(written.rows(**{key: some[key]})))
        chooser.get_by_role("checkbox", name=other).first.click()
        matching(table, len(written.rows(**{key: [some[key], other]})))
        table.page.keyboard.press("Escape")
        table.button("Clear all filters").click()
        expect(table.rows()).to_have_count(30)
    for name in ("Tier", "Status", "Score"):
        expect(table.filter_button(name)).to_be_visible()


@pytest.mark.story("IS4.6.0", 0, via="browser")
@pytest.mark.story("IS1.6.0", 2, via="browser")
@pytest.mark.story("IS1.6.0", 5, via="browser")
@pytest.mark.story("IS4.6.0", 2, via="browser")
@pytest.mark.story("IS4.6.0", 3, via="browser")
@pytest.mark.story("IS4.6.0", 4, via="browser")
@pytest.mark.story("IS4.6.0", 5, via="browser")
def test_filters_work_together_live_in_the_address_and_go_one_by_one(table, written):
    some = written.rows(sort="ref")[6]
    wanted = {"persona": some["persona"], "emotion": some["emotion"], "topic": some["topic"]}
    table.filter("Persona", some["persona"])
    table.filter("Emotion", some["emotion"])
    table.filter("Topic", some["topic"])
    both = len(written.rows(**wanted))
    matching(table, both)
    expect(table.row(some["ref"])).to_be_visible()
    address = table.page.url
    table.page.reload()
    matching(table, both)
    table.page.goto("about:blank")
    table.page.goto(address)
    matching(table, both)
    table.button(f"Remove the filter Topic: {some['topic']}").click()
    matching(table, len(written.rows(persona=some["persona"], emotion=some["emotion"])))
    table.button(f"Remove the filter Emotion: {some['emotion']}").click()
    matching(table, len(written.rows(persona=some["persona"])))
    table.button("Clear all filters").click()
    expect(table.rows()).to_have_count(30)


@pytest.mark.story("IS2.5.0", 0, via="browser")
@pytest.mark.story("IS2.5.0", 1, via="browser")
@pytest.mark.story("IS2.5.0", 4, via="browser")
@pytest.mark.story("IS2.5.0", 5, via="browser")
@pytest.mark.story("IS4.10.0", 4, via="browser")
def test_low_scores_that_nobody_has_read_are_two_filters_away(table, written):
    bands = {
        "Low, under 6": {"max_score": "5.9"},
        "Fair, 6 to 8": {"min_score": "6", "max_score": "8"},
        "Good, over 8": {"min_score": "8.1"},
    }
    table.filter_button("Score").click()
    chooser = table.page.get_by_role("dialog", name="Score")
    for name, asked in bands.items():
        chooser.get_by_role("checkbox", name=name).click()
        matching(table, len(written.rows(**asked)))
        chooser.get_by_role("checkbox", name=name).click()
    chooser.get_by_role("checkbox", name="No score").click()
    matching(table, sum(row["score"] is None for row in written.rows()))
    chooser.get_by_role("checkbox", name="No score").click()
    chooser.get_by_role("checkbox", name="Low, under 6").click()
    table.page.keyboard.press("Escape")
    table.filter("Status", "Not reviewed")
    both = written.rows(band="low", review="not_reviewed")
    matching(table, len(both))
    assert all(row["score"] < 6 and row["review"] is None for row in both)
    assert len(both) > 0


@pytest.mark.story("IS4.5.0", 0, via="browser")
@pytest.mark.story("IS2.5.0", 2, via="browser")
@pytest.mark.story("IS4.5.0", 4, via="browser")
@pytest.mark.story("IS4.5.0", 5, via="browser")
def test_the_counts_above_the_table_filter_by_status(table, written):
    counts = written.summary()["counts"]
    flagged = len(written.rows(status="generated", flagged="true"))
    shown = {
        "Approved": counts["approved"],
        "Generated": counts["generated"] - flagged,
        "Flagged": flagged,
        "Rejected": counts["rejected"],
        "Failed": counts["failed"],
        "Not generated": counts["planned"],
    }
    for word, count in shown.items():
        assert count > 0, word
        strip = table.main().get_by_role("listitem").get_by_role("button", name=f"{count} {word}", exact=True)
        strip.click()
        matching(table, count)
        expect(table.rows().filter(has_text=word)).to_have_count(count)
        strip.click()
        expect(table.rows()).to_have_count(30)
    table.filter("Status", "Failed")
    matching(table, counts["failed"])


@pytest.mark.story("IS4.23.0", 3, via="browser")
@pytest.mark.story("IS4.24.0", 5, via="browser")
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Source category", "source_category"),
        ("Expertise level", "expertise_level"),
        ("Emotional valence", "emotional_valence"),
        ("Template", "template_id"),
        ("Source", "document_id"),
        ("Read by", "reviewer"),
    ],
)
def test_more_of_what_a_row_knows_filters_it_too(table, written, name, key):
    page = written.api.get(f"/datasets/{written.id}/conversations", limit=1)
    value, count = next((value, count) for value, count in page["facets"][key].items() if 0 < count < 30)
    table.filter_button("More").click()
    chooser = table.page.get_by_role("dialog", name="More")
    chooser.get_by_role("button", name=name, exact=True).click()
    shown = page["labels"].get(key, {}).get(value, value)
    box = chooser.locator("label").filter(has_text=re.compile(rf"{count}$")).first
    if key != "document_id":
        box = chooser.get_by_role("checkbox", name=f"{shown} {count}", exact=True)
    box.click()
    matching(table, count)
    table.page.keyboard.press("Escape")
    badge = table.button(re.compile(rf"^Remove the filter {name}:"))
    badge.focus()
    table.page.keyboard.press("Delete")
    expect(table.rows()).to_have_count(30)


def test_a_day_filters_what_was_written_on_it(table, written):
    row = next(row for row in written.rows() if row["generated_at"])
    table.filter_button("More").click()
    chooser = table.page.get_by_role("dialog", name="More")
    chooser.get_by_role("button", name="Dates").click()
    day = row["generated_at"][:10]
    chooser.get_by_role("group", name="Generated").get_by_label("From").fill(day)
    matching(table, sum(row["generated_at"] is not None for row in written.rows()))
    chooser.get_by_role("group", name="Generated").get_by_label("To").fill("2020-01-01")
    expect(table.main()).to_contain_text("Nothing matches these filters")


def test_no_match_says_what_there_is_none_of_and_the_values_stay(table, written):
    rows = written.rows()
    persona, emotion = rows[0]["persona"], rows[0]["emotion"]
    other = next(
        row["persona"] for row in rows if (row["persona"], emotion) not in {(r["persona"], r["emotion"]) for r in rows}
    )
    table.filter("Persona", other)
    table.filter_button("Emotion").click()
    chooser = table.page.get_by_role("dialog", name="Emotion")
    none = chooser.get_by_role("checkbox", name=f"{emotion} 0", exact=True)
    none.click()
    table.page.keyboard.press("Escape")
    expect(table.main()).to_contain_text(f"You have 30 conversations, none is a {other} with {emotion}.")
    assert persona != other
    table.main().get_by_role("button", name="Clear all filters").last.click()
    expect(table.rows()).to_have_count(30)


def test_a_search_looks_inside_the_texts_when_it_is_asked_to(table, written):
    row = next(row for row in written.rows(sort="ref") if row["status"] == "generated")
    turns = written.api.get(f"/conversations/{row['id']}")["version"]["turns"]
    words = " ".join(turns[1]["content"].split()[:5])
    box = table.page.get_by_label("Search the conversations")
    box.fill(words)
    expect(table.main()).to_contain_text("Nothing matches these filters")
    table.page.get_by_role("checkbox", name="inside the text").click()
    expect(table.row(row["ref"])).to_be_visible()
    expect(table.page).to_have_url(re.compile("in_text=true"))


def test_the_last_filter_of_a_dataset_is_still_there_when_one_comes_back(table, written):
    persona = written.rows()[0]["persona"]
    table.filter("Persona", persona)
    count = len(written.rows(persona=persona))
    matching(table, count)
    table.go("Templates")
    table.page.wait_for_url(re.compile("/templates"))
    table.open(f"/d/{written.id}")
    expect(table.main()).to_contain_text(f"{count} of 30 match")
    table.button("Clear all filters").click()
    expect(table.main()).to_contain_text("30 of 30")
    table.open("/templates")
    table.open(f"/d/{written.id}")
    expect(table.main()).to_contain_text("30 of 30")
