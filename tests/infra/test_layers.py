"""Layers hold what functions import, for the interpreter that will run them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from layers import build
from layers.build import Layer, Target, code, layer

IMPORTS = {
    Layer.COMMON: "brightrun.domain",
    Layer.RUNTIME: "pydantic, aws_lambda_powertools, chalice.app, yaml",
    Layer.LLM: "anthropic",
    Layer.IDENTITY: "jwt, cryptography.hazmat.primitives.asymmetric.rsa",
    Layer.PROVIDED: "boto3",
}


def run(script: str, *paths: Path) -> str:
    """Run a script that sees the standard library and these layers, as a worker of the local cloud does."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    sites = [str(path / "python/lib" / version / "site-packages") for path in paths]
    begin = f"import site\nfor each in {sites!r}: site.addsitedir(each)\n"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", begin + script], check=True, capture_output=True, text=True, cwd="/"
    )
    return done.stdout.strip()


@pytest.mark.parametrize("name", Layer)
def test_a_local_layer_is_a_line_that_leads_to_its_packages(name: Layer) -> None:
    folder = layer(name, Target.LOCAL)
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 1_000
    needs = [Layer.RUNTIME, name] if name is Layer.COMMON else [name]
    run(f"import {IMPORTS[name]}", *[layer(each, Target.LOCAL) for each in needs])


def test_the_functions_layers_do_without_what_is_only_for_development() -> None:
    found = run(
        "import importlib.util as u; print([n for n in ('aws_cdk', 'pytest', 'moto', 'anthropic') if u.find_spec(n)])",
        *[layer(name, Target.LOCAL) for name in (Layer.COMMON, Layer.RUNTIME, Layer.PROVIDED)],
    )
    assert found == "[]"


def test_packages_for_lambda_are_built_for_its_processor() -> None:
    compiled = list(layer(Layer.RUNTIME, Target.AWS).rglob("_pydantic_core*.so"))
    assert compiled
    assert all("cpython-313-aarch64" in path.name for path in compiled)


def test_what_did_not_change_is_not_built_again() -> None:
    first = layer(Layer.COMMON, Target.LOCAL)
    started = time.monotonic()
    assert layer(Layer.COMMON, Target.LOCAL) == first
    assert time.monotonic() - started < 1


def test_prompts_travel_with_the_functions_that_need_them_only() -> None:
    assert (code(Target.AWS, with_prompts=True) / "prompts").is_dir()
    assert not (code(Target.AWS, with_prompts=False) / "prompts").exists()


def test_a_build_that_nobody_used_for_a_month_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BUILD", tmp_path)
    old, used = tmp_path / "local/common-old", tmp_path / "local/common-used"
    for folder in (old, used):
        folder.mkdir(parents=True)
    long_ago = time.time() - (build.KEPT_DAYS + 1) * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    layer(Layer.COMMON, Target.LOCAL)
    assert not old.exists()
    assert used.exists()
