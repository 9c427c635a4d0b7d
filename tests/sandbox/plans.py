"""Prompts as the product sends them, built from the starter pack for every tier, arc and persona."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.prompts.update_lock import PROMPTS, split

PACK = Path(PROMPTS) / "packs" / "financial-planning"
TAXONOMY: dict[str, Any] = json.loads((PACK / "pack.json").read_text())["taxonomy"]
CHUNKS: list[dict[str, Any]] = [
    chunk
    for path in sorted((PACK / "documents").glob("*.json"))
    for chunk in json.loads(path.read_text())["chunks"]
    if chunk["dimensions"]["include_in_training"]
]
PLAN_KEYS = (
    "reference",
    "variation",
    "tier",
    "persona",
    "emotion",
    "arc",
    "topic",
    "tone",
    "outcome",
    "turns",
    "situation",
)


@dataclass(frozen=True)
class Sample:
    """One prompt with what it was made of."""

    values: dict[str, str]
    facts: tuple[str, ...]
    text: str


def _templates() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for tier in ("template", "scenario", "edge_case"):
        for path in (PROMPTS / tier).glob("*.md"):
            head, body = split(path)
            found[tier, head["arc"] or head["edge_case"] or ""] = body
    return found


def _chunks(topic: dict[str, Any], kind: str, count: int, used: dict[int, int]) -> list[int]:
    wanted = {topic["name"].lower(), *topic["keywords"]}

    def rank(number: int) -> tuple[int, int]:
        terms = set(CHUNKS[number]["dimensions"]["key_terms"])
        bonus = 5 if kind and kind.split("-", maxsplit=1)[0] in " ".join(terms) else 0
        return -len(terms & wanted) - bonus, used.get(number, 0)

    chosen = sorted(range(len(CHUNKS)), key=rank)[:count]
    for number in chosen:
        used[number] = used.get(number, 0) + 1
    return chosen


def samples(total: int, variation: int = 1, extra: str = "") -> list[Sample]:
    """`total` prompts, 40/35/15 by tier, personas, arcs and topics in turn."""
    template, scenario = round(total * 40 / 90), round(total * 35 / 90)
    tiers = ["template"] * template + ["scenario"] * scenario
    tiers += ["edge_case"] * (total - len(tiers))
    bodies, used = _templates(), dict[int, int]()
    return [_sample(number, tier, bodies, used, f"{variation}{extra}") for number, tier in enumerate(tiers, start=1)]


def _sample(number: int, tier: str, bodies: dict[tuple[str, str], str], used: dict[int, int], variation: str) -> Sample:
    persona, arc = TAXONOMY["personas"][number % 6], TAXONOMY["arcs"][(number // 6 + number) % 5]
    topic = TAXONOMY["topics"][(number * 7) % len(TAXONOMY["topics"])]
    edge = TAXONOMY["edge_cases"][number % 5]
    kind = edge["kind"] if tier == "edge_case" else ""
    chunks = [CHUNKS[n] for n in _chunks(topic, kind, 1 + number % 3, used)]
    case = chunks[0]["dimensions"]
    values = {
        "persona": persona["name"],
        "persona_detail": persona["detail"],
        "emotion": persona["emotions"][number % len(persona["emotions"])],
        "emotion_end": arc["to"],
        "arc": arc["name"],
        "arc_detail": arc["detail"],
        "topic": topic["name"],
        "intent": "Guide",
        "tone": persona["tones"][number % len(persona["tones"])],
        "outcome": TAXONOMY["outcomes"][number % 4],
        "tier": tier,
        "situation": case["problem_context"],
        "problem_context": case["problem_context"],
        "solution_action": case["solution_action"],
        "scenario_outcome": case["scenario_outcome"],
        "edge_case": edge["kind"],
        "edge_case_detail": edge["detail"],
        "turns": str({"template": 8, "scenario": 10, "edge_case": 10}[tier] + 2 * (number % 4)),
        "firm": TAXONOMY["firm"],
        "advisor_name": TAXONOMY["advisor_name"],
        "reference": f"FP-{number:04d}",
        "variation": variation.split("\n", maxsplit=1)[0],
    }
    special = arc["name"] if tier == "template" else kind
    body = bodies[tier, special]
    for name, value in values.items():
        body = body.replace("{" + name + "}", value)
    plan = "\n".join(f"{key}: {values[key]}" for key in PLAN_KEYS) + variation.partition("\n")[2]
    facts = "\n".join(
        f'<fact id="F{n}" passage="c{n}">{chunk["text"].replace("&", "&amp;")}</fact>'
        for n, chunk in enumerate(chunks, start=1)
    )
    text = f"{body}\n\n<conversation_plan>\n{plan}\n</conversation_plan>\n\n<source_facts>\n{facts}\n</source_facts>"
    return Sample(values, tuple(chunk["text"] for chunk in chunks), text)
