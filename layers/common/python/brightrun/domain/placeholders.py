"""The parameters of templates: which there are, where their values come from, and what is wrong with a text.

Plain substitution: `{name}` is replaced by a value in one pass, and no code runs from a template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Literal

from brightrun.domain.errors import InvalidInput
from brightrun.domain.model import Record
from brightrun.domain.quoting import marks_in
from brightrun.domain.taxonomy import Tier

Source = Literal["plan", "persona", "arc", "documents", "firm"]

SOURCES: Mapping[str, Source] = {
    "persona": "plan",
    "persona_detail": "persona",
    "emotion": "plan",
    "emotion_end": "arc",
    "arc": "plan",
    "arc_detail": "arc",
    "topic": "plan",
    "intent": "plan",
    "tone": "plan",
    "content_category": "plan",
    "topic_cluster": "plan",
    "outcome": "plan",
    "tier": "plan",
    "situation": "plan",
    "problem_context": "documents",
    "solution_action": "documents",
    "scenario_outcome": "documents",
    "edge_case": "plan",
    "edge_case_detail": "plan",
    "turns": "plan",
    "firm": "firm",
    "advisor_name": "firm",
    "reference": "plan",
    "variation": "plan",
    "facts": "documents",
    "audience": "documents",
    "expertise_level": "documents",
    "emotional_valence": "documents",
    "brand_persona": "documents",
    "style_directives": "documents",
    "style_notes": "documents",
}
"""Everything that a template may ask for, and where its value comes from."""

PARAMETERS = frozenset(SOURCES)

PASSAGE_NOTES = (
    "audience",
    "expertise_level",
    "emotional_valence",
    "brand_persona",
    "style_directives",
    "style_notes",
)
"""Dimensions of a passage that say how to write. What it states stands in its text, never here."""

MAY_BE_EMPTY = frozenset({"facts", "persona_detail", "arc_detail", "edge_case_detail", *PASSAGE_NOTES})
"""Parameters that only add to others: a template still reads well without them."""

_ALWAYS = ("persona", "emotion", "topic")
REQUIRED: Mapping[Tier, tuple[str, ...]] = {
    Tier.TEMPLATE: _ALWAYS,
    Tier.SCENARIO: (*_ALWAYS, "problem_context", "solution_action"),
    Tier.EDGE_CASE: (*_ALWAYS, "edge_case"),
}
"""What a template must ask for, or all its conversations would be the same."""

_ONLY_IN: Mapping[str, tuple[Tier, ...]] = {
    "problem_context": (Tier.SCENARIO, Tier.EDGE_CASE),
    "solution_action": (Tier.SCENARIO, Tier.EDGE_CASE),
    "scenario_outcome": (Tier.SCENARIO, Tier.EDGE_CASE),
    "edge_case": (Tier.EDGE_CASE,),
}

_OTHER_WORDS = {
    "advisor": "advisor_name",
    "business": "firm",
    "business_name": "firm",
    "client": "persona",
    "company": "firm",
    "company_name": "firm",
    "customer": "persona",
    "end_emotion": "emotion_end",
    "name": "advisor_name",
    "number_of_turns": "turns",
    "problem": "problem_context",
    "solution": "solution_action",
    "source_facts": "facts",
    "start_emotion": "emotion",
    "subject": "topic",
    "turn_count": "turns",
}
"""What templates from elsewhere call the same things."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_ANY_BRACES = re.compile(r"\{\s*([A-Za-z][\w ]{0,40}?)\s*\}")
_DOUBLE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")


class ParameterProblem(Record):
    """One thing that stops a template from being saved. `suggestion` is the parameter that was probably meant."""

    name: str
    kind: Literal["unknown", "missing", "other_tier", "mark"]
    suggestion: str | None = None
    sentence: str


def single_braces(body: str) -> str:
    """An imported template's `{{x}}` in the house's own form `{x}`."""
    return _DOUBLE.sub(r"{\1}", body)


def placeholders(body: str) -> tuple[str, ...]:
    """The parameters that a body asks for, in order of appearance, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(single_braces(body))))


def unknown_parameters(body: str) -> tuple[str, ...]:
    """Placeholders that no slot can fill."""
    return tuple(name for name in placeholders(body) if name not in PARAMETERS)


def missing_parameters(body: str, parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Known placeholders of the body that have no value here."""
    return tuple(
        name
        for name in placeholders(body)
        if name in PARAMETERS and name not in MAY_BE_EMPTY and not parameters.get(name, "").strip()
    )


def substitute(body: str, parameters: Mapping[str, str]) -> str:
    """The body with its placeholders replaced in one pass: a value's own braces stay text."""
    return _PLACEHOLDER.sub(lambda found: parameters.get(found[1], ""), single_braces(body))


def suggestion_for(name: str) -> str | None:
    """The parameter that was probably meant."""
    plain = re.sub(r"[\s-]+", "_", name.strip().lower())
    if plain in PARAMETERS:
        return plain
    if plain in _OTHER_WORDS:
        return _OTHER_WORDS[plain]
    near = get_close_matches(plain, sorted(PARAMETERS), n=1, cutoff=0.6)
    return near[0] if near else None


def problems_of(body: str, tier: Tier) -> tuple[ParameterProblem, ...]:
    """Everything that stops a text from being saved as a template of this tier, in order of appearance."""
    text = single_braces(body)
    written = tuple(dict.fromkeys(_ANY_BRACES.findall(text)))
    found = [problem for name in written if (problem := _problem(name, tier)) is not None]
    asked = set(placeholders(body))
    for name in REQUIRED[tier]:
        if name not in asked:
            sentence = f"It does not ask for {{{name}}}, which every {_TIER_WORDS[tier]} template needs."
            found.append(ParameterProblem(name=name, kind="missing", sentence=sentence))
    for mark in marks_in(text):
        sentence = f"It writes {mark}, a mark that only the plan and your facts may carry."
        found.append(ParameterProblem(name=mark, kind="mark", sentence=sentence))
    return tuple(found)


def require_saveable(body: str, tier: Tier) -> None:
    """Raises InvalidInput that names every unknown and missing parameter."""
    problems = problems_of(body, tier)
    if not problems:
        return
    unknown = any(problem.kind in {"unknown", "other_tier"} for problem in problems)
    missing = any(problem.kind == "missing" for problem in problems)
    raise InvalidInput(
        " ".join(problem.sentence for problem in problems),
        code="unknown_parameters" if unknown else "missing_parameters" if missing else "bad_template",
        fields=[(problem.name, problem.sentence) for problem in problems],
    )


def listed(names: Sequence[str]) -> str:
    """`{a}, {b} and {c}`."""
    marked = [f"{{{name}}}" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"


_TIER_WORDS: Mapping[Tier, str] = {
    Tier.TEMPLATE: "template-tier",
    Tier.SCENARIO: "scenario",
    Tier.EDGE_CASE: "edge-case",
}


def _problem(name: str, tier: Tier) -> ParameterProblem | None:
    if name not in PARAMETERS:
        meant = suggestion_for(name)
        hint = f" Did you mean {{{meant}}}?" if meant else ""
        sentence = f"It asks for {{{name}}}, which no conversation has.{hint}"
        return ParameterProblem(name=name, kind="unknown", suggestion=meant, sentence=sentence)
    tiers = _ONLY_IN.get(name)
    if tiers is None or tier in tiers:
        return None
    sentence = f"It asks for {{{name}}}, which {_TIER_WORDS[tier]} conversations have no value for."
    return ParameterProblem(name=name, kind="other_tier", sentence=sentence)
