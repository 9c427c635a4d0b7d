from __future__ import annotations

import json
from pathlib import Path

from brightrun.domain.errors import Unavailable
from brightrun.runtime.consuming import consume_queue

SAMPLE = Path(__file__).parents[2] / "events" / "generation_worker" / "not-json.json"


def refuse(record):
    raise Unavailable("The mail was not taken.") from PermissionError(record.body)


def test_a_record_that_fails_is_delivered_again_and_leaves_a_line_without_its_text(caplog):
    event = json.loads(SAMPLE.read_text(encoding="utf-8"))
    answer = consume_queue(event, None, refuse)
    (record,) = event["Records"]
    assert [each["itemIdentifier"] for each in answer["batchItemFailures"]] == [record["messageId"]]
    (line,) = [each for each in caplog.records if each.getMessage() == "a record failed"]
    assert (line.error, line.cause) == ("Unavailable", "PermissionError")
    assert record["body"] not in str(vars(line))
