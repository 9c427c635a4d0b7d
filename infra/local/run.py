"""`make run`: start the local cloud and the web app, and stay until Ctrl-C.

Reads PORT, ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL and BRIGHTRUN_SANDBOX from the environment.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from infra.local import running
from infra.local.cloud import WEB_PORT, LocalCloud, Options
from infra.local.errors import LocalCloudError
from infra.local.places import Home

if TYPE_CHECKING:
    from collections.abc import Mapping

WATCH_SECONDS = 2
OLDEST_PYTHON = (3, 11)
HIGHEST_PORT = 65_535
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Run until asked to stop; the exit code says whether that was the reason."""
    if sys.version_info < OLDEST_PYTHON:
        return _refuse("Bright Run needs Python 3.11 or newer.")
    for number in SIGNALS:
        signal.signal(number, _ask_to_stop)
    try:
        port = _port(os.environ.get("PORT", ""))
        home = Home(Options().state_dir)
        if already := running.find(home):
            print("The local cloud is already running.")
            describe(already)
            return 0
        cloud = LocalCloud(Options(web_port=port))
        print("Starting the local cloud (the first time takes about a minute) …", flush=True)
        began = time.monotonic()
        with cloud:
            if (got := int(cloud.stack["web_url"].rsplit(":", 1)[1])) != port:
                print(f"Port {port} is taken; {got} is used instead.")
            print(f"Ready after {time.monotonic() - began:.0f} s.\n")
            describe(cloud.stack)
            print("\nCtrl-C or `make stop` stops it; its data stays in .local/.", flush=True)
            return _refuse(_watch(cloud))
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0
    except LocalCloudError as error:
        return _refuse(str(error))


def describe(stack: Mapping[str, Any]) -> None:
    """Print what a person needs: where, who, and who writes."""
    writer = {
        "sandbox": "the practice model (no Claude key is set; nothing is spent)",
        "claude": "Claude, with your key",
        "compatible": f"the server at {stack['claude']['base_url']}",
    }[stack["claude"]["kind"]]
    print(f"  Web app   {stack['web_url']}")
    print(f"  API       {stack['api_url']}")
    print(f"  Writer    {writer}")
    print(f"  Logs      {stack['logs']}")
    users = stack.get("users", [])
    if not users:
        return
    print(f"  Sign in   password {users[0]['password']}")
    for user in users:
        place = user["tenant_name"] or "Bright Run"
        print(f"            {user['email']:<30} {user['role']:<9} {place}")


def _watch(cloud: LocalCloud) -> str:
    """Wait until a program dies that nobody stopped; return the sentence about it."""
    while not (dead := cloud.dead_programs()):
        time.sleep(WATCH_SECONDS)
    return f"{dead[0].name} ended unexpectedly. Its log: {dead[0].log}"


def _ask_to_stop(*_signal: object) -> None:
    """Leave the start or the watch at once; the stop that follows is not disturbed again."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not text:
        return WEB_PORT
    if not text.isdecimal() or not 0 < int(text) < HIGHEST_PORT + 1:
        raise LocalCloudError(f"PORT={text} is no port: give a number from 1 to 65535.")
    return int(text)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
