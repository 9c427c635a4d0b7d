"""Fill the folders that become Lambda layers and function code, without Docker.

On AWS a layer holds packages for Lambda's interpreter and processor, byte-compiled,
because /opt is read-only and every cold start would compile them again. On the local
cloud functions run on this machine's own interpreter and every worker process unpacks
its layers anew: there a layer is one line that points at a folder built once.

A folder is named after the hash of what goes into it: what did not change is not built
again, and a running stack never sees its packages change.
"""

from __future__ import annotations

import compileall
import hashlib
import os
import platform
import py_compile
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".local/build"
LAMBDA_PYTHON = "3.13"
LAMBDA_PLATFORM = "aarch64-manylinux_2_28"
KEPT_DAYS = 30
"""A stack may run for weeks on what was built for it."""


class Target(StrEnum):
    """Where the stack goes: the real cloud, or one machine."""

    AWS = "aws"
    LOCAL = "local"


class Layer(StrEnum):
    """What functions share. `PROVIDED` is what Lambda brings and the local cloud lacks."""

    COMMON = "common"
    RUNTIME = "runtime"
    LLM = "llm"
    IDENTITY = "identity"
    PROVIDED = "provided"


@dataclass(frozen=True)
class _Recipe:
    name: str
    key: bytes
    fill: Callable[[Path], None]


def layer(name: Layer, target: Target) -> Path:
    """Return the folder to publish as a layer, built if it isn't there.

    Raises:
        subprocess.CalledProcessError: when the packages can't be installed.
    """
    built = _build(_common() if name is Layer.COMMON else _packages(name, target), target)
    return built if target is Target.AWS else _build(_link(name, built), target)


def code(target: Target, *, with_prompts: bool) -> Path:
    """Return the folder of the functions' own code: `functions/`, and `prompts/` where asked."""
    parts = ["functions", "prompts"] if with_prompts else ["functions"]
    sources = {part: ROOT / part for part in parts if (ROOT / part).is_dir()}

    def fill(folder: Path) -> None:
        for part, source in sources.items():
            _copy(source, folder / part)

    key = _digest(*(_tree(source) for source in sources.values()))
    return _build(_Recipe("-".join(["code", *parts]), key, fill), target)


def _common() -> _Recipe:
    source = ROOT / "layers/common/python"
    return _Recipe("common", _tree(source), lambda folder: _copy(source, folder / "python"))


def _packages(name: Layer, target: Target) -> _Recipe:
    lock = ROOT / "layers" / name / "requirements.lock"
    if target is Target.AWS:
        platform_options = ["--python-version", LAMBDA_PYTHON, "--only-binary", ":all:"]
        platform_options += ["--python-platform", LAMBDA_PLATFORM]
    else:
        platform_options = ["--python", sys.executable]

    def fill(folder: Path) -> None:
        command = [uv(), "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        command += ["--requirement", str(lock), "--target", str(folder / "python")]
        subprocess.run([*command, *platform_options], check=True)
        shutil.rmtree(folder / "python/bin", ignore_errors=True)

    interpreter = LAMBDA_PLATFORM if target is Target.AWS else sys.version + platform.machine()
    return _Recipe(name, _digest(lock.read_bytes(), interpreter.encode()), fill)


def _link(name: Layer, built: Path) -> _Recipe:
    # First in the path: MiniStack's own packages, another botocore among them, come after.
    line = f"import sys; sys.path.insert(0, {str(built / 'python')!r})\n"

    def fill(folder: Path) -> None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        site = folder / "python/lib" / version / "site-packages"
        site.mkdir(parents=True)
        (site / f"brightrun-{name}.pth").write_text(line)

    return _Recipe(f"link-{name}", _digest(line.encode()), fill)


def _build(recipe: _Recipe, target: Target) -> Path:
    """Build in a folder of its own and move it into place, so that two builders can't mix."""
    stem = f"{recipe.name}-"
    compiler = _compiler(target)
    key = _digest(recipe.key, str(compiler).encode())
    place = BUILD / target / f"{stem}{key.hex()[:16]}"
    if place.is_dir():
        os.utime(place)
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".building-") as work:
        folder = Path(work) / "folder"
        folder.mkdir()
        recipe.fill(folder)
        _compile(folder, compiler)
        if not place.is_dir():
            folder.rename(place)
    _prune(place.parent, stem)
    return place


def _prune(parent: Path, stem: str) -> None:
    oldest = time.time() - KEPT_DAYS * 24 * 3600
    for entry in parent.glob(f"{stem}*"):
        if entry.stat().st_mtime < oldest:
            shutil.rmtree(entry, ignore_errors=True)


@cache
def _compiler(target: Target) -> str | None:
    """The interpreter whose bytecode the target reads, or None when this machine has none."""
    if target is Target.LOCAL:
        return sys.executable
    found = subprocess.run(
        [uv(), "python", "find", "--no-project", LAMBDA_PYTHON],
        check=False,
        capture_output=True,
        text=True,
    )
    return found.stdout.strip() if found.returncode == 0 else None


def _compile(folder: Path, compiler: str | None) -> None:
    # Unchecked: a zip does not keep the times that bytecode is otherwise compared with.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if compiler == sys.executable:
        compileall.compile_dir(folder, quiet=2, workers=2, invalidation_mode=mode)
    elif compiler:
        options = ["-q", "-j", "2", "--invalidation-mode", "unchecked-hash"]
        subprocess.run([compiler, "-m", "compileall", *options, str(folder)], check=True)


def _copy(source: Path, destination: Path) -> None:
    for path in _files(source):
        place = destination / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _tree(source: Path) -> bytes:
    return _digest(
        *(part for path in _files(source) for part in (str(path.relative_to(source)).encode(), path.read_bytes()))
    )


def _files(source: Path) -> Iterator[Path]:
    return (path for path in sorted(source.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def uv() -> str:
    """The uv that the Makefile installed, or the user's own."""
    own = ROOT / ".local/tools/bin/uv"
    found = str(own) if own.is_file() else shutil.which("uv")
    if found is None:
        raise SystemExit("uv is missing: run `make check` once, it installs it under .local/tools.")
    return found


def main() -> None:
    """Build everything for the targets named on the command line, local when none is."""
    for target in [Target(argument) for argument in sys.argv[1:]] or [Target.LOCAL]:
        names = [name for name in Layer if target is Target.LOCAL or name is not Layer.PROVIDED]
        for place in [layer(name, target) for name in names]:
            print(place.relative_to(ROOT))
        print(code(target, with_prompts=True).relative_to(ROOT))


if __name__ == "__main__":
    main()
