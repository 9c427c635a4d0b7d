"""From a run's task to the prompt of one of its conversations: the only place that knows what each kind asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.judging import render_opinion
from brightrun.domain.opinion import RUBRIC
from brightrun.domain.prompt import render, render_material
from brightrun.domain.provider import Prompt
from brightrun.domain.rewrite import Base, render_rewrite
from brightrun.domain.slot import Slot
from brightrun.domain.task import Task
from brightrun.domain.template import TemplateVersion
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Templates
from brightrun.usecases.parts.template_shelf import Shelf, leading_version

REWRITE_TEMPLATE = "rewrite"


@dataclass(frozen=True, slots=True)
class Made:
    """A prompt with what it was made of."""

    slot: Slot
    template: TemplateVersion
    prompt: Prompt
    base: Base | None = None


class PromptStore(Conversations, Templates, Protocol):
    """What a prompt is made of."""


@dataclass(frozen=True, slots=True)
class PromptMaker:
    """Makes the prompts of one task in one dataset. `shelf` holds the templates that were read."""

    scope: TenantScope
    task: Task
    dataset: Dataset
    store: PromptStore
    shelf: Shelf

    def make(self, head: ConversationHead, chunks: tuple[Chunk, ...]) -> Made:
        """The prompt of the next version.

        Raises InvalidInput or NotFound with what is missing, before anything is sent.
        """
        slot = self.store.slot(self.scope, head.id)
        if slot is None:
            raise NotFound("The plan of this conversation")
        blocked = [chunk for chunk in chunks if not chunk.may_enter_prompts]
        if blocked or len(chunks) < len(head.chunk_ids):
            raise InvalidInput("One of its passages is gone or was not released for training.", code="passage_blocked")
        match self.task.kind:
            case "write":
                return self._write(head, slot, chunks)
            case "rewrite":
                return self._rewrite(head, slot, chunks)
            case "judge":
                return self._judge(head, slot, chunks)

    def _write(self, head: ConversationHead, slot: Slot, chunks: tuple[Chunk, ...]) -> Made:
        template = self._template(head)
        prompt = render(
            head=head,
            slot=slot,
            template=template,
            chunks=chunks,
            taxonomy=self.dataset.taxonomy,
            variation=head.latest_version + 1,
        )
        return Made(slot, template, prompt)

    def _rewrite(self, head: ConversationHead, slot: Slot, chunks: tuple[Chunk, ...]) -> Made:
        template = leading_version(self.scope, REWRITE_TEMPLATE, self.store)
        base = self._base(head, "rewritten")
        rules = self.shelf.numbered(base.version.template_id, base.version.template_version)
        material = render_material(
            head=head,
            slot=slot,
            chunks=chunks,
            taxonomy=self.dataset.taxonomy,
            common=rules.common,
            variation=head.latest_version + 1,
        )
        return Made(slot, template, render_rewrite(material, base, self.task, template), base)

    def _judge(self, head: ConversationHead, slot: Slot, chunks: tuple[Chunk, ...]) -> Made:
        rubric = leading_version(self.scope, RUBRIC, self.store)
        base = self._base(head, "judged")
        material = render_material(
            head=head,
            slot=slot,
            chunks=chunks,
            taxonomy=self.dataset.taxonomy,
            common="",
            variation=base.version.number,
        )
        return Made(slot, rubric, render_opinion(material, base, rubric), base)

    def _base(self, head: ConversationHead, wanted: str) -> Base:
        number = self.task.base_version or head.current_version
        found = self.store.version(self.scope, head.id, number) if number is not None else None
        if found is None or not found[1]:
            raise InvalidInput(f"{head.ref} has no such text that could be {wanted}.", code="nothing_to_rewrite")
        if self.task.turn is not None and self.task.turn > len(found[1]):
            raise InvalidInput(f"{head.ref} has no message {self.task.turn}.", code="no_such_turn")
        return Base(*found)

    def _template(self, head: ConversationHead) -> TemplateVersion:
        """The one that the task names, or the conversation's own."""
        wanted = self.task.template_id
        if wanted and self.task.template_version:
            return self.shelf.numbered(wanted, self.task.template_version)
        return self.shelf.version_for(head.model_copy(update={"template_id": wanted}) if wanted else head)
