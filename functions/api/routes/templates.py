"""Prompt templates."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.templates import (
    Template,
    TemplateInFull,
    TemplatePreview,
    TemplatePreviewRequest,
    Templates,
    TemplateVersion,
)

templates = Resource("templates", "Prompt templates, their versions and what they turn into.")


@templates.get("/templates", needs=Permission.READ)
def list_templates(call: Call) -> Templates:
    """List the prompt templates."""
    from brightrun.usecases import templates as prompts

    found = prompts.list_templates(call.scope, store=call.ports.store)
    return Templates(items=[Template.of(each) for each in found], total=len(found))


@templates.get("/templates/{template_id}", needs=Permission.READ)
def read_template(call: Call, template_id: str) -> TemplateInFull:
    """Read a template with all its versions."""
    from brightrun.usecases import templates as prompts

    template, versions = prompts.template_with_versions(call.scope, template_id, store=call.ports.store)
    return TemplateInFull.of(template, versions=[TemplateVersion.of(each) for each in versions])


@templates.post("/templates/{template_id}/preview", needs=Permission.READ)
def preview_template(call: Call, template_id: str, body: TemplatePreviewRequest) -> TemplatePreview:
    """Fill a template with a conversation's parameters, and send nothing."""
    from brightrun.usecases import templates as prompts

    return TemplatePreview.of(
        prompts.preview_template(call.scope, template_id, body.conversation_id, store=call.ports.store)
    )
