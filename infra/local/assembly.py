"""The CDK app rendered for the local cloud, once for each state of the code.

Rendering takes seconds and knows nothing of ports: addresses stand in the templates as
placeholders that `Addresses` fills in at deployment, so clouds on other ports share it.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infra.local.errors import LocalCloudError
from infra.local.places import CACHE, ROOT
from infra.local.programs import tail

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

SOURCES = ("functions", "layers", "infra", "prompts", "cdk.json")
NOT_DEPLOYED = (ROOT / "infra/local", ROOT / "infra/decisions")
KEPT = 4
QUOTES = 2

ENDPOINT = "http://endpoint.brightrun.invalid"
WEB = "http://web.brightrun.invalid"
CLAUDE = "http://claude.brightrun.invalid"


@dataclass(frozen=True)
class Addresses:
    """Where things of one cloud are: what the placeholders stand for."""

    endpoint: str
    web: str
    claude: str | None

    def fill(self, text: str) -> str:
        """Put the addresses in the placeholders' places."""
        filled = text.replace(ENDPOINT, self.endpoint).replace(WEB, self.web)
        return filled.replace(CLAUDE, self.claude or "")


def rendered(context: Mapping[str, str], *, own_claude_address: bool) -> Path:
    """Return the folder of the rendered app, rendering it when the code changed.

    Args:
        context: further `-c key=value` of the CDK app, such as `requests_per_minute`.
        own_claude_address: whether the model server is not Anthropic's own.

    Raises:
        LocalCloudError: when the app can't be rendered, with the end of what it said.
    """
    values = {"target": "local", "stage": "local", "endpoint": ENDPOINT, "web_origin": WEB}
    values |= {"claude_url": CLAUDE} if own_claude_address else {}
    values |= dict(context)
    place = CACHE / "synth" / _fingerprint(values)
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        if (place / "manifest.json").exists() and _layers_are_built(place):
            os.utime(place)
            return place
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".rendering-") as work:
            _render(Path(work) / "out", values)
            shutil.rmtree(place, ignore_errors=True)
            (Path(work) / "out").rename(place)
        _prune(place.parent)
    return place


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    """Wait while another cloud of this checkout renders: it would put its rendering in the place of one being read."""
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _render(out: Path, values: Mapping[str, str]) -> None:
    """Run the app as the `cdk` command line does, without its Node process."""
    declared = json.loads((ROOT / "cdk.json").read_text())["context"]
    log = out.parent / "log"
    env = {
        # Building the layers may need the user's package index and proxy settings.
        **os.environ,
        "CDK_OUTDIR": str(out),
        "CDK_CONTEXT_JSON": json.dumps({**declared, **values}),
    }
    with log.open("wb") as output:
        done = subprocess.run(
            [sys.executable, "-m", "infra.main"],
            check=False,
            cwd=ROOT,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    if done.returncode or not (out / "manifest.json").exists():
        said = "\n".join(line for line in tail(log, 60).splitlines() if "!!" not in line)
        raise LocalCloudError(f"The stack could not be rendered (make synth):\n{said}")


def _layers_are_built(place: Path) -> bool:
    """Say whether the folders still exist that this rendering's layers point at."""
    lines = [link.read_text() for link in place.glob("asset.*/python/lib/*/site-packages/*.pth")]
    return all(Path(line.split("'")[1]).is_dir() for line in lines if line.count("'") == QUOTES)


def _fingerprint(values: Mapping[str, str]) -> str:
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode() + sys.version.encode())
    for path in _files():
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT)}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:24]


def _files() -> Iterable[Path]:
    for source in SOURCES:
        place = ROOT / source
        if place.is_file():
            yield place
        for path in sorted(place.rglob("*")) if place.is_dir() else ():
            ours = not any(path.is_relative_to(other) for other in NOT_DEPLOYED)
            if path.is_file() and ours and "__pycache__" not in path.parts:
                yield path


def _prune(folder: Path) -> None:
    places = [place for place in folder.iterdir() if not place.name.startswith(".")]
    for old in sorted(places, key=lambda place: place.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
