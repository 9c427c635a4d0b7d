"""Changing templates: new ones, new versions, shares, on and off, copies. Nothing that was used is ever changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.errors import ChangeLost, Conflict, InvalidInput, Stale, Unavailable
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.placeholders import placeholders, require_saveable, single_braces
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template import State, Template, TemplateVersion, text_sha256
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.ports.changes import AddTemplateVersion, Change, SaveTemplate
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Templates
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.template_shelf import Held, hold, leading_version, templates_of, version_of

_TRIES = 3
_ACTIONS: Mapping[State, Action] = {
    "active": Action.TEMPLATE_ACTIVATED,
    "off": Action.TEMPLATE_DEACTIVATED,
    "retired": Action.TEMPLATE_RETIRED,
}


class ChangeStore(Commits, Templates, Protocol):
    """Where templates are kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A template to be. `copied_from` and `imported` say where its text came from."""

    name: str
    tier: Tier
    body: str
    arc: str | None = None
    edge_case: str | None = None
    description: str = ""
    copied_from: str | None = None
    imported: bool = False


def create_template(scope: TenantScope, actor: Actor, draft: Draft, *, store: ChangeStore, clock: Clock) -> Template:
    """A template of the workspace's own, in use at once. Raises InvalidInput that names what its text lacks."""
    body = single_braces(draft.body).strip()
    require_saveable(body, draft.tier)
    known = templates_of(scope, store)
    template = Template(
        id=_free_id(draft.name, known),
        name=draft.name.strip(),
        tier=draft.tier,
        arc=draft.arc if draft.tier is Tier.TEMPLATE else None,
        edge_case=draft.edge_case if draft.tier is Tier.EDGE_CASE else None,
        description=draft.description.strip(),
        active_version=1,
        latest_version=1,
        updated_at=clock.now(),
    )
    origin = {"copied_from": draft.copied_from, "imported": draft.imported or None}
    changes = [
        SaveTemplate(template, expected=None),
        AddTemplateVersion(_version(template.id, 1, body, _house_part(draft.tier, store), "", actor, clock)),
        _event(clock, actor, Action.TEMPLATE_CREATED, template, **{k: v for k, v in origin.items() if v}),
    ]
    try:
        store.commit(scope, changes, token=request_token("template", clock.new_id()))
    except ChangeLost:
        raise Conflict("Somebody made a template of this name at the same moment. Try again.") from None
    return template


def duplicate_template(
    scope: TenantScope, actor: Actor, template_id: str, name: str, *, store: ChangeStore, clock: Clock
) -> Template:
    """A copy of the version with the largest share, which stands beside the original."""
    original = hold(scope, template_id, store).template
    if original.tier is None:
        raise _house_only(original)
    draft = Draft(
        name=name or f"{original.name} (copy)",
        tier=original.tier,
        body=leading_version(scope, template_id, store).body,
        arc=original.arc,
        edge_case=original.edge_case,
        description=original.description,
        copied_from=original.id,
    )
    return create_template(scope, actor, draft, store=store, clock=clock)


def add_version(
    scope: TenantScope,
    actor: Actor,
    template_id: str,
    body: str,
    *,
    share: int,
    note: str,
    store: ChangeStore,
    clock: Clock,
) -> Template:
    """A new version with `share` percent of the conversations to come; the others keep the rest as they shared it."""
    text = single_braces(body).strip()
    for _ in range(_TRIES):
        held = hold(scope, template_id, store)
        template = held.template
        template.require_usable()
        if template.tier is None:
            raise _house_only(template)
        require_saveable(text, template.tier)
        newest = version_of(held, template.latest_version, store)
        if newest is not None and newest.body == text:
            raise InvalidInput(f"This is the same text as version {newest.number}.", code="same_text")
        common = newest.common if newest is not None else _house_part(template.tier, store)
        version = _version(template.id, template.latest_version + 1, text, common, note, actor, clock)
        changed = _own(held).adding_version(share, clock.now())
        recorded = _event(
            clock, actor, Action.TEMPLATE_VERSION_ADDED, changed, version=version.number, share=share, note=note
        )
        try:
            _save(scope, held, changed, [AddTemplateVersion(version), recorded], store, clock)
        except ChangeLost:
            continue
        return changed
    raise Unavailable("Others are changing this template. Try again in a moment.")


