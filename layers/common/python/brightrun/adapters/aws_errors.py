"""What an AWS error says, without trusting its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botocore.exceptions import ClientError


def code_of(error: ClientError) -> str:
    """The error's code, or an empty string when it has none."""
    return error.response.get("Error", {}).get("Code", "")
