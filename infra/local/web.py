"""The web build and the API on one origin, as CloudFront gives them on AWS."""

from __future__ import annotations

import os
import shutil

from infra.local.errors import LocalCloudError
from infra.local.places import ROOT, WEB_ROOT, Home
from infra.local.programs import Program

OLDEST_NODE = 20


def program(home: Home, port: int, api_target: str) -> Program:
    """Describe Vite's preview server: it serves `frontend/dist` and hands /api on.

    Raises:
        LocalCloudError: when Node or the build is missing.
    """
    node = shutil.which("node")
    if node is None:
        raise LocalCloudError("Node is missing. Bright Run needs Node 20 or newer.")
    vite = ROOT / "node_modules/vite/bin/vite.js"
    if not vite.exists():
        raise LocalCloudError("The web packages are missing. `make run` installs them.")
    if not (WEB_ROOT / "dist/index.html").exists():
        raise LocalCloudError("The web app is not built. `make run` builds it.")
    return Program(
        name="web",
        command=[
            node,
            str(vite),
            "preview",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--strictPort",
        ],
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "NODE_ENV": "production",
            "BRIGHTRUN_API_TARGET": api_target,
            "BRIGHTRUN_CONFIG": str(home.web_config),
        },
        log=home.logs / "web.log",
        cwd=WEB_ROOT,
    )
