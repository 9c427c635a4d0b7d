"""The prompts: put into the table at a deployment, listed, and shown resolved for a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.errors import ChangeLost, InvalidInput, NotFound, Unavailable
from brightrun.domain.ids import request_token
from brightrun.domain.placeholders import missing_parameters, single_braces, substitute, unknown_parameters
from brightrun.domain.prompt import prompt_parameters, render
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template import Template, TemplateVersion, text_sha256
from brightrun.domain.template_file import TemplateFile
from brightrun.domain.tenancy import SYSTEM, TenantScope, house_scope
from brightrun.ports.changes import AddTemplateVersion, SaveTemplate
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Documents, Templates
from brightrun.usecases.parts.template_shelf import Held, hold, templates_of, version_of

_SEED_TRIES = 3


class SeedStore(Commits, Templates, Protocol):
    """Where the house's templates are kept."""


class PreviewStore(Conversations, Datasets, Documents, Templates, Protocol):
    """What a resolved prompt is made from."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a seeding did: ids of templates by what became of them."""

    added: tuple[str, ...]
    unchanged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplatePreview:
    """A prompt as it would be sent, with the parameters that stand in the way."""

    system: str
    prompt: str
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def seed_templates(files: Sequence[TemplateFile], *, store: SeedStore, clock: Clock) -> Seeded:
    """Stores every prompt as an immutable version of the house's templates. Safe to repeat.

    Raises InvalidInput when a stored version says something else than the file of its number.
    """
    common = next((file for file in files if file.tier == "common"), None)
    if common is None:
        raise InvalidInput("The common part of the prompts is missing.", code="template_file")
    added: list[str] = []
    unchanged: list[str] = []
    for file in files:
        if file.tier != "common":
            (added if _seed(file, common, store, clock) else unchanged).append(file.id)
    return Seeded(tuple(added), tuple(unchanged))


def _seed(file: TemplateFile, common: TemplateFile, store: SeedStore, clock: Clock) -> bool:
    """Whether a version was added."""
    scope = house_scope()
    version = _version_of(file, common, clock)
    for _ in range(_SEED_TRIES):
        stored = store.template(scope, file.id)
        same = store.template_version(scope, file.id, version.number)
        if same is not None:
            if same.sha256 != version.sha256:
                raise InvalidInput(
                    f"Version {version.number} of {file.id} is stored with another text. "
                    "A changed prompt needs a new version number.",
                    code="template_changed",
                )
            return False
        template = _template_of(file, version, stored, clock)
        try:
            store.commit(
                scope,
                [
                    SaveTemplate(template, expected=stored.revision if stored else None),
                    AddTemplateVersion(version),
                ],
                token=request_token("seed", clock.new_id()),
            )
        except ChangeLost:
            continue
        return True
    raise Unavailable("The templates are being seeded by somebody else.")


def _version_of(file: TemplateFile, common: TemplateFile, clock: Clock) -> TemplateVersion:
    """Both texts are in the version, so its number moves on with either of them."""
    is_quality = file.tier == "quality"
    shared = "" if is_quality else common.body
    return TemplateVersion(
        template_id=file.id,
        number=file.version + (0 if is_quality else common.version - 1),
        body=file.body,
        common=shared,
        parameters=file.parameters,
        sha256=text_sha256(shared, file.body),
        created_at=clock.now(),
        created_by=SYSTEM.id,
    )


def _template_of(file: TemplateFile, version: TemplateVersion, stored: Template | None, clock: Clock) -> Template:
    newest = max(version.number, stored.latest_version if stored else 0)
    return Template(
        id=file.id,
        name=file.name,
        tier=None if file.tier == "quality" else Tier(file.tier),
        arc=file.arc,
        edge_case=file.edge_case,
        description=file.description,
        active_version=newest,
        latest_version=newest,
        updated_at=clock.now(),
        revision=stored.revision + 1 if stored else 1,
    )


def list_templates(scope: TenantScope, *, store: Templates) -> tuple[Held, ...]:
    """The house's templates and the workspace's own, by tier and name; own ones replace those of the same id."""
    own = {template.id for template in store.templates(scope)}
    order: dict[Tier | None, int] = {tier: number for number, tier in enumerate(Tier)}
    found = (
        Held(template, scope if template.id in own else house_scope())
        for template in templates_of(scope, store).values()
    )
    return tuple(sorted(found, key=lambda held: (order.get(held.template.tier, len(order)), held.template.name)))


def template_with_versions(
    scope: TenantScope, template_id: str, *, store: Templates
) -> tuple[Held, tuple[TemplateVersion, ...]]:
    """A template and all its versions, newest first. Raises NotFound."""
    held = hold(scope, template_id, store)
    numbers = range(held.template.latest_version, 0, -1)
    versions = (version_of(held, number, store) for number in numbers)
    return held, tuple(version for version in versions if version is not None)


def preview_template(
    scope: TenantScope,
    template_id: str,
    conversation_id: str,
    *,
    number: int | None = None,
    body: str | None = None,
    store: PreviewStore,
) -> TemplatePreview:
    """A version (the one whose turn it is by default) or an unsaved `body`, resolved for a conversation.

    What has no value stays visible as `{name}`. Nothing is sent.
    """
    held = hold(scope, template_id, store)
    slot = store.slot(scope, conversation_id)
    head = store.head(scope, slot.dataset_id, slot.shard, conversation_id) if slot else None
    dataset = store.dataset(scope, slot.dataset_id) if slot else None
    if slot is None or head is None or dataset is None:
        raise NotFound("This conversation")
    version = version_of(held, number or held.template.version_for(head.id), store)
    if version is None:
        raise NotFound("This version")
    if body is not None:
        version = version.model_copy(update={"body": single_braces(body).strip()})
    passages = store.chunks_by_id(scope, head.chunk_ids)
    chunks = [passages[chunk] for chunk in head.chunk_ids if chunk in passages and passages[chunk].may_enter_prompts]
    variation = head.latest_version + 1
    values = prompt_parameters(head, slot, dataset.taxonomy, chunks, variation)
    missing, unknown = missing_parameters(version.body, values), unknown_parameters(version.body)
    if missing or unknown:
        shown = {**values, **{name: f"{{{name}}}" for name in (*missing, *unknown)}}
        return TemplatePreview(version.common, substitute(version.body, shown), missing, unknown)
    prompt = render(
        head=head, slot=slot, template=version, chunks=chunks, taxonomy=dataset.taxonomy, variation=variation
    )
    return TemplatePreview(prompt.common, prompt.text, (), ())
