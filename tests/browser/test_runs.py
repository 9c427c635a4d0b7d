"""Money and runs as their owner meets them: one click, a run's page, its waits, its limit, what it could not write."""

from __future__ import annotations

import re
import time
from itertools import count, pairwise

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project, wait_for

WHOLE_RUN_MS = 120_000
_NAMES = count(1)
pytestmark = pytest.mark.timeout(300)


def planned(person, total):
    """A signed-in owner at the conversations of a fresh plan, of which nothing is written."""
    person.sign_in()
    person.make_dataset(f"Runs {next(_NAMES)}", total)
    expect(person.dialog()).to_contain_text("$")
    person.page.keyboard.press("Escape")
    person.go("Conversations")
    expect(person.button(re.compile(r"^Generate [A-Z]+-0001"))).to_be_visible()


@pytest.mark.story("IS4.1.0", 1, via="browser")
@pytest.mark.story("IS4.1.0", 2, via="browser")
@pytest.mark.story("IS4.1.0", 3, via="browser")
@pytest.mark.story("IS4.1.0", 4, via="browser")
@pytest.mark.story("IS4.1.0", 5, via="browser")
@pytest.mark.story("IS1.3.0", 4, via="browser")
@pytest.mark.story("IS4.1.0", 0, via="browser")
def test_one_click_writes_one_and_says_when_it_is_ready(person, weather):
    weather(latency_seconds=3)
    planned(person, 3)
    button = person.button(re.compile(r"^Generate [A-Z]+-0001, about \$0\.\d+"))
    button.click()
    expect(person.dialog()).to_have_count(0)
    messages = person.page.get_by_role("list", name="Messages")
    expect(messages).to_contain_text(re.compile(r"-0001 is being written"))
    row = person.page.get_by_role("row").filter(has_text="-0001")
    expect(row).to_contain_text(re.compile("Waiting|Generating"))
    expect(messages).to_contain_text(re.compile(r"-0001 is ready"), timeout=45_000)
    messages.get_by_role("button", name="Read it").click()
    expect(person.panel().get_by_role("article").first).to_be_visible()
    person.panel().get_by_role("button", name=re.compile(r"\$0\.\d+")).first.click()
    calls = person.panel().get_by_role("table", name="Every call for this conversation")
    calls.get_by_role("button", expanded=False).first.click()
    expect(calls).to_contain_text("from the cache")
    calls.get_by_text("What was sent").click()
    expect(calls).to_contain_text('"max_tokens"')


@pytest.mark.story("IS4.3.0", 1, via="browser")
@pytest.mark.story("IS4.3.0", 4, via="browser")
def test_a_run_stops_at_its_limit_and_goes_on_with_one_click(person, weather):
    planned(person, 12)
    person.button("Generate all 12").click()
    dialog = person.dialog()
    limit = dialog.get_by_role("textbox", name="Stop at")
    limit.fill("0.0001")
    least = dialog.get_by_text(re.compile(r"less than one conversation can cost: \$"))
    expect(least).to_be_visible()
    limit.fill(re.findall(r"\$([\d.]+\d)", least.inner_text())[-1])
    if dialog.get_by_text("less than one conversation").count():
        limit.fill(str(round(float(limit.input_value()) * 1.02 + 0.001, 3)))
    person.confirm_generate()
    expect(person.main()).to_contain_text("Paused at your limit of $", timeout=WHOLE_RUN_MS)
    expect(person.main()).to_contain_text("Nothing more is charged until you say so")
    person.button(re.compile(r"^Raise to \$")).click()
    expect(person.main().get_by_role("heading", level=1)).not_to_contain_text("Paused")


