"""Deciding: one by one with a note, many at once, and what was decided is on the record."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project

_NOTES = count(1)


@pytest.fixture
def unread(written):
    """Good ones that nobody has decided on, and that a bulk decision may take."""
    rows = written.rows(status="generated", flagged="false", sort="ref")
    return [row for row in rows if row["tier"] != "edge_case"]


def open_table(person, project):
    person.open(f"/d/{project.id}?size=50&sort=ref")
    expect(person.rows().first).to_be_visible()


def of(project, action, ref):
    events = project.api.get("/activity", limit=100, action=action)["items"]
    return [event for event in events if event["subject"]["ref"] == ref]


@pytest.mark.story("IS4.9.0", 0, via="browser")
@pytest.mark.story("IS4.9.0", 1, via="browser")
@pytest.mark.story("IS4.9.0", 2, via="browser")
@pytest.mark.story("IS4.9.0", 3, via="browser")
@pytest.mark.story("IS4.9.0", 6, via="browser")
@pytest.mark.story("IS1.2.0", 5, via="browser")
@pytest.mark.story("IS2.8.0", 2, via="browser")
@pytest.mark.story("IS4.22.0", 4, via="browser")
def test_a_decision_shows_at_once_and_stays_on_the_record_with_its_note(owner, written, unread):
    approved, rejected = (row["ref"] for row in unread[:2])
    open_table(owner, written)
    for ref, verb, word in ((approved, "Approve", "Approved"), (rejected, "Reject", "Rejected")):
        note = f"Read at the desk, note {next(_NOTES)}."
        owner.row(ref).locator("td").nth(2).click()
        panel = owner.page.get_by_label(f"Conversation {ref}")
        for offered in ("Approve", "Reject"):
            expect(panel.get_by_role("button", name=re.compile(f"^{offered}"))).to_be_in_viewport()
        panel.get_by_label("Note for the record, optional").fill(note)
        panel.get_by_role("button", name=re.compile(f"^{verb}")).click()
        if verb == "Reject":
            owner.page.keyboard.press("Enter")
        expect(owner.row(ref)).to_contain_text(word)
        expect(owner.messages()).to_contain_text(f"{ref} {word.lower()}")
        (event,) = of(written, f"conversation.{word.lower()}", ref)[:1]
        assert event["actor"]["name"]
        assert event["at"].endswith("Z")
        kept = written.api.get(f"/conversations/{written.rows(q=ref)[0]['id']}")
        assert kept["review"]["note"] == note
    owner_name = next(u["name"] for u in owner.stack["users"] if u["role"] == "owner")
    owner.go("Activity")
    lines = owner.page.get_by_role("table", name="Activity").locator("tbody tr")
    for ref, word in ((approved, "approved"), (rejected, "rejected")):
        line = lines.filter(has_text=f"{word} {ref}").first
        expect(line).to_contain_text(owner_name)
        expect(line.locator("time").first).to_be_visible()


@pytest.mark.story("IS4.27.0", 0, via="browser")
@pytest.mark.story("IS4.27.0", 3, via="browser")
@pytest.mark.story("IS4.27.0", 5, via="browser")
def test_the_screen_does_not_wait_for_the_answer(owner, written, unread):
    ref = unread[2]["ref"]
    open_table(owner, written)
    owner.row(ref).locator("td").nth(2).click()
    panel = owner.page.get_by_label(f"Conversation {ref}")
    expect(panel.get_by_role("article").first).to_be_visible()
    with owner.holding("**/review"):
        panel.get_by_role("button", name=re.compile("^Approve")).click()
        expect(owner.row(ref)).to_contain_text("Approved")
        assert written.rows(q=ref)[0]["status"] == "generated"
    expect(owner.messages()).to_contain_text(f"{ref} approved")
    assert written.rows(q=ref)[0]["status"] == "approved"


@pytest.mark.story("IS2.4.0", 1, via="browser")
@pytest.mark.story("IS2.4.0", 2, via="browser")
@pytest.mark.story("IS2.4.0", 3, via="browser")
@pytest.mark.story("IS4.2.0", 1, via="browser")
@pytest.mark.story("IS4.14.0", 1, via="browser")
@pytest.mark.story("IS4.14.0", 2, via="browser")
@pytest.mark.story("IS4.14.0", 3, via="browser")
@pytest.mark.story("IS4.14.0", 4, via="browser")
def test_boxes_choose_rows_and_the_bar_counts_them(owner, written):
    owner.open(f"/d/{written.id}")
    expect(owner.rows().first).to_be_visible()
    bar = owner.page.get_by_role("region", name="Selected conversations")
    expect(bar).to_have_count(0)
    owner.rows().nth(1).get_by_role("checkbox").click()
    expect(bar).to_contain_text("1 conversation selected")
    for action in ("Generate", "Approve", "Reject", "Tag", "Delete"):
        expect(bar.get_by_role("button", name=action)).to_be_visible()
    page = owner.page.get_by_role("checkbox", name="Select the rows of this page")
    page.click()
    expect(bar).to_contain_text("25 conversations selected")
    expect(owner.rows().locator("input:checked")).to_have_count(25)
    page.click()
    expect(bar).to_have_count(0)
    expect(owner.rows().locator("input:checked")).to_have_count(0)


@pytest.mark.story("IS2.4.0", 5, via="browser")
@pytest.mark.story("IS2.4.0", 6, via="browser")
@pytest.mark.story("IS4.14.0", 6, via="browser")
@pytest.mark.story("IS4.29.0", 3, via="browser")
@pytest.mark.story("IS4.29.0", 4, via="browser")
def test_many_are_decided_after_one_question_and_the_outcome_is_counted(owner, written, unread):
    chosen = [row["ref"] for row in unread[3:5]]
    unwritten = written.rows(status="planned")[0]["ref"]
    open_table(owner, written)
    bar = owner.page.get_by_role("region", name="Selected conversations")
    for ref in (*chosen, unwritten):
        owner.page.get_by_role("checkbox", name=f"Select {ref}").click()
    for verb in ("Reject", "Approve"):
        bar.get_by_role("button", name=verb).click()
        expect(owner.dialog()).to_contain_text(f"{verb} 2 conversations?")
        expect(owner.dialog()).to_contain_text("1 selected one will not be touched: it is not written yet")
        owner.dialog().get_by_role("button", name="Cancel").click()
        expect(owner.dialog()).to_have_count(0)
    assert all(written.rows(q=ref)[0]["status"] == "generated" for ref in chosen)
    bar.get_by_role("button", name="Approve").click()
    owner.dialog().get_by_role("button", name="Approve 2").click()
    expect(owner.messages()).to_contain_text("2 approved, 1 could not be: it is not written yet")
    for ref in chosen:
        expect(owner.row(ref)).to_contain_text("Approved")
    expect(owner.row(unwritten)).to_contain_text("Not generated")
    assert all(written.rows(q=ref)[0]["status"] == "approved" for ref in chosen)


@pytest.mark.story("IS2.4.0", 0, via="browser")
@pytest.mark.story("IS2.4.0", 4, via="browser")
@pytest.mark.story("IS4.14.0", 0, via="browser")
@pytest.mark.story("IS4.14.0", 5, via="browser")
@pytest.mark.story("IS4.29.0", 0, via="browser")
@pytest.mark.story("IS4.29.0", 2, via="browser")
def test_chosen_ones_are_written_approved_rejected_and_deleted_each_after_its_question(owner, cloud, weather):
    weather(latency_seconds=0)
    project = Project.make(cloud, 5, tier_weights={"template": 1, "scenario": 0, "edge_case": 0})
    refs = [row["ref"] for row in project.rows(sort="ref")]
    bar = owner.page.get_by_role("region", name="Selected conversations")

    def choose(verb, chosen):
        for ref in chosen:
            owner.page.get_by_role("checkbox", name=f"Select {ref}").click()
        bar.get_by_role("button", name=verb).click()

    open_table(owner, project)
    choose("Generate", refs[:3])
    owner.confirm_generate()
    expect(owner.finished()).to_have_attribute("aria-valuenow", "100")
    open_table(owner, project)
    for verb, done, chosen in (("Approve", "approved", refs[:1]), ("Reject", "rejected", refs[1:3])):
        choose(verb, chosen)
        many = len(chosen)
        expect(owner.dialog()).to_contain_text(f"{verb} {many} conversation{'s' if many > 1 else ''}?")
        owner.dialog().get_by_role("button", name=f"{verb} {many}").click()
        expect(owner.messages()).to_contain_text(f"{many} {done}")
    choose("Delete", refs[2:])
    expect(owner.dialog()).to_contain_text("Delete 3 conversations?")
    expect(owner.dialog()).to_contain_text("This cannot be undone.")
    expect(owner.dialog().get_by_role("button", name="Cancel")).to_be_focused()
    owner.page.keyboard.press("Enter")
    expect(owner.dialog()).to_have_count(0)
    assert len(project.rows()) == 5
    bar.get_by_role("button", name="Delete").click()
    owner.dialog().get_by_role("button", name="Delete 3").click()
    expect(owner.messages()).to_contain_text("3 deleted")
    expect(owner.rows()).to_have_count(2)
    assert {row["ref"]: row["status"] for row in project.rows()} == {refs[0]: "approved", refs[1]: "rejected"}


@pytest.mark.story("IS4.2.0", 2, via="browser")
@pytest.mark.story("IS4.2.0", 3, via="browser")
@pytest.mark.story("IS4.29.0", 1, via="browser")
@pytest.mark.story("IS4.3.0", 1, via="browser")
@pytest.mark.story("IS4.3.0", 0, via="browser")
@pytest.mark.story("IS1.3.0", 0, via="browser")
def test_what_is_chosen_or_all_that_is_left_is_priced_before_it_is_written(owner, written):
    planned = [row["ref"] for row in written.rows(status="planned")][:2]
    open_table(owner, written)
    for ref in planned:
        owner.page.get_by_role("checkbox", name=f"Select {ref}").click()
    bar = owner.page.get_by_role("region", name="Selected conversations")
    bar.get_by_role("button", name="Generate").click()
    before = written.summary()["counts"]
    left = before["planned"] + before["failed"]
    questions = {2: "Generate 2 conversations?", left: f"Generate the {left} conversations that are left?"}
    for many, heading in questions.items():
        dialog = owner.dialog()
        expect(dialog.get_by_role("heading").first).to_contain_text(heading)
        expect(dialog).to_contain_text("Expected time")
        expect(dialog).to_contain_text(re.compile(r"second|minute"))
        expect(dialog).to_contain_text(re.compile(r"Expected cost\s*\$\d"))
        expect(dialog.get_by_label("Stop at")).to_have_value(re.compile(r"\d"))
        expect(dialog.get_by_role("button", name=re.compile(rf"^Generate {many}, about \$"))).to_be_enabled()
        dialog.get_by_role("button", name="Cancel").click()
        expect(owner.dialog()).to_have_count(0)
        if many == 2:
            owner.page.keyboard.press("Escape")
            owner.button(re.compile(r"^Generate all \d+")).click()
    assert written.summary()["counts"] == before
