"""Read every conversation; approve the good ones, send the flawed ones back until none is left."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from infra.local.api import Api
    from infra.local.demo.talk import Talk

AT_ONCE = 8
ROUNDS = 12
POLL_SECONDS = 0.5
PATIENCE_SECONDS = 600
OPEN = ["queued", "generating"]

Row = dict[str, Any]


class Reviewer:
    """Decides as a careful person would, by what the product shows."""

    def __init__(self, api: Api, talk: Talk, dataset: dict[str, Any]) -> None:
        self._api = api
        self._talk = talk
        self._id = str(dataset["id"])
        self._thresholds: dict[str, float] = dataset["thresholds"]
        self.rejected = 0

    def approve_all(self, total: int) -> list[Row]:
        """Go round until all are approved; return their rows.

        Raises:
            LocalCloudError: when some are still not good after a dozen rounds.
        """
        for number in range(1, ROUNDS + 1):
            rows = self.rows()
            unread = [row for row in rows if row["status"] == "generated"]
            self._at_once(self._read_and_decide, unread)
            rows = self.rows()
            approved = sum(row["status"] == "approved" for row in rows)
            self._talk.say(f"Review, round {number}: {approved} of {total} approved")
            if approved == total:
                return rows
            self._write_again([row for row in rows if row["status"] != "approved"])
        raise LocalCloudError(f"After {ROUNDS} rounds some conversations are still not approved.")

    def rows(self, **query: Any) -> list[Row]:
        """Return all rows of the dataset that fit."""
        rows: list[Row] = []
        cursor: dict[str, str] = {}
        while True:
            page = self._api.get(f"/datasets/{self._id}/conversations", limit=100, sort="ref", **query, **cursor)
            rows += page["items"]
            if not page["next_cursor"]:
                return rows
            cursor = {"cursor": page["next_cursor"]}

    def attempts(self, rows: Iterable[Row]) -> list[Row]:
        """Return every call that was made for these conversations."""

        def of(row: Row) -> list[Row]:
            return self._api.get(f"/conversations/{row['id']}/attempts")["items"]

        return [attempt for some in self._at_once(of, rows) for attempt in some]

    def _at_once(self, work: Callable[[Row], Any], rows: Iterable[Row]) -> list[Any]:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(work, rows))

    def _read_and_decide(self, row: Row) -> None:
        conversation = self._api.get(f"/conversations/{row['id']}")
        version = conversation["version"]
        fault = self._fault(conversation)
        decision = {"decision": "approve"}
        if fault:
            self.rejected += 1
            decision = {"decision": "reject", "note": fault}
        self._api.post(
            f"/conversations/{row['id']}/review",
            {**decision, "version": version["number"]},
            If_Match=f'"{conversation["revision"]}"',
        )

    def _fault(self, conversation: Row) -> str | None:
        version = conversation["version"]
        quality = version["quality"]
        if quality["flags"]:
            return " ".join(flag["sentence"] for flag in quality["flags"])[:2_000]
        if not version["turns"] or any(not turn["content"].strip() for turn in version["turns"]):
            return "A message is empty."
        score, least = quality["score"], self._thresholds["flag_below"]
        if conversation["tier"] == "edge_case" and score <= self._thresholds["edge_case_min"]:
            return f"An edge case needs more than {self._thresholds['edge_case_min']:.1f}."
        return f"It scores {score:.1f}, below {least:.1f}." if score < least else None

    def _write_again(self, rows: list[Row]) -> None:
        self._at_once(self._generate, rows)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            still = self.rows(status=OPEN)
            if not still:
                return
            self._talk.progress(f"Writing {len(rows)} again, {len(still)} to go")
            time.sleep(POLL_SECONDS)
        raise LocalCloudError("Conversations that were written again did not end in ten minutes.")

    def _generate(self, row: Row) -> None:
        path = f"/conversations/{row['id']}/generate"
        self._api.post(path, {}, Idempotency_Key=uuid.uuid4().hex)