@pytest.mark.story("IS4.2.0", 4, via="browser")
@pytest.mark.story("IS4.2.0", 5, via="browser")
@pytest.mark.story("IS4.4.0", 2, via="browser")
@pytest.mark.story("IS4.4.0", 4, via="browser")
@pytest.mark.story("IS2.1.0", 2, via="browser")
@pytest.mark.story("IS2.1.0", 0, via="browser")
@pytest.mark.story("IS4.2.0", 0, via="browser")
@pytest.mark.story("IS4.4.0", 0, via="browser")
@pytest.mark.story("IS4.32.0", 4, via="browser")
def test_the_chosen_ones_are_followed_one_by_one(owner, cloud, weather):
    weather(latency_seconds=6)
    project = Project.make(cloud, 6)
    chosen = project.rows(sort="ref")[:3]
    looks: list[float] = []
    owner.page.on("request", lambda sent: looks.append(time.monotonic()) if "/api/v1/batches/" in sent.url else None)
    owner.open(f"/d/{project.id}")
    for row in chosen:
        owner.page.get_by_role("checkbox", name=f"Select {row['ref']}").click()
    owner.page.get_by_role("region", name="Selected conversations").get_by_role("button", name="Generate").click()
    expect(owner.dialog().get_by_role("checkbox", name=re.compile("^Mail ")).first).to_be_checked()
    owner.confirm_generate()
    written = owner.main().get_by_role("listitem")
    for row in chosen:
        now = written.filter(has_text=f"{row['emotion']} + {row['topic']}").filter(has_text=row["persona"])
        expect(now.first).to_be_visible()
    cells = owner.page.get_by_role("list", name="The conversations of this run")
    expect(cells.get_by_role("link", name=re.compile(": being written$"))).to_have_count(3)
    expect(owner.main()).to_contain_text("0 of 3")
    expect(owner.finished()).to_have_attribute("aria-valuenow", "100", timeout=WHOLE_RUN_MS)
    expect(cells.get_by_role("link", name=re.compile(": ready"))).to_have_count(3)
    expect(owner.main()).to_contain_text("The run is done")
    expect(owner.main()).to_contain_text("Written by the practice model, not by Claude")
    gaps = sorted(after - before for before, after in pairwise(looks))
    assert len(gaps) >= 2
    assert gaps[len(gaps) // 2] <= 5


@pytest.mark.long
@pytest.mark.story("IS2.1.0", 3, via="browser")
@pytest.mark.story("IS4.4.0", 3, via="browser")
@pytest.mark.story("IS4.30.0", 5, via="browser")
@pytest.mark.story("IS4.4.0", 0, via="browser")
@pytest.mark.story("IS4.30.0", 0, via="browser")
def test_a_wish_to_slow_down_is_told_as_a_wait_and_the_time_left_follows_the_speed(owner, cloud, weather):
    weather(latency_seconds=2)
    project = Project.make(cloud, 40)
    cloud.sandbox("faults", [{"kind": "status", "status": 429, "retry_after": 8}])
    run = project.start()
    owner.open(f"/d/{project.id}/runs/{run['id']}")
    expect(owner.main()).to_contain_text("Claude asked us to slow down for a moment.")
    expect(owner.main()).to_contain_text("waiting costs nothing")
    expect(owner.main()).to_contain_text("Working out the time")
    expect(owner.main()).to_contain_text(re.compile(r"About (a few|\d+) (second|minute)s? left"))
    expect(owner.main()).to_contain_text(re.compile(r"now \d+ a minute"))
    expect(owner.main()).to_contain_text("40 ready", timeout=WHOLE_RUN_MS)


@pytest.mark.story("IS2.6.0", 0, via="browser")
@pytest.mark.story("IS4.28.0", 0, via="browser")
def test_what_was_declined_is_told_otherwise_and_written(owner, cloud, weather):
    project = Project.make(cloud, 2)
    declined, cut_off = project.rows(sort="ref")
    cloud.sandbox(
        "faults",
        [
            {"kind": "refusal", "reference": declined["ref"]},
            {"kind": "max_tokens", "reference": cut_off["ref"], "count": 3},
        ],
    )
    run = project.ended(project.start()["id"])
    owner.open(f"/d/{project.id}/runs/{run['id']}")
    expect(owner.main()).to_contain_text("2 were not written")
    owner.button(f"Edit the situation of {declined['ref']}").click()
    field = owner.dialog().get_by_role("textbox", name="Situation")
    field.fill("A letter about an inheritance came.")
    owner.dialog().get_by_role("button", name=re.compile(r"^Save and generate, about \$")).click()
    expect(owner.messages()).to_contain_text(f"{declined['ref']} is ready.")
    told = project.api.get(f"/conversations/{declined['id']}")["slot"]["situation"]
    assert told == "A letter about an inheritance came."
    owner.button(re.compile(rf"^Retry {cut_off['ref']}, about \$")).click()
    expect(owner.main()).to_contain_text("The run is done")
    wait_for(lambda: {row["status"] for row in project.rows()} == {"generated"}, 60, "the second one")
