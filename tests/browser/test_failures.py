"""What could not be written says why and what helps; what could not be loaded too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def table(owner, written):
    owner.open(f"/d/{written.id}?status=failed")
    expect(owner.rows()).to_have_count(2)
    return owner


def failed(project, kind):
    return next(row for row in project.rows(status="failed") if row["failure"]["kind"] == kind)


@pytest.mark.story("IS2.6.0", 1, via="browser")
@pytest.mark.story("IS2.6.0", 2, via="browser")
@pytest.mark.story("IS2.6.0", 3, via="browser")
@pytest.mark.story("IS2.6.0", 6, via="browser")
@pytest.mark.story("IS4.5.0", 3, via="browser")
@pytest.mark.story("IS4.28.0", 1, via="browser")
@pytest.mark.story("IS4.28.0", 2, via="browser")
@pytest.mark.story("IS4.28.0", 3, via="browser")
@pytest.mark.story("IS4.28.0", 4, via="browser")
def test_a_failed_badge_opens_the_reason_the_next_step_and_the_details(table, written):
    again, never = failed(written, "transient"), failed(written, "needs_change")
    for row, helps in ((again, True), (never, False)):
        offered = table.row(row["ref"]).get_by_role("button", name=re.compile(f"^Retry {row['ref']}"))
        expect(offered).to_have_count(1 if helps else 0)
        table.row(row["ref"]).get_by_role("button", name=re.compile("^Failed")).click()
        told = table.page.get_by_role("dialog", name=f"{row['ref']} was not written")
        expect(told).to_contain_text(row["failure"]["reason"])
        expect(told).to_contain_text(row["failure"]["next_step"])
        expect(told.get_by_role("button", name=re.compile(r"^Retry(,|$)"))).to_have_count(1 if helps else 0)
        details = told.get_by_text("Details for technicians")
        expect(told.get_by_text(row["failure"]["code"], exact=True)).to_be_hidden()
        details.click()
        expect(told.get_by_text(row["failure"]["code"], exact=True)).to_be_visible()
        expect(told).to_contain_text(row["failure"]["request_id"])
        expect(told).to_contain_text(re.compile(r"20\d\d"))
        plain = f"{row['failure']['reason']} {row['failure']['next_step']}"
        assert not re.search(r"(?i)token|exception|http|json|stop_reason|\d{3}\b", plain), plain
        table.page.keyboard.press("Escape")
    assert again["failure"]["next_step"] != never["failure"]["next_step"]


@pytest.mark.story("IS2.6.0", 4, via="browser")
def test_all_failed_ones_are_tried_again_by_one_button(table, written):
    ref = failed(written, "transient")["ref"]
    table.row(ref).get_by_role("button", name=re.compile("^Failed")).click()
    told = table.page.get_by_role("dialog", name=f"{ref} was not written")
    told.get_by_role("button", name="Retry both").click()
    expect(table.dialog()).to_contain_text("Generate 2 conversations?")
    table.dialog().get_by_role("button", name="Cancel").click()


@pytest.mark.story("IS2.6.0", 5, via="browser")
@pytest.mark.story("IS2.6.0", 6, via="browser")
@pytest.mark.story("IS4.22.0", 1, via="browser")
@pytest.mark.story("IS4.22.0", 0, via="browser")
def test_every_failure_there_was_is_kept_with_its_call(table, written):
    again, never = failed(written, "transient"), failed(written, "needs_change")
    table.row(never["ref"]).get_by_role("button", name=re.compile("^Failed")).click()
    table.page.get_by_role("link", name="All failures").click()
    history = table.page.get_by_role("table", name="Failures")
    mark = {"transient": "Passing", "needs_change": "Needs a change"}
    for row in (again, never):
        last = history.get_by_role("row").filter(has_text=row["ref"]).filter(has_text="Given up")
        expect(last).to_contain_text(row["failure"]["reason"])
        expect(last).to_contain_text(mark[row["failure"]["kind"]])
    tried = history.get_by_role("row").filter(has_text=again["ref"])
    expect(tried.filter(has_text="Tried again")).to_have_count(again["paid_attempts"] - 1)
    table.button("Needs a change").click()
    expect(history.get_by_role("row")).to_have_count(2)
    history.get_by_role("button", name=f"Details of {never['ref']}").click()
    for fact in ("When", "took", "Model", "Usage", "of it thinking", "Cost", never["failure"]["request_id"]):
        expect(history).to_contain_text(fact)
    for part, inside in (
        ("Values that filled the template", never["persona"]),
        ("What was sent", '"max_tokens"'),
        ("What came back", '"refusal"'),
    ):
        history.get_by_text(part).click()
        expect(history).to_contain_text(inside)


@pytest.mark.story("IS4.27.0", 1, via="browser")
@pytest.mark.story("IS4.27.0", 2, via="browser")
def test_while_rows_are_fetched_their_shape_is_there(owner, written):
    with owner.holding(re.compile(rf"/datasets/{written.id}/conversations")):
        owner.open(f"/d/{written.id}")
        table = owner.page.get_by_role("table", name="Conversations")
        expect(table).to_have_attribute("aria-busy", "true")
        expect(table.locator("tbody[aria-hidden] tr")).to_have_count(12)
    expect(table).to_have_attribute("aria-busy", "false")
    expect(owner.rows()).to_have_count(25)
