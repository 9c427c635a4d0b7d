"""Which versions an export went out with."""

from __future__ import annotations

import json
from collections.abc import Mapping

from brightrun.domain.export import Export
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.services import ExportFiles


def versions_in(scope: TenantScope, export: Export, files: ExportFiles) -> Mapping[str, int]:
    """Conversation id → version number; empty while nothing has gone out. A large export's stand in its manifest only.

    Raises FileGone when that file is not kept any more, Unavailable when it can't be read now.
    """
    if export.state != "ready":
        return {}
    manifest = next((file for file in export.files if file.format == "manifest"), None)
    if export.versions or manifest is None:
        return export.versions
    return json.loads(b"".join(files.read(scope, manifest.key)))["versions"]
