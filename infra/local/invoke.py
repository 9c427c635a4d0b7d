"""`make invoke FUNCTION=sweeper EVENT=tick`: run one deployed function on a sample event."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from infra.local import emulator, running
from infra.local.cloud import Options
from infra.local.errors import LocalCloudError
from infra.local.places import ROOT, Home

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = ROOT / "events"


def main() -> int:
    """Print what the function answered; exit 1 when it raised."""
    parser = argparse.ArgumentParser(prog="make invoke")
    parser.add_argument("--function", required=True)
    parser.add_argument("--event", required=True, help="a case of events/<function>/, or a file")
    asked = parser.parse_args()
    try:
        return _invoke(asked.function, asked.event)
    except LocalCloudError as error:
        print(error, file=sys.stderr)
        return 1


def _invoke(function: str, event: str) -> int:
    stack = running.find(Home(Options().state_dir))
    if stack is None:
        raise LocalCloudError("The local cloud is not running. Start it with `make run`.")
    functions: dict[str, str] = stack["functions"]
    deployed = functions.get(function) or functions.get(f"{function}_batch")
    if deployed is None:
        names = ", ".join(sorted(functions))
        raise LocalCloudError(f"FUNCTION={function} is none of: {names}")
    port = int(stack["aws_endpoint"].rsplit(":", 1)[1])
    payload = _event(function, event).read_bytes()
    answer = emulator.client("lambda", port).invoke(FunctionName=deployed, Payload=payload)
    content = answer["Payload"].read().decode()
    try:
        print(json.dumps(json.loads(content), indent=2, ensure_ascii=False))
    except ValueError:
        print(content)
    return 1 if answer.get("FunctionError") else 0


def _event(function: str, event: str) -> Path:
    for place in (ROOT / event, EVENTS / function / f"{event}.json"):
        if event and place.is_file():
            return place
    cases = ", ".join(sorted(path.stem for path in (EVENTS / function).glob("*.json"))) or "none"
    raise LocalCloudError(f"EVENT={event} is no sample of {function}. There are: {cases}.")


if __name__ == "__main__":
    sys.exit(main())
