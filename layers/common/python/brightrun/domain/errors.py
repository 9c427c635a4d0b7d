"""Every way in which the product says no, as one tree with stable codes.

Adapters translate foreign exceptions into these, use cases raise them, and only the API's
error mapper knows what they are in HTTP. `message` is plain English that a user may read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast


class BrightRunError(Exception):
    """Base of all expected failures; `code` is stable, `message` is for people."""

    code = "unexpected"
    retryable = False

    def __init__(self, message: str, *, code: str | None = None, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.details: dict[str, Any] = dict(details or {})

    @property
    def cause(self) -> str:
        """What it was before an adapter put it into our words, for the log: the foreign error's name and code."""
        foreign = self.__cause__
        if foreign is None:
            return ""
        answer = cast("dict[str, dict[str, str]]", getattr(foreign, "response", None) or {})
        code = answer.get("Error", {}).get("Code", "")
        return f"{type(foreign).__name__} {code}".strip()


class InvalidInput(BrightRunError):
    """What was sent can't be used; `fields` names each place and what is wrong there."""

    code = "invalid_input"

    def __init__(
        self, message: str, *, code: str | None = None, fields: Sequence[tuple[str, str]] = (), **details: Any
    ) -> None:
        super().__init__(message, code=code, details=details)
        self.fields = list(fields)


class NotFound(BrightRunError):
    """Not here, or another workspace's: the two are never told apart."""

    code = "not_found"

    def __init__(self, what: str = "This page") -> None:
        super().__init__(f"{what} is not here, or belongs to another workspace.")


class NotAllowed(BrightRunError):
    """The caller is known but the role does not permit this."""

    code = "not_allowed"


class NotSignedIn(BrightRunError):
    """There is no caller, or the sign-in has ended."""

    code = "not_signed_in"


class Conflict(BrightRunError):
    """The state of things does not allow this now."""

    code = "conflict"


class Stale(Conflict):
    """Somebody else changed it first; `details["current"]` holds what is stored now."""

    code = "stale_revision"


class PreconditionMissing(BrightRunError):
    """A write came without the revision or key that protects it."""

    code = "precondition_required"


class BudgetExceeded(Conflict):
    """The money set aside does not cover the worst case of the call."""

    code = "budget_exceeded"


class Unavailable(BrightRunError):
    """A part we depend on did not answer; nothing was changed, trying again helps."""

    code = "unavailable"
    retryable = True


class FileGone(Unavailable):
    """A file was kept as long as files are; trying again does not help."""

    code = "file_gone"
    retryable = False


class ChangeLost(BrightRunError):
    """A guarded change found other data than it expected. `lost` are the indices of those changes."""

    code = "change_lost"
    retryable = True

    def __init__(self, lost: Sequence[int]) -> None:
        super().__init__("Something else changed this at the same moment.")
        self.lost = tuple(lost)
