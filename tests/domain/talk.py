"""A conversation as a careful writer would have it, with its passages; tests break it in known ways."""

from __future__ import annotations

from typing import Any

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import Chunk
from brightrun.domain.slot import Slot
from brightrun.domain.taxonomy import Persona, Taxonomy, Tier, Topic
from brightrun.domain.version import Turn
from tests.domain.samples import NOW, chunk, taxonomy

PASSAGES = tuple(
    " ".join(text.split())
    for text in (
        """We ask every client with a windfall to make no irreversible decision for 90 days. The money sits in
        insured savings, and deposit insurance covers $250,000 at one bank. Bills and funeral costs
        may be paid.""",
        """A credit card balance above 6 percent comes before everything else. We review the plan on April 15.""",
    )
)

CLEAN = tuple(
    " ".join(text.split())
    for text in (
        """The probate letter came on Tuesday and I've moved it from the table to the drawer four times. My
        aunt's money, and I'm afraid of it. I lie awake and check the news and I can't sleep.""",
        """It sounds like someone who knows the letter matters. Let us leave it closed a little longer and talk
        about what is in it, because it is less than it looks. It asks you to confirm who you are,
        and nothing in it asks you to decide what happens to the inheritance.""",
        """That's what everyone says, and then my brother wants a loan and the bank man rings at supper. What
        if I do something stupid in the first week and it's gone?""",
        """Then you may borrow our rule for a while. We ask every client with a windfall to make no
        irreversible decision for 90 days. Until then the money sits in insured savings, quietly,
        and the loan and the bank man both get the same short answer from you.""",
        """Ninety days of saying no to my brother. I'm not sure I've ever managed one. And is it safe there, in
        one bank, all of it? I worried about that at the sink this morning.""",
        """Deposit insurance covers $250,000 at one bank, so what goes beyond that we put at a second one. That
        is an ordinary afternoon's work. As for your brother, you are not refusing him, you are
        telling him a date, and the date comes from us.""",
        """I suppose what I'm really scared of is that she saved it for years and I'll be the one who wastes
        it. She darned her stockings. I buy coffee.""",
        """She also chose you, and she knew about the coffee. There is time to do this slowly, one step and
        then the next. Bills and funeral costs may be paid out of it during the quiet time, so
        nothing that she would have thought decent has to wait.""",
        """All right. The card, though, I have a balance on it that I've been hiding from everyone. Does that
        have to wait as well, or may I be rid of it?""",
        """That one does not have to wait very long. A credit card balance above 6 percent comes before
        everything else with us, because nothing calm you could buy would earn as much as it costs
        you. Bring the statement and we will look at it together.""",
        """Oh, that's a relief, honestly. I can do that. I'll open the letter tonight and put the card
        statement beside it, and I think I'll sleep. It feels lighter than it did an hour ago.""",
        """Then that is enough for one evening. Read the first page, leave the rest on the table, and ring me
        in the morning if a sentence bothers you. We review the plan on April 15, and until then
        nothing is going to run away from us.""",
    )
)


def words() -> Taxonomy:
    base = taxonomy()
    persona = Persona(name="Anxious Investor", detail="Checks the news at night and lies awake.", emotions=("Fear",))
    topic = Topic(name="Inheritance windfall", keywords=("inheritance", "probate"))
    return base.model_copy(update={"personas": (persona, *base.personas[1:]), "topics": (topic, *base.topics)})


def head(**changes: Any) -> ConversationHead:
    values: dict[str, Any] = {
        "id": "c1",
        "ref": "FP-0001",
        "dataset_id": "d",
        "shard": 0,
        "persona": "Anxious Investor",
        "emotion": "Fear",
        "arc": "Anxiety-to-Relief",
        "topic": "Inheritance windfall",
        "intent": "Reassure",
        "tone": "Calm",
        "tier": Tier.TEMPLATE,
        "chunk_ids": tuple(one.id for one in chunks()),
        "created_at": NOW,
        "updated_at": NOW,
    }
    return ConversationHead.model_validate({**values, **changes})


def slot(turns: int = 12) -> Slot:
    return Slot(conversation_id="c1", dataset_id="d", shard=0, number=1, turns_planned=turns, plan_id="p")


def chunks() -> tuple[Chunk, ...]:
    return tuple(chunk(number, text) for number, text in enumerate(PASSAGES, start=1))


def turns(*texts: str) -> tuple[Turn, ...]:
    said = texts or CLEAN
    return tuple(
        Turn(number=n, role="user" if n % 2 else "assistant", content=text) for n, text in enumerate(said, start=1)
    )
