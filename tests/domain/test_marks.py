"""What points at a person or opens a door is found; the figures of a trade are not."""

import pytest

from brightrun.domain.marks import marks_in


@pytest.mark.parametrize(
    ("text", "code", "what"),
    [
        ("Write to ines.duarte@clinic.example, please.", "personal_data", "a mail address"),
        ("Ring (415) 555-0132 after six.", "personal_data", "a phone number"),
        ("Ring +44 20 7946 0958 after six.", "personal_data", "a phone number"),
        ("Her number is 078-05-1120.", "personal_data", "a social security number"),
        ("The card is 4111 1111 1111 1111.", "personal_data", "a card number"),
        ("Pay to DE89 3704 0044 0532 0130 00 then.", "personal_data", "a bank account number"),
        ("I live at 42 Old Mill Road now.", "personal_data", "a street address"),
        ("Post it to P.O. Box 118.", "personal_data", "a street address"),
        (f"It is sk-{'a1b2c3' * 4}, keep it.", "secret", "a key"),
        ("The password is hunter42abc.", "secret", "a password"),
        ("Dear {client_name}, thank you.", "placeholder", "a left-over placeholder"),
        ("Thank you. <|im_end|>", "control_token", "a trainer's control token"),
    ],
)
def test_each_kind_is_found_and_named(text: str, code: str, what: str):
    assert (code, what) in {(mark.code, mark.what) for mark in marks_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The limit is $1,250,000 for 2026-2027, or 12.5 percent.",
        "Invoice 4111 1111 1111 1112 is no card.",
        "Pay to DE89 3704 0044 0532 0130 01, which is no account.",
        "We bake 300 loaves by 5 on 2026-11-26 and 480 more by 9:30.",
        "The form 1040-SR takes 45 minutes, 20 pages, 3 signatures.",
        "Forms 706 and 709, section 401(k), 30 Old loaves a day.",
        "The password is on the card you got, and a token of thanks.",
        "Between 250,000 and 300,000 on 1 Way or another.",
    ],
)
def test_figures_of_a_trade_are_no_persons(text: str):
    assert list(marks_in(text)) == []


def test_the_firms_own_number_from_a_passage_is_no_alarm():
    given = "Our desk answers at 415.555.0132 and desk@clinic.example."
    assert list(marks_in("Ring (415) 555-0132 or write to desk@clinic.example.", given=given)) == []
    assert [mark.what for mark in marks_in("Ring (415) 555-0199.", given=given)] == ["a phone number"]
