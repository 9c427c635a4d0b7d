"""Reading the owner's own conversations: the shapes that people have, and what is said about those that can't be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.answer import normalised
from brightrun.domain.conversation import Status
from brightrun.domain.formats import ExportItem, Written, parts_of
from brightrun.domain.seeds import MOST_SEEDS, compare, fitted, read_seeds, unknown_words
from brightrun.domain.seeds.figures import Figures
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import MOST_TURNS, Turn
from tests.fakes import make

ASKED = {"role": "user", "content": "Can we pay it off?"}
ANSWERED = {"role": "assistant", "content": "Yes, and keep a reserve."}
TALK = [ASKED, ANSWERED]
SHAREGPT = [{"from": "human", "value": ASKED["content"]}, {"from": "gpt", "value": ANSWERED["content"]}]
TOLD = {"title": "The house", "persona": "Anxious Investor", "tier": "Edge case", "emotional_arc": "Triumph"}
PARTS = [ASKED, {"role": "assistant", "content": [{"type": "text", "text": ANSWERED["content"]}]}]


@pytest.mark.parametrize(
    ("text", "shapes", "count"),
    [
        (json.dumps({"messages": TALK}), ("messages",), 1),
        (json.dumps([{"messages": TALK}, {"conversations": SHAREGPT}]), ("messages", "conversations"), 2),
        (json.dumps({"conversations": SHAREGPT}), ("conversations",), 1),
        (json.dumps({"metadata": {}, "conversations": [{"turns": TALK}]}), ("turns",), 1),
        (json.dumps(TALK), ("list",), 1),
        (json.dumps([TALK, SHAREGPT]), ("list",), 2),
        ("\n".join(json.dumps({"messages": TALK}) for _ in range(3)) + "\n\n", ("messages",), 3),
        ("\ufeff" + json.dumps(TALK, indent=2).replace("\n", "\r\n"), ("list",), 1),
        ("\n".join([json.dumps(TALK), json.dumps(SHAREGPT)]), ("list",), 2),
        (json.dumps({"messages": PARTS}), ("messages",), 1),
    ],
)
def test_the_shapes_that_people_have_are_read(text: str, shapes: tuple[str, ...], count: int):
    found = read_seeds(text)
    assert (found.problems, found.shapes, len(found.seeds)) == ((), shapes, count)
    for seed in found.seeds:
        assert [(turn.number, turn.role, turn.content) for turn in seed.turns] == [
            (1, "user", ASKED["content"]),
            (2, "assistant", ANSWERED["content"]),
        ]
    assert len({seed.fingerprint for seed in found.seeds}) == 1


@pytest.mark.parametrize("inside", [False, True])
def test_what_is_said_about_a_conversation_is_kept(inside: bool):  # noqa: FBT001 - a case
    system = {"role": "system", "content": "You are Maya."}
    told = {**TOLD, "tags": ["house", "house"], "tone": " Calm ", "intent": None, "weight": 1}
    entry = {"messages": [system, *TALK], **({"metadata": told} if inside else told)}
    (seed,) = read_seeds(json.dumps(entry)).seeds
    assert (seed.title, seed.tier, seed.system) == ("The house", Tier.EDGE_CASE, "You are Maya.")
    assert (seed.tags, len(seed.turns)) == (("house",), 2)
    assert seed.words == {"persona": "Anxious Investor", "arc": "Triumph", "tone": "Calm"}


def test_without_a_title_its_first_words_are_one():
    long = " ".join(["word"] * 40)
    (seed,) = read_seeds(json.dumps([{"role": "user", "content": long}, ANSWERED])).seeds
    assert seed.title.startswith("word word")
    assert seed.title.endswith("word…")
    assert len(seed.title) <= 81
    assert seed.tier is Tier.TEMPLATE


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"messages": [ASKED]}, "at least two messages"),
        ({"messages": [*TALK, ASKED]}, "ends with the user"),
        ({"messages": [ANSWERED, ANSWERED]}, "both the user and the assistant"),
        ({"messages": [ASKED, {"role": "tool", "content": "x"}]}, "message 2 is spoken by “tool”"),
        ({"messages": [ASKED, {"content": "x"}]}, "message 2 does not say who speaks"),
        ({"messages": [ASKED, {"role": "assistant", "content": " \u200b "}]}, "message 2 is empty"),
        ({"messages": [ASKED, {"role": "assistant"}]}, "message 2 is empty"),
        ({"messages": [ASKED, {"role": "assistant", "content": 7}]}, "message 2 holds something that is not text"),
        (
            {"messages": [ASKED, {"role": "assistant", "content": [{"type": "image_url", "image_url": "x"}]}]},
            "such as a picture",
        ),
        ({"messages": [ASKED, "Yes."]}, "message 2 is not an object"),
        ({"messages": [ASKED, {"role": "system", "content": "Now."}, ANSWERED]}, "in its middle"),
        ({"messages": TALK * (MOST_TURNS // 2 + 1)}, f"{MOST_TURNS} is the most"),
        ({"messages": [ASKED, {"role": "assistant", "content": "x" * 60_001}]}, "longer than 60,000"),
        ({"messages": [{**ASKED, "content": "x" * 50_000}, {**ANSWERED, "content": "y"}] * 5}, "longer than 200,000"),
        ({"messages": "hello"}, "“messages” has to be a list"),
        ({"prompt": "a", "completion": "b"}, "neither “messages”"),
        ("hello", "is not a conversation"),
        ({"turns": TALK, "tier": "gold"}, "its tier is “gold”"),
        ({"turns": TALK, "persona": 5}, "its persona has to be a text"),
        ({"turns": TALK, "topic": "x" * 121}, "its topic is longer than 120"),
        ({"turns": TALK, "tags": "house"}, "its tags have to be a list"),
        ({"turns": TALK, "tags": ["x" * 41]}, "at most 20 tags"),
    ],
)
def test_a_bad_entry_is_named_and_the_others_are_read(entry: Any, sentence: str):
    found = read_seeds("\n".join(json.dumps(each) for each in ({"messages": TALK}, entry, {"turns": TALK})))
    assert len(found.seeds) == 2
    ((place, said),) = found.problems
    assert place == "Line 2"
    assert said.startswith("Line 2: ")
    assert sentence in said
    assert read_seeds(json.dumps([{"messages": TALK}, entry])).problems[0][0] == "Entry 2"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        (" \n", "The file is empty."),
        ("[]", "The file holds no conversations."),
        ("7", "The file holds no conversations."),
        ('{"conversations": []}', "The file holds no conversations."),
        ("hello", "can't be read as JSON: something is wrong at line 1, character 1."),
        ('{\n"messages": [\n}', "at line 3, character 1."),
        ("[" * 100_000, "can't be read as JSON: something is wrong in it."),
        ("[NaN]", "can't be read as JSON: something is wrong in it."),
    ],
)
def test_a_file_that_holds_nothing_says_why(text: str, sentence: str):
    found = read_seeds(text)
    assert not found.seeds
    assert [place for place, _ in found.problems] == ["The file"]
    assert sentence in found.problems[0][1]


def test_a_line_that_is_not_json_is_named_by_its_number():
    good = json.dumps({"messages": TALK})
    found = read_seeds("\n".join([good, "", good[:-3], good, '{"messages": NaN}']))
    assert [place for place, _ in found.problems] == ["Line 3", "Line 5"]
    assert "not JSON" in found.problems[0][1]


def test_a_file_with_too_many_says_how_many_come_in_at_once():
    found = read_seeds(json.dumps([TALK] * (MOST_SEEDS + 1)))
    assert not found.seeds
    assert "201 conversations; 200" in found.problems[0][1]


def test_words_are_spelt_as_the_dataset_spells_them():
    told = {"persona": "anxious investor", "topic": "ROTH CONVERSION", "tone": "Brisk"}
    (seed,) = fitted(read_seeds(json.dumps({"turns": TALK, **told})).seeds, make.taxonomy())
    assert seed.words == {
        "persona": "Anxious Investor",
        "topic": "Roth conversion",
        "topic_cluster": "Tax",
        "tone": "Brisk",
    }
    assert unknown_words([seed, seed], make.taxonomy()) == (("tone", "Brisk"),)


def test_the_practice_model_stays_named():
    (seed,) = read_seeds(json.dumps([{"turns": TALK, "written_by": "sandbox:claude"}])).seeds
    assert seed.written_by == "sandbox:claude"
    assert read_seeds(json.dumps([{"messages": TALK, "written_by": "x"}])).seeds[0].written_by == ""


SAID = st.text(min_size=1, max_size=60).map(normalised).filter(bool)


@given(st.lists(st.tuples(SAID, SAID), min_size=1, max_size=5), st.sampled_from(["full_json", "openai_chat_jsonl"]))
def test_our_own_export_reads_back_as_it_was(pairs: list[tuple[str, str]], format_: Any):
    said = [text for pair in pairs for text in pair]
    turns = tuple(
        Turn(number=n, role="user" if n % 2 else "assistant", content=text) for n, text in enumerate(said, start=1)
    )
    item = ExportItem(make.head(1, tags=("kept",)), make.version(1, title="It was so", turn_count=len(turns)), turns)
    other = ExportItem(make.head(2), make.version(1, of=2), turns[:2])
    written = Written()
    text = b"".join(parts_of(format_, [item, other], {"made": "today"}, written)).decode()
    found = read_seeds(text)
    assert not found.problems
    assert [seed.turns for seed in found.seeds] == [turns, turns[:2]]
    assert [seed.fingerprint for seed in found.seeds] == [row.hex() for row in written.rows]
    if format_ == "full_json":
        head, seed = item.head, found.seeds[0]
        assert (seed.title, seed.tier, seed.tags) == ("It was so", head.tier, ("kept",))
        for name, word in seed.words.items():
            assert word == getattr(head, name)
        assert seed.words["arc"] == head.arc


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str):
    found = read_seeds(text)
    assert found.problems or found.seeds


def test_examples_and_generated_ones_are_compared_each_with_its_number():
    def written(number: int, score: float, turns: int, words: int | None, status: Status, **more: Any) -> Any:
        shown = {"current_version": 1, "score": score, "turn_count": turns, "words": words, "status": status}
        return make.head(number, **shown, **more)

    heads = [
        written(1, 9.0, 10, 400, Status.APPROVED, is_seed=True),
        written(2, 8.0, 6, 240, Status.GENERATED, is_seed=True),
        written(3, 7.0, 8, None, Status.REJECTED),
        written(4, 6.0, 12, 600, Status.APPROVED),
        written(5, 5.0, 10, 280, Status.NEEDS_EDIT),
        make.head(6),
    ]
    found = compare(heads)
    assert found.examples == Figures(2, 2, 8.5, 8.0, 2, 40.0, 1, 1.0)
    assert found.generated == Figures(3, 3, 6.0, 10.0, 2, 40.0, 3, 1 / 3)
    assert compare([]).examples == Figures(0, 0, None, None, 0, None, 0, None)
