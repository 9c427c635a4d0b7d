"""Why a score is what it is: reasons that point at turns, marks that lead to passages, thresholds of one's own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import AWAY, Project


@pytest.fixture(scope="module")
def project(cloud):
    """Written scenarios that quote figures of their passages."""
    made = Project.make(cloud, 6, tier_weights={"template": 0, "scenario": 1, "edge_case": 0})
    made.ended(made.start()["id"])
    return made


@pytest.mark.story("IS3.5.0", 5, via="browser")
@pytest.mark.story("IS3.5.0", 6, via="browser")
@pytest.mark.story("IS4.10.0", 5, via="browser")
def test_a_low_score_says_why_and_leads_to_the_turn(owner, written):
    flagged = written.rows(flagged="true", sort="score")
    row = flagged[0]
    quality = written.api.get(f"/conversations/{row['id']}")["version"]["quality"]
    assert row["score"] < 6
    assert "below_threshold" in row["flags"]
    owner.open(f"/d/{written.id}?sort=score&open={row['ref']}")
    card = owner.panel().get_by_role("region", name="Score")
    expect(owner.panel()).to_contain_text("Flagged")
    expect(card).to_contain_text(f"{row['score']:.1f}")
    expect(card).to_contain_text("Low")
    expect(card.get_by_role("list", name="Why").get_by_role("listitem")).to_have_count(3)
    card.get_by_role("button", name=re.compile(r"^All 7 parts")).click()
    for part in quality["parts"]:
        score = "not assessed" if part["score"] is None else f"{part['score']:.1f}"
        expect(card).to_contain_text(f"{part['label']} {score}")
        expect(card).to_contain_text(part["sentence"])
    pointing = card.get_by_role("button", name=re.compile(r"^Turn \d+")).first
    number = re.search(r"\d+", pointing.inner_text())[0]
    pointing.click()
    turn = owner.panel().get_by_role("article", name=re.compile(rf"^Turn {number},"))
    expect(turn).to_be_focused()
    expect(turn).to_be_in_viewport()
    expect(turn).to_have_class(re.compile("pointed-at"))


def misquoted(project):
    """A conversation in which a person put another figure, the words of its passage, and the turn."""
    for row in project.rows(status="generated", sort="ref"):
        full = project.api.get(f"/conversations/{row['id']}")
        for claim in full["version"]["quality"]["claims"]:
            turn = full["version"]["turns"][claim["turn"] - 1]["content"]
            said = turn[claim["start"] : claim["end"]]
            if claim["state"] != "found" or not re.search("[1-9]", said):
                continue
            other = re.sub(r"[1-9]", lambda digit: str(int(digit[0]) % 9 + 1), said, count=1)
            text = turn[: claim["start"]] + other + turn[claim["end"] :]
            change = {"version": 1, "turns": [{"number": claim["turn"], "content": text}]}
            match = {"If_Match": f'"{full["revision"]}"'}
            answer = project.api.call("PATCH", f"/conversations/{row['id']}/turns", json=change, headers=match)
            for found in answer.json()["version"]["quality"]["claims"]:
                if (found["turn"], found["state"]) == (claim["turn"], "differs"):
                    passage = next(each for each in full["chunks"] if each["label"] == found["passage"])
                    return row, passage["text"][found["passage_start"] : found["passage_end"]], claim["turn"]
            break
    raise AssertionError("no figure of a passage was quoted")


def test_a_figure_that_differs_is_marked_and_replaced_by_the_sources_with_a_click(owner, project):
    row, source, number = misquoted(project)
    owner.open(f"/d/{project.id}?sort=ref&open={row['ref']}")
    turn = owner.panel().get_by_role("article", name=re.compile(rf"^Turn {number},"))
    turn.get_by_role("button", name=re.compile("^Differs from your source")).first.click()
    explained = owner.page.get_by_role("dialog", name=re.compile("^Differs from your source"))
    expect(explained).to_contain_text(f"Your source says {source}.")
    explained.get_by_role("button", name=f"Use {source}").click()
    expect(owner.messages()).to_contain_text(re.compile(r"Saved as version \d: score \d+\.\d, was \d"))
    expect(turn.locator("mark").filter(has_text=source).first).to_be_visible()
    after = project.api.get(f"/conversations/{row['id']}")["version"]
    assert source in after["turns"][number - 1]["content"]


def test_a_workspace_sets_its_own_thresholds_and_parts(person, cloud):
    person.sign_in(tenant=AWAY)
    person.go("Settings")
    field = person.page.get_by_label("Flag below")
    field.fill("11")
    field.blur()
    expect(person.main()).to_contain_text("A score is between 1 and 10.")
    person.button("Save settings").click()
    field.fill("10")
    person.page.get_by_label("Edge cases pass above").fill("8.5")
    person.page.get_by_label("Template, Turns, from").fill("4")
    person.page.get_by_label("Repetition").fill("0")
    expect(person.main()).to_contain_text("0 % of the score")
    person.button("Save settings").click()
    expect(person.messages()).to_contain_text("Settings saved")
    stored = cloud.api("owner", AWAY).get("/settings")
    assert (stored["flag_below"], stored["edge_case_min"]) == (10, 8.5)
    assert stored["score"]["template"]["messages"]["least"] == 4
    made = Project.make(cloud, 1, tenant=AWAY)
    made.ended(made.start()["id"])
    (row,) = made.rows()
    assert "below_threshold" in row["flags"]
    person.open(f"/d/{made.id}?open={row['ref']}")
    card = person.panel().get_by_role("region", name="Score")
    card.get_by_role("button", name=re.compile(r"^All 7 parts")).click()
    expect(card).to_contain_text(re.compile(r"Repetition \d+\.\d, does not count"))
