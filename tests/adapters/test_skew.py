"""A worker knows how far its clock is from the store's, by what the store's answers say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from brightrun.adapters.dynamodb.skew import ClockSkew

STORED_AT = datetime(2026, 11, 26, 12, 0, 0, tzinfo=UTC)
HEADER = "Thu, 26 Nov 2026 12:00:00 GMT"


class Events:
    """botocore's events, as far as one is wanted."""

    def __init__(self):
        self.handlers = {}

    def register(self, name, handler):
        self.handlers[name] = handler


def watched(off):
    events = Events()
    skew = ClockSkew(SimpleNamespace(meta=SimpleNamespace(events=events)), lambda: STORED_AT + timedelta(seconds=off))
    return skew, events.handlers["after-call.dynamodb"]


@pytest.mark.parametrize("off", [-20.0, -5.5, 0.5, 6.0, 3_600.0])
def test_the_clock_is_compared_with_each_answer_of_the_store(off):
    skew, answered = watched(off)
    answered(http_response=SimpleNamespace(headers={"Date": HEADER}), parsed={}, model=None)
    assert skew.seconds == pytest.approx(off - 0.5)


def test_an_answer_without_a_date_changes_nothing():
    skew, answered = watched(60)
    answered(http_response=SimpleNamespace(headers={}))
    assert skew.seconds == 0
