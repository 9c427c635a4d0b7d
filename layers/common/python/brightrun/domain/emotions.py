"""Words of feeling: what a plan's emotion belongs to, and how a message can be heard to feel.

A small lexicon after the families of Plutchik's wheel, with the everyday phrases in which clients
of professional firms show a feeling rather than name it. It measures words, not people: what it
finds is a hint for a reader, and every sentence that is built on it says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NAMES = """
fear -1: fear afraid fearful anxiety anxious worry worried worries panic dread nervous uneasy
    terror scared frightened apprehension apprehensive concern concerned insecurity alarm
overwhelm -1: overwhelm overwhelmed overload stress stressed exhaustion exhausted burnout
    helplessness helpless paralysis paralysed frozen pressure
confusion -1: confusion confused uncertainty uncertain doubt doubtful hesitation hesitant
    skepticism skeptical sceptical lost ambivalence ambivalent conflicted torn indecision struggle
sadness -1: sadness sad grief grieving sorrow loneliness lonely loss despair hopelessness
    disappointment disappointed discouraged melancholy numbness
shame -1: shame ashamed guilt guilty embarrassment embarrassed regret regretful remorse inadequacy
anger -1: anger angry fury furious frustration frustrated resentment resentful hostility hostile irritation
    irritated bitterness betrayal impatience rage distrust
curiosity +0: curiosity curious interest interested surprise surprised wonder intrigue discovery
resolve +1: determination determined resolve resolved motivation motivated commitment committed
    ambition drive empowerment empowered
relief +1: relief relieved reassurance reassured calm calmness peace peaceful serenity ease
    acceptance
hope +1: hope hopeful optimism optimistic anticipation excitement excited eagerness enthusiasm
confidence +1: confidence confident trust certainty certain clarity clear secure security assured
    steady
joy +1: joy joyful happiness happy triumph triumphant pride proud gratitude grateful satisfaction
    satisfied delight accomplishment fulfilment fulfillment success
