"""The demo's own judgement of what it downloaded."""

from __future__ import annotations

import json

import pytest

from infra.local.demo.download import check_chat, check_full
from infra.local.errors import LocalCloudError

USER = {"role": "user", "content": "What happens to my pension?"}
ASSISTANT = {"role": "assistant", "content": "Let us look at it together."}
SYSTEM = {"role": "system", "content": "You advise."}


def _file(folder, *rows):
    place = folder / "rows.jsonl"
    place.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return place


def test_rows_that_keep_the_rules_pass(tmp_path):
    rows = [{"messages": [SYSTEM, USER, ASSISTANT]}, {"messages": [USER, ASSISTANT]}]
    check_chat(_file(tmp_path, *rows), 2)


@pytest.mark.parametrize(
    "row",
    [
        {"messages": [USER]},
        {"messages": [USER, ASSISTANT, USER]},
        {"messages": [USER, USER, ASSISTANT]},
        {"messages": [ASSISTANT]},
        {"messages": []},
        {"messages": [USER, ASSISTANT], "id": 1},
        {"messages": [USER, {"role": "assistant", "content": " "}]},
        {"messages": [USER, {"role": "assistant", "content": None}]},
        {"messages": [USER, {**ASSISTANT, "score": 8}]},
        [],
    ],
)
def test_a_row_that_breaks_one_is_named(tmp_path, row):
    with pytest.raises(LocalCloudError, match="line 2"):
        check_chat(_file(tmp_path, {"messages": [USER, ASSISTANT]}, row), 2)


def test_a_missing_row_is_noticed(tmp_path):
    with pytest.raises(LocalCloudError, match="1 rows and not 2"):
        check_chat(_file(tmp_path, {"messages": [USER, ASSISTANT]}), 2)
    full = tmp_path / "full.json"
    full.write_text('{"conversations": []}')
    with pytest.raises(LocalCloudError, match="0 conversations and not 90"):
        check_full(full, 90)
