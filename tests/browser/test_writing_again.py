"""What is written is changed for many at once, written again otherwise, and filed under other words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project

BETTER = "claude-sonnet-5-5"

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def project(cloud):
    """Three written of five, the first approved; the others are planned only."""
    made = Project.make(cloud, 5, tier_weights={"template": 1, "scenario": 0, "edge_case": 0})
    made.ended(made.start(ids=[row["id"] for row in made.rows(sort="ref")[:3]])["id"])
    made.review(made.rows(sort="ref")[0]["id"], "approve")
    return made


def open_row(person, project, ref):
    person.open(f"/d/{project.id}?sort=ref&open={ref}")
    expect(person.panel().get_by_role("article").first).to_be_visible()


def test_one_instruction_changes_the_chosen_ones_at_a_price_and_leaves_the_rest_with_reasons(owner, project):
    first, second, third, *_ = project.rows(sort="ref")
    open_row(owner, project, second["ref"])
    owner.page.keyboard.press("i")
    owner.panel().get_by_label("Say what should change").fill("warmer, no jargon")
    owner.panel().get_by_role("button", name="all 5").click()
    dialog = owner.dialog()
    expect(dialog.get_by_label("What should change")).to_have_value("warmer, no jargon")
    expect(dialog).to_contain_text("Change 2 conversations as you say?")
    expect(dialog).to_contain_text("2 chosen ones will not be touched: they are not written yet.")
    expect(dialog).to_contain_text("1 chosen one will not be touched: it is approved.")
    expect(dialog).to_contain_text("Expected time")
    approved_too = dialog.get_by_role("checkbox", name=re.compile("Also the approved ones"))
    approved_too.click()
    expect(dialog.get_by_role("button", name=re.compile(r"^Rewrite 3, about \$"))).to_be_visible()
    approved_too.click()
    dialog.get_by_role("button", name=re.compile(r"^Rewrite 2, about \$")).click()
    owner.page.wait_for_url(re.compile(r"/runs/"))
    expect(owner.page.get_by_role("heading", level=1)).to_have_text("Rewrote 2 conversations")
    after = {row["ref"]: row for row in project.rows()}
    assert [after[row["ref"]]["latest_version"] for row in (first, second, third)] == [1, 2, 2]
    for row in (second, third):
        version = project.api.get(f"/conversations/{row['id']}/versions/2")
        assert (version["instruction"], version["base_version"]) == ("warmer, no jargon", 1)
    assert project.complaints() == []

    # From the bar below the table, for what is selected there.
    owner.open(f"/d/{project.id}?sort=ref")
    owner.row(third["ref"]).get_by_role("checkbox").click()
    owner.page.get_by_role("region", name="Selected conversations").get_by_role("button", name="Rewrite").click()
    expect(dialog).to_contain_text("Change 1 conversation as you say?")
    expect(dialog.get_by_role("button", name=re.compile(r"^Rewrite 1"))).to_have_attribute("aria-disabled", "true")
    owner.page.keyboard.press("Escape")


@pytest.mark.story("IS2.7.0", 2, via="browser")
def test_one_is_written_again_with_another_template_and_the_better_model_at_its_price(owner, cloud):
    project = Project.make(cloud, 1, tier_weights={"template": 1, "scenario": 0, "edge_case": 0})
    project.ended(project.start(tier="template")["id"])
    project.edit(project.rows()[0]["id"], 2, "That is a fair question. Let us look at it together.")
    row = project.rows()[0]
    open_row(owner, project, row["ref"])
    owner.panel().get_by_role("button", name="Generate again").click()
    dialog = owner.dialog()
    expect(dialog).to_contain_text(f"Generate {row['ref']} again?")
    expect(dialog).to_contain_text("The old versions stay.")
    expect(dialog.get_by_label("Written with")).to_have_value("")
    other = next(
        one
        for one in project.api.get("/templates")["items"]
        if one["tier"] == "template" and one["state"] == "active" and one["id"] != row["template_id"]
    )
    dialog.get_by_label("Written with").select_option(other["id"])
    dialog.get_by_role("button", name=re.compile(r"^Better with Claude Sonnet 5\.5 for \$")).click()
    expect(dialog.get_by_label("Written by")).to_have_value(BETTER)
    dialog.get_by_role("button", name=re.compile(r"^Generate 1 again, about \$")).click()
    expect(owner.messages()).to_contain_text(f"{row['ref']} is ready.")
    now = project.api.get(f"/conversations/{row['id']}")
    assert (now["version"]["template_id"], now["version"]["model"]) == (other["id"], BETTER)
    assert now["latest_version"] == row["latest_version"] + 1

    # All three side by side on a large screen, two on a smaller one.
    sides = owner.page.get_by_role("region", name="Comparison").get_by_role("article")
    for width, shown in ((1600, 3), (1366, 2)):
        owner.page.set_viewport_size({"width": width, "height": 900})
        owner.open(f"/d/{project.id}?sort=ref&open={row['ref']}&compare=1,2,3")
        expect(sides).to_have_count(shown)
        boxes = [side.bounding_box() for side in sides.all()]
        assert all(left["x"] + left["width"] <= right["x"] for left, right in pairwise(boxes))


def test_three_samples_are_written_first_and_the_rest_when_they_are_liked(owner, cloud):
    eight = Project.make(cloud, 8)
    owner.open(f"/d/{eight.id}")
    owner.button("Generate all 8").click()
    owner.dialog().get_by_role("button", name=re.compile(r"^See 3 samples, about \$")).click()
    owner.page.wait_for_url(re.compile(r"/runs/"))
    expect(owner.main()).to_contain_text("Generated 3 conversations")
    assert {row["tier"] for row in eight.rows(status="generated")} == {"template", "scenario", "edge_case"}
    owner.button("Generate the other 5").click()
    expect(owner.dialog()).to_contain_text("Generate the 5 conversations that are left?")


@pytest.mark.story("IS4.21.0", 5, via="browser")
def test_what_it_is_filed_under_is_changed_in_its_own_words_and_never_over_a_colleagues(owner, cloud, project):
    row = project.rows(sort="ref")[2]
    open_row(owner, project, row["ref"])
    owner.panel().get_by_role("button", name="Change these").click()
    block = owner.panel().get_by_role("region", name="Filed under")
    tones = [word for word in project.api.get(f"/datasets/{project.id}")["taxonomy"]["tones"] if word != row["tone"]]
    expect(block.get_by_label("Tone").get_by_role("option")).to_have_count(len(tones) + 1)
    block.get_by_label("Tone").select_option(tones[0])
    expect(owner.messages()).to_contain_text(f"What {row['ref']} is filed under is changed.")
    assert project.api.get(f"/conversations/{row['id']}")["tone"] == tones[0]

    block.get_by_label("Tags").fill("x" * 41)
    owner.page.keyboard.press("Enter")
    expect(block).to_contain_text("A tag has at most 40 characters.")
    expect(block.get_by_label("Tags")).to_have_value("x" * 41)
    block.get_by_label("Tags").fill("windfall, 2026")
    owner.page.keyboard.press("Enter")
    expect(owner.panel().get_by_text("windfall", exact=True)).to_be_visible()
    expect(block).to_contain_text("Each choice is saved by itself.")
    now = project.api.get(f"/conversations/{row['id']}")
    assert now["tags"] == ["windfall", "2026"]

    match = {"If_Match": f'"{now["revision"]}"'}
    cloud.api("editor").call("PATCH", f"/conversations/{row['id']}", json={"tone": tones[1]}, headers=match)
    block.get_by_label("Tone").select_option(tones[2])
    expect(block).to_contain_text("changed this meanwhile. Your choice is safe.")
    expect(block).to_contain_text(f"Tone: theirs {tones[1]}, yours {tones[2]}")
    assert project.api.get(f"/conversations/{row['id']}")["tone"] == tones[1]
    block.get_by_role("button", name="Keep mine").click()
    expect(block.get_by_text("Your choice is safe")).to_have_count(0)
    expect(block.get_by_label("Tone")).to_have_value(tones[2])
    expect(block).to_contain_text("Each choice is saved by itself.")
    assert project.api.get(f"/conversations/{row['id']}")["tone"] == tones[2]
    # Chromium writes what was refused into its console too.
    assert all(re.search("409|422", error) for error in owner.errors)
    owner.errors.clear()
