"""Renew prompts/lock.json: `python tests/prompts/update_lock.py`.

A template's version is immutable once it is seeded, so the lock remembers what each (id, version)
said. The updater adds new ids and versions and refuses a changed body under an old version.
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"
LOCK = PROMPTS / "lock.json"
TIERS = ("common", "template", "scenario", "edge_case", "quality")

Lock = dict[str, dict[str, str]]


def prompt_files() -> list[Path]:
    """Every prompt that is seeded or sent, in a stable order."""
    return [path for tier in TIERS for path in sorted((PROMPTS / tier).glob("*.md"))]


def split(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of a prompt file."""
    matched = re.match(r"---\n(.*?)\n---\n(.*)\Z", path.read_text(encoding="utf-8"), re.DOTALL)
    if matched is None:
        raise ValueError(f"{path.name}: no front matter")
    return yaml.safe_load(matched[1]), matched[2]


def digest(body: str) -> str:
    return hashlib.sha256(body.strip().encode()).hexdigest()


def read_lock() -> Lock:
    return json.loads(LOCK.read_text(encoding="utf-8")) if LOCK.exists() else {}


def changed_without_version(lock: Lock) -> list[str]:
    """Ids whose body differs from what the lock holds for the same version."""
    found: list[str] = []
    for path in prompt_files():
        head, body = split(path)
        locked = lock.get(head["id"], {}).get(str(head["version"]))
        if locked is not None and locked != digest(body):
            found.append(f"{head['id']} version {head['version']}")
    return found


def renewed(lock: Lock) -> Lock:
    """The lock with every id and version of today; old versions stay."""
    fresh: Lock = {key: dict(value) for key, value in lock.items()}
    for path in prompt_files():
        head, body = split(path)
        fresh.setdefault(head["id"], {})[str(head["version"])] = digest(body)
    return dict(sorted(fresh.items()))


def main() -> int:
    lock = read_lock()
    if broken := changed_without_version(lock):
        sys.stderr.write("Give these a new version first: " + ", ".join(broken) + "\n")
        return 1
    LOCK.write_text(json.dumps(renewed(lock), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
