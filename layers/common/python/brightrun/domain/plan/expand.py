"""The expansion of a plan into slots. Pure and repeatable: the same plan gives the same slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.dimensions import PASSAGE_FILTERS
from brightrun.domain.document import Chunk
from brightrun.domain.errors import InvalidInput
from brightrun.domain.ids import derived_ulid
from brightrun.domain.plan.fills import counts_of_fills, narrowed, of_personas, tiers_of
from brightrun.domain.plan.request import (
    Fill,
    Passage,
    PlannedSlot,
    PlanRequest,
    PlanStamp,
    check_material,
    counts_of,
    usable,
)
from brightrun.domain.plan.sources import SourcePicker, dimension
from brightrun.domain.plan.spread import Spread
from brightrun.domain.plan.words import SlotWords, WordPicker
from brightrun.domain.slot import Slot, reference, shard_of
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template import Template

_ORDER = (Tier.TEMPLATE, Tier.EDGE_CASE, Tier.SCENARIO)
"""Words are dealt out in this order: scenarios come last and even out the rest."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LONGEST_LINE = 240


def expand_plan(
    request: PlanRequest,
    *,
    dataset: Dataset,
    passages: Sequence[Passage],
    templates: Sequence[Template],
    stamp: PlanStamp,
    seed: str,
    existing: Iterable[ConversationHead] = (),
) -> list[PlannedSlot]:
    """All slots of a plan, in order of their numbers: tier by tier, from `stamp.first_number` on.

    What exists already counts as chosen, so that what comes on top goes where there is least of it.

    Raises InvalidInput, in words for the owner, when the plan can't be made.
    """
    counts = counts_of(request, dataset, stamp.first_number)
    released = usable(request, passages)
    if request.fills:
        counts = counts_of_fills(request.fills, dataset, released)
    check_material(counts, dataset.taxonomy, released, templates)
    spread = Spread(f"{seed}:{stamp.first_number}")
    for head in existing:
        spread.note(head)
    sources = SourcePicker(released, spread)
    planned: list[PlannedSlot] = []
    for slot_words, fill in _dealt(request, dataset, counts, spread, released):
        number = stamp.first_number + len(planned)
        template = _template_for(slot_words, templates, number)
        chosen = sources.pick(slot_words, fill.where if fill else {})
        planned.append(_planned(slot_words, chosen, template, dataset, stamp, number, is_top_up=fill is not None))
    return planned


def _dealt(
    request: PlanRequest,
    dataset: Dataset,
    counts: Mapping[Tier, int],
    spread: Spread,
    released: Sequence[Passage],
) -> list[tuple[SlotWords, Fill | None]]:
    """The words of every slot in the order of their numbers, with the gap that each is to fill."""
    if request.fills:
        return [
            (WordPicker(narrowed(dataset.taxonomy, fill.where), spread).pick(tier), fill)
            for fill in request.fills
            for tier in tiers_of(fill, dataset, released)
        ]
    words = WordPicker(of_personas(dataset.taxonomy, request.personas), spread)
    dealt = {tier: [words.pick(tier) for _ in range(counts[tier])] for tier in _ORDER}
    return [(each, None) for tier in Tier for each in dealt[tier]]


def _template_for(words: SlotWords, templates: Sequence[Template], number: int) -> Template:
    """The template made for this arc or kind of edge case, else one for any; several take turns."""
    own = sorted((t for t in templates if t.tier is words.tier), key=lambda t: t.id)
    if words.tier is Tier.EDGE_CASE and words.edge_case is not None:
        kind = _plain(words.edge_case.kind)
        fitting = [t for t in own if t.edge_case is not None and _plain(t.edge_case) == kind]
    else:
        fitting = [t for t in own if t.arc == words.arc.name]
    fitting = fitting or [t for t in own if t.arc is None and t.edge_case is None]
    # An edge case of the owner's own kind is better served by a near template than by none.
    fitting = fitting or (own if words.tier is not Tier.TEMPLATE else [])
    if not fitting:
        raise InvalidInput(f"There is no template for the arc {words.arc.name}.", code="no_template")
    return fitting[number % len(fitting)]


