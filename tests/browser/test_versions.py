"""Changing a text and choosing between its versions: typing, comparing, keeping, deleting."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project


@pytest.fixture(scope="module")
def project(cloud):
    """Three written ones that a bulk decision may take, for the tests here alone."""
    made = Project.make(cloud, 8)
    chosen = [row["id"] for row in made.rows(sort="ref") if row["tier"] == "template"][:3]
    made.ended(made.start(ids=chosen)["id"])
    return made


@pytest.fixture
def written_ones(project):
    rows = [row for row in project.rows(sort="ref") if row["latest_version"]]
    assert len(rows) == 3
    return rows


def open_row(person, project, ref):
    person.open(f"/d/{project.id}?sort=ref&open={ref}")
    expect(person.panel().get_by_role("article").first).to_be_visible()


def turns_of(project, row, version):
    found = project.api.get(f"/conversations/{row['id']}/versions/{version}")
    return [turn["content"] for turn in found["turns"]]


def editor(person, turn):
    return person.page.get_by_role("textbox", name=f"Text of turn {turn}")


@pytest.mark.story("IS2.7.0", 1, via="browser")
def test_what_is_typed_is_saved_by_itself_and_outlives_a_closed_tab(owner, project, written_ones):
    row = written_ones[0]
    before = turns_of(project, row, 1)
    open_row(owner, project, row["ref"])
    second = owner.panel().get_by_role("article", name=re.compile("^Turn 2,"))
    second.get_by_text(before[1][:30]).click(position={"x": 4, "y": 8})
    editor(owner, 2).fill("Clear the expensive debt first.")
    expect(owner.panel().get_by_text(re.compile(r"Saved as version 2.*was \d"))).to_be_visible()
    editor(owner, 2).fill("Clear the expensive debt first, then rest.")
    owner.page.reload()
    expect(editor(owner, 2)).to_have_value("Clear the expensive debt first, then rest.")
    expect(owner.panel().get_by_text(re.compile(r"Saved as version 2"))).to_be_visible()
    owner.page.keyboard.press("Escape")
    expect(editor(owner, 2)).to_have_count(0)
    assert turns_of(project, row, 2)[1] == "Clear the expensive debt first, then rest."
    assert turns_of(project, row, 1) == before
    history = owner.panel().get_by_label("Version", exact=True).locator("option")
    expect(history).to_have_text(
        [re.compile(r"Version 2 of 2: edited, \d.*current"), re.compile(r"Version 1 of 2: generated, \d")]
    )


def test_a_colleagues_words_are_seen_before_they_are_replaced(owner, cloud, project, written_ones):
    row = project.review(written_ones[1]["id"], "approve")
    open_row(owner, project, row["ref"])
    owner.page.keyboard.press("e")
    expect(editor(owner, 1)).to_be_focused()
    theirs = {"version": 1, "turns": [{"number": 1, "content": "A colleague's opening."}]}
    match = {"If_Match": f'"{row["revision"]}"'}
    cloud.api("editor").call("PATCH", f"/conversations/{row['id']}/turns", json=theirs, headers=match)
    editor(owner, 1).fill("My own opening.")
    expect(owner.panel().get_by_text("changed this while you were editing")).to_be_visible()
    expect(owner.panel()).to_contain_text("Theirs: A colleague's opening.")
    owner.panel().get_by_role("button", name="Keep mine").click()
    expect(owner.panel().get_by_text("Saved as version 3")).to_be_visible()
    # Chromium writes the refusal into its console too.
    assert all("409 (Conflict)" in error for error in owner.errors)
    owner.errors.clear()
    kept = project.api.get(f"/conversations/{row['id']}/versions/3")
    assert (kept["base_version"], kept["turns"][0]["content"]) == (2, "My own opening.")
    assert turns_of(project, row, 2)[0] == "A colleague's opening."


def test_of_several_changed_messages_each_is_picked(owner, cloud, project, written_ones):
    row = project.api.get(f"/conversations/{written_ones[0]['id']}")
    shown = row["current_version"]
    before = turns_of(project, row, shown)
    open_row(owner, project, row["ref"])
    owner.page.keyboard.press("e")
    expect(editor(owner, 1)).to_be_focused()
    theirs = {"version": shown, "turns": [{"number": n, "content": f"Theirs in {n}."} for n in (1, 2, 3)]}
    match = {"If_Match": f'"{row["revision"]}"'}
    cloud.api("editor").call("PATCH", f"/conversations/{row['id']}/turns", json=theirs, headers=match)
    editor(owner, 1).fill("Mine in 1.")
    third = owner.panel().get_by_role("group", name="Turn 3")
    expect(third.get_by_role("radio", name="Theirs. Theirs in 3.")).to_be_checked()
    expect(owner.panel().get_by_role("radio", name="Mine. Mine in 1.")).to_be_checked()
    third.get_by_role("radio", name=re.compile("^As it was")).check()
    owner.panel().get_by_role("button", name="Keep what is picked").click()
    expect(owner.panel().get_by_text(re.compile("Saved as version"))).to_be_visible()
    assert all("409 (Conflict)" in error for error in owner.errors)
    owner.errors.clear()
    latest = project.api.get(f"/conversations/{row['id']}")["latest_version"]
    assert turns_of(project, row, latest)[:4] == ["Mine in 1.", "Theirs in 2.", before[2], before[3]]


@pytest.mark.story("IS2.7.0", 0, via="browser")
@pytest.mark.story("IS2.7.0", 1, via="browser")
@pytest.mark.story("IS2.7.0", 2, via="browser")
@pytest.mark.story("IS2.7.0", 3, via="browser")
@pytest.mark.story("IS2.7.0", 4, via="browser")
@pytest.mark.story("IS2.7.0", 5, via="browser")
def test_a_rewrite_is_compared_with_what_was_there_kept_and_the_other_deleted(owner, project, written_ones):
    row = written_ones[2]
    open_row(owner, project, row["ref"])
    owner.page.keyboard.press("i")
    owner.panel().get_by_label("Say what should change").fill("warmer")
    owner.panel().get_by_role("button", name=re.compile(r"^Rewrite, about \$")).click()
    history = owner.panel().get_by_label("Version", exact=True)
    expect(history.locator("option")).to_have_text(
        [re.compile(r"Version 2 of 2: rewritten, \d"), re.compile(r"Version 1 of 2: generated, \d")]
    )
    owner.panel().get_by_role("button", name="Compare").click()
    sides = owner.page.get_by_role("region", name="Comparison").get_by_role("article")
    expect(sides).to_have_count(2)
    stored = {number: project.api.get(f"/conversations/{row['id']}/versions/{number}") for number in (1, 2)}
    left, right = (sides.nth(side).bounding_box() for side in (0, 1))
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 1
    for side, number in enumerate((1, 2)):
        expect(sides.nth(side)).to_contain_text(f"Version {number}")
        expect(sides.nth(side)).to_contain_text(f"{stored[number]['quality']['score']:.1f}")
    added = sides.nth(1).locator("ins").all_inner_texts()
    assert added
    assert any(word in stored[2]["turns"][1]["content"] for word in added)
    sides.nth(1).get_by_role("button", name="Keep and approve").click()
    expect(owner.messages()).to_contain_text(f"{row['ref']} approved")
    expect(owner.row(row["ref"])).to_contain_text("Approved")
    kept = project.api.get(f"/conversations/{row['id']}")
    assert (kept["status"], kept["current_version"], kept["review"]["version"]) == ("approved", 2, 2)
    owner.panel().get_by_role("button", name="Delete the other versions").click()
    expect(owner.dialog()).to_contain_text(f"Delete 1 version of {row['ref']}?")
    owner.dialog().get_by_role("button", name="Delete 1").click()
    expect(owner.messages()).to_contain_text("1 version deleted")
    lines = {line["number"]: line for line in project.api.get(f"/conversations/{row['id']}")["versions"]}
    assert lines[1]["removed"]
    assert not lines[2]["removed"]
    assert lines[1]["score"] == stored[1]["quality"]["score"]
    assert turns_of(project, row, 1) == []
