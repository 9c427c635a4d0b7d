"""Finding templates: a workspace's own first, else the house's; and the version that a conversation gets."""

from __future__ import annotations

from dataclasses import dataclass

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.template import Template, TemplateVersion, serving, weighted_pick
from brightrun.domain.tenancy import TenantScope, house_scope
from brightrun.ports.stores import Templates


@dataclass(frozen=True, slots=True)
class Held:
    """A template and whose it is."""

    template: Template
    owner: TenantScope

    @property
    def is_own(self) -> bool:
        return self.owner != house_scope()


def templates_of(scope: TenantScope, store: Templates) -> dict[str, Template]:
    """The house's templates, and the tenant's own in place of those of the same id."""
    found = {template.id: template for template in store.templates(house_scope())}
    found.update({template.id: template for template in store.templates(scope)})
    return found


def hold(scope: TenantScope, template_id: str, store: Templates) -> Held:
    """The template as this workspace uses it. Raises NotFound."""
    for owner in (scope, house_scope()):
        template = store.template(owner, template_id)
        if template is not None:
            return Held(template, owner)
    raise NotFound("This template")


def version_of(held: Held, number: int, store: Templates) -> TemplateVersion | None:
    """A version of it; those that it shares with the house's template are read there."""
    owner = house_scope() if number <= held.template.house_versions else held.owner
    return store.template_version(owner, held.template.id, number)


def leading_version(scope: TenantScope, template_id: str, store: Templates) -> TemplateVersion:
    """The version with the largest share. Raises NotFound."""
    held = hold(scope, template_id, store)
    version = version_of(held, held.template.active_version, store)
    if version is None:
        raise NotFound("This template")
    return version


class Shelf:
    """The templates of one delivery, each read once."""

    def __init__(self, scope: TenantScope, store: Templates) -> None:
        self._scope = scope
        self._store = store
        self._held: dict[str, Held] = {}
        self._versions: dict[tuple[str, int], TemplateVersion] = {}

    def version_for(self, head: ConversationHead) -> TemplateVersion:
        """The version whose turn it is for this conversation.

        A template that was turned off since the plan is replaced by another for the same purpose. Raises NotFound,
        InvalidInput when there is none.
        """
        held = self._hold(head.template_id or "")
        if held.template.state != "active":
            held = self._instead_of(held.template, head)
        return self.numbered(held.template.id, held.template.version_for(head.id))

    def numbered(self, template_id: str, number: int) -> TemplateVersion:
        """One version of a template. Raises NotFound."""
        key = (template_id, number)
        if key not in self._versions:
            version = version_of(self._hold(template_id), number, self._store)
            if version is None:
                raise NotFound("The template of this conversation")
            self._versions[key] = version
        return self._versions[key]

    def _hold(self, template_id: str) -> Held:
        if template_id not in self._held:
            try:
                self._held[template_id] = hold(self._scope, template_id, self._store)
            except NotFound:
                raise NotFound("The template of this conversation") from None
        return self._held[template_id]

    def _instead_of(self, template: Template, head: ConversationHead) -> Held:
        others = serving(template, templates_of(self._scope, self._store).values())
        if not others:
            how = "retired" if template.state == "retired" else "turned off"
            raise InvalidInput(
                f"{head.ref} was planned with the template {template.name}, which is {how}, and no other one in use "
                "serves the same purpose.",
                code="template_off",
            )
        turn = weighted_pick(dict.fromkeys(range(len(others)), 1), head.id)
        return self._hold(others[turn].id)
