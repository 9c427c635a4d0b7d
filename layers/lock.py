"""Renew every lock: `make lock`. Stdlib only, because it runs before anything is installed."""

from __future__ import annotations

import argparse
import subprocess

_COMMON = [
    "pip",
    "compile",
    "--quiet",
    "--upgrade",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
]

# The layers are held to the versions that this checkout tests with.
_HELD = ["--constraints", "requirements-dev.lock"]

_LOCKS: dict[str, list[str]] = {
    "layers/tools": [],
    "infra/local/ministack": [],
    "layers/runtime/requirements": ["--excludes", "layers/runtime/excludes.txt", *_HELD],
    "layers/llm/requirements": _HELD,
    "layers/identity/requirements": _HELD,
    "layers/provided/requirements": _HELD,
}


def main() -> None:
    """Compile each `.in` file beside its `.lock`, the development lock first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--uv", default="uv")
    uv = parser.parse_args().uv
    for stem, options in {"requirements-dev": [], **_LOCKS}.items():
        print(f"· {stem}.lock")
        command = [uv, *_COMMON, *options, f"{stem}.in", "--output-file", f"{stem}.lock"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
