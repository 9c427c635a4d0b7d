"""Conversations at the boundary: each kind has stages of its own, and the person comes before the plan."""

from infra.local.sandbox.writer.banks import find
from infra.local.sandbox.writer.scene import Part, Scene

STAGES = ("open", "second", "third", "again", "fourth", "fifth", "sixth", "close")
"""In the order of a long talk; short ones leave out `ORDER_OF_LEAVING` from its start."""

ORDER_OF_LEAVING = ("fifth", "third", "sixth", "fourth")


def _wants_fact(kind: str, stage: str) -> bool:
    """Overwhelm and danger leave no room for figures until the end."""
    if kind == "crisis-with-referral":
        return stage == "fourth"
    if kind == "emotional-overwhelm":
        return stage == "sixth"
    return stage in {"third", "fourth", "fifth", "again"}


def write_edge(scene: Scene) -> None:
    """Write the whole conversation into the scene."""
    kind = scene.plan.edge_case
    bank = find("edge", kind)
    leave = ORDER_OF_LEAVING[: max(0, len(STAGES) - scene.plan.turns // 2)]
    deck = scene.deck
    soft = kind in {"crisis-with-referral", "emotional-overwhelm"}
    gentle = find("tones", "Gentle")
    tone = [*gentle["say"], *gentle["slow"]] if soft else [*scene.tone["say"], *scene.tone["slow"]]
    for stage in (stage for stage in STAGES if stage not in leave):
        first = stage == "open"
        scene.client(
            Part(f"{scene.hook()} {deck.line(scene.topic['situation'])}" if first else ""),
            Part(deck.line(bank[f"{stage}_client"])),
            Part("", tuple(scene.persona["close" if stage == "close" else "aside"])),
        )
        fact = scene.rule()[:1] if _wants_fact(kind, stage) and scene.has_facts() else []
        scene.advisor(
            Part(deck.line(bank[f"{stage}_advisor"])),
            *fact,
            *(Part("", tuple(bank["stay"])) for _ in range(2)),
            *(Part("", tuple(tone)) for _ in range(3)),
        )
