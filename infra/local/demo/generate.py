"""Estimate, cap, start, and the wait until every conversation is in a final state."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

from infra.local.demo.talk import Talk, dollars
from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from infra.local.api import Api

POLL_SECONDS = 1
STALLED_SECONDS = 300


def generate_all(api: Api, talk: Talk, dataset_id: str) -> dict[str, Any]:
    """Write every planned conversation in one batch under a cap; return its estimate."""
    everything = {"selection": {"all": True}, "mode": "now"}
    path = f"/datasets/{dataset_id}/batches"
    estimate: dict[str, Any] = api.post(f"{path}/estimate", everything)
    if estimate["problems"]:
        raise LocalCloudError("; ".join(problem["sentence"] for problem in estimate["problems"]))
    cap = int(estimate["suggested_cap_micros"])
    talk.say(
        f"Estimate: {estimate['count']} conversations with {estimate['model_name']}: expected "
        f"{dollars(estimate['expected_micros'])}, at most {dollars(estimate['at_most_micros'])}; "
        f"capped at {dollars(cap)}"
    )
    batch = api.post(path, {**everything, "cap_micros": cap, "notify": False}, Idempotency_Key=uuid.uuid4().hex)
    ended = follow(api, talk, batch["id"])
    counts = ended["counts"]
    talk.say(
        f"Batch: {counts['succeeded']} written, {counts['failed']} failed, "
        f"{counts['flagged']} flagged, for {dollars(ended['spent_micros'])}"
    )
    return estimate


def follow(api: Api, talk: Talk, batch_id: str) -> dict[str, Any]:
    """Wait until a batch has ended.

    Raises:
        LocalCloudError: when it pauses by itself, or nothing changes for five minutes.
    """
    counts: dict[str, int] = {}
    changed = time.monotonic()
    while time.monotonic() < changed + STALLED_SECONDS:
        batch: dict[str, Any] = api.get(f"/batches/{batch_id}")
        if batch["state"] == "ended":
            return batch
        if batch["state"] == "paused":
            raise LocalCloudError(f"The batch paused: {batch['pause_sentence']}")
        if batch["counts"] != counts:
            counts, changed = batch["counts"], time.monotonic()
        talk.progress(_line(batch))
        time.sleep(POLL_SECONDS)
    raise LocalCloudError(f"Batch {batch_id} has stood still for {STALLED_SECONDS} s: {counts}.")


def _line(batch: dict[str, Any]) -> str:
    counts = batch["counts"]
    done = counts["succeeded"] + counts["failed"]
    parts = [f"Writing {done} of {counts['total']}", f"{counts['generating']} in flight"]
    if batch["rate_per_minute"]:
        parts.append(f"{batch['rate_per_minute']:.0f} a minute")
    if batch["eta_seconds"]:
        parts.append(f"{batch['eta_seconds']:.0f} s left")
    parts.append(dollars(batch["spent_micros"]))
    if batch["throttled"]:
        parts.append(batch["throttled"]["sentence"])
    return " · ".join(parts)
