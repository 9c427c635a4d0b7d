"""What the table does when DynamoDB is busy, loses an answer or says no."""

from __future__ import annotations

import copy

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from brightrun.adapters.dynamodb.table import Table
from brightrun.domain.errors import ChangeLost, Unavailable

ACTIONS = [{"Put": {"Item": {"pk": {"S": "a"}, "sk": {"S": "b"}}, "TableName": "t"}}]
TOKEN = "t" * 32


class Client:
    """Answers what a test scripted, and keeps every request as it was sent."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.requests = []

    def _answer(self, **request):
        self.requests.append(copy.deepcopy(request))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    transact_write_items = get_item = batch_get_item = _answer


def error(code, reasons=()):
    response = {"Error": {"Code": code, "Message": ""}}
    if reasons:
        response["CancellationReasons"] = [{"Code": reason} for reason in reasons]
    return ClientError(response, "TransactWriteItems")


CONFLICT = error("TransactionCanceledException", ["TransactionConflict", "None"])
THROTTLE = error("ProvisionedThroughputExceededException")
NO_ANSWER = ReadTimeoutError(endpoint_url="https://dynamodb.invalid")


def table(*answers):
    client = Client(*answers)
    pauses = []
    return Table(client, "t", pause=pauses.append), client, pauses


@pytest.mark.parametrize("trouble", [CONFLICT, THROTTLE, NO_ANSWER])
def test_trouble_that_passes_is_met_with_the_identical_request(trouble):
    kept, client, pauses = table(trouble, trouble, {})
    kept.transact(ACTIONS, TOKEN)
    first, *again = client.requests
    assert first["ClientRequestToken"] == TOKEN
    assert again == [first, first]
    assert len(pauses) == 2


@pytest.mark.parametrize("trouble", [CONFLICT, THROTTLE, NO_ANSWER])
def test_trouble_that_stays_is_reported_as_unavailable(trouble):
    kept, client, _ = table(*[trouble] * 30)
    with pytest.raises(Unavailable):
        kept.transact(ACTIONS, TOKEN)
    assert 3 < len(client.requests) < 20


def test_a_condition_that_failed_is_a_lost_change_even_beside_a_conflict():
    kept, client, _ = table(
        error(
            "TransactionCanceledException",
            ["None", "ConditionalCheckFailed", "TransactionConflict", "ConditionalCheckFailed"],
        )
    )
    with pytest.raises(ChangeLost) as refused:
        kept.transact(ACTIONS, TOKEN)
    assert refused.value.lost == (1, 3)
    assert len(client.requests) == 1


@pytest.mark.parametrize("code", ["ValidationException", "IdempotentParameterMismatchException"])
def test_a_request_that_can_never_work_is_not_repeated(code):
    kept, client, _ = table(error(code))
    with pytest.raises(Unavailable):
        kept.transact(ACTIONS, TOKEN)
    assert len(client.requests) == 1


def test_keys_that_were_left_out_under_load_are_asked_for_again():
    one, two = ({"pk": {"S": n}, "sk": {"S": "s"}} for n in "12")
    kept, client, _ = table(
        {"Responses": {"t": [one]}, "UnprocessedKeys": {"t": {"Keys": [two]}}},
        {"Responses": {"t": [two]}},
    )
    assert kept.get_many([("1", "s"), ("2", "s"), ("1", "s")]) == [one, two]
    asked = client.requests[1]["RequestItems"]["t"]
    assert asked["Keys"] == [two]
    assert asked["ConsistentRead"] is True


def test_reads_see_what_was_written_before():
    kept, client, _ = table({"Item": {"pk": {"S": "a"}}})
    kept.get(("a", "b"))
    assert client.requests[0]["ConsistentRead"] is True


def test_a_foreign_error_never_leaves_the_adapter():
    kept, _, _ = table(error("AccessDeniedException"))
    with pytest.raises(Unavailable) as refused:
        kept.get(("a", "b"))
    assert "AccessDenied" not in refused.value.message
