"""One person, one sign-in, the same house in every room: sources, thresholds, templates."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect


@pytest.mark.story("IS3.6.0", 4, via="browser")
@pytest.mark.story("IS3.6.0", 5, via="browser")
def test_one_sign_in_opens_sources_conversations_and_exports_alike(owner, written):
    for path, title in (
        ("/sources", "Sources"),
        (f"/d/{written.id}", re.compile("^Proof ")),
        (f"/d/{written.id}/export", "Export"),
        ("/activity", "Activity"),
    ):
        owner.open(path)
        expect(owner.page.get_by_role("heading", level=1)).to_have_text(title)
        navigation = owner.page.get_by_role("navigation", name="Main")
        expect(navigation.get_by_role("link", name="Sources").first).to_be_visible()
        expect(owner.page.locator("body")).to_contain_text("Hollis & Park")


@pytest.mark.story("IS4.24.0", 4, via="browser")
@pytest.mark.story("IS3.6.0", 3, via="browser")
def test_a_passage_says_in_how_many_conversations_it_is_used(owner, written):
    row = written.rows(tier="scenario")[0]
    chunk = written.api.get(f"/conversations/{row['id']}")["chunks"][0]
    traced = written.api.get(f"/chunks/{chunk['id']}")["conversation_ids"]
    passages = written.api.get(f"/documents/{chunk['document_id']}/chunks")["items"]
    number = next(each["number"] for each in passages if each["id"] == chunk["id"])
    owner.open(f"/sources/{chunk['document_id']}")
    heading = owner.page.get_by_role("heading", name=f"Passage {number}", exact=True)
    passage = heading.locator("xpath=../..")
    expect(passage).to_contain_text(chunk["text"][:60])
    passage.get_by_text(re.compile("where it is used")).click()
    expect(passage).to_contain_text(re.compile(rf"Used in {len(traced)} conversations?\."))
    owner.page.get_by_role("link", name="Conversations from it").click()
    expect(owner.page).to_have_url(re.compile(rf"/conversations\?.*document_id={chunk['document_id']}"))
    owner.page.get_by_label("Search the conversations").fill(row["ref"])
    expect(owner.row(row["ref"]).first).to_be_visible()


@pytest.mark.story("IS4.23.0", 0, via="browser")
@pytest.mark.story("IS4.23.0", 5, via="browser")
def test_a_report_names_the_document_and_the_passages_of_every_conversation(owner, written):
    owner.open(f"/d/{written.id}/coverage")
    with owner.page.expect_download() as waiting:
        owner.button("Save sources").click()
    assert waiting.value.suggested_filename == "conversations-and-sources.csv"
    lines = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    documents = {each["id"]: each for each in written.api.get("/documents")["items"]}
    told = {(line["conversation"], line["passage_id"]) for line in lines}
    assert told == {(row["ref"], passage) for row in written.rows() for passage in row["chunk_ids"] or [""]}
    traced = [line for line in lines if line["passage_id"]]
    assert traced
    for line in traced:
        document = documents[line["document_id"]]
        assert (line["document"], line["source_category"]) == (document["title"], document["category"])


@pytest.mark.story("IS1.3.0", 5, via="browser")
@pytest.mark.story("IS4.29.0", 5, via="browser")
def test_what_costs_more_than_the_threshold_asks_for_the_count(owner, written):
    settings = written.api.get("/settings")
    match = {"If-Match": f'"{settings["revision"]}"'}
    changed = written.api.call("PATCH", "/settings", json={"warn_cost_micros": 1}, headers=match).json()
    try:
        owner.open(f"/d/{written.id}")
        owner.button(re.compile(r"^Generate all \d+")).click()
        dialog = owner.dialog()
        expect(dialog).to_contain_text("your workspace asks twice from")
        go = dialog.get_by_role("button", name=re.compile(r"^Generate \d+, about"))
        expect(go).to_have_attribute("aria-disabled", "true")
        left = written.summary()["counts"]
        dialog.get_by_label(re.compile(r"^Type \d+ to go on")).fill(str(left["planned"] + left["failed"]))
        expect(go).not_to_have_attribute("aria-disabled", "true")
        dialog.get_by_role("button", name="Cancel").click()
    finally:
        match = {"If-Match": f'"{changed["revision"]}"'}
        back = {"warn_cost_micros": settings["warn_cost_micros"]}
        written.api.call("PATCH", "/settings", json=back, headers=match)


def test_a_broken_source_file_is_refused_whole_with_its_place(owner, written, tmp_path):
    before = written.api.get("/documents")["total"]
    one = {"title": "Ours", "category": "Knowledge Base", "chunks": [{"text": "We answer.", "dimensions": {}}]}
    odd = {**one, "title": "Theirs", "category": "No such category"}
    owner.open("/sources")
    owner.button("Import documents").first.click()
    for content, told in (
        ("{ broken", "not a JSON file, or it was cut off"),
        (json.dumps({"documents": [one, {"chunks": []}]}), "Document 2 has no title or no passages"),
        (json.dumps({"documents": [one, odd]}), "Nothing was imported"),
    ):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.json"
        file.write_text(content, encoding="utf-8")
        owner.dialog().get_by_label("File").set_input_files(file)
        if told == "Nothing was imported":
            owner.dialog().get_by_role("button", name="Import 2 documents").click()
        expect(owner.dialog()).to_contain_text(told)
    expect(owner.dialog()).to_contain_text("category")
    assert written.api.get("/documents")["total"] == before
    owner.errors.clear()  # Chromium writes every refused request into its console


def test_the_conversations_of_all_datasets_are_one_table(owner, written):
    owner.open("/datasets")
    owner.go("All conversations")
    expect(owner.page.get_by_role("rowheader").first).to_be_visible()
    expect(owner.page.get_by_role("columnheader", name="Dataset")).to_be_visible()
    name = written.api.get(f"/datasets/{written.id}")["name"]
    owner.filter("Dataset", name)
    expect(owner.main()).to_contain_text(re.compile(r"(?<!\d)30 of [\d,]+ match"))
    ref = written.rows(sort="attention")[0]["ref"]
    owner.row(ref).get_by_role("rowheader").click()
    expect(owner.panel()).to_be_visible()
    expect(owner.page).to_have_url(re.compile(rf"/d/{written.id}\?open={ref}"))
