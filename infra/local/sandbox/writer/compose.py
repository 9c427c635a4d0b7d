"""A plan becomes a conversation: moves in an order that carries the arc, each written from banks."""

from typing import Any

from infra.local.sandbox.writer.edge import write_edge
from infra.local.sandbox.writer.flaws import flawed
from infra.local.sandbox.writer.plan import Plan
from infra.local.sandbox.writer.scene import Part, Scene

Json = dict[str, Any]


def _open(scene: Scene) -> None:
    deck = scene.deck
    question, answer = deck.pair(scene.topic["probe"])
    scene.client(
        Part(scene.hook()),
        Part(deck.line(scene.persona["opener"])),
        Part(deck.line(scene.topic["situation"])),
        Part(deck.line(scene.emotion["start"])),
        Part("", tuple(scene.topic["worry"])),
    )
    scene.advisor(
        Part(deck.line(scene.arc["meet"])),
        Part(deck.line(scene.tone["slow"])),
        Part("", tuple(scene.talk["frame"])),
        Part("", tuple(scene.talk["principle"])),
        Part(question),
    )
    scene.client(
        Part(answer),
        Part(deck.line(scene.topic["worry"])),
        Part("", tuple(scene.persona["aside"])),
    )
    scene.advisor(
        Part(deck.line(scene.talk["receive"])),
        *scene.rule(),
        Part("", tuple(scene.talk["why"])),
        Part("", tuple(scene.tone["say"])),
        Part(deck.line(scene.talk["check"])),
    )


def _exchange(scene: Scene, kind: str, feeling: str) -> None:
    deck = scene.deck
    asked, answered = deck.pair(scene.topic[kind])
    scene.client(
        Part(deck.line(scene.persona["react"])),
        Part(asked),
        Part("", tuple(scene.arc[feeling])),
        Part("", tuple(scene.persona["aside"])),
    )
    scene.advisor(
        Part(answered),
        *scene.rule()[:1],
        Part("", tuple(scene.tone["say"])),
        Part("", tuple(scene.talk["why"])),
        Part("", tuple(scene.talk["check"])),
    )


def _turning(scene: Scene) -> None:
    deck = scene.deck
    beneath, held = deck.pair(scene.arc["turning"])
    scene.client(
        Part(deck.line(scene.persona["beneath"])),
        Part(beneath),
        Part("", tuple(scene.persona["aside"])),
    )
    scene.advisor(
        Part(held),
        *scene.rule()[:1],
        Part("", tuple(scene.tone["say"])),
        Part("", tuple(scene.talk["why"])),
        Part("", tuple(scene.talk["why_short"])),
    )


def _try(scene: Scene) -> None:
    deck = scene.deck
    asked = scene.check_back()
    if asked is None:
        _exchange(scene, "exchange", "ease")
        return
    scene.client(
        Part(deck.line(scene.arc["ease"])),
        Part(f"{deck.line(scene.talk['restate'])} {asked}"),
        Part("", tuple(scene.persona["aside"])),
    )
    told, answered = deck.pair(scene.talk["confirm"])
    scene.advisor(
        Part(told),
        Part(answered),
        *scene.rule()[:1],
        Part("", tuple(scene.tone["say"])),
        Part(deck.line(scene.talk["check"])),
    )


def _example(scene: Scene) -> None:
    problem, action, result = scene.plan.case
    if not (problem and action):
        _try(scene)
        return
    deck = scene.deck
    scene.client(
        Part(deck.line(scene.talk["ask_example"])),
        Part("", tuple(scene.persona["react"])),
        Part(deck.line(scene.arc["ease"])),
    )
    lead, after = deck.pair(scene.talk["example"])
    scene.advisor(
        Part(f"{lead} {problem}"),
        Part(f"{deck.line(scene.talk['then'])} {action}"),
        Part(result),
        Part(after),
        Part("", tuple(scene.talk["check"])),
    )


def _home(scene: Scene) -> None:
    deck = scene.deck
    asked, answered = deck.pair(scene.persona["home"])
    scene.client(Part(asked), Part(deck.line(scene.arc["ease"])))
    scene.advisor(
        Part(answered),
        *scene.rule()[:1],
        Part("", tuple(scene.tone["say"])),
        Part("", tuple(scene.talk["why"])),
        Part("", tuple(scene.talk["why_short"])),
    )


def _close(scene: Scene) -> None:
    deck = scene.deck
    step, confirmed = deck.pair(scene.topic["step"])
    scene.client(
        Part(deck.line(scene.arc["end_client"])),
        Part(step),
        Part(deck.line(scene.persona["close"])),
    )
    scene.advisor(
        Part(confirmed),
        Part(deck.line(scene.talk["review"])),
        Part("", tuple(scene.tone["say"])),
        Part("", tuple(scene.talk["principle"])),
        Part("", tuple(scene.talk["why_short"])),
        Part(deck.line(scene.arc["end_advisor"])),
    )


def _middle(scene: Scene, pairs: int) -> None:
    """The moves between the opening two pairs and the close, `pairs` of them."""
    case = scene.plan.tier == "scenario"
    late = [_example if case else _try, _late_practical, _home, _late_exchange, _try]
    if pairs < 1:
        return
    early = 1 if pairs > 1 else 0
    if pairs > 4 and scene.deck.maybe(0.5):
        early = 2
    for _ in range(early):
        _exchange(scene, "exchange", "hold")
    _turning(scene)
    for number in range(pairs - early - 1):
        late[number % len(late)](scene)


def _late_practical(scene: Scene) -> None:
    _exchange(scene, "practical", "ease")


def _late_exchange(scene: Scene) -> None:
    _exchange(scene, "exchange", "ease")


def _confidence(scene: Scene, flaw: str | None) -> tuple[float, str]:
    deck = scene.deck
    if flaw is not None:
        return round(0.55 + deck.dice.random() * 0.15, 2), deck.line(scene.talk["doubtful"])
    return round(0.84 + deck.dice.random() * 0.11, 2), deck.line(scene.talk["confident"])


def write(plan: Plan, flaw_rate: float) -> Json:
    """The conversation for a plan, in the shape that the product asks for."""
    scene = Scene(plan)
    if plan.tier == "edge_case":
        write_edge(scene)
    else:
        _open(scene)
        _middle(scene, plan.turns // 2 - 3)
        _close(scene)
        del scene.turns[plan.turns - 2 : -2]
    flaw = None
    if not plan.repair and scene.deck.maybe(flaw_rate):
        flaw = flawed(scene)
    confidence, reason = _confidence(scene, flaw)
    return {
        "title": _title(scene),
        "turns": scene.turns,
        "confidence": confidence,
        "confidence_reason": reason,
        "facts_used": scene.used,
    }


def _title(scene: Scene) -> str:
    lines = scene.topic["title"] if scene.deck.maybe(0.7) else scene.talk["title"]
    return scene.deck.line(lines).rstrip(".")