"""
"""Family, valence and the names of feelings that belong to it."""

_HEAVY = """
afraid anxious anxiety worry worried worries worrying scared frightened fright panic panicked
dread dreading nervous uneasy terrified overwhelmed overwhelming drowning buried stuck frozen
trapped exhausted tired stressed stress confused confusing lost unsure uncertain doubt hopeless
helpless sad grief grieving miss lonely alone ashamed shame guilty guilt embarrassed stupid
foolish fool regret sorry angry furious annoyed frustrated frustrating sick fed bitter hate
betrayed cheated fail failed failing failure mistake mistakes wrong worse worst terrible awful
horrible bad hard harder difficult painful hurt hurts heavy tight ache shaking shake shaky cry
crying cried tears crash lose losing messed mess behind late awake sleepless avoid avoiding
avoided ignored unopened dodging stomach knot nightmare nightmares risk risky danger trouble
struggle struggling struggled broke broken pressure blame fear fears burden weigh weighs weighing
racing spinning spiral hesitate hesitant skeptical sceptical suspicious distrust waste wasted
useless messing chest ruin ruined ruining wreck wrecked scam scammed lie lied nobody ridiculous
unfair insult insulting flinch wince dizzy numb fog foggy tangled muddle muddled upset upsetting
frantic
"""

_LIGHT = """
relief relieved relieving calm calmer calming quiet quieter lighter ease easier eased steady
steadier settled settle safe safer peace peaceful reassured reassuring hope hopeful optimistic
excited exciting confident confidence sure clear clearer clarity ready manageable doable simple
simpler better great glad happy proud pride joy grateful gratitude thank thanks appreciate helpful
helps helped understand understood solid comfortable secure breathe exhale smile smiling laugh
laughing laughed win won done finished earned worked progress freedom trust kinder interesting
curious fascinating wonderful okay decent stronger strong lifted loosened softer warmer rested
slept sleep brighter bright promise sorted sound loose unclenched bearable workable reachable
anyway nice relaxing relaxed
"""

_HEAVY_PHRASES = (
    "no further", "doesn't help", "not helping", "the same as before", "same as at the start", "get nowhere",
    "going nowhere", "nothing has changed", "nothing helps",
    "what if", "can't", "cannot", "don't know", "do not know", "no idea", "not sure",
    "keep putting", "put it off", "putting off", "should have", "too late", "too much",
    "at night", "at three in the morning", "lying awake", "never opened", "haven't opened",
    "not sleeping", "can't sleep", "couldn't", "give up", "fed up", "sick of", "all of it",
    "going under", "out of my depth", "no longer", "makes me feel small",
    "let down", "nobody told", "why didn't", "how could", "going in circles",
)  # fmt: skip
_LIGHT_PHRASES = (
    "can't wait", "not to worry", "no idea how much", "smaller now", "feels smaller", "settles me",
    "i can do", "i can live", "i can", "i could", "i'll", "i will", "let's", "that helps",
    "makes sense", "i see now", "that's fair", "sounds right", "feels right", "looking forward",
    "not as bad", "less than", "one step", "first step", "for the first time", "a weight off",
    "off my", "sleep tonight", "breathe again", "i hadn't thought", "never thought of it",
    "i like that", "that i can", "we can", "not so", "no rush", "good to know", "worth it",
    "on my own terms", "deal with that", "live with that",
)  # fmt: skip

_FAMILY = re.compile(r"^(?P<family>[a-z]+) (?P<valence>[+-]\d): (?P<names>[^:]+)$", re.MULTILINE)
_WORD = re.compile(r"[a-z][a-z']*")
_NEGATED = re.compile(
    r"\b(?:not|no|never|less|without|isn't|wasn't|don't|didn't|doesn't|aren't|haven't|hasn't|"
    r"couldn't|won't|wouldn't|nothing|hardly)\s+"
    r"(?:(?:so|as|that|very|feel|feeling|be|really|quite|exactly|all)\s+)*([a-z']+)"
)
_PHRASES_HEAVY, _PHRASES_LIGHT = (
    re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")(?![\w'])")
    for phrases in (_HEAVY_PHRASES, _LIGHT_PHRASES)
)
_HEAVY_WORDS, _LIGHT_WORDS = frozenset(_HEAVY.split()), frozenset(_LIGHT.split())


@dataclass(frozen=True, slots=True)
class Mood:
    """Cues of a text: how many heavy and light ones, and a few of them to show."""

    heavy: int
    light: int
    cues: tuple[str, ...]
    light_cues: frozenset[str]

    @property
    def found(self) -> int:
        """How much there was to hear."""
        return self.heavy + self.light

    @property
    def balance(self) -> float:
        """From -1 (only heavy) to 1 (only light); 0 when there is nothing, or as much of both."""
        return (self.light - self.heavy) / (self.found + 1)


def mood_of(text: str) -> Mood:
    """What a message sounds like, by its words and phrases; a negated word counts for the other side."""
    lowered = text.lower().replace("\u2019", "'")
    light_phrases = _PHRASES_LIGHT.findall(lowered)
    rest = _PHRASES_LIGHT.sub(" ", lowered)
    heavy_phrases = _PHRASES_HEAVY.findall(rest)
    negated = [found[1] for found in _NEGATED.finditer(rest)]
    rest = _PHRASES_HEAVY.sub(" ", rest)
    words = _WORD.findall(rest)
    heavy = [word for word in words if word in _HEAVY_WORDS]
    light = [word for word in words if word in _LIGHT_WORDS]
    turned_light = [word for word in negated if word in _HEAVY_WORDS]
    turned_heavy = [word for word in negated if word in _LIGHT_WORDS]
    return Mood(
        heavy=len(heavy) + len(heavy_phrases) - len(turned_light) + len(turned_heavy),
        light=len(light) + len(light_phrases) - len(turned_heavy) + len(turned_light),
        cues=tuple(dict.fromkeys((*heavy, *heavy_phrases, *light, *light_phrases))),
        light_cues=frozenset((*light, *light_phrases)) - set(turned_heavy),
    )


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, int]]:
    """Family and valence by a feeling's name."""
    found: dict[str, tuple[str, int]] = {}
    for entry in _FAMILY.finditer(_NAMES):
        for word in entry["names"].split():
            found[word] = (entry["family"], int(entry["valence"]))
    return found


def times_named(family: str, text: str) -> int:
    """How often feelings of a family are named in a text."""
    families = _families()
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return sum(families.get(word, ("", 0))[0] == family for word in words) if family else 0


def family_of(feeling: str) -> str:
    """The family that a feeling's name belongs to, or nothing when it is not known."""
    return _known(feeling)[0]


def valence_of(feeling: str) -> int:
    """-1 for a heavy feeling, 1 for a light one, 0 for neither or unknown."""
    return _known(feeling)[1]


def _known(feeling: str) -> tuple[str, int]:
    families = _families()
    words = _WORD.findall(feeling.lower())
    return next((families[word] for word in words if word in families), ("", 0))
