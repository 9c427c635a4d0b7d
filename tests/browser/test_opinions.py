"""Second opinions as an owner meets them: turned on in Settings, asked for in the panel or from the bar, limited."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import AWAY, Project

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def project(cloud):
    """In a workspace of its own, so that nobody else's buttons change."""
    made = Project.make(cloud, 8, tenant=AWAY)
    made.ended(made.start()["id"])
    yield made
    match = {"If-Match": f'"{made.api.get("/settings")["revision"]}"'}
    made.api.call("PATCH", "/settings", json={"second_opinion": {"on": False}}, headers=match)


@pytest.fixture
def owner(person):
    person.sign_in(tenant=AWAY)
    return person


def change_settings(owner, limit):
    """Turns opinions on under this limit, as a person does."""
    owner.open("/settings")
    owner.page.get_by_label("Second opinions can be asked for").check()
    owner.page.get_by_label("Limit for a month").fill(limit)
    owner.button("Save settings").click()
    expect(owner.page.get_by_text("Settings saved.")).to_be_visible()


def test_an_owner_turns_it_on_asks_for_one_and_reads_it_beside_the_score(owner, project):
    change_settings(owner, "5.00")
    row = project.rows(sort="ref")[0]
    owner.open(f"/d/{project.id}?open={row['ref']}")
    ask = owner.panel().get_by_role("button", name=re.compile(r"^Ask for a second opinion, about \$0\.0"))
    ask.click()
    opinion = owner.panel().get_by_role("region", name="Second opinion")
    expect(opinion.get_by_role("listitem")).to_have_count(5)
    expect(opinion).to_contain_text("The practice model, not Claude,")
    expect(opinion).to_contain_text("An opinion, not part of the score.")
    stored = project.api.get(f"/conversations/{row['id']}")["version"]["opinion"]
    for line, part in zip(opinion.get_by_role("listitem").all(), stored["parts"], strict=True):
        expect(line).to_contain_text(f"{part['label']} {part['score']}. {part['sentence']}")
    opinion.get_by_role("button", name=re.compile("^Turn")).first.click()
    expect(owner.panel().locator("article.pointed-at")).to_have_count(1)
    owner.panel().get_by_role("button", name=re.compile("^cost")).click()
    calls = owner.panel().get_by_role("table", name="Every call for this conversation")
    expect(calls.get_by_role("row").filter(has_text="Opinion given")).to_have_count(1)
    expect(calls.get_by_role("row", name=re.compile("^Second opinions"))).to_have_count(1)
    owner.panel().get_by_role("button", name="Full screen").click()
    beside = owner.page.get_by_role("complementary", name="Score and facts")
    opinion = beside.get_by_role("region", name="Second opinion")
    expect(opinion).to_contain_text("An opinion, not part of the score.")
    expect(opinion.get_by_role("listitem")).to_have_count(5)
    opinion.get_by_role("button", name=re.compile("^Turn")).first.click()
    expect(owner.panel().locator("article.pointed-at")).to_have_count(1)


def test_chosen_ones_are_priced_first_and_at_the_limit_the_run_says_that_it_stopped(owner, project, weather):
    weather(thinking_tokens=6_000)
    spent = project.api.get("/settings/second-opinion/agreement")["spent_micros"]
    change_settings(owner, f"{(spent + 11_000) / 1_000_000:.6f}")
    owner.open(f"/d/{project.id}?size=50&sort=ref")
    expect(owner.rows()).to_have_count(8)
    owner.page.get_by_role("checkbox", name="Select the rows of this page").click()
    owner.page.get_by_role("region", name="Selected conversations").get_by_role("button", name="Second opinion").click()
    dialog = owner.dialog()
    expect(dialog).to_contain_text("Ask for 8 second opinions?")
    expect(dialog).to_contain_text("No text and no decision changes.")
    dialog.get_by_role("button", name=re.compile(r"^Ask, about \$")).click()
    owner.page.wait_for_url(re.compile("/runs/"))
    expect(owner.main()).to_contain_text("Stopped at the limit for second opinions this month.")
    expect(owner.page.get_by_role("heading", name=re.compile(r"^Stopped: \d of 8 second opinions"))).to_be_visible()
    assert {row["status"] for row in project.rows()} == {"generated"}
    assert project.complaints() == []
