"""The templates of a workspace: made, tried, changed, shared, turned off and on, and what came of each version."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import AWAY, Project

BODY = "Write a talk between a client and {advisor_name} of {firm}. {persona} feels {emotion} about {topic}."


@pytest.fixture(scope="module")
def project(cloud):
    """Three written by templates, in the workspace in which nobody else writes; the first is approved."""
    made = Project.make(cloud, 3, tenant=AWAY, tier_weights={"template": 1, "scenario": 0, "edge_case": 0})
    made.ended(made.start()["id"])
    made.review(made.rows(sort="ref")[0]["id"], "approve")
    return made


@pytest.fixture
def row(project):
    """One that was written with a template of one version."""
    for found in project.rows(sort="ref"):
        if len(project.api.get(f"/templates/{found['template_id']}")["versions"]) == 1:
            return found
    raise AssertionError("every template has been changed already")


def told(person):
    return person.page.get_by_test_id("told")


def version_row(person, number):
    rows = person.page.get_by_role("table", name="Versions").get_by_role("row")
    return rows.filter(has=person.page.get_by_role("button", name=f"Version {number}", exact=True))


def listed(person):
    return person.page.get_by_role("navigation", name="Templates")


def add_version(person):
    """A misspelt value stops saving and is put right with a click; half is written with the new text."""
    person.button("New version").click()
    person.page.get_by_label("What Claude is told").fill(BODY.replace("{topic}", "{topik}"))
    wrong = person.page.get_by_role("list", name="What stops saving")
    expect(wrong).to_contain_text("There is no value called topik.")
    save = person.button("Save version 2")
    expect(save).to_have_attribute("aria-disabled", "true")
    wrong.get_by_role("button", name="Did you mean topic?").click()
    expect(person.main()).to_contain_text("All values in the text are known, none is missing.")
    person.page.get_by_label("Use it").select_option("50")
    expect(save).not_to_have_attribute("aria-disabled", "true")
    save.click()


@pytest.mark.story("IS4.15.0", 3, via="browser")
@pytest.mark.story("IS4.15.0", 4, via="browser")
@pytest.mark.story("IS4.15.0", 5, via="browser")
@pytest.mark.story("IS4.16.0", 4, via="browser")
@pytest.mark.story("IS4.16.0", 5, via="browser")
@pytest.mark.story("IS3.3.0", 3, via="browser")
@pytest.mark.story("IS3.3.0", 5, via="browser")
@pytest.mark.story("IS3.3.0", 0, via="browser")
@pytest.mark.story("IS4.15.0", 0, via="browser")
@pytest.mark.story("IS4.16.0", 0, via="browser")
def test_a_template_is_tried_and_changed_and_its_figures_lead_to_what_each_version_wrote(person, project, row):
    template = project.api.get(f"/templates/{row['template_id']}")
    person.sign_in(tenant=AWAY)
    person.go("Templates")
    for one in project.api.get("/templates")["items"]:
        if one["usage"]["conversations"]:
            expect(listed(person).get_by_role("link", name=one["name"])).to_contain_text(
                f"{one['usage']['mean_score']:.1f}"
            )
    listed(person).get_by_role("link", name=template["name"]).click()
    (figures,) = project.api.get(f"/templates/{template['id']}/usage")["versions"]
    expect(version_row(person, 1)).to_contain_text(f"{figures['mean_score']:.1f}")
    expect(version_row(person, 1)).to_contain_text("100%")

    person.button("Try with real values").click()
    if person.page.get_by_label("Dataset", exact=True).count():
        person.page.get_by_label("Dataset", exact=True).select_option(project.id)
    person.page.get_by_label("Conversation", exact=True).select_option(row["id"])
    filled = person.page.get_by_test_id("filled")
    expect(filled).to_contain_text(row["persona"])
    expect(filled).to_contain_text(row["topic"])
    assert "{" not in filled.inner_text()
    person.button("Try with real values").click()

    add_version(person)
    for number in (1, 2):
        expect(version_row(person, number)).to_contain_text("50%")
        expect(version_row(person, number).get_by_role("switch")).to_have_attribute("aria-checked", "true")
    version_row(person, 2).get_by_role("button").first.click()
    expect(told(person)).to_have_text(re.sub(r"[{}]", "", BODY))
    person.button("Changes since version 1").click()
    expect(told(person).locator("del").first).to_be_visible()
    version_row(person, 1).get_by_role("button").first.click()
    expect(told(person)).to_contain_text(re.split(r"[{\n]", template["versions"][0]["body"])[0].strip())

    version_row(person, 1).get_by_role("link").last.click()
    person.page.wait_for_url(re.compile(r"/d/.*template_version=1"))
    expect(person.row(row["ref"]).or_(person.rows().first).first).to_be_visible()


@pytest.mark.story("IS4.15.0", 2, via="browser")
@pytest.mark.story("IS3.3.0", 4, via="browser")
def test_templates_are_made_turned_off_and_on_and_none_goes_away(person, project):
    person.sign_in(tenant=AWAY)
    person.go("Templates")
    person.button("New template").click()
    person.dialog().get_by_label("Name").fill("Second opinion")
    person.dialog().get_by_label("What Claude is told").fill(BODY)
    make = person.dialog().get_by_role("button", name="Make the template")
    expect(make).not_to_have_attribute("aria-disabled", "true")
    make.click()
    title = person.main().get_by_role("heading", level=2, name="Second opinion")
    expect(title).to_be_visible()
    made = person.page.url.rsplit("/", 1)[1]
    for item, state, chips in (("Turn off", "off", 1), ("Turn on", "active", 0)):
        person.button("More for this template").click()
        person.page.get_by_role("menuitem", name=item).click()
        if state == "off":
            person.dialog().get_by_role("button", name="Turn off").click()
        expect(title.get_by_text("Off")).to_have_count(chips)
        now = project.api.get(f"/templates/{made}")
        assert (now["state"], len(now["versions"])) == (state, 1)
        expect(listed(person).get_by_role("link", name="Second opinion").first).to_be_visible()
