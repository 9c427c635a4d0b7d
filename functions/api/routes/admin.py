"""The platform in figures."""

from __future__ import annotations

from brightrun.usecases import admin as platform
from functions.api.call import Call
from functions.api.route import Access, Resource
from functions.api.schemas.admin import Overview

admin = Resource("admin", "The platform in figures, for its staff.")


@admin.get("/admin/overview", needs=Access.STAFF)
def read_overview(call: Call) -> Overview:
    """Count workspaces, conversations, runs and errors; never a text."""
    ports = call.ports
    return Overview.of(platform.overview(store=ports.store, directory=ports.directory))
