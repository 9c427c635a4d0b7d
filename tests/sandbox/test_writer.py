"""The practice model's conversations: different from each other, true to plan and facts."""

import itertools
import re

import pytest

from infra.local.sandbox.writer.banks import load
from infra.local.sandbox.writer.compose import write
from infra.local.sandbox.writer.flaws import KINDS
from infra.local.sandbox.writer.plan import read_plan
from tests.sandbox.plans import TAXONOMY, samples

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
NUMBER_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"hundred|thousand|million|percent|dozen|twice|\d+)\b",
    re.IGNORECASE,
)


def _written(text: str, flaw_rate: float = 0.0) -> dict:
    plan = read_plan(text)
    assert plan is not None
    return write(plan, flaw_rate)


def _grams(conversation: dict) -> set[tuple[str, ...]]:
    text = " ".join(turn["content"] for turn in conversation["turns"]).lower()
    words = re.findall(r"[a-z0-9']+", text)
    return {tuple(words[n : n + 5]) for n in range(len(words) - 4)}


@pytest.fixture(scope="module")
def ninety():
    return [(sample, _written(sample.text)) for sample in samples(90)]


def _highest_overlap(conversations: list[dict]) -> float:
    grams = [_grams(conversation) for conversation in conversations]
    return max(len(a & b) / min(len(a), len(b)) for a, b in itertools.combinations(grams, 2))


def test_ninety_conversations_share_no_opening_and_little_text(ninety):
    written = [conversation for _, conversation in ninety]
    openings = {tuple(c["turns"][0]["content"].lower().split()[:8]) for c in written}
    assert len(openings) == 90
    assert _highest_overlap(written) <= 0.30


def test_three_hundred_stay_apart_too():
    written = [_written(sample.text) for sample in samples(300)]
    overlap = _highest_overlap(written)
    print(f"highest five-word overlap of 300: {overlap:.3f}")  # noqa: T201 - a figure for people
    assert overlap <= 0.35


def test_turns_are_as_planned_in_number_order_and_length(ninety):
    for sample, conversation in ninety:
        turns = conversation["turns"]
        assert len(turns) == int(sample.values["turns"])
        assert [turn["role"] for turn in turns] == ["user", "assistant"] * (len(turns) // 2)
        outside = [
            turn
            for turn in turns
            if not (12 if turn["role"] == "user" else 40)
            <= len(turn["content"].split())
            <= (60 if turn["role"] == "user" else 120)
        ]
        assert len(outside) <= 1, (sample.values["reference"], outside)
        assert not any(re.search(r"[\[\]{}|<>]|=>", turn["content"]) for turn in turns)


def test_every_figure_is_the_passages_own(ninety):
    for sample, conversation in ninety:
        known = set(NUMBER.findall(" ".join(sample.facts)))
        said = NUMBER.findall(" ".join(turn["content"] for turn in conversation["turns"]))
        assert set(said) <= known


def test_the_banks_hold_no_figures_of_their_own():
    for kind in ("talk", "tones", "emotions", "personas", "arcs", "topics", "edge"):
        for subject, sections in load(kind).items():
            for section, lines in sections.items():
                found = [line for line in lines if NUMBER_WORDS.search(line)]
                assert found == [], (kind, subject, section)


def test_without_facts_there_are_no_figures():
    for sample in samples(30):
        bare = re.sub(r"<fact .*?</fact>", "", sample.text, flags=re.DOTALL)
        conversation = _written(bare)
        assert conversation["facts_used"] == []
        text = " ".join(turn["content"] for turn in conversation["turns"])
        assert NUMBER.search(text) is None


def test_the_same_prompt_writes_the_same_and_another_variation_another():
    sample = samples(3)[1]
    assert _written(sample.text, 1 / 12) == _written(sample.text, 1 / 12)
    again = samples(3, variation=2)[1]
    assert _written(again.text) != _written(sample.text)


def test_about_one_of_twelve_is_flawed():
    flawed = sum(
        _written(sample.text, 1 / 12)["confidence"] < 0.75
        for variation in (1, 2, 3)
        for sample in samples(200, variation)
    )
    assert 600 / 12 * 0.6 <= flawed <= 600 / 12 * 1.5


def test_a_repair_comes_clean():
    for sample in samples(20):
        repaired = _written(f"<previous_answer>\nbroken\n</previous_answer>\n{sample.text}", 1.0)
        assert len(repaired["turns"]) == int(sample.values["turns"])
        assert repaired["confidence"] > 0.8


def test_an_instruction_changes_the_voice():
    plain, warm = samples(5)[3], samples(5, extra="\ninstruction: warmer, no jargon")[3]
    assert _written(plain.text)["turns"] != _written(warm.text)["turns"]


def test_every_kind_of_flaw_exists():
    assert set(KINDS) == {
        "few_turns",
        "double_role",
        "wrong_figure",
        "repeats",
        "flat",
        "placeholder",
        "too_short",
        "client_last",
    }


def test_a_client_in_danger_is_asked_and_brought_to_help():
    for sample, conversation in [(s, _written(s.text)) for s in samples(180)]:
        if sample.values["tier"] != "edge_case" or sample.values["edge_case"] != "crisis-with-referral":
            continue
        advisor = [t["content"] for t in conversation["turns"] if t["role"] == "assistant"]
        assert re.search(r"ending your life|killing yourself|suicide|about dying|living any more", advisor[0])
        assert re.search(r"emergency|988|911|crisis line|doctor|dialling|ring|call", " ".join(advisor))
        assert "percent" not in " ".join(advisor)


def test_the_pack_finds_banks_of_its_own():
    for kind, names in (
        ("personas", [p["name"] for p in TAXONOMY["personas"]]),
        ("arcs", [a["name"] for a in TAXONOMY["arcs"]]),
        ("topics", [t["name"] for t in TAXONOMY["topics"]]),
        ("tones", TAXONOMY["tones"]),
        ("edge", [e["kind"] for e in TAXONOMY["edge_cases"]]),
    ):
        assert {name.lower() for name in names} <= set(load(kind))
