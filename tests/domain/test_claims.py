"""Claims against their passages: found, differing or without one, with their places in both texts."""

import pytest

from brightrun.domain.score.claims import MOST_CLAIMS, claims_of
from brightrun.domain.version import Claim, Turn
from tests.domain.samples import chunk

VET = chunk(
    1,
    "A kitten gets its first vaccination at nine weeks and the second one 21 days later. The set costs $1,200 for a "
    "litter and a deposit of 15 percent is due on March 3. Dr. Ines Duarte signs the passport.",
)
STAY = chunk(2, "After surgery a dog stays for twelve months on the joint plan. The ward closes at 8 p.m.")


def claims(text: str, role: str = "assistant", given: tuple[str, ...] = ()) -> list[Claim]:
    turn = Turn.model_validate({"number": 1, "role": role, "content": text})
    return [one for one in claims_of([turn], [VET, STAY], given) if one.kind != "words"]


def quoted(claim: Claim, text: str) -> tuple[str, str]:
    passage = {"F1": VET.text, "F2": STAY.text}[claim.passage or ""]
    return text[claim.start : claim.end], passage[claim.passage_start : claim.passage_end]


@pytest.mark.parametrize(
    ("text", "said", "source"),
    [
        ("All of it comes to 1.2k dollars here.", "1.2k dollars", "$1,200"),
        ("It is twelve hundred dollars, all told.", "twelve hundred dollars", "$1,200"),
        ("Only 15% of it now.", "15%", "15 percent"),
        ("We ask for that on 3 March.", "3 March", "March 3"),
        ("By the third of March, then.", "third of March", "March 3"),
        ("Plan a year on it.", "a year", "twelve months"),
        ("Three weeks on comes the other one.", "Three weeks", "21 days"),
        ("You will meet Ms. Duarte at the desk.", "Duarte", "Ines Duarte"),
    ],
)
def test_the_same_in_other_words_is_found_where_it_stands(text: str, said: str, source: str):
    (claim,) = claims(text)
    assert claim.state == "found"
    assert quoted(claim, text) == (said, source)


@pytest.mark.parametrize(
    ("text", "said", "source"),
    [
        ("The first vaccination is at seven weeks.", "seven weeks", "nine weeks"),
        ("A deposit of 20% is due then.", "20%", "15 percent"),
        ("The set costs 1,300 dollars for a litter.", "1,300 dollars", "$1,200"),
        ("The deposit is due on March 5.", "March 5", "March 3"),
        ("Your dog stays on the joint plan for ten months.", "ten months", "twelve months"),
        ("Dr. Ines Duerte signs it.", "Ines Duerte", "Ines Duarte"),
    ],
)
def test_another_value_of_the_same_thing_differs_and_names_what_the_source_says(text: str, said: str, source: str):
    (claim,) = claims(text)
    assert claim.state == "differs"
    assert quoted(claim, text) == (said, source)


@pytest.mark.parametrize("text", ["We have seen 480 parrots.", "Rents rose by 7 percent last year in town."])
def test_what_no_passage_speaks_of_is_unsupported_and_contradicts_nothing(text: str):
    states = [claim for claim in claims(text) if claim.state != "found"]
    assert [(claim.state, claim.passage) for claim in states] == [("unsupported", None)]


def test_strangers_small_talk_and_the_plans_own_figures_are_left_alone():
    assert claims("My aunt Rosa Klein rang twice, at eight in the morning, one day or two ago.", "user") == []
    assert claims("She paid $480 for it.", given=("The bill was 480 dollars.",)) == []


def test_a_quotation_is_one_claim_and_a_quotation_with_another_figure_is_none():
    text = "Here a deposit of 15 percent is due on March 3, we said."
    turn = Turn(number=1, role="assistant", content=text)
    (claim,) = claims_of([turn], [VET, STAY], ())
    assert (claim.kind, claim.state) == ("words", "found")
    assert quoted(claim, text) == ("a deposit of 15 percent is due on March 3",) * 2
    changed = turn.model_copy(update={"content": text.replace("March 3", "March 9")})
    about = [(one.kind, one.state) for one in claims_of([changed], [VET, STAY], ())]
    assert about == [("figure", "found"), ("figure", "differs")]


def test_two_years_of_one_date_are_two_dates():
    due = chunk(1, "The filing is due on April 15, 2026.")
    for year, state in ((2026, "found"), (2027, "differs")):
        turn = Turn(number=1, role="assistant", content=f"The filing is due by 15 April {year}.")
        assert [claim.state for claim in claims_of([turn], [due], ())] == [state]


def test_a_version_keeps_a_bounded_number_and_what_differs_first():
    text = " ".join(f"It was ${n} once." for n in range(100, 200)) + " The set costs $1,300 for a litter."
    kept = claims(text)
    assert len(kept) == MOST_CLAIMS
    assert [claim.state for claim in kept].count("differs") == 1
    assert kept == sorted(kept, key=lambda one: one.start)
