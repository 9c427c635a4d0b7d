"""The prompts hold what the renderer, the seeder and the cache count on."""

import re
from pathlib import Path

import pytest

from tests.prompts.update_lock import (
    TIERS,
    changed_without_version,
    digest,
    prompt_files,
    read_lock,
    renewed,
    split,
)

KNOWN = frozenset(
    [
        "persona",
        "persona_detail",
        "emotion",
        "emotion_end",
        "arc",
        "arc_detail",
        "topic",
        "intent",
        "tone",
        "content_category",
        "topic_cluster",
        "outcome",
        "tier",
        "situation",
        "problem_context",
        "solution_action",
        "scenario_outcome",
        "edge_case",
        "edge_case_detail",
        "turns",
        "firm",
        "advisor_name",
        "reference",
        "variation",
        "facts",
        "audience",
        "expertise_level",
        "style_directives",
    ]
)
QUALITY = {"problems", "previous_answer", "turns", "scope", "conversation", "instruction"}
FIELDS = {"id", "name", "tier", "arc", "edge_case", "version", "description", "parameters"}
FILES = prompt_files()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_front_matter_is_whole_and_names_the_parameters_of_the_body(path: Path):
    head, body = split(path)
    assert set(head) == FIELDS
    assert head["tier"] == path.parent.name
    assert head["id"] == path.stem
    assert isinstance(head["version"], int)
    used = set(re.findall(r"\{([a-z_]+)\}", body))
    assert used == set(head["parameters"])
    assert used <= (QUALITY if head["tier"] == "quality" else KNOWN)
    assert "<conversation_plan>" not in body
    assert "<source_facts>" not in body


def test_all_five_arcs_three_scenarios_and_five_edge_cases_exist():
    heads = [split(path)[0] for path in FILES]
    assert {h["arc"] for h in heads if h["tier"] == "template"} == {
        "Triumph",
        "Struggle-to-Success",
        "Steady Confidence",
        "Anxiety-to-Relief",
        "Discovery",
    }
    assert sum(h["tier"] == "scenario" for h in heads) == 3
    assert {h["edge_case"] for h in heads if h["tier"] == "edge_case"} == {
        "emotional-overwhelm",
        "conflicting-goals",
        "crisis-with-referral",
        "hostility",
        "out-of-scope",
    }
    assert {h["tier"] for h in heads} == set(TIERS)


def test_the_common_part_is_long_enough_to_be_cached_and_fixed():
    house = next(p for p in FILES if p.stem == "house")
    head, body = split(house)
    assert len(body.split()) > 1_100
    assert head["parameters"] == []


def test_templates_lay_out_the_turns_and_say_good_and_bad():
    for path in FILES:
        head, body = split(path)
        if head["tier"] in {"template", "scenario", "edge_case"}:
            assert len(re.findall(r"^\d\. ", body, re.MULTILINE)) >= 6, path.stem
            assert "Good: " in body, path.stem
            assert "Bad: " in body, path.stem


@pytest.mark.story("IS4.17.0", 3, via="engine")
@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "template"], ids=lambda p: p.stem)
def test_an_arc_says_how_the_feeling_moves_from_the_first_message_to_the_last(path: Path):
    _, body = split(path)
    stages = re.findall(r"^(\d)\. (\w.*?)\. ", body, re.MULTILINE)
    assert [int(number) for number, _ in stages] == list(range(1, len(stages) + 1))
    assert len(stages) >= 6
    assert stages[0][1] == "First message (client)"
    assert stages[-1][1] == "The end"
    assert "How the feeling moves, turn by turn." in body
    for value in ("{turns}", "{emotion}", "{emotion_end}", "{arc_detail}"):
        assert value in body


def test_a_changed_body_needs_a_new_version():
    assert changed_without_version(read_lock()) == []


def test_the_lock_is_complete():
    assert renewed(read_lock()) == read_lock()


def test_the_lock_notices_a_change():
    head, body = split(FILES[0])
    tampered = {head["id"]: {str(head["version"]): digest(body + " and more")}}
    assert changed_without_version(tampered) == [f"{head['id']} version {head['version']}"]
