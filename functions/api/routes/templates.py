"""Prompt templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.templates import (
    Duplicate,
    NewTemplate,
    NewVersion,
    ParameterProblem,
    Shares,
    Template,
    TemplateCheck,
    TemplateCheckRequest,
    TemplateImport,
    TemplateInFull,
    TemplatePreview,
    TemplatePreviewRequest,
    Templates,
    TemplateState,
    TemplateUsage,
    TemplateVersion,
    Usage,
    UsedIn,
    Verdict,
    VersionUsage,
    all_parameters,
)

if TYPE_CHECKING:
    from brightrun.usecases.template_changes import Draft

templates = Resource("templates", "Prompt templates, their versions, how they do and what they turn into.")


@templates.get("/templates", needs=Permission.READ)
def list_templates(call: Call) -> Templates:
    """List the prompt templates with their figures."""
    from brightrun.domain.template_usage import Tally
    from brightrun.usecases import template_usage as figures
    from brightrun.usecases import templates as prompts

    found = prompts.list_templates(call.scope, store=call.ports.store)
    used = figures.usage_by_template(call.scope, store=call.ports.store, rows=call.ports.rows)
    items = [Template.held(held, used.get(held.template.id, Tally())) for held in found]
    return Templates(items=items, total=len(items), parameters=all_parameters())


@templates.post("/templates", needs=Permission.WRITE, status=201, conflicts=True)
def create_template(call: Call, body: NewTemplate) -> TemplateInFull:
    """Make a template of one's own."""
    from brightrun.usecases import template_changes as changes

    return _created(call, changes.Draft(**body.model_dump()))


@templates.post("/templates/import", needs=Permission.WRITE, status=201, conflicts=True)
def import_template(call: Call, body: TemplateImport) -> TemplateInFull:
    """Make a template from a file's text; {{x}} is read as {x}."""
    from brightrun.domain.template_file import read_imported_template
    from brightrun.usecases import template_changes as changes

    read = read_imported_template(body.text)
    draft = changes.Draft(
        name=read.name or body.name or "Imported template",
        tier=read.tier,
        body=read.body,
        arc=read.arc,
        edge_case=read.edge_case,
        description=read.description,
        imported=True,
    )
    return _created(call, draft)


@templates.post("/templates/check", needs=Permission.READ)
def check_template(call: Call, body: TemplateCheckRequest) -> TemplateCheck:  # noqa: ARG001 - anybody's text
    """Name the parameters of a text that are unknown or missing, and save nothing."""
    from brightrun.domain.placeholders import problems_of

    return TemplateCheck(problems=[ParameterProblem.of(each) for each in problems_of(body.body, body.tier)])


@templates.get("/templates/{template_id}", needs=Permission.READ)
def read_template(call: Call, template_id: str) -> TemplateInFull:
    """Read a template with all its versions."""
    return _in_full(call, template_id)


@templates.get("/templates/{template_id}/usage", needs=Permission.READ)
def read_template_usage(call: Call, template_id: str) -> TemplateUsage:
    """Count how a template's versions do, and say what may be concluded."""
    from brightrun.usecases import template_usage as figures

    found = figures.template_usage(call.scope, template_id, store=call.ports.store, rows=call.ports.rows)
    versions = [
        VersionUsage(
            **Usage.of_tally(one.tally).model_dump(),
            number=one.number,
            used_in=[UsedIn.of(place) for place in one.used_in],
        )
        for one in found.versions
    ]
    return TemplateUsage(total=Usage.of_tally(found.total), versions=versions, verdict=Verdict.of(found.verdict))


@templates.post("/templates/{template_id}/versions", needs=Permission.WRITE, status=201, conflicts=True)
def add_template_version(call: Call, template_id: str, body: NewVersion) -> TemplateInFull:
    """Add a version; no version is ever changed."""
    from brightrun.usecases import template_changes as changes

    changes.add_version(
        call.scope,
        call.actor,
        template_id,
        body.body,
        share=body.percent,
        note=body.note,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _in_full(call, template_id)


@templates.post("/templates/{template_id}/shares", needs=Permission.WRITE, if_match=True)
def share_template_versions(call: Call, template_id: str, body: Shares) -> TemplateInFull:
    """Say which versions are in use, and in which shares."""
    from brightrun.usecases import template_changes as changes

    changes.set_shares(
        call.scope,
        call.actor,
        template_id,
        {share.version: share.percent for share in body.shares},
        expected=call.revision,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _in_full(call, template_id)


@templates.post("/templates/{template_id}/state", needs=Permission.WRITE, if_match=True)
def switch_template(call: Call, template_id: str, body: TemplateState) -> TemplateInFull:
    """Turn a template on or off, or retire it for good."""
    from brightrun.usecases import template_changes as changes

    changes.set_state(
        call.scope,
        call.actor,
        template_id,
        body.state,
        expected=call.revision,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _in_full(call, template_id)


@templates.post("/templates/{template_id}/duplicate", needs=Permission.WRITE, status=201, conflicts=True)
def duplicate_template(call: Call, template_id: str, body: Duplicate) -> TemplateInFull:
    """Copy a template; the copy stands beside it."""
    from brightrun.usecases import template_changes as changes

    made = changes.duplicate_template(
        call.scope, call.actor, template_id, body.name, store=call.ports.store, clock=call.ports.clock
    )
    return _in_full(call, made.id)


@templates.post("/templates/{template_id}/preview", needs=Permission.READ)
def preview_template(call: Call, template_id: str, body: TemplatePreviewRequest) -> TemplatePreview:
    """Fill a template with a conversation's parameters, and send nothing."""
    from brightrun.usecases import templates as prompts

    return TemplatePreview.of(
        prompts.preview_template(
            call.scope,
            template_id,
            body.conversation_id,
            number=body.version,
            body=body.body,
            store=call.ports.store,
        )
    )


def _created(call: Call, draft: Draft) -> TemplateInFull:
    from brightrun.usecases import template_changes as changes

    made = changes.create_template(call.scope, call.actor, draft, store=call.ports.store, clock=call.ports.clock)
    return _in_full(call, made.id)


def _in_full(call: Call, template_id: str) -> TemplateInFull:
    from brightrun.domain.template_usage import Tally
    from brightrun.usecases import template_usage as figures
    from brightrun.usecases import templates as prompts

    ports = call.ports
    held, versions = prompts.template_with_versions(call.scope, template_id, store=ports.store)
    used = figures.usage_by_template(call.scope, store=ports.store, rows=ports.rows)
    return TemplateInFull.held(
        held, used.get(template_id, Tally()), versions=[TemplateVersion.of(each) for each in versions]
    )
