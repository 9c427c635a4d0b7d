"""Readers of a tenant's documents, templates, events, seals and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import item, record
from brightrun.adapters.dynamodb.table import Table
from brightrun.domain.document import Chunk, Document
from brightrun.domain.event import Event
from brightrun.domain.ids import time_of
from brightrun.domain.seal import Seal
from brightrun.domain.template import Template, TemplateVersion
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.tenant import ApiKey, Invitation, Member, Tenant


class DocumentReader:
    _table: Table

    def document(self, scope: TenantScope, document_id: str) -> Document | None:
        found = self._table.get((keys.documents(scope), document_id))
        return record(Document, found) if found else None

    def documents(self, scope: TenantScope) -> tuple[Document, ...]:
        return tuple(record(Document, found) for found in self._table.query(keys.documents(scope)))

    def chunks(self, scope: TenantScope, document_id: str) -> tuple[Chunk, ...]:
        return tuple(record(Chunk, found) for found in self._table.query(keys.chunks(scope, document_id)))

    def chunks_by_id(self, scope: TenantScope, chunk_ids: Sequence[str]) -> dict[str, Chunk]:
        found = self._table.get_many([keys.chunk(scope, chunk_id) for chunk_id in dict.fromkeys(chunk_ids)])
        return {chunk.id: chunk for chunk in (record(Chunk, each) for each in found)}


class TemplateReader:
    _table: Table

    def template(self, scope: TenantScope, template_id: str) -> Template | None:
        found = self._table.get((keys.templates(scope), template_id))
        return record(Template, found) if found else None

    def templates(self, scope: TenantScope) -> tuple[Template, ...]:
        return tuple(record(Template, found) for found in self._table.query(keys.templates(scope)))

    def template_version(self, scope: TenantScope, template_id: str, number: int) -> TemplateVersion | None:
        found = self._table.get(keys.template_version(scope, template_id, number))
        return record(TemplateVersion, found) if found else None


class EventReader:
    _table: Table

    def events_of_hour(self, scope: TenantScope, hour: datetime) -> tuple[Event, ...]:
        return tuple(record(Event, found) for found in self._table.query(keys.events(scope, hour)))

    def events_of_subject(self, scope: TenantScope, subject_id: str) -> tuple[Event, ...]:
        found = self._table.query(keys.subject(scope, subject_id), index="gsi1")
        return tuple(record(Event, each) for each in found)

    def latest(self, scope: TenantScope, *, before: str | None, limit: int, since: datetime) -> tuple[Event, ...]:
        newest: list[Event] = []
        made = time_of(before) if before else None
        for hour in self._hours(scope):
            if hour + timedelta(hours=1) <= since:
                break
            # An id is made no more than moments before its event; whole hours behind it need no query.
            if made is not None and hour > made + timedelta(hours=1):
                continue
            for found in self._table.query(
                keys.events(scope, hour), newest_first=True, before=before, page=limit - len(newest)
            ):
                newest.append(record(Event, found))
                if len(newest) == limit:
                    return tuple(newest)
        return tuple(newest)

    def _hours(self, scope: TenantScope) -> Iterator[datetime]:
        """The hours in which something happened, newest first.

        The seals say which; this hour and the last may hold events that no seal covers yet.
        """
        now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        seen = {now + timedelta(hours=1), now, now - timedelta(hours=1)}
        yield from sorted(seen, reverse=True)
        for found in self._table.query(keys.seals(scope), prefix="B#", newest_first=True, page=20):
            hour = record(Seal, found).hour
            if hour not in seen:
                seen.add(hour)
                yield hour


class SealReader:
    _table: Table

    def last_seal(self, scope: TenantScope) -> Seal | None:
        newest = next(self._table.query(keys.seals(scope), prefix="B#", newest_first=True, page=1), None)
        return record(Seal, newest) if newest else None

    def seals(self, scope: TenantScope, *, newest_first: bool = False) -> Iterator[Seal]:
        for found in self._table.query(keys.seals(scope), prefix="B#", newest_first=newest_first):
            yield record(Seal, found)

    def add_seal(self, scope: TenantScope, seal: Seal) -> bool:
        stored = item(keys.seal(scope, seal.number), seal)
        return self._table.put(stored, condition="attribute_not_exists(pk)")


class MarkKeeper:
    _table: Table

    def mark_once(self, scope: TenantScope, name: str) -> bool:
        partition, sort = keys.mark(scope, name)
        marked = {"pk": {"S": partition}, "sk": {"S": sort}}
        return self._table.put(marked, condition="attribute_not_exists(pk)")

    def unmark(self, scope: TenantScope, name: str) -> None:
        self._table.delete(keys.mark(scope, name))


class TenantReader:
    _table: Table

    def tenant(self, scope: TenantScope) -> Tenant | None:
        found = self._table.get(keys.tenant(scope))
        return record(Tenant, found) if found else None

    def members(self, scope: TenantScope) -> tuple[Member, ...]:
        return tuple(record(Member, found) for found in self._table.query(keys.members(scope), prefix="M#"))

    def member(self, scope: TenantScope, user_id: str) -> Member | None:
        found = self._table.get(keys.member(scope, user_id))
        return record(Member, found) if found else None

    def invitations(self, scope: TenantScope) -> tuple[Invitation, ...]:
        return tuple(record(Invitation, found) for found in self._table.query(keys.members(scope), prefix="I#"))

    def api_keys(self, scope: TenantScope) -> tuple[ApiKey, ...]:
        return tuple(record(ApiKey, found) for found in self._table.query(keys.api_keys(scope)))

    def answer(self, scope: TenantScope, key: str) -> tuple[str, str] | None:
        found = self._table.get(keys.remembered_answer(scope, key))
        return (found["fingerprint"]["S"], found["answer"]["S"]) if found else None
