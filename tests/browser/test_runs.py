"""Money and runs as their owner meets them: one click, and the limit of a run."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import expect

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
