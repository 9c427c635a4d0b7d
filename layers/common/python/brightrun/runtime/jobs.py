"""The jobs in queue messages, for the functions that consume them."""

from __future__ import annotations

from brightrun.adapters.queues import job_of_payload, job_payload

__all__ = ["job_of_payload", "job_payload"]
