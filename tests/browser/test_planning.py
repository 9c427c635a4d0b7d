"""The three tiers: how many of each, what they are made of, and writing one tier at a time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project

TIERS = {"template": ("Template", 40), "scenario": ("Scenario", 35), "edge_case": ("Edge case", 15)}


@pytest.fixture(scope="module")
def ninety(cloud):
    """The customer's usual plan, nothing written."""
    return Project.make(cloud, 90)


@pytest.mark.story("IS3.4.0", 4, via="browser")
def test_a_plan_of_ninety_is_40_35_15_until_somebody_shares_it_out_otherwise(owner):
    owner.open("/datasets")
    owner.button("New dataset").first.click()
    owner.page.get_by_label("Name", exact=True).fill("Shared out")
    owner.button("Start with this pack").click()
    total = owner.page.get_by_role("spinbutton", name="All together")
    expect(total).to_have_value("90")
    boxes = [owner.page.get_by_role("spinbutton", name=name, exact=True) for name, _ in TIERS.values()]
    for box, (_, count) in zip(boxes, TIERS.values(), strict=True):
        expect(box).to_have_value(str(count))
    for box, wanted in zip(boxes, (50, 30, 20), strict=True):
        box.fill(str(wanted))
    expect(total).to_have_value("100")
    expect(owner.page.get_by_label("Your plan")).to_contain_text("expected for 100 conversations")
    owner.button("Continue to Generate").click()
    expect(owner.dialog()).to_contain_text("50 template, 30 scenario, 20 edge")
    owner.dialog().get_by_role("button", name="Cancel").click()


@pytest.mark.story("IS3.4.0", 0, via="browser")
@pytest.mark.story("IS3.4.0", 1, via="browser")
@pytest.mark.story("IS3.4.0", 2, via="browser")
@pytest.mark.story("IS3.4.0", 3, via="browser")
@pytest.mark.story("IS3.4.0", 5, via="browser")
@pytest.mark.story("IS4.7.0", 1, via="browser")
@pytest.mark.story("IS4.7.0", 2, via="browser")
@pytest.mark.story("IS4.7.0", 3, via="browser")
@pytest.mark.story("IS4.17.0", 1, via="browser")
@pytest.mark.story("IS4.17.0", 4, via="browser")
@pytest.mark.story("IS4.17.0", 5, via="browser")
@pytest.mark.story("IS4.18.0", 1, via="browser")
@pytest.mark.story("IS4.18.0", 5, via="browser")
@pytest.mark.story("IS4.19.0", 1, via="browser")
@pytest.mark.story("IS4.19.0", 5, via="browser")
@pytest.mark.story("IS4.7.0", 0, via="browser")
def test_each_tier_has_its_slots_its_share_on_the_page_and_a_button_of_its_own(owner, ninety):
    owner.open(f"/d/{ninety.id}")
    expect(owner.rows().first).to_be_visible()
    coverage = ninety.summary()["coverage"]
    for what, counts in (("Personas", coverage["persona"]), ("Emotional arcs", coverage["arc"])):
        told = owner.main().locator("div[title]").filter(has_text=what)
        expect(told).to_contain_text(f"{len(counts)} of {len(counts)} covered")
        for name, count in counts.items():
            expect(told).to_have_attribute("title", re.compile(rf"{re.escape(name)} {count}\b"))
    for name, count in TIERS.values():
        line = owner.main().locator("dl > div").filter(has_text=name)
        expect(line).to_contain_text(f"0/{count}")
    for tier, (name, count) in TIERS.items():
        owner.open(f"/d/{ninety.id}?tier={tier}")
        expect(owner.main()).to_contain_text(re.compile(rf"{count} of 90 match"))
        owner.button(f"Generate all {name.lower()} ({count})").click()
        expect(owner.dialog()).to_contain_text(f"Generate all {name.lower()} ({count})?")
        owner.dialog().get_by_role("button", name="Cancel").click()


@pytest.mark.story("IS4.17.0", 2, via="api")
def test_the_five_arcs_share_the_template_tier_evenly(ninety):
    arcs = [row["arc"] for row in ninety.rows(tier="template")]
    assert {arc: arcs.count(arc) for arc in arcs} == dict.fromkeys(
        ("Triumph", "Struggle-to-Success", "Steady Confidence", "Anxiety-to-Relief", "Discovery"), 8
    )


@pytest.mark.story("IS4.18.0", 2, via="api")
@pytest.mark.story("IS4.18.0", 3, via="api")
@pytest.mark.story("IS4.19.0", 2, via="api")
@pytest.mark.story("IS4.24.0", 3, via="api")
@pytest.mark.story("IS4.23.0", 1, via="api")
def test_scenarios_come_from_passages_and_edge_cases_name_their_hard_moment(ninety):
    scenarios = ninety.rows(tier="scenario")
    for row in scenarios[:5]:
        full = ninety.api.get(f"/conversations/{row['id']}")
        assert full["chunks"]
        assert {chunk["id"] for chunk in full["chunks"]} == set(row["chunk_ids"])
        assert {chunk["document_id"] for chunk in full["chunks"]} == set(row["source_document_ids"])
        assert row["source_categories"]
        slot = full["slot"]
        assert slot["situation"]
        assert slot["problem_context"]
        assert slot["solution_action"]
        assert slot["scenario_outcome"]
    hard = [ninety.api.get(f"/conversations/{row['id']}") for row in ninety.rows(tier="edge_case")]
    edges = [each["slot"]["edge_case"] for each in hard]
    assert all(edges)
    assert len(set(edges)) >= 5
    told = " ".join(edges).casefold()
    assert "overwhelm" in told
    assert "conflict" in told


@pytest.mark.story("IS4.18.0", 4, via="api")
def test_a_written_scenario_uses_what_its_passages_say(written):
    used = 0
    for row in written.rows(tier="scenario", status="generated"):
        full = written.api.get(f"/conversations/{row['id']}")
        labels = {chunk["label"] for chunk in full["chunks"]}
        assert set(full["version"]["facts_used"]) <= labels
        used += bool(full["version"]["facts_used"])
    assert used > 0