def _plain(kind: str) -> str:
    return " ".join(kind.lower().replace("-", " ").replace("_", " ").split())


def _planned(
    words: SlotWords,
    passages: Sequence[Passage],
    template: Template,
    dataset: Dataset,
    stamp: PlanStamp,
    number: int,
    *,
    is_top_up: bool,
) -> PlannedSlot:
    conversation_id = derived_ulid(stamp.accepted_at, stamp.plan_id, number)
    first = passages[0] if passages else None
    slot = Slot(
        conversation_id=conversation_id,
        dataset_id=dataset.id,
        shard=shard_of(number),
        number=number,
        situation=_situation(words, first),
        problem_context=_problem(words, first),
        solution_action=_solution(words, first),
        scenario_outcome=_ending(words, first),
        edge_case=words.edge_case.kind if words.edge_case else None,
        turns_planned=words.turns,
        plan_id=stamp.plan_id,
    )
    head = ConversationHead(
        id=conversation_id,
        ref=reference(dataset.prefix, number),
        dataset_id=dataset.id,
        shard=slot.shard,
        persona=words.persona.name,
        emotion=words.emotion,
        arc=words.arc.name,
        topic=words.topic.name,
        intent=words.intent,
        tone=words.tone,
        content_category=words.topic.content_category or (first.category if first else ""),
        topic_cluster=words.topic.cluster,
        outcome=words.outcome,
        tier=words.tier,
        template_id=template.id,
        chunk_ids=tuple(passage.chunk.id for passage in passages),
        source_document_ids=tuple(dict.fromkeys(p.chunk.document_id for p in passages)),
        source_categories=tuple(dict.fromkeys(p.category for p in passages)),
        passage_words=_passage_words(passages),
        is_top_up=is_top_up,
        created_at=stamp.accepted_at,
        updated_at=stamp.accepted_at,
    )
    return PlannedSlot(slot=slot, head=head)


def _passage_words(passages: Sequence[Passage]) -> dict[str, tuple[str, ...]]:
    """What the passages say of themselves in the dimensions that the table filters by."""
    said = {
        name: tuple(dict.fromkeys(_line(word) for p in passages if (word := dimension(p.chunk, name))))
        for name in PASSAGE_FILTERS
    }
    return {name: words for name, words in said.items() if words}


def _situation(words: SlotWords, passage: Passage | None) -> str:
    """One line on what brings the client: the passage's own case or question, for the topic otherwise."""
    if passage is not None and words.tier is not Tier.TEMPLATE:
        case = dimension(passage.chunk, "problem_context") or dimension(passage.chunk, "prompt_candidate")
        if case:
            return _line(case)
    return _line(f"Comes to talk about {_lower_first(words.topic.name)}; begins with {words.emotion.lower()}")


def _problem(words: SlotWords, passage: Passage | None) -> str:
    if passage is None or words.tier is Tier.TEMPLATE:
        return ""
    given = dimension(passage.chunk, "problem_context") or dimension(passage.chunk, "summary")
    return _line(given or _sentences(passage.chunk)[0])


def _solution(words: SlotWords, passage: Passage | None) -> str:
    if passage is None or words.tier is Tier.TEMPLATE:
        return ""
    chunk = passage.chunk
    given = next((v for n in ("solution_action", "steps", "claim") if (v := dimension(chunk, n))), "")
    return _line(given or _sentences(chunk)[-1])


def _ending(words: SlotWords, passage: Passage | None) -> str:
    if passage is None or words.tier is Tier.TEMPLATE:
        return ""
    chunk = passage.chunk
    given = dimension(chunk, "scenario_outcome") or dimension(chunk, "expected_output")
    return _line(given or f"Ends with {words.outcome.lower()}")


def _sentences(chunk: Chunk) -> list[str]:
    return [part for part in _SENTENCE.split(" ".join(chunk.text.split())) if part] or [chunk.text]


def _lower_first(text: str) -> str:
    """`Mortgage payoff` inside a sentence; `RSU diversification` stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _line(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST_LINE:
        return flat
    return flat[:_LONGEST_LINE].rsplit(" ", 1)[0].rstrip(",;") + " …"
