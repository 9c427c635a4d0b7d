import pytest

from brightrun.domain.score.figures import figures_in, nearest, supported


def values(text: str) -> list[tuple[float, str]]:
    return [(figure.value, figure.unit) for figure in figures_in(text)]


@pytest.mark.parametrize(
    "text",
    ["$1,200", "$1200", "$1.2k", "1,200 dollars", "twelve hundred dollars", "one thousand two hundred dollars",
     "one thousand and two hundred dollars", "1.2 thousand dollars", "$ 1,200.00"],
)  # fmt: skip
def test_the_same_amount_in_any_dress(text: str):
    assert values(f"It is {text}, no more.") == [(1_200.0, "money")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six percent", [(6, "percent")]),
        ("6%", [(6, "percent")]),
        ("6.5 per cent", [(6.5, "percent")]),
        ("ninety days", [(90, "day")]),
        ("a 90-day wait", [(90, "day")]),
        ("sixty-five years", [(65, "year")]),
        ("$2.5 million", [(2_500_000, "money")]),
        ("in 2009", [(2009, "")]),
        ("by April 15", [(415, "date")]),
        ("by 15 April 2027", [(415, "date")]),
        ("on 2027-04-15", [(415, "date")]),
        ("January 31st, 2026", [(131, "date")]),
        ("age 59.5 or 70", [(59.5, ""), (70, "")]),
        ("$250,000 at one bank", [(250_000, "money")]),
    ],
)
def test_figures_are_read_with_what_they_count(text: str, expected: list[tuple[float, str]]):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "one step and then two more", "the first page", "at three in the morning", "it's 9:30", "ring at 8 a.m.",
        "a year or two", "one day you'll see", "someone", "often", "ten of us", "two weeks", "the two of us",
        "not one dollar", "half of it", "may I ask", "march on",
    ],
)  # fmt: skip
def test_small_talk_is_no_figure(text: str):
    assert values(text) == []


def test_support_compares_value_and_unit():
    sources = figures_in("We wait 90 days and pay $1,200 at 6 percent from April 15 on, since 2009.")
    for text in ("ninety days", "the 90 of them", "1.2k dollars", "6%", "15 April", "2009"):
        assert all(supported(figure, sources) for figure in figures_in(text)), text
    for text in ("60 days", "90 months", "$1,300", "7 percent", "April 16", "2010"):
        assert not any(supported(figure, sources) for figure in figures_in(text)), text
    wrong = figures_in("60 days")[0]
    meant = nearest(wrong, sources)
    assert meant is not None
    assert meant.text == "90 days"
