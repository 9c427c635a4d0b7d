"""What comes in as JSON can be followed and kept, or is refused."""

from __future__ import annotations

import json

import pytest

from brightrun.domain.json_text import read_json


@pytest.mark.parametrize("text", ["NaN", "[-Infinity]", "[" * 100_000, r'"\ud83d"', r'{"\uDE00": 1}', "", "{"])
def test_what_can_not_be_followed_or_kept_is_refused(text: str):
    with pytest.raises(ValueError, match=r"\w"):
        read_json(text)


def test_where_it_ends_to_be_json_is_said():
    with pytest.raises(json.JSONDecodeError) as error:
        read_json('{"a": 1,\n"b" 2}')
    assert (error.value.lineno, error.value.colno) == (2, 5)


def test_a_character_in_two_halves_is_whole():
    assert read_json(r'["\ud83d\ude00", "\\ud83d"]') == ["\U0001f600", r"\ud83d"]
