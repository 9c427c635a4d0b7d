import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.answer import ANSWER_SCHEMA, Answer, UnreadableAnswer, normalised, read_answer


def wire(**changes: object) -> dict[str, object]:
    turns = [{"role": "user" if n % 2 == 0 else "assistant", "content": f"Message {n}"} for n in range(8)]
    return {
        "title": "A letter in a drawer",
        "turns": turns,
        "confidence": 0.8,
        "confidence_reason": "The middle is a little long.",
        "facts_used": ["F1"],
        **changes,
    }


def code(text: str) -> str:
    found = read_answer(text)
    assert isinstance(found, UnreadableAnswer)
    assert found.sentence.endswith(".")
    return found.code


def turns(count: int) -> list[dict[str, str]]:
    return [{"role": "user", "content": "x"}] * count


def test_a_whole_answer_is_read():
    found = read_answer(json.dumps(wire()))
    assert isinstance(found, Answer)
    assert [t.number for t in found.turns] == list(range(1, 9))
    assert found.confidence == 0.8
    assert found.facts_used == ("F1",)


def test_a_code_fence_around_it_is_taken_off():
    assert isinstance(read_answer(f"```json\n{json.dumps(wire())}\n```"), Answer)


@pytest.mark.story("IS3.5.0", 3, via="engine")
@pytest.mark.story("IS4.10.0", 1, via="engine")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "no_text"),
        ("   \n", "no_text"),
        ('{"title": "A letter', "broken_json"),
        ("Sure! Here is it.", "broken_json"),
        ("[" * 100_000, "broken_json"),
        ('{"title": NaN}', "broken_json"),
        ("[]", "wrong_shape"),
        ("null", "wrong_shape"),
        (json.dumps(wire(turns="none")), "wrong_shape"),
        (json.dumps(wire(extra=1)), "wrong_shape"),
        (json.dumps(wire(confidence="high")), "wrong_shape"),
        (json.dumps(wire(turns=[{"role": "system", "content": "x"}])), "wrong_shape"),
        (json.dumps(wire(turns=[])), "no_turns"),
        (json.dumps(wire(turns=[{"role": "user", "content": " \u200b\n"}])), "empty_turn"),
        (json.dumps(wire(turns=turns(41))), "too_many_turns"),
        (json.dumps(wire(turns=[{"role": "user", "content": "x" * 60_001}])), "too_long"),
    ],
)
def test_unreadable_answers_say_why(text: str, expected: str):
    assert code(text) == expected


@pytest.mark.parametrize("missing", ["title", "turns", "confidence", "facts_used"])
def test_every_field_is_required_and_named(missing: str):
    found = read_answer(json.dumps({k: v for k, v in wire().items() if k != missing}))
    assert isinstance(found, UnreadableAnswer)
    assert missing in found.sentence


@pytest.mark.parametrize("count", [1, 3, 40])
def test_few_turns_and_the_most_turns_are_readable(count: int):
    found = read_answer(json.dumps(wire(turns=turns(count))))
    assert isinstance(found, Answer)
    assert len(found.turns) == count


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 1e300])
def test_a_confidence_out_of_range_counts_as_none(confidence: float):
    found = read_answer(json.dumps(wire(confidence=confidence)))
    assert isinstance(found, Answer)
    assert found.confidence is None


@given(st.text())
def test_any_text_is_read_or_refused_but_never_raises(text: str):
    assert isinstance(read_answer(text), Answer | UnreadableAnswer)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_any_json_in_any_field_never_raises(value: object):
    for name in wire():
        found = read_answer(json.dumps(wire(**{name: value})))
        assert isinstance(found, Answer | UnreadableAnswer)


@given(st.text())
def test_normalised_text_is_stable_composed_and_free_of_control_characters(text: str):
    clean = normalised(text)
    assert normalised(clean) == clean
    assert unicodedata.normalize("NFC", clean) == clean
    assert clean == clean.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in clean)


def test_the_schema_is_closed_and_whole():
    def walk(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item)
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert set(node["required"]) == set(node["properties"])
            assert not {"$ref", "minimum", "maximum", "maxItems"} & set(node)
            for value in node.values():
                walk(value)

    walk(ANSWER_SCHEMA)
    assert set(ANSWER_SCHEMA["properties"]) == set(wire())
