from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightrun.domain.document import Chunk
from brightrun.domain.score import formula, score_conversation
from brightrun.domain.score_rules import ScoreRules
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import Band, Quality, Turn
from tests.domain.talk import CLEAN, chunks, head, slot, turns, words

KEYS = ["structure", "length", "arc", "voice", "facts", "repetition", "confidence"]


def score(said: tuple[Turn, ...], **more: Any) -> Quality:
    given: dict[str, Any] = {
        "head": head(),
        "slot": slot(),
        "chunks": chunks(),
        "taxonomy": words(),
        "confidence": 0.9,
        "confidence_reason": "The middle is a little long.",
        "facts_used": ("F1", "F2"),
    }
    return score_conversation(said, **{**given, **more})


def parts(quality: Quality) -> dict[str, float | None]:
    return {part.key: part.score for part in quality.parts}


def codes(quality: Quality) -> set[str]:
    return {flag.code for flag in quality.flags}


def with_text(number: int, change: Callable[[str], str]) -> tuple[Turn, ...]:
    said = list(CLEAN)
    said[number - 1] = change(said[number - 1])
    return turns(*said)


def test_a_careful_conversation_is_good_and_unflagged():
    quality = score(turns())
    assert quality.score > 8
    assert quality.band is Band.GOOD
    assert quality.flags == ()
    assert [part.key for part in quality.parts] == KEYS
    assert quality.formula == formula(ScoreRules())
    assert all(part.sentence.endswith(".") for part in quality.parts)


def test_weights_add_up_and_the_composite_is_the_documented_mean():
    quality = score(turns())
    assert sum(part.weight for part in quality.parts) == pytest.approx(1)
    mean = sum((part.score or 0) * part.weight for part in quality.parts)
    assert quality.score == pytest.approx(mean, abs=0.051)


def _same_voice(said: tuple[Turn, ...]) -> tuple[Turn, ...]:
    kept = [turn for turn in said if turn.number not in {4, 8}]
    return tuple(t.model_copy(update={"number": n}) for n, t in enumerate(kept, start=1))


PLANTED: dict[str, tuple[tuple[Turn, ...], str, str]] = {
    "three turns": (turns(*CLEAN[:3]), "structure", "ends_with_client"),
    "four turns": (turns(*CLEAN[:4]), "structure", "turn_count"),
    "forty turns": (turns(*(CLEAN * 4)[:40]), "structure", "turn_count"),
    "the client last": (turns(*CLEAN[:11]), "structure", "ends_with_client"),
    "one voice twice": (_same_voice(turns()), "structure", "role_twice"),
    "very short": (turns(*(" ".join(t.split()[:5]) + "." for t in CLEAN)), "length", "length"),
    "very long": (turns(*(" ".join([t] * 9) for t in CLEAN)), "length", "length"),
    "repeated": (turns(*CLEAN[:4], *(CLEAN[2], CLEAN[3]) * 4), "repetition", "repetition"),
    "flat": (
        turns(*(CLEAN[0] + f" It's number {n}, no better." if n % 2 == 0 else t for n, t in enumerate(CLEAN))),
        "arc",
        "flat_arc",
    ),
    "off topic": (
        turns(
            *(
                "I wonder which tulip bulbs I could plant under my old pear tree before the frost comes to us."
                if n % 2 == 0
                else f"{('Dig', 'Water', 'Mulch', 'Prune', 'Rake', 'Sow')[n // 2]} the bed on a mild morning, set each "
                "bulb a hand's width from its neighbour, cover it loosely with leaf mould and leave the rest to the "
                "worms, who have done this since before there were gardens and will go on after them in peace."
                for n in range(12)
            )
        ),
        "facts",
        "off_topic",
    ),
    "contradicted": (with_text(4, lambda t: t.replace("90 days", "60 days")), "facts", "figure_differs"),
    "invented": (with_text(6, lambda t: t + " It earns 4.5 percent."), "facts", "figure_unsupported"),
    "placeholder": (with_text(2, lambda t: "{persona}, " + t), "structure", "placeholder"),
    "control token": (with_text(2, lambda t: t + " <|im_end|>"), "structure", "control_token"),
    "personal data": (with_text(2, lambda t: t + " Call (415) 555-0132."), "facts", "personal_data"),
}
FAULTS = {"three turns", "four turns", "the client last", "one voice twice", "placeholder", "control token"}


@pytest.mark.story("IS3.5.0", 1, via="engine")
@pytest.mark.story("IS3.5.0", 6, via="engine")
@pytest.mark.story("IS4.10.0", 5, via="engine")
@pytest.mark.story("IS3.5.0", 2, via="engine")
@pytest.mark.story("IS4.10.0", 1, via="engine")
@pytest.mark.parametrize("name", PLANTED)
def test_planted_flaws_are_flagged_for_the_right_reason(name: str):
    said, part, code = PLANTED[name]
    quality, clean = score(said), score(turns())
    assert code in codes(quality)
    assert quality.score <= clean.score
    if name in FAULTS:
        assert quality.score < 6
        assert "below_threshold" in codes(quality)
    elif code != "personal_data":
        assert (parts(quality)[part] or 0) < (parts(clean)[part] or 0) - 2


