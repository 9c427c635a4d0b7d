"""Whether the conversation keeps to its subject, applies its passages and takes every figure from them."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.document import Chunk
from brightrun.domain.plan.sources import words_of
from brightrun.domain.prompt import fact_labels
from brightrun.domain.score.claims import COUNTED, claims_of
from brightrun.domain.score.figures import figures_in
from brightrun.domain.score.material import Finding, Material, part, slope, words_in
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import Claim, QualityFlag

_APPLIED_SHARE = 0.2
"""A passage counts as applied when a fifth of its words of meaning come back in the advisor's."""

_TOGETHER = 3
"""And so many of them in one message: words that are strewn over a conversation speak of something else."""

_HEARD = 2

_LEFT_FOR_THE_PERSON = 8.0
"""In an edge case the person comes before the plan, and the passages may have to wait."""

_WEIGHT = {"differs": 1.0, "unsupported": 0.5}

_RUN = 5
_RECITED_SHARE = 0.65


def subject_and_facts(material: Material, claims: Sequence[Claim]) -> Finding:
    """The topic's words, the passages' words in the advisor's messages, and every figure's source."""
    flags: list[QualityFlag] = []
    said: list[str] = []
    applied = _applied_labels(material)
    score = _subject(material, applied, flags, said)
    if material.chunks:
        score = min(score, _use(material, applied, said))
    else:
        said.append("there were no passages to use")
    wrong = [claim for claim in claims if claim.state != "found"]
    flags += [_flag(claim, material) for claim in wrong]
    if wrong:
        # Another figure of the same kind stands in the source: that is a contradiction, not an addition.
        weight = sum(_WEIGHT[claim.state] for claim in wrong)
        score = min(score, slope(weight, ((0.5, 4.5), (1.0, 3.0), (2.0, 1.5), (3.0, 1.0))))
        said.append(_wrong(wrong, material))
    elif material.chunks:
        checked = sum(len(figures_in(turn.content)) for turn in material.turns)
        counted = "1 figure, which stands" if checked == 1 else f"{checked} figures, all of which stand"
        said.append(f"it gives {counted} in the passages" if checked else "it gives no figures")
    pointed = wrong[0].turn if wrong else None
    sentence = "; ".join(said)
    return Finding(part("facts", score, sentence[:1].upper() + sentence[1:] + ".", pointed), tuple(flags))


def claims_in(material: Material) -> tuple[Claim, ...]:
    """What is said that a passage says, or says otherwise. The plan's own words need no source.

    Nor do an example's figures: it is the owner's word, and was written from no passage.
    """
    if material.head.is_seed:
        return ()
    slot = material.slot
    given = (slot.situation, slot.problem_context, slot.solution_action, slot.scenario_outcome, material.head.topic)
    return claims_of(material.turns, material.chunks, given)


def _subject(material: Material, applied: Sequence[str], flags: list[QualityFlag], said: list[str]) -> float:
    """10 when the topic is named or its keywords are, 2 when nothing of it is heard."""
    topic = material.topic
    wanted = set(words_of(f"{topic.name} {' '.join(topic.keywords)}"))
    spoken = words_of(" ".join(turn.content for turn in material.turns))
    heard = wanted & set(spoken)
    # One word of the topic, said once, is what any two trades have in common.
    if not wanted or sum(word in wanted for word in spoken) >= _HEARD or (heard and applied):
        said.append(f"the subject is heard ({', '.join(sorted(heard)[:3])})" if heard else "the subject is open")
        return 10.0
    if applied:
        said.append("the subject is heard only through its passages")
        return 9.0
    if material.head.tier is Tier.EDGE_CASE:
        said.append("the subject is left for the person, as an edge case may")
        return _LEFT_FOR_THE_PERSON
    sentence = f"Nothing of the topic {topic.name} is heard."
    flags.append(QualityFlag(code="off_topic", sentence=sentence))
    said.append(f"nothing of the topic {topic.name} is heard")
    return 2.0


def _applied_labels(material: Material) -> list[str]:
    messages = [set(words_of(turn.content)) for turn in material.advisor]
    runs = _runs(" ".join(turn.content for turn in material.advisor))
    labels = fact_labels([chunk.id for chunk in material.chunks])
    return [labels[chunk.id] for chunk in material.chunks if _applied(chunk, messages, runs)]


def _use(material: Material, applied: Sequence[str], said: list[str]) -> float:
    labels = fact_labels([chunk.id for chunk in material.chunks])
    if len(labels) == 1:
        said.append(f"the passage is {'applied' if applied else 'not applied'}")
    else:
        said.append(f"{len(applied)} of {len(labels)} passages are applied")
    none = _LEFT_FOR_THE_PERSON if material.head.tier is Tier.EDGE_CASE else 3.0
    score = slope(len(applied), ((0, none), (1, 8.5), (2, 9.5), (3, 10.0)))
    claimed = set(material.facts_used)
    unknown, unused = claimed - set(labels.values()), (claimed & set(labels.values())) - set(applied)
    if unknown:
        score -= 2.0
        said.append(f"it names facts that do not exist ({', '.join(sorted(unknown))})")
    elif unused:
        score -= 1.0
        said.append(f"it claims {', '.join(sorted(unused))}, which is not heard")
    recited = _recited(_runs(" ".join(turn.content for turn in material.advisor)), material.chunks)
    if recited > _RECITED_SHARE:
        score -= 4.0
        said.append(f"{recited:.0%} of what the advisor says is recited word for word")
    return score


def _applied(chunk: Chunk, messages: Sequence[set[str]], runs: set[tuple[str, ...]]) -> bool:
    own = set(words_of(chunk.text)) - COUNTED
    if not own:
        return False
    together = max((len(own & message) for message in messages), default=0)
    share = len(own & set[str]().union(*messages)) / len(own)
    return bool(_runs(chunk.text) & runs) or (together >= _TOGETHER and share >= _APPLIED_SHARE)


def _recited(runs: set[tuple[str, ...]], chunks: Sequence[Chunk]) -> float:
    theirs = {run for chunk in chunks for run in _runs(chunk.text)}
    return len(runs & theirs) / max(1, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = words_in(text)
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def _wrong(wrong: Sequence[Claim], material: Material) -> str:
    differing = [claim for claim in wrong if claim.state == "differs"]
    if differing:
        first, source = differing[0], _source(differing[0], material)
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        said = _said(first, material)
        return f"message {first.turn} says \u201c{said}\u201d, the passages say \u201c{source}\u201d{more}"
    count = "1 figure has" if len(wrong) == 1 else f"{len(wrong)} figures have"
    return f"{count} no source, first \u201c{_said(wrong[0], material)}\u201d in message {wrong[0].turn}"


def _flag(claim: Claim, material: Material) -> QualityFlag:
    said = _said(claim, material)
    if claim.state == "differs":
        code = f"{claim.kind}_differs"
        sentence = (
            f"Message {claim.turn} says \u201c{said}\u201d; your source says \u201c{_source(claim, material)}\u201d."
        )
    else:
        code = "figure_unsupported"
        sentence = f"\u201c{said}\u201d in message {claim.turn} is in none of the passages."
    return QualityFlag(code=code, sentence=sentence, turn=claim.turn)


def _said(claim: Claim, material: Material) -> str:
    return material.turns[claim.turn - 1].content[claim.start : claim.end]


def _source(claim: Claim, material: Material) -> str:
    labels = fact_labels([chunk.id for chunk in material.chunks])
    text = next(chunk.text for chunk in material.chunks if labels[chunk.id] == claim.passage)
    return text[claim.passage_start : claim.passage_end]
