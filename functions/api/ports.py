"""What the handlers may reach. Everything is built at first use, nothing at import."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from brightrun.usecases.parts.row_cache import RowCache

if TYPE_CHECKING:
    from brightrun.domain.limiter import Limits
    from brightrun.domain.money import Catalogue
    from brightrun.ports.clock import Clock
    from brightrun.ports.identity import TokenExchange
    from brightrun.ports.packs import PackShelf
    from brightrun.ports.services import ExportFiles, ExportQueue, JobQueue, OperationQueue, Payloads, Workflow
    from brightrun.ports.stores import Directory, Store
    from brightrun.runtime.settings import ApiSettings
    from brightrun.usecases.parts.pacing import Pacer


class Ports(Protocol):
    """The API's side of every port; tests hand in fakes."""

    @property
    def settings(self) -> ApiSettings: ...
    @property
    def store(self) -> Store: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def jobs(self) -> JobQueue: ...
    @property
    def workflow(self) -> Workflow: ...
    @property
    def export_queue(self) -> ExportQueue: ...
    @property
    def operation_queue(self) -> OperationQueue: ...
    @property
    def export_files(self) -> ExportFiles: ...
    @property
    def payloads(self) -> Payloads: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def limits(self) -> Limits: ...
    @property
    def pacer(self) -> Pacer: ...
    @property
    def tokens(self) -> TokenExchange: ...
    @property
    def packs(self) -> PackShelf: ...
    @property
    def rows(self) -> RowCache: ...
    @property
    def signing_key(self) -> bytes: ...


class Wired:
    """The ports of the deployed function. What is dear to make is kept by the wiring."""

    def __init__(self) -> None:
        self.rows = RowCache()

    @property
    def settings(self) -> ApiSettings:
        return _settings()

    @property
    def store(self) -> Store:
        from brightrun.runtime import wiring

        return wiring.store(self.settings.table_name)

    @property
    def directory(self) -> Directory:
        from brightrun.runtime import wiring

        return wiring.directory(self.settings.table_name)

    @property
    def clock(self) -> Clock:
        from brightrun.runtime import wiring

        return wiring.clock()

    @property
    def jobs(self) -> JobQueue:
        from brightrun.runtime import wiring

        told = self.settings
        return wiring.jobs(told.interactive_queue_url, told.batch_queue_url, told.envelope_secret_arn)

    @property
    def workflow(self) -> Workflow:
        from brightrun.runtime import wiring

        return wiring.workflow(self.settings.state_machine_arn, self.settings.envelope_secret_arn)

    @property
    def export_queue(self) -> ExportQueue:
        from brightrun.runtime import wiring

        return wiring.export_queue(self.settings.export_queue_url, self.settings.envelope_secret_arn)

    @property
    def operation_queue(self) -> OperationQueue:
        from brightrun.runtime import wiring

        return wiring.operation_queue(self.settings.operations_queue_url, self.settings.envelope_secret_arn)

    @property
    def export_files(self) -> ExportFiles:
        from brightrun.runtime import wiring

        return wiring.export_files(self.settings.exports_bucket)

    @property
    def payloads(self) -> Payloads:
        from brightrun.runtime import wiring

        return wiring.payloads(self.settings.payloads_bucket)

    @property
    def catalogue(self) -> Catalogue:
        from brightrun.runtime.catalogue import catalogue

        return catalogue()

    @property
    def limits(self) -> Limits:
        from brightrun.domain.limiter import Limits

        return Limits.model_validate(self.settings, from_attributes=True)

    @property
    def pacer(self) -> Pacer:
        from brightrun.runtime import wiring

        return wiring.pacer(self.settings.table_name, self.settings.claude_key_id, self.limits)

    @property
    def tokens(self) -> TokenExchange:
        from brightrun.adapters.cognito import CognitoTokens

        return CognitoTokens(self.settings.token_url, self.settings.user_pool_client_id)

    @property
    def packs(self) -> PackShelf:
        from brightrun.adapters.packs import PackFolder

        # Packed beside `functions` in the deployed archive, as in the repository.
        return PackFolder(Path(__file__).resolve().parents[2] / "prompts" / "packs")

    @property
    def signing_key(self) -> bytes:
        from brightrun.runtime import wiring

        return wiring.envelope_key(self.settings.envelope_secret_arn)


@cache
def _settings() -> ApiSettings:
    from brightrun.runtime.settings import ApiSettings

    return ApiSettings.from_environment()
