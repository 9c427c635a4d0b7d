"""Reading a prompt: the conversation's plan, the facts, and what its template said about the case."""

import hashlib
import html
import re
from dataclasses import dataclass

EDGE_KINDS = {
    "emotional-overwhelm": ("overwhelm", "flooded"),
    "conflicting-goals": ("conflicting", "conflict", "goals"),
    "crisis-with-referral": ("crisis", "danger", "harm"),
    "hostility": ("hostil", "angry", "anger", "attack"),
    "out-of-scope": ("scope", "does not do", "outside"),
}
_PLAN = re.compile(r"<conversation_plan>\s*(.*?)\s*</conversation_plan>", re.DOTALL)
_FACTS = re.compile(r"<source_facts>(.*?)</source_facts>", re.DOTALL)
_FACT = re.compile(r"<fact\s+([^>]*)>(.*?)</fact>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Fact:
    """One passage: its id in the prompt and its plain text."""

    id: str
    text: str


@dataclass(frozen=True)
class Plan:
    """What the prompt asks for.

    `seed` is the hash of the whole prompt: the same prompt writes the same conversation, another
    variation another one.
    """

    seed: str
    reference: str
    variation: int
    tier: str
    persona: str
    emotion: str
    arc: str
    topic: str
    tone: str
    outcome: str
    turns: int
    situation: str
    instruction: str
    edge_case: str
    firm: str
    advisor: str
    case: tuple[str, str, str]
    facts: tuple[Fact, ...]
    repair: bool


def _fields(block: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in block.splitlines() if ":" in line)
    return {name.strip().lower(): html.unescape(value.strip()) for name, _, value in pairs}


def _facts(prompt: str) -> tuple[Fact, ...]:
    blocks = _FACTS.findall(prompt)
    found: list[Fact] = []
    for attributes, text in _FACT.findall(blocks[-1] if blocks else ""):
        known = dict(_ATTRIBUTE.findall(attributes))
        plain = " ".join(html.unescape(text).split())
        if plain:
            found.append(Fact(html.unescape(known.get("id", f"F{len(found) + 1}")), plain))
    return tuple(found)


def _edge_kind(body: str, situation: str) -> str:
    named = re.search(r"^Edge case:\s*([^.\n]+)", body, re.MULTILINE)
    for text in (named[1] if named else "", situation, body):
        lowered = text.lower()
        scores = {k: sum(lowered.count(w) for w in words) for k, words in EDGE_KINDS.items()}
        best = max(scores, key=lambda kind: scores[kind])
        if scores[best]:
            return best
    return "emotional-overwhelm"


def _line(body: str, label: str) -> str:
    found = re.search(rf"^{label}:\s*(.+)$", body, re.MULTILINE)
    return found[1].strip() if found else ""


def read_plan(prompt: str) -> Plan | None:
    """The plan of a prompt, or None when it asks for something else."""
    blocks = list(_PLAN.finditer(prompt))
    if not blocks:
        return None
    fields = _fields(blocks[-1][1])
    body = prompt[: blocks[-1].start()]
    between = re.search(r"between a client and (.+?) of (.+?)\.(?:\s|$)", body)
    turns = fields.get("turns", "")
    number = fields.get("variation", "")
    tier = fields.get("tier", "template")
    situation = fields.get("situation", "")
    return Plan(
        seed=hashlib.sha256(prompt.encode()).hexdigest(),
        reference=fields.get("reference", ""),
        variation=int(number) if number.isdigit() else 1,
        tier=tier,
        persona=fields.get("persona", ""),
        emotion=fields.get("emotion", ""),
        arc=fields.get("arc", ""),
        topic=fields.get("topic", "the question"),
        tone=fields.get("tone", ""),
        outcome=fields.get("outcome", ""),
        turns=int(turns) if turns.isdigit() and int(turns) > 1 else 10,
        situation=situation,
        instruction=fields.get("instruction", ""),
        edge_case=_edge_kind(body, situation) if tier == "edge_case" else "",
        advisor=between[1] if between else "",
        firm=between[2] if between else "the firm",
        case=(
            _line(body, "Problem"),
            _line(body, "What the firm does"),
            _line(body, "How it turns out"),
        ),
        facts=_facts(prompt),
        repair="<previous_answer>" in prompt,
    )
