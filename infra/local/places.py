"""Where the local cloud keeps things."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".local/cache"
MINISTACK_PYTHON = ROOT / ".local/ministack/bin/python"
WEB_ROOT = ROOT / "frontend"


@dataclass(frozen=True)
class Home:
    """The folder of one local cloud. Two clouds on one machine have two homes."""

    folder: Path

    @property
    def stack_file(self) -> Path:
        """Every URL, id and login, for any tool that wants to drive this cloud."""
        return self.folder / "stack.json"

    @property
    def logs(self) -> Path:
        """One file a program, and one a function under `functions/`."""
        return self.folder / "logs"

    @property
    def state(self) -> Path:
        """What MiniStack saves when it is asked to stop."""
        return self.folder / "state"

    @property
    def objects(self) -> Path:
        """The content of the buckets."""
        return self.folder / "objects"

    @property
    def scratch(self) -> Path:
        """Temporary files of running functions; emptied at each start."""
        return self.folder / "scratch"

    @property
    def web_config(self) -> Path:
        """What the web app reads as /config.json."""
        return self.folder / "web-config.json"

    def read(self, name: str) -> dict[str, Any]:
        """Return a note that `write` left, or nothing when there is none that can be read."""
        try:
            found = json.loads((self.folder / name).read_text())
        except (OSError, ValueError):
            return {}
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    def write(self, name: str, note: dict[str, Any]) -> None:
        """Write a note in one step, readable by its owner only: it may hold demo logins."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f".{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(note, indent=2) + "\n")
        draft.replace(self.folder / name)
