"""What a store answers at once, where one record is not enough."""

from __future__ import annotations

from dataclasses import dataclass

from brightrun.domain.attempt import Attempt
from brightrun.domain.version import Version


@dataclass(frozen=True, slots=True)
class Account:
    """Every call and every version of a conversation, oldest first."""

    attempts: tuple[Attempt, ...]
    versions: tuple[Version, ...]
