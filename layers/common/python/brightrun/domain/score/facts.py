"""Whether the conversation keeps to its subject, applies its passages and takes every figure from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightrun.domain.document import Chunk
from brightrun.domain.plan.sources import words_of
from brightrun.domain.prompt import fact_labels
from brightrun.domain.score.figures import Figure, figures_in, nearest, supported
from brightrun.domain.score.material import Finding, Material, part, slope, words_in
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import QualityFlag, Turn

_APPLIED_SHARE = 0.2
"""A passage counts as applied when a fifth of its words of meaning come back in the advisor's."""

_LEFT_FOR_THE_PERSON = 8.0
"""In an edge case the person comes before the plan, and the passages may have to wait."""

_RUN = 5
_RECITED_SHARE = 0.65


def subject_and_facts(material: Material) -> Finding:
    """The topic's words, the passages' words in the advisor's messages, and every figure's source."""
    flags: list[QualityFlag] = []
    said: list[str] = []
    applied = _applied_labels(material)
    score = _subject(material, applied, flags, said)
    if material.chunks:
        score = min(score, _use(material, applied, said))
    else:
        said.append("there were no passages to use")
    wrong = _wrong_figures(material)
    flags += [_figure_flag(*one) for one in wrong]
    if wrong:
        # Another figure of the same kind stands in the source: that is a contradiction, not an addition.
        weight = sum(1.0 if meant else 0.5 for _, _, meant in wrong)
        score = min(score, slope(weight, ((0.5, 4.5), (1.0, 3.0), (2.0, 1.5), (3.0, 1.0))))
        turn, figure, _ = wrong[0]
        count = "1 figure has" if len(wrong) == 1 else f"{len(wrong)} figures have"
        said.append(f"{count} no source, first \u201c{figure.text}\u201d in message {turn.number}")
    elif material.chunks:
        checked = sum(len(figures_in(turn.content)) for turn in material.turns)
        counted = "1 figure, which stands" if checked == 1 else f"{checked} figures, all of which stand"
        said.append(f"it gives {counted} in the passages" if checked else "it gives no figures")
    pointed = wrong[0][0].number if wrong else None
    sentence = "; ".join(said)
    return Finding(part("facts", score, sentence[:1].upper() + sentence[1:] + ".", pointed), tuple(flags))


def _subject(material: Material, applied: Sequence[str], flags: list[QualityFlag], said: list[str]) -> float:
    """10 when the topic is named or its keywords are, 2 when nothing of it is heard."""
    topic = material.topic
    wanted = set(words_of(f"{topic.name} {' '.join(topic.keywords)}"))
    spoken = set(words_of(" ".join(turn.content for turn in material.turns)))
    heard = wanted & spoken
    if not wanted or heard:
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
    advisor = " ".join(turn.content for turn in material.advisor)
    stems, runs = set(words_of(advisor)), _runs(advisor)
    labels = fact_labels([chunk.id for chunk in material.chunks])
    return [labels[chunk.id] for chunk in material.chunks if _applied(chunk, stems, runs)]


def _use(material: Material, applied: Sequence[str], said: list[str]) -> float:
    labels = fact_labels([chunk.id for chunk in material.chunks])
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


def _applied(chunk: Chunk, stems: set[str], runs: set[tuple[str, ...]]) -> bool:
    own = set(words_of(chunk.text))
    return bool(own) and (len(own & stems) / len(own) >= _APPLIED_SHARE or bool(_runs(chunk.text) & runs))


def _recited(runs: set[tuple[str, ...]], chunks: Sequence[Chunk]) -> float:
    theirs = {run for chunk in chunks for run in _runs(chunk.text)}
    return len(runs & theirs) / max(1, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = words_in(text)
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def _wrong_figures(material: Material) -> list[tuple[Turn, Figure, Figure | None]]:
    """Figures of either voice that neither the passages nor the plan gave."""
    slot, head = material.slot, material.head
    given = [chunk.text for chunk in material.chunks]
    given += [slot.situation, slot.problem_context, slot.solution_action, slot.scenario_outcome, head.topic]
    sources = [figure for text in given for figure in figures_in(text)]
    names = {word for text in given for word in re.findall(r"\w*\d[\w()-]*", text)}
    return [
        (turn, figure, nearest(figure, sources))
        for turn in material.turns
        for figure in figures_in(turn.content)
        if not supported(figure, sources) and figure.text not in names
    ]


def _figure_flag(turn: Turn, figure: Figure, meant: Figure | None) -> QualityFlag:
    if meant is None:
        sentence = f"\u201c{figure.text}\u201d in message {turn.number} is in none of the passages."
    else:
        said = f"they say \u201c{meant.text}\u201d"
        sentence = f"\u201c{figure.text}\u201d in message {turn.number} is not in the passages; {said}."
    return QualityFlag(code="figure_differs", sentence=sentence, turn=turn.number)
