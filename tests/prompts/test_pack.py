"""The starter pack is whole: imports, covers its taxonomy and feeds the training gates."""

import json
from pathlib import Path

import pytest

from brightrun.domain.dimensions import CATEGORIES, DIMENSION_NAMES

PACK = Path(__file__).resolve().parents[2] / "prompts" / "packs" / "financial-planning"
TAXONOMY = json.loads((PACK / "pack.json").read_text())["taxonomy"]
DOCUMENTS = [json.loads(path.read_text()) for path in sorted((PACK / "documents").glob("*.json"))]
CHUNKS = [chunk for document in DOCUMENTS for chunk in document["chunks"]]


def test_the_pack_lists_its_documents():
    named = json.loads((PACK / "pack.json").read_text())["documents"]
    assert sorted(named) == sorted(path.stem for path in (PACK / "documents").glob("*.json"))


def test_documents_stand_in_different_categories_of_the_eleven():
    categories = [document["category"] for document in DOCUMENTS]
    assert len(set(categories)) == len(categories) >= 4
    assert set(categories) <= set(CATEGORIES)
    assert len(CHUNKS) >= 30


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda c: c["dimensions"]["section_heading"])
def test_a_chunk_has_all_sixty_dimensions_and_a_readable_length(chunk: dict):
    assert list(chunk["dimensions"]) == list(DIMENSION_NAMES)
    assert 60 <= len(chunk["text"].split()) <= 160
    for name in ("problem_context", "solution_action", "scenario_outcome"):
        told = chunk["dimensions"][name]
        assert told.strip()
        assert not any(mark.isdigit() for mark in told)


def test_the_training_gates_have_something_to_do():
    dimensions = [chunk["dimensions"] for chunk in CHUNKS]
    assert any(d["pii_flag"] for d in dimensions)
    assert any(not d["include_in_training"] for d in dimensions)
    assert any(d["ip_sensitivity"] == "high" for d in dimensions)
    assert sum(bool(d["include_in_training"]) for d in dimensions) >= 30


def test_every_topic_finds_a_chunk_by_its_keywords():
    usable = [c for c in CHUNKS if c["dimensions"]["include_in_training"]]
    for topic in TAXONOMY["topics"]:
        words = {topic["name"].lower(), *topic["keywords"]}
        assert any(words & set(chunk["dimensions"]["key_terms"]) for chunk in usable), topic["name"]


def test_the_taxonomy_refers_only_to_itself():
    emotions = {emotion["name"] for emotion in TAXONOMY["emotions"]}
    assert len(TAXONOMY["personas"]) == 6
    assert len(TAXONOMY["arcs"]) == 5
    assert len(TAXONOMY["topics"]) >= 24
    for persona in TAXONOMY["personas"]:
        assert set(persona["emotions"]) <= emotions
        assert set(persona["tones"]) <= set(TAXONOMY["tones"])
    for arc in TAXONOMY["arcs"]:
        assert {arc["from"], arc["to"]} <= emotions
    for topic in TAXONOMY["topics"]:
        assert topic["cluster"] in TAXONOMY["topic_clusters"]
        assert topic["content_category"] in CATEGORIES
    assert {kind["kind"] for kind in TAXONOMY["edge_cases"]} == {
        "emotional-overwhelm",
        "conflicting-goals",
        "crisis-with-referral",
        "hostility",
        "out-of-scope",
    }
