"""No text of a document, a plan or a person leaves its place in the prompt."""

import re

import pytest

from brightrun.domain.placeholders import PASSAGE_NOTES
from brightrun.domain.prompt import render, render_repair
from brightrun.domain.provider import Prompt
from brightrun.domain.taxonomy import Persona
from tests.domain.injections import INJECTIONS
from tests.domain.samples import chunk, taxonomy, template_version
from tests.domain.test_prompt import FIRST

BODY = "Write with {persona} ({persona_detail}) on {topic}: {situation} [{audience}]"
MARKS = ("<conversation_plan>", "</conversation_plan>", "<source_facts>", "</source_facts>")
TAG = re.compile(r"[<\uff1c\ufe64\u27e8\u3008\u2039]\s*[/!?\uff0f]?\s*[a-z_]", re.IGNORECASE)
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202e\u2028\u2029\ufeff\U000e0000-\U000e007f]")
PLAN_KEYS = [
    "reference", "variation", "tier", "persona", "emotion", "arc", "topic", "intent", "tone",
    "content_category", "topic_cluster", "outcome", "turns", "situation", "instruction",
]  # fmt: skip


def attacked(where: str, attack: str) -> Prompt:
    """The prompt of one conversation in which a foreign text stands in one place."""
    head, slot, words, instruction = FIRST.head, FIRST.slot, taxonomy(), "Be brief."
    passage = chunk(1, "We wait 90 days.", dimensions=dict.fromkeys(PASSAGE_NOTES, "calm"))
    if where == "chunk":
        passage = chunk(1, attack, dimensions=passage.dimensions)
    elif where == "dimension":
        passage = chunk(1, "We wait 90 days.", dimensions=dict.fromkeys(PASSAGE_NOTES, attack))
    elif where == "persona":
        head = head.model_copy(update={"persona": attack})
        words = words.model_copy(update={"personas": (Persona.model_construct(name=attack, detail=attack),)})
    elif where == "situation":
        slot = slot.model_copy(update={"situation": attack})
    elif where == "instruction":
        instruction = attack
    return render(
        head=head,
        slot=slot,
        template=template_version(BODY),
        chunks=(passage,),
        taxonomy=words,
        variation=1,
        instruction=instruction,
    )


PLACES = ("chunk", "dimension", "persona", "situation", "instruction")


def test_the_corpus_is_large():
    assert len(set(INJECTIONS)) >= 40


@pytest.mark.parametrize("attack", INJECTIONS)
@pytest.mark.parametrize("where", PLACES)
def test_the_blocks_stay_as_they_were(where: str, attack: str):
    calm, text = attacked("nowhere", "").text, attacked(where, attack).text
    assert [text.count(mark) for mark in MARKS] == [1, 1, 1, 1]
    assert (text.count("<fact "), text.count("</fact>")) == (1, 1)
    assert len(TAG.findall(text)) == len(TAG.findall(calm))
    assert not HIDDEN.search(text)


@pytest.mark.parametrize("attack", INJECTIONS)
@pytest.mark.parametrize("where", PLACES)
def test_the_plan_keeps_its_lines(where: str, attack: str):
    text = attacked(where, attack).text
    lines = text.split("<conversation_plan>\n")[1].split("\n</conversation_plan>")[0].splitlines()
    assert [line.split(":")[0] for line in lines] == PLAN_KEYS
    assert f"turns: {FIRST.slot.turns_planned}" in lines
    before = text.split("<conversation_plan>")[0]
    assert len(before.strip().splitlines()) == 1


@pytest.mark.parametrize("attack", INJECTIONS)
@pytest.mark.parametrize("where", PLACES)
def test_what_it_says_becomes_no_placeholder_and_nothing_is_filled_in(where: str, attack: str):
    text = attacked(where, attack).text
    for braces in re.findall(r"\{[^{}<>&]*\}", attack):
        assert braces in text


@pytest.mark.parametrize("attack", INJECTIONS)
def test_a_passage_moves_nothing_outside_its_own_block(attack: str):
    text, calm = attacked("chunk", attack).text, attacked("nowhere", "").text
    assert text.split("<fact ")[0] == calm.split("<fact ")[0]
    assert text.endswith("</fact>\n</source_facts>")


@pytest.mark.parametrize("attack", INJECTIONS)
def test_a_broken_answer_is_quoted_as_data(attack: str):
    prompt = attacked("nowhere", "")
    text = render_repair(prompt, attack, attack).text
    assert text.count("</previous_answer>") == 1
    assert text.endswith(prompt.text)
    assert [text.count(mark) for mark in MARKS] == [1, 1, 1, 1]
