"""The owner's own conversations on the screen: looked at, brought in, found again, set against the generated ones."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.kit import Project

TALK = [
    {"role": "user", "content": "My sister and I inherited the orchard and we do not agree."},
    {"role": "assistant", "content": "Then let us first write down what each of you wants from it."},
    {"role": "user", "content": "She wants to sell, I want to keep the old trees."},
    {"role": "assistant", "content": "Both can be true for a year. Let us see what a year costs."},
]


def lines(*titles: str, broken: bool = False) -> str:
    said = [
        json.dumps({"messages": [*TALK[:-1], {**TALK[-1], "content": title}], "title": title, "persona": "Heir"})
        for title in titles
    ]
    return "\n".join([*said, '{"messages": []}'] if broken else said)


@pytest.fixture(scope="module")
def two_written(cloud):
    project = Project.make(cloud, 2)
    project.ended(project.start()["id"])
    return project


@pytest.mark.story("IS4.25.0", 0, via="browser")
@pytest.mark.story("IS4.25.0", 1, via="browser")
@pytest.mark.story("IS4.25.0", 2, via="browser")
@pytest.mark.story("IS4.25.0", 3, via="browser")
@pytest.mark.story("IS4.25.0", 4, via="browser")
@pytest.mark.story("IS4.25.0", 5, via="browser")
def test_own_conversations_come_in_from_a_file_and_stand_beside_the_generated_ones(owner, two_written, tmp_path):
    page, project = owner.page, two_written
    owner.open(f"/d/{project.id}")
    owner.button("More for this dataset").click()
    page.get_by_role("menuitem", name="Import your own conversations").click()
    dialog = owner.dialog()

    dialog.get_by_label("Or paste it").fill(lines("The orchard", broken=True))
    expect(dialog).to_contain_text("Line 2: needs at least two messages")
    expect(dialog.get_by_role("button", name="Import", exact=True)).to_have_attribute("aria-disabled", "true")

    file = tmp_path / "mine.jsonl"
    file.write_text(lines("The orchard", "The pear trees"), encoding="utf-8")
    dialog.get_by_label("File").set_input_files(file)
    expect(dialog).to_contain_text("2 new conversations recognised.")
    expect(dialog).to_contain_text("persona “Heir”")
    dialog.get_by_role("button", name="Import 2 conversations").click()
    expect(page.get_by_text("2 examples imported.")).to_be_visible()

    page.wait_for_url(re.compile(r"\?is_seed=true"))
    expect(owner.main()).to_contain_text("2 of 4 match")
    expect(page.get_by_role("img", name="Your example")).to_have_count(2)
    page.get_by_role("row", name=re.compile("Heir")).first.get_by_role("button", name=re.compile("^Review")).click()
    expect(owner.panel()).to_contain_text("Your example")
    expect(owner.panel()).to_contain_text(re.compile("The orchard|The pear trees"))
    expect(owner.panel().get_by_role("button", name="Generate again")).to_have_count(0)
    owner.panel().get_by_role("button", name=re.compile("^Approve")).click()
    expect(owner.panel()).to_contain_text("Approved")
    page.keyboard.press("Escape")

    owner.button("Remove the filter Your examples: Your example").click()
    page.wait_for_url(re.compile(r"/d/[^?]*(\?(?!.*is_seed).*)?$"))
    examples = page.get_by_role("button", name=re.compile("^2 ?Your examples$"))
    expect(examples).to_have_attribute("aria-pressed", "false")
    examples.click()
    page.wait_for_url(re.compile(r"is_seed=true"))
    expect(examples).to_have_attribute("aria-pressed", "true")

    owner.open(f"/d/{project.id}/coverage")
    table = page.get_by_role("region", name="Your examples against the generated ones")
    expect(table.get_by_role("row", name=re.compile("^Score"))).to_contain_text("2 with a score")
    expect(table.get_by_role("row", name=re.compile("^Turns"))).to_contain_text("4.0")
    expect(table.get_by_role("row", name=re.compile("^Approved"))).to_contain_text("100 %")
    assert project.complaints() == []