def set_shares(
    scope: TenantScope,
    actor: Actor,
    template_id: str,
    shares: Mapping[int, int],
    *,
    expected: int,
    store: ChangeStore,
    clock: Clock,
) -> Template:
    """Which versions are in use, in percent. Raises InvalidInput, Stale."""
    held = _held_at(scope, template_id, expected, store)
    changed = _own(held).sharing(shares, clock.now())
    told = {str(number): share for number, share in changed.shares.items()} or {str(changed.active_version): 100}
    recorded = _event(clock, actor, Action.TEMPLATE_WEIGHTS_CHANGED, changed, shares=told)
    return _commit(scope, held, changed, [recorded], store, clock)


def set_state(
    scope: TenantScope,
    actor: Actor,
    template_id: str,
    state: State,
    *,
    expected: int,
    store: ChangeStore,
    clock: Clock,
) -> Template:
    """On, off or retired for good. Refused for the last one that its conversations could be written with."""
    held = _held_at(scope, template_id, expected, store)
    template = held.template
    if template.state == state:
        return template
    template.require_usable()
    if template.tier is None:
        raise _house_only(template)
    if state != "active":
        _require_another(template, templates_of(scope, store))
    changed = _own(held).changed(clock.now(), state=state)
    return _commit(scope, held, changed, [_event(clock, actor, _ACTIONS[state], changed)], store, clock)


def _require_another(template: Template, known: Mapping[str, Template]) -> None:
    others = [
        one for one in known.values() if one.id != template.id and one.state == "active" and one.tier is template.tier
    ]
    if template.tier is Tier.TEMPLATE and template.arc:  # one without an arc stands beside those of the arcs
        others = [one for one in others if one.arc in {template.arc, None}]
    if not others:
        what = f"the arc {template.arc}" if template.arc else "these conversations"
        raise Conflict(
            f"{template.name} is the only template in use for {what}. Add another one first.", code="last_template"
        )


def _held_at(scope: TenantScope, template_id: str, expected: int, store: ChangeStore) -> Held:
    held = hold(scope, template_id, store)
    if held.template.revision != expected:
        raise _stale(held.template)
    return held


def _own(held: Held) -> Template:
    """The workspace's own template: this one, or one that goes on from the house's."""
    if held.is_own:
        return held.template
    return held.template.model_copy(update={"house_versions": held.template.latest_version})


def _commit(
    scope: TenantScope, held: Held, changed: Template, more: list[Change], store: ChangeStore, clock: Clock
) -> Template:
    try:
        _save(scope, held, changed, more, store, clock)
    except ChangeLost:
        raise _stale(hold(scope, changed.id, store).template) from None
    return changed


def _save(
    scope: TenantScope, held: Held, changed: Template, more: list[Change], store: ChangeStore, clock: Clock
) -> None:
    expected = held.template.revision if held.is_own else None
    store.commit(scope, [SaveTemplate(changed, expected), *more], token=request_token("template", clock.new_id()))


def _stale(current: Template) -> Stale:
    return Stale(
        "Somebody changed this template at the same time. Look at it and try again.",
        details={"current": current.model_dump(mode="json"), "revision": current.revision},
    )


def _house_only(template: Template) -> Conflict:
    return Conflict(f"{template.name} belongs to the house and is the same for everybody.", code="house_template")


def _version(
    template_id: str, number: int, body: str, common: str, note: str, actor: Actor, clock: Clock
) -> TemplateVersion:
    return TemplateVersion(
        template_id=template_id,
        number=number,
        body=body,
        common=common,
        parameters=placeholders(body),
        sha256=text_sha256(common, body),
        note=note.strip(),
        created_at=clock.now(),
        created_by=actor.id,
        created_by_name=actor.name,
    )


def _house_part(tier: Tier, store: ChangeStore) -> str:
    """The long part that the house's templates of this tier share."""
    for template in store.templates(house_scope()):
        if template.tier is tier:
            return leading_version(house_scope(), template.id, store).common
    return ""


def _free_id(name: str, known: Mapping[str, Template]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48].strip("-")
    base = slug if slug[:1].isalpha() else f"template-{slug}".rstrip("-")
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in known:
        number += 1
    return found


def _event(clock: Clock, actor: Actor, action: Action, template: Template, **details: Any) -> Change:
    return event(clock, actor, action, Subject(kind="template", id=template.id, ref=template.name), **details)
