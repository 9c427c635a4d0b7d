"""`python -m infra.local.sandbox --port 8400 --config '{"latency_seconds": 2}'`."""

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

from infra.local.sandbox.app import Sandbox
from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.launch import run


def _settings(text: str) -> dict[str, Any]:
    path = Path(text)
    source = text if text.lstrip().startswith("{") else path.read_text(encoding="utf-8")
    return json.loads(source)


def main() -> None:
    """Parse the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m infra.local.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8400)
    parser.add_argument("--config", type=_settings, default={}, help="JSON, or a file that holds it")
    arguments = parser.parse_args()
    sandbox = Sandbox(SandboxConfig().changed(arguments.config))
    asyncio.run(run(sandbox, arguments.port))


if __name__ == "__main__":
    main()
