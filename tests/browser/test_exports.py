"""Exports: seen before they are built, named, narrowed down, kept, and made again."""

from __future__ import annotations

import json
import re
from itertools import count

import pytest
from playwright.sync_api import expect

_NAMES = count(1)


@pytest.fixture
def page(owner, written):
    owner.open(f"/d/{written.id}/export")
    expect(owner.page.get_by_label("Preview")).to_be_visible()
    return owner


def history(person, name):
    return person.page.locator("#history").get_by_role("listitem").filter(has=person.page.get_by_text(name, exact=True))


@pytest.mark.story("IS4.11.0", 5, via="browser")
@pytest.mark.story("IS4.11.0", 6, via="browser")
def test_a_sample_of_the_file_is_read_before_anything_is_built(page, written):
    before = len(written.api.get(f"/datasets/{written.id}/exports")["items"])
    preview = page.page.get_by_label("Preview")
    expect(preview).to_contain_text("USER")
    expect(preview).to_contain_text("ASSISTANT")
    preview.get_by_role("button", name="As a file").click()
    row = json.loads(preview.locator("pre").inner_text())
    assert {"user", "assistant"} <= {message["role"] for message in row["messages"]}
    for shape in ("OpenAI chat JSONL", "Anthropic JSONL", "Full JSON"):
        expect(page.page.get_by_role("checkbox", name=re.compile(shape))).to_be_visible()
    page.page.get_by_role("checkbox", name=re.compile("Anthropic JSONL")).check()
    expect(page.main()).to_contain_text("Client and assistant take turns, and the client begins.")
    expect(page.main()).to_contain_text("Checked before you train")
    assert len(written.api.get(f"/datasets/{written.id}/exports")["items"]) == before


@pytest.mark.story("IS4.12.0", 2, via="browser")
@pytest.mark.story("IS4.12.0", 3, via="browser")
@pytest.mark.story("IS4.12.0", 4, via="browser")
@pytest.mark.story("IS1.6.0", 4, via="browser")
@pytest.mark.story("IS4.27.0", 4, via="browser")
@pytest.mark.story("IS2.8.0", 3, via="api")
def test_a_named_subset_is_built_and_kept_with_who_when_and_how_many(page, written, tmp_path):
    name = f"Scenarios for the trainer {next(_NAMES)}"
    wanted = len(written.rows(status="approved", tier="scenario"))
    assert 0 < wanted < written.summary()["counts"]["approved"]
    page.button("Only scenario").click()
    page.page.get_by_label("Name", exact=True).fill(name)
    build = page.button(f"Export {wanted} conversation{'' if wanted == 1 else 's'}")
    expect(build).to_be_enabled()
    build.click()
    asked = page.page.get_by_role("dialog")
    expect(asked).to_contain_text(
        f"Exporting {wanted} conversation{'' if wanted == 1 else 's'} matching current filters"
    )
    asked.get_by_role("button", name=f"Export {wanted}", exact=True).click()
    kept = history(page, name)
    expect(kept).to_contain_text(re.compile(rf"{wanted} conversations?, Maya Hollis"))
    expect(kept.locator("time")).to_be_visible()
    ready = kept.get_by_role("button", name=re.compile(r"^Download .*jsonl"))
    expect(ready).to_be_visible()
    with page.page.expect_download() as coming:
        ready.click()
    file = tmp_path / "got.jsonl"
    coming.value.save_as(file)
    assert len(file.read_text(encoding="utf-8").splitlines()) == wanted
    page.go("Activity")
    lines = page.page.get_by_role("table", name="Activity").locator("tbody tr")
    expect(lines.filter(has_text="downloaded").first).to_contain_text("Maya Hollis")
    (event,) = [
        event
        for event in written.api.get("/activity", limit=50, action="export.downloaded")["items"]
        if coming.value.suggested_filename in str(event)
    ]
    assert event["actor"]["name"] == "Maya Hollis"
    assert event["details"]["count"] == wanted


@pytest.mark.story("IS4.12.0", 5, via="api")
def test_an_export_remembers_the_filter_that_made_it(written):
    persona = written.rows(status="approved")[0]["persona"]
    asked = {"filter": {"persona": [persona], "min_score": 6}, "formats": ["openai_chat_jsonl"]}
    made = written.api.post(f"/datasets/{written.id}/exports", asked)
    kept = written.api.get(f"/exports/{made['id']}")
    again = written.rows(status="approved", **kept["filter"])
    assert kept["filter"]["persona"] == [persona]
    assert len(again) == made["count"]
    assert {row["persona"] for row in again} == {persona}


@pytest.mark.story("IS4.12.0", 0, via="browser")
@pytest.mark.story("IS4.12.0", 1, via="browser")
@pytest.mark.story("IS4.12.0", 5, via="browser")
def test_the_filters_of_the_table_go_along_and_come_back_from_the_export(owner, written):
    persona = written.rows(status="approved")[0]["persona"]
    wanted = len(written.rows(status="approved", persona=persona))
    owner.open(f"/d/{written.id}?size=50")
    owner.filter("Persona", persona)
    owner.main().get_by_role("link", name="Export", exact=True).last.click()
    expect(owner.button(f"Remove the filter Persona: {persona}")).to_be_visible()
    name = f"One persona {next(_NAMES)}"
    owner.page.get_by_label("Name", exact=True).fill(name)
    owner.button(f"Export {wanted} conversation{'' if wanted == 1 else 's'}").click()
    owner.page.get_by_role("dialog").get_by_role("button", name=f"Export {wanted}", exact=True).click()
    kept = history(owner, name)
    expect(kept).to_contain_text(f"Persona: {persona}")
    kept.get_by_role("link", name="Show these rows").click()
    expect(owner.main()).to_contain_text(f"{wanted} of 30 match")
    expect(owner.rows()).to_have_count(wanted)
    expect(owner.button(f"Remove the filter Persona: {persona}")).to_be_visible()
