"""Ports on 127.0.0.1: the wished one, or the next that is free."""

from __future__ import annotations

import socket

from infra.local.errors import LocalCloudError

TRIED = 50


def is_free(port: int) -> bool:
    """Say whether a program could listen on this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose(wished: int, *, taken: set[int] | None = None) -> int:
    """Return the first free port from the wished one on, leaving out those promised to others.

    Args:
        wished: where to begin; 0 asks the system for any free port.
        taken: ports that another program of this cloud will use.

    Raises:
        LocalCloudError: when the next fifty are all taken.
    """
    if wished == 0:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])
    for port in range(wished, min(wished + TRIED, 65_536)):
        if port not in (taken or set()) and is_free(port):
            return port
    raise LocalCloudError(f"Ports {wished} to {wished + TRIED - 1} are all taken. Choose another: make run PORT=9300")
