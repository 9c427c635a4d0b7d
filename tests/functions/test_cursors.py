from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.errors import InvalidInput
from functions.api.cursor import open_cursor, seal_cursor
from tests.functions import people as p
from tests.functions.people import CALLERS, populated

KEY = b"key"
ABOUT = ("acme", "dataset-1", "-score")
OWNER = CALLERS["owner"]
PATH = f"/datasets/{p.DATASET}/conversations"


@given(st.lists(st.none() | st.integers(-(2**40), 2**40) | st.text(max_size=30), max_size=4))
def test_a_cursor_brings_back_its_position(position: list[object]):
    assert open_cursor(seal_cursor(position, ABOUT, KEY), ABOUT, KEY) == position


@pytest.mark.parametrize(
    ("about", "key"),
    [(("rival", "dataset-1", "-score"), KEY), (("acme", "dataset-2", "-score"), KEY), (ABOUT, b"other")],
)
def test_a_cursor_is_good_for_its_own_list_only(about: tuple[str, ...], key: bytes):
    with pytest.raises(InvalidInput):
        open_cursor(seal_cursor([1, 8.4, "id"], ABOUT, KEY), about, key)


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_nobody_can_make_one_up(text: str):
    with pytest.raises(InvalidInput):
        open_cursor(text, ABOUT, KEY)


def test_following_the_cursors_shows_every_row_once():
    gateway = populated()
    seen: list[str] = []
    cursor = None
    while True:
        query = {"limit": 1, "sort": "-score", **({"cursor": cursor} if cursor else {})}
        page = gateway.call("GET", PATH, as_=OWNER, query=query).json
        seen += [row["ref"] for row in page["items"]]
        assert page["total"] == 4
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert sorted(seen) == ["FP-0001", "FP-0002", "FP-0003", "FP-0004"]


def test_a_cursor_of_another_order_is_refused():
    gateway = populated()
    first = gateway.call("GET", PATH, as_=OWNER, query={"limit": 1, "sort": "-score"}).json["next_cursor"]
    answer = gateway.call("GET", PATH, as_=OWNER, query={"limit": 1, "sort": "ref", "cursor": first})
    assert (answer.status, answer.code) == (422, "bad_cursor")
