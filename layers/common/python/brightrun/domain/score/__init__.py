"""The score of a conversation: seven measured parts with their reasons, one documented composite, flags.

Nothing in it is constant or random: every part is measured on the text, and what can't be measured
says "not assessed" and has no weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import Chunk
from brightrun.domain.score.arc import arc_progress
from brightrun.domain.score.facts import claims_in, subject_and_facts
from brightrun.domain.score.leaks import mark_flags
from brightrun.domain.score.material import PARTS, Finding, Material, part
from brightrun.domain.score.repetition import repetition
from brightrun.domain.score.structure import length, structure
from brightrun.domain.score.voice import voice
from brightrun.domain.score_rules import ScoreRules
from brightrun.domain.slot import Slot
from brightrun.domain.taxonomy import Taxonomy
from brightrun.domain.version import Quality, QualityFlag, QualityPart, Turn, band_of

__all__ = ["formula", "score_conversation"]

FAULT_CAP = 5.5
ABOVE_WEAKEST = 4.0
LOW_CONFIDENCE = 0.5


def formula(rules: ScoreRules) -> str:
    """The composite in words, with the workspace's weights."""
    shares = ", ".join(f"{label} {rules.weights.share(key):.0%}" for key, label in PARTS.items())
    return (
        "Sum of weight times part, divided by the weights of the parts that were assessed, to one decimal "
        f"({shares}); never more than {ABOVE_WEAKEST:g} above the weakest part that counts. A hard fault caps it at "
        f"{FAULT_CAP}: the same voice twice in a row, the client having the last word, fewer than half of the planned "
        "messages, a left-over placeholder or control token, personal data, a key or password."
    )


def score_conversation(
    turns: Sequence[Turn],
    *,
    head: ConversationHead,
    slot: Slot,
    chunks: Sequence[Chunk],
    taxonomy: Taxonomy,
    confidence: float | None = None,
    confidence_reason: str = "",
    facts_used: Sequence[str] = (),
    flag_below: float = 6.0,
    rules: ScoreRules | None = None,
) -> Quality:
    """The quality of these turns (at least one) for this slot. `chunks` in the order of `head.chunk_ids` (F1, F2 …)."""
    material = Material(
        turns=tuple(turns),
        head=head,
        slot=slot,
        chunks=tuple(chunks),
        taxonomy=taxonomy,
        confidence=confidence,
        confidence_reason=confidence_reason,
        facts_used=tuple(facts_used),
        rules=rules or ScoreRules(),
    )
    claims = claims_in(material)
    findings = (
        structure(material),
        length(material),
        arc_progress(material),
        voice(material),
        subject_and_facts(material, claims),
        repetition(material),
        _confidence(material),
    )
    parts = tuple(_weighed(finding.part, material.rules) for finding in findings)
    marks = tuple(mark_flags(material))
    faults = [fault for finding in findings for fault in finding.faults] + [flag.code for flag in marks]
    score = composite(parts, has_fault=bool(faults))
    flags = [flag for finding in findings for flag in finding.flags] + list(marks)
    if score < flag_below:
        flags.insert(0, _below(score, flag_below, faults, parts))
    return Quality(
        score=score,
        band=band_of(score),
        formula=formula(material.rules),
        parts=parts,
        flags=tuple(flags),
        claims=claims,
    )


def composite(parts: Sequence[QualityPart], *, has_fault: bool) -> float:
    """The weighted mean of what was assessed, from 1.0 to 10.0, rounded half up to one decimal."""
    assessed = [(one.score, one.weight) for one in parts if one.score is not None and one.weight]
    mean = sum(score * weight for score, weight in assessed) / sum(weight for _, weight in assessed)
    # One part that fails is a failed conversation, however good the others are.
    mean = min(mean, ABOVE_WEAKEST + min(score for score, _ in assessed))
    if has_fault:
        mean = min(mean, FAULT_CAP)
    return float(Decimal(str(round(mean, 6))).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _weighed(one: QualityPart, rules: ScoreRules) -> QualityPart:
    return one.model_copy(update={"weight": round(rules.weights.share(one.key), 4)})


def _confidence(material: Material) -> Finding:
    if material.confidence is None:
        return Finding(part("confidence", None, "Not assessed: no confidence was given."))
    reason = material.confidence_reason.rstrip(".")
    sentence = f"{material.confidence:.0%} sure that it would be approved unchanged" + (
        f": {reason}." if reason else "."
    )
    flags: tuple[QualityFlag, ...] = ()
    if material.confidence < LOW_CONFIDENCE:
        flags = (QualityFlag(code="low_confidence", sentence=sentence),)
    return Finding(part("confidence", 1 + 9 * material.confidence, sentence), flags)


def _below(score: float, flag_below: float, faults: Sequence[str], parts: Sequence[QualityPart]) -> QualityFlag:
    weakest = min((one for one in parts if one.score is not None and one.weight), key=lambda one: one.score or 0.0)
    reason = f"a hard fault ({faults[0]})" if faults else f"its weakest part is {weakest.label.lower()}"
    sentence = f"The score, {score:.1f}, is below {flag_below:g}: {reason}."
    return QualityFlag(code="below_threshold", sentence=sentence, turn=weakest.turn)