def test_a_contradiction_names_the_figure_its_place_and_what_the_source_says():
    quality = score(PLANTED["contradicted"][0])
    flag = next(flag for flag in quality.flags if flag.code == "figure_differs")
    assert flag.turn == 4
    assert "60 days" in flag.sentence
    assert "90 days" in flag.sentence


def test_one_failed_part_holds_the_whole_down():
    quality = score(PLANTED["repeated"][0])
    assert (parts(quality)["repetition"] or 10) <= 2
    assert quality.score < 6.1


def test_what_was_not_given_is_not_assessed_and_has_no_weight():
    without = score(turns(), confidence=None)
    assert parts(without)["confidence"] is None
    assert next(p for p in without.parts if p.key == "confidence").sentence.startswith("Not assessed")
    assert without.score > 8
    unknown = score(turns(), head=head(arc="Unheard of", emotion="Blurp"))
    assert parts(unknown)["arc"] is None


@pytest.mark.story("IS3.5.0", 4, via="engine")
@pytest.mark.story("IS4.10.0", 1, via="engine")
def test_low_confidence_is_flagged_and_counts():
    low, high = score(turns(), confidence=0.2), score(turns(), confidence=0.95)
    assert "low_confidence" in codes(low)
    assert low.score < high.score


def test_the_flag_threshold_is_the_owners():
    assert "below_threshold" in codes(score(turns(), flag_below=9.99))


def test_facts_that_do_not_exist_and_passages_that_are_not_used_are_told():
    invented = score(turns(), facts_used=("F1", "F7"))
    assert "F7" in next(p.sentence for p in invented.parts if p.key == "facts")
    other = score(turns(), chunks=(chunks()[0].model_copy(update={"text": "Roses like lime and shade."}),))
    assert (parts(other)["facts"] or 0) < (parts(score(turns()))["facts"] or 0)


def test_without_passages_every_figure_is_without_a_source():
    quality = score(turns(), chunks=(), facts_used=())
    assert "figure_unsupported" in codes(quality)


def test_figures_of_the_plan_itself_are_given():
    said = with_text(1, lambda t: t + " It's 52 thousand dollars.")
    assert "figure_unsupported" in codes(score(said))
    given = slot().model_copy(update={"situation": "An aunt left $52,000."})
    assert "figure_unsupported" not in codes(score(said, slot=given))


def test_house_manners_are_measured():
    for rude in ("Great question!", "**Bold**", "- one\n- two", "As an AI I can't.", "Well done \U0001f600"):
        quality = score(with_text(4, lambda t, rude=rude: f"{rude} {t}" if "\n" not in rude else f"{rude}\n{t}"))
        assert (parts(quality)["voice"] or 0) < (parts(score(turns()))["voice"] or 0)
    spoken = score(with_text(1, lambda t: "As an anxious investor, " + t))
    assert "label is spoken" in next(p.sentence for p in spoken.parts if p.key == "voice")


def test_an_edge_case_needs_less_of_a_movement():
    little = turns(*(t.replace("a relief", "a bit better").replace("lighter", "bad") for t in CLEAN))
    ordinary = parts(score(little))["arc"] or 0
    edge = parts(score(little, head=head(tier=Tier.EDGE_CASE)))["arc"] or 0
    assert edge >= ordinary


MESSAGES = st.lists(
    st.tuples(st.sampled_from(["user", "assistant"]), st.text(min_size=1, max_size=200)), min_size=1, max_size=40
)


@given(
    MESSAGES, st.none() | st.floats(0, 1), st.lists(st.text(max_size=4), max_size=3), st.sampled_from([(), chunks()])
)
@settings(max_examples=150, deadline=None)
def test_any_conversation_has_a_score_from_1_to_10_and_always_the_same(
    messages: list[tuple[str, str]], confidence: float | None, facts: list[str], passages: tuple[Chunk, ...]
):
    said = tuple(
        Turn.model_validate({"number": n, "role": role, "content": text})
        for n, (role, text) in enumerate(messages, start=1)
    )
    given: dict[str, Any] = {
        "confidence": confidence,
        "facts_used": facts,
        "chunks": passages,
    }
    quality = score(said, **given)
    assert quality == score(said, **given)
    assert 1 <= quality.score <= 10
    assert round(quality.score, 1) == quality.score
    assert [part.key for part in quality.parts] == KEYS
    for part in quality.parts:
        assert part.score is None or 1 <= part.score <= 10
        assert part.sentence
        assert part.turn is None or 1 <= part.turn <= len(said)
    assert ("below_threshold" in codes(quality)) == (quality.score < 6)
