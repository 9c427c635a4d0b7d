"""The record: narrowed by person, day and action, kept in the address, saved as a file, and checked."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

WRITER = "demo owner"
"""Whose key the fixtures write with."""


def lines(person):
    return person.page.get_by_role("table", name="Activity").locator("tbody:not([aria-hidden]) tr")


def saved(person):
    with person.page.expect_download() as waiting:
        person.button("Save as CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return waiting.value.suggested_filename, list(csv.DictReader(io.StringIO(text)))


@pytest.mark.story("IS2.8.0", 4, via="browser")
@pytest.mark.story("IS2.8.0", 5, via="browser")
@pytest.mark.story("IS4.22.0", 4, via="browser")
@pytest.mark.story("IS4.22.0", 5, via="browser")
def test_the_record_is_narrowed_kept_in_the_address_and_saved(owner, written):
    owner.open("/activity")
    expect(lines(owner).first).to_be_visible()
    owner.filter("What", "Approved", "Rejected")
    expect(owner.page).to_have_url(re.compile(r"action=conversation\.approved&action=conversation\.rejected"))
    owner.filter("Who", WRITER)
    expect(owner.page).to_have_url(re.compile("user="))
    approved = {row["ref"] for row in written.rows(status="approved")}
    rejected = {row["ref"] for row in written.rows(status="rejected")}
    for ref in approved | rejected:
        expect(lines(owner).filter(has_text=ref).first).to_be_visible()
    expect(lines(owner).filter(has_text="was written")).to_have_count(0)
    name, rows = saved(owner)
    assert name == "activity.csv"
    assert {row["action"] for row in rows} == {"conversation.approved", "conversation.rejected"}
    assert {row["ref"] for row in rows} >= approved | rejected
    assert {row["who"] for row in rows} == {WRITER}
    owner.page.reload()
    expect(owner.button("Remove the filter What: Approved")).to_be_visible()
    tomorrow = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
    owner.page.get_by_label("From").fill(tomorrow)
    expect(owner.main()).to_contain_text("Nothing matches these filters")
    expect(owner.page).to_have_url(re.compile(f"since={tomorrow}"))
    owner.main().get_by_role("button", name="Clear all filters").last.click()
    expect(lines(owner).first).to_be_visible()
    assert "?" not in owner.page.url


@pytest.mark.story("IS1.2.0", 5, via="browser")
@pytest.mark.story("IS2.8.0", 1, via="browser")
@pytest.mark.story("IS2.8.0", 0, via="browser")
def test_everything_about_one_conversation_stands_on_one_page(owner, written):
    ref = written.rows(status="approved", sort="ref")[0]["ref"]
    owner.open(f"/d/{written.id}?open={ref}")
    owner.panel().get_by_role("link", name=f"Everything about {ref}").click()
    expect(owner.page.get_by_role("heading", name=f"Everything about {ref}")).to_be_visible()
    expect(lines(owner).filter(has_text=f"{ref} was written")).to_be_visible()
    decided = lines(owner).filter(has_text=f"approved {ref}")
    expect(decided).to_contain_text(WRITER)
    decided.locator("summary").click()
    expect(decided).to_contain_text("Read by the desk.")
    expect(
        owner.page.get_by_role("table", name="Every call for this conversation").locator("tbody tr").first
    ).to_be_visible()
    name, rows = saved(owner)
    assert name == f"activity-{ref}.csv"
    assert {row["ref"] for row in rows if row["about"] == "conversation"} == {ref}
    did = {row["action"]: row["who"] for row in rows}
    assert did["conversation.generated"] == did["conversation.approved"] == WRITER


def test_an_owner_asks_whether_the_record_is_whole_and_a_reviewer_is_not_offered_it(owner, person, written):
    assert written.rows()
    owner.open("/activity")
    owner.button("Check the record").click()
    expect(owner.main()).to_contain_text(re.compile(r"The record is whole: [\d,]+ entries"))
    person.sign_in("reviewer")
    person.open("/activity")
    expect(person.button("Save as CSV")).to_be_visible()
    expect(person.button("Check the record")).to_have_count(0)
