"""Message Batches: half the price, results by `custom_id`, nothing counted before the end."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from infra.local.sandbox.messages import ApiError

Json = dict[str, Any]
MAX_REQUESTS = 100_000


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Batch:
    """One batch; `ends_at` in the server's monotonic seconds."""

    id: str
    requests: list[Json]
    created: datetime
    began: float
    ends_at: float
    cancelled_at: datetime | None = None
    written: int | None = None
    """How many were written when it was cancelled; None when it was not."""
    ended: datetime | None = None
    results: list[Json] = field(default_factory=list[Json])

    @property
    def names(self) -> list[str]:
        """What its calls are called."""
        return [str(item["custom_id"]) for item in self.requests]

    def counts(self) -> Json:
        """Requests by state; all of them `processing` until the batch has ended."""
        kinds = ("succeeded", "errored", "canceled", "expired")
        if self.ended is None:
            return {"processing": len(self.requests), **dict.fromkeys(kinds, 0)}
        found = [row["result"]["type"] for row in self.results]
        return {"processing": 0, **{kind: found.count(kind) for kind in kinds}}

    def billed(self) -> list[Json]:
        """Its written calls: model and usage of each. The others cost nothing."""
        models = {item["custom_id"]: item["params"]["model"] for item in self.requests}
        written = [(row["custom_id"], row["result"]) for row in self.results if row["result"]["type"] == "succeeded"]
        return [
            {"custom_id": name, "model": models[name], "usage": result["message"]["usage"]} for name, result in written
        ]

    def as_json(self, base_url: str) -> Json:
        """The wire shape."""
        status = "canceling" if self.cancelled_at else "in_progress"
        if self.ended is not None:
            status = "ended"
        url = f"{base_url}/v1/messages/batches/{self.id}/results"
        return {
            "id": self.id,
            "type": "message_batch",
            "processing_status": status,
            "request_counts": self.counts(),
            "created_at": _stamp(self.created),
            "expires_at": _stamp(self.created + timedelta(hours=24)),
            "cancel_initiated_at": _stamp(self.cancelled_at) if self.cancelled_at else None,
            "ended_at": _stamp(self.ended) if self.ended else None,
            "archived_at": None,
            "results_url": url if self.ended else None,
        }


class Batches:
    """All batches of this process, newest first in lists."""

    def __init__(self, answer: Callable[[Json], Json]) -> None:
        self._answer = answer
        self._batches: dict[str, Batch] = {}

    def create(self, body: Any, now: float, seconds: float) -> Batch:
        """Take a batch in; raises ApiError for what the provider would refuse."""
        requests = cast("list[Json]", (body or {}).get("requests") or [])
        if not requests or len(requests) > MAX_REQUESTS:
            raise ApiError(400, "invalid_request_error", "requests: between 1 and 100000 needed")
        ids = [str(item.get("custom_id", "")) for item in requests]
        if len(set(ids)) != len(ids) or not all(0 < len(name) <= 64 for name in ids):
            raise ApiError(400, "invalid_request_error", "requests: custom_id must be unique")
        number = len(self._batches) + 1
        name = f"msgbatch_sandbox_{number:06d}"
        batch = Batch(name, requests, datetime.now(UTC), now, now + seconds)
        self._batches[name] = batch
        return batch

    def get(self, name: str, now: float) -> Batch:
        """The batch as it stands now; raises ApiError when there is none."""
        batch = self._batches.get(name)
        if batch is None:
            raise ApiError(404, "not_found_error", f"Message Batch {name} not found")
        if batch.ended is None and (batch.cancelled_at is not None or now >= batch.ends_at):
            self._finish(batch)
        return batch

    def _finish(self, batch: Batch) -> None:
        for number, item in enumerate(batch.requests):
            result: Json = {"type": "canceled"}
            if batch.written is None or number < batch.written:
                result = self._answer(cast("Json", item.get("params") or {}))
            batch.results.append({"custom_id": item["custom_id"], "result": result})
        batch.ended = datetime.now(UTC)

    def cancel(self, name: str, now: float) -> Batch:
        """Begin to cancel; the next look finds it ended, with what was written in the time that it had."""
        batch = self.get(name, now)
        if batch.ended is None and batch.cancelled_at is None:
            whole = max(batch.ends_at - batch.began, 1e-9)
            batch.written = int(len(batch.requests) * (now - batch.began) / whole)
            batch.cancelled_at = datetime.now(UTC)
        return batch

    def delete(self, name: str, now: float) -> Json:
        """Remove an ended batch."""
        if self.get(name, now).ended is None:
            raise ApiError(400, "invalid_request_error", "A batch in progress cannot be deleted")
        del self._batches[name]
        return {"id": name, "type": "message_batch_deleted"}

    def newest_first(self, now: float) -> list[Batch]:
        """Every batch as it stands now."""
        return [self.get(name, now) for name in reversed(self._batches)]

    def results(self, name: str, now: float) -> bytes:
        """The results as JSON lines; raises ApiError before the end."""
        batch = self.get(name, now)
        if batch.ended is None:
            raise ApiError(404, "not_found_error", "Results are not ready yet")
        rows = (json.dumps(row, ensure_ascii=False) for row in batch.results)
        return ("\n".join(rows) + "\n").encode()

    def from_behind(self, now: float) -> list[Json]:
        """Every batch with the names of its calls, which the provider's own list does not tell, and what it billed."""
        return [
            {
                "id": each.id,
                "status": each.as_json("")["processing_status"],
                "custom_ids": each.names,
                "billed": each.billed(),
            }
            for each in self.newest_first(now)
        ]
