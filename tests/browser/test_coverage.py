"""Coverage on the screen: figures against the plan, gaps that a click fills, and the words that plans draw from."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project


@pytest.fixture(scope="module")
def ninety(cloud):
    """The customer's usual plan, nothing written."""
    return Project.make(cloud, 90)


@pytest.mark.story("IS1.6.0", 3, via="browser")
@pytest.mark.story("IS4.7.0", 4, via="browser")
@pytest.mark.story("IS4.7.0", 5, via="browser")
@pytest.mark.story("IS4.23.0", 4, via="browser")
@pytest.mark.story("IS1.6.0", 0, via="browser")
@pytest.mark.story("IS4.7.0", 0, via="browser")
def test_a_new_persona_shows_as_gaps_and_one_click_plans_what_is_missing(owner, ninety):
    owner.open(f"/d/{ninety.id}/words")
    owner.button("Add one more").click()
    owner.page.get_by_role("textbox", name=re.compile("^Name of persona")).last.fill("New Parent")
    owner.button("Save personas").click()
    expect(owner.page.get_by_text("It counts for the next plan")).to_be_visible()

    owner.open(f"/d/{ninety.id}/coverage?count=planned")
    gaps = owner.page.get_by_role("complementary", name="What to add")
    expect(gaps).to_contain_text("New Parent with Triumph")
    expect(owner.page.get_by_role("link", name=re.compile("^Anxious Investor with Triumph: "))).to_be_visible()
    expect(owner.page.get_by_role("heading", name="Source categories")).to_be_visible()

    fill = gaps.get_by_role("button", name=re.compile(r"^Fill all 5, 10 conversations, about \$"))
    fill.click()
    planned = "10 conversations planned. Nothing is spent until you generate them."
    expect(owner.page.get_by_text(planned)).to_be_visible()
    expect(gaps).to_contain_text("Nothing is missing here")
    added = [row for row in ninety.rows() if row["persona"] == "New Parent"]
    assert len(added) == 10
    assert {row["status"] for row in added} == {"planned"}
    assert ninety.summary()["spent_micros"] == 0

    rows = ninety.rows()
    for title, key in (("Personas", "persona"), ("Emotional arcs", "arc"), ("Emotions", "emotion")):
        counts = Counter(row[key] for row in rows).most_common(3)
        chart = owner.page.get_by_role("region", name=title, exact=True)
        for more in chart.get_by_role("button", name=re.compile(r"^All \d")).all():
            more.click()
        for word, count in counts:
            line = chart.get_by_role("listitem").filter(has=owner.page.get_by_text(word, exact=True))
            expect(line).to_contain_text(re.compile(rf"{word}\s*{count} of"))
    owner.page.get_by_role("link", name=re.compile("^New Parent with Triumph: 2 of 2")).click()
    expect(owner.main()).to_contain_text("2 of 100 match")
