"""Whether the client sounds like the persona, and the advisor like the house in the planned tone."""

from __future__ import annotations

import re

from brightrun.domain.plan.sources import words_of
from brightrun.domain.score.material import Finding, Material, part, slope
from brightrun.domain.version import QualityFlag, Turn

_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine|we|we're|our|us)\b", re.IGNORECASE)
_BREACHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an exclamation mark", re.compile(r"!")),
    ("a list or a heading", re.compile(r"^\s*(?:[-*\u2022]|\d+[.)]|#+)\s", re.MULTILINE)),
    ("bold type", re.compile(r"\*\*|__")),
    ("an emoji", re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")),
    (
        "a stock phrase",
        re.compile(
            r"\b(?:great question|good question|i (?:completely|totally|fully) understand|i understand how you feel"
            r"|happy to help|feel free to|rest assured|don't hesitate|absolutely!|certainly!)",
            re.IGNORECASE,
        ),
    ),
    (
        "talk of being a model",
        re.compile(r"\b(?:as an ai|language model|as an assistant|i am an ai|i'm an ai|chatbot)\b", re.IGNORECASE),
    ),
)
_TONES: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "calm": "calm calmly quiet quietly slowly slow steady rest enough ordinary breath time step hurry rush wait",
        "gentle": "gently gentle sorry softly soft kind kindly careful allowed tender small stay slowly alone enough",
        "warm": "glad warm welcome together with you thank good kind care tell hear listen stay",
        "factual": "because rule means reason exactly figure number fact order first second line says therefore so",
        "direct": "first plainly straight short simply no yes now do decide next answer honest blunt",
        "encouraging": "can already done well good step start strong proud able works further did made enough try",
    }.items()
}
_SHARE_OF_SELF = 0.6
_ENOUGH_TRACES = 4
_ENOUGH_OF_A_PERSON, _OTHER_SHARE = 6, 0.4
_SELDOM, _MOSTLY = 1 / 3, 0.8
"""Shares of the advisor's messages in which the tone is heard."""


def voice(material: Material) -> Finding:
    """First person and the persona's own marks in the client's words; house manner and tone in the advisor's."""
    client, advisor = material.client, material.advisor
    score, said, turn = 10.0, list[str](), None
    flags: list[QualityFlag] = []
    personal = sum(bool(_SELF.search(t.content)) for t in client)
    if client and personal < _SHARE_OF_SELF * len(client):
        score -= 3.0
        said.append(f"the client speaks of themselves in {personal} of {len(client)} messages")
    label = _spoken_label(material)
    if label is not None:
        score -= 3.0
        turn = label.number
        said.append(f"the persona's label is spoken aloud in message {label.number}")
    traces = _traces(material)
    if traces is not None:
        score -= slope(len(traces), ((0, 2.0), (1, 1.0), (_ENOUGH_TRACES, 0.0)))
        if not traces:
            said.append("nothing of the persona's description is heard in the client's words")
    other = _another_persona(material)
    if other is not None:
        score -= 4.0
        said.append(f"the client sounds like {other}, not like {material.head.persona}")
        sentence = f"The client sounds like {other}; the plan asks for {material.head.persona}."
        flags.append(QualityFlag(code="persona", sentence=sentence))
    breaches = [(what, t) for what, pattern in _BREACHES for t in advisor if pattern.search(t.content)]
    if breaches:
        score -= min(6.0, 1.5 * len(breaches))
        turn = breaches[0][1].number
        said.append(f"the advisor uses {breaches[0][0]} in message {turn}")
    toned = _tone_share(material)
    if toned is not None:
        score -= slope(toned, ((0.0, 2.0), (_MOSTLY, 0.0)))
        if toned < _SELDOM:
            said.append(f"words of a {material.head.tone.lower()} tone stand in few of the advisor's messages")
    shown = f" Marks of {material.head.persona}: {', '.join(sorted(traces)[:4])}." if traces else ""
    sentence = (
        f"{'; '.join(said)}." if said else "The client speaks in the first person, the advisor in the house's manner."
    )
    if score < 5 and not flags:
        flags.append(QualityFlag(code="voice", sentence=_sentence_case(sentence), turn=turn))
    return Finding(part("voice", score, _sentence_case(sentence) + shown, turn), tuple(flags))


def _spoken_label(material: Material) -> Turn | None:
    if not material.head.persona:
        return None
    name = re.escape(material.head.persona)
    pattern = re.compile(rf"\b(?:as|i am|i'm) (?:an? |the )?{name}\b", re.IGNORECASE)
    return next((turn for turn in material.client if pattern.search(turn.content)), None)


def _traces(material: Material) -> set[str] | None:
    """Words of the persona's description in the client's messages; None when there is no description."""
    if material.persona is None or not material.persona.detail:
        return None
    described = set(words_of(material.persona.detail))
    spoken = set(words_of(" ".join(turn.content for turn in material.client)))
    return described & spoken


def _another_persona(material: Material) -> str | None:
    """The persona of the vocabulary whose own words are heard clearly more than the planned one's; mostly none.

    Only words that no other description has count. Two fifths of them have to be heard: less is coincidence.
    """
    people = {p.name: set(words_of(p.detail)) for p in material.taxonomy.personas if p.detail}
    if material.head.persona not in people:
        return None
    spoken = set(words_of(" ".join(turn.content for turn in material.client)))
    heard: dict[str, float] = {}
    for name, words in people.items():
        own = words.difference(*(theirs for other, theirs in people.items() if other != name))
        heard[name] = len(own & spoken) / len(own) if len(own) >= _ENOUGH_OF_A_PERSON else 0.0
    name = max(heard, key=lambda each: heard[each])
    clear = heard[name] >= _OTHER_SHARE and heard[name] > 2 * heard[material.head.persona]
    return name if clear else None


def _tone_share(material: Material) -> float | None:
    """The share of the advisor's messages with a word of the planned tone; None for a tone without a list."""
    marks = _TONES.get(material.head.tone.lower())
    if marks is None or not material.advisor:
        return None
    hits = sum(bool(marks & set(re.findall(r"[a-z']+", turn.content.lower()))) for turn in material.advisor)
    return hits / len(material.advisor)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
