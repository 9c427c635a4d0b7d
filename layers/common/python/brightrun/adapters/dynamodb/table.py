"""The table through boto3's low-level client: reads, guarded writes and transactions, foreign errors translated."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from brightrun.adapters.aws_errors import code_of
from brightrun.adapters.dynamodb.keys import Key
from brightrun.domain.errors import ChangeLost, Unavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

Item = dict[str, Any]
"""An item in DynamoDB's typed JSON."""

Action = dict[str, Any]
"""One entry of a TransactWriteItems call."""

_PASSING = {
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
    "InternalServerError",
    "TransactionConflictException",
    "TransactionInProgressException",
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "RequestLimitExceeded",
    "ServiceUnavailable",
}
_TRIES = 8
_BATCH_GET = 100


class Table:
    """One DynamoDB table. Thread-safe, as boto3's client is."""

    def __init__(self, client: DynamoDBClient, name: str, pause: Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self._pause = pause
        self.name = name

    def get(self, key: Key) -> Item | None:
        """The item as it is now (consistent read)."""
        answer = self._call(lambda: self._client.get_item(TableName=self.name, Key=_typed(key), ConsistentRead=True))
        return answer.get("Item")

    def get_many(self, keys: Sequence[Key]) -> list[Item]:
        """The items that exist among these keys, each once, in no order."""
        found: list[Item] = []
        unique = list(dict.fromkeys(keys))
        for start in range(0, len(unique), _BATCH_GET):
            wanted = [_typed(key) for key in unique[start : start + _BATCH_GET]]
            for attempt in range(_TRIES):
                request: dict[str, Any] = {"RequestItems": {self.name: {"Keys": wanted, "ConsistentRead": True}}}
                answer = self._call(lambda request=request: self._client.batch_get_item(**request))
                found += answer["Responses"].get(self.name, [])
                wanted = answer.get("UnprocessedKeys", {}).get(self.name, {}).get("Keys", [])
                if not wanted:
                    break
                self._pause(_backoff(attempt))
            if wanted:
                raise Unavailable("The store is busy. Try again in a moment.")
        return found

    def query(
        self,
        partition: str,
        *,
        prefix: str = "",
        newest_first: bool = False,
        before: str | None = None,
        index: str | None = None,
        page: int | None = None,
    ) -> Iterator[Item]:
        """The items of a partition in order of their sort keys; pages (of `page` items) are read as they are needed."""
        names = ("gsi1pk", "gsi1sk") if index else ("pk", "sk")
        condition, values = "#p = :p", {":p": {"S": partition}}
        attributes = {"#p": names[0]}
        if before is not None:
            condition += " AND #s < :s"
            values[":s"], attributes["#s"] = {"S": before}, names[1]
        elif prefix:
            condition += " AND begins_with(#s, :s)"
            values[":s"], attributes["#s"] = {"S": prefix}, names[1]
        request: dict[str, Any] = {
            "TableName": self.name,
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": values,
            "ExpressionAttributeNames": attributes,
            "ScanIndexForward": not newest_first,
            "ConsistentRead": index is None,
        }
        if index:
            request["IndexName"] = index
        if page:
            request["Limit"] = page
        while True:
            answer = self._call(lambda: self._client.query(**request))
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def put(self, item: Item, *, condition: str, values: Item | None = None) -> bool:
        """Writes one item under a condition; False when the condition did not hold."""
        request: dict[str, Any] = {"TableName": self.name, "Item": item, "ConditionExpression": condition}
        if values:
            request["ExpressionAttributeValues"] = values
        try:
            self._call(lambda: self._client.put_item(**request))
        except _ConditionFailed:
            return False
        return True

    def add(self, key: Key, amounts: Mapping[str, int]) -> Item:
        """Adds to number attributes, which begin at zero, and answers the item after it.

        Not safe to repeat: a lost answer may have been counted.
        """
        names = {f"#{index}": name for index, name in enumerate(amounts)}
        values = {f":{index}": {"N": str(amount)} for index, amount in enumerate(amounts.values())}
        terms = ", ".join(f"#{index} :{index}" for index in range(len(amounts)))
        answer = self._call(
            lambda: self._client.update_item(
                TableName=self.name,
                Key=_typed(key),
                UpdateExpression=f"ADD {terms}",
                ExpressionAttributeNames=names,
                ExpressionAttributeValues=values,
                ReturnValues="ALL_NEW",
            )
        )
        return answer["Attributes"]

    def delete(self, key: Key) -> None:
        self._call(lambda: self._client.delete_item(TableName=self.name, Key=_typed(key)))

    def transact(self, actions: Sequence[Action], token: str) -> None:
        """All actions or none, once for a token. Raises ChangeLost with the indices of the failed conditions.

        A conflict or a lost answer is met by sending the identical bytes again under the same token.
        """
        request: dict[str, Any] = {"TransactItems": list(actions), "ClientRequestToken": token}
        for attempt in range(_TRIES):
            try:
                self._client.transact_write_items(**request)
            except ClientError as error:
                reasons = [reason.get("Code", "None") for reason in error.response.get("CancellationReasons", [])]
                lost = [index for index, code in enumerate(reasons) if code == "ConditionalCheckFailed"]
                if lost:
                    raise ChangeLost(lost) from error
                codes = {code for code in reasons if code != "None"} or {code_of(error)}
                if not codes <= _PASSING:
                    raise Unavailable(f"The store refused a change ({', '.join(sorted(codes))}).") from error
            except BotoCoreError as error:
                if attempt == _TRIES - 1:
                    raise Unavailable("The store did not answer in time.") from error
            else:
                return
            self._pause(_backoff(attempt))
        raise Unavailable("The store is busy. Try again in a moment.")

    def _call(self, call: Callable[[], Any]) -> Any:
        try:
            return call()
        except ClientError as error:
            if code_of(error) == "ConditionalCheckFailedException":
                raise _ConditionFailed from error
            raise Unavailable("The store did not answer as it should.") from error
        except BotoCoreError as error:
            raise Unavailable("The store did not answer in time.") from error


class _ConditionFailed(Exception):
    pass


def _typed(key: Key) -> Item:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def _backoff(attempt: int) -> float:
    """Full jitter over 25, 50, 100 … ms, at most 1 s."""
    return random.uniform(0, min(1.0, 0.025 * 2**attempt))  # noqa: S311 - jitter, not a secret
