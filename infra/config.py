"""What differs between the targets and stages. Everything else of the stack is the same."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aws_cdk import App, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, IStackSynthesizer

from brightrun.domain import timing
from layers.build import Target

JOBS_PER_WORKER = 10
"""Messages that one worker keeps in flight (design §4: one call a Lambda costs 8-31 % of it)."""

UNRESERVABLE_CONCURRENCY = 100
"""What Lambda insists on leaving unreserved in an account."""

SMALLEST_SOURCE_CONCURRENCY = 2
"""The least that an event source's maximum concurrency can be."""


@dataclass(frozen=True)
class ProviderLimits:
    """The provider's limits a minute that a new key starts with; workers learn the real ones."""

    requests: int = 1_000
    input_tokens: int = 2_000_000
    output_tokens: int = 400_000


@dataclass(frozen=True)
class Local:
    """Addresses that only the local cloud has.

    Attributes:
        endpoint: where MiniStack answers, as `http://127.0.0.1:4566`.
        claude_url: base URL of the model server; None is Anthropic's own.
    """

    endpoint: str
    claude_url: str | None


@dataclass(frozen=True)
class Config:
    """One deployment.

    Attributes:
        stage: `local`, `dev`, `prod` or a name of your own; part of every resource's name.
        local: set when the target is the local cloud.
        web_origin: where the browser finds the app; None on AWS: the distribution's own.
        concurrency_quota: the account's Lambda quota, read by the preflight.
        alarm_mail: who hears of alarms.
        support: where people find help when trying again is none, an address of mail or of a page; None: nowhere.
        mail_from: the sender of the product's mails; SES must know it before any is sent.
    """

    stage: str
    local: Local | None = None
    web_origin: str | None = None
    concurrency_quota: int = 1_000
    alarm_mail: str | None = None
    support: str | None = None
    mail_from: str = "no-reply@brightrun.example"
    conversation_seconds: float = 25
    conversations_per_minute: int = 160
    limits: ProviderLimits = ProviderLimits()
    default_model: str = "claude-haiku-5-5"
    claude_key_id: str = "platform"

    @property
    def target(self) -> Target:
        """Where the stack goes."""
        return Target.LOCAL if self.local else Target.AWS

    @property
    def is_production(self) -> bool:
        """Production keeps its data when a stack is deleted by mistake."""
        return self.stage == "prod"

    @property
    def prefix(self) -> str:
        """The beginning of every physical name."""
        return f"brightrun-{self.stage}"

    @property
    def batch_concurrency(self) -> int:
        """Workers that the rate can keep busy. Two cores are all of the local cloud's, so three is its most."""
        wanted = workers_for(self.conversations_per_minute, self.conversation_seconds)
        return min(wanted, 3) if self.local else wanted

    @property
    def interactive_concurrency(self) -> int:
        """Enough for people who click; a batch never takes it from them."""
        return SMALLEST_SOURCE_CONCURRENCY if self.local else 5

    @property
    def export_concurrency(self) -> int:
        """Exports stream, one a worker, and nobody waits at the screen for long. Operations on many take the same."""
        return SMALLEST_SOURCE_CONCURRENCY

    def reserved(self, wanted: int) -> int | None:
        """The reservation that the account's quota allows, or None: then the event source limits.

        Args:
            wanted: concurrency of one function.
        """
        all_wanted = self.batch_concurrency + self.interactive_concurrency + 2 * self.export_concurrency
        free = self.concurrency_quota - UNRESERVABLE_CONCURRENCY
        return wanted if all_wanted <= free else None


def workers_for(calls_per_minute: float, call_seconds: float) -> int:
    """Workers that keep this rate busy: Little's law with half in reserve, and room for whole deliveries.

    A worker is held from the first of its delivery's places in the line to the last answer, and by who has to try
    again: as if a delivery's calls were in flight besides. Where the line is slow there is none of that room: its
    places would be later than a claim may wait.
    """
    rate = calls_per_minute / 60
    in_flight = rate * call_seconds
    may_wait = math.floor((in_flight + rate * timing.LONGEST_SLOT_WAIT_SECONDS) / JOBS_PER_WORKER)
    roomy = min(math.ceil(1.5 * (in_flight + JOBS_PER_WORKER) / JOBS_PER_WORKER), may_wait)
    return max(math.ceil(1.5 * in_flight / JOBS_PER_WORKER), roomy, SMALLEST_SOURCE_CONCURRENCY)


def synthesizer(config: Config) -> IStackSynthesizer:
    """How assets are published: the local cloud has no bootstrap roles to assume under IAM."""
    return CliCredentialsStackSynthesizer() if config.local else DefaultStackSynthesizer()


def from_context(app: App) -> Config:
    """Read `-c target=… -c stage=…` and the rest of the deployment's choices.

    Raises:
        ValueError: when the target is unknown, or local and without its endpoint.
    """

    def value(key: str) -> str | None:
        found = app.node.try_get_context(key)
        return str(found) if found not in (None, "") else None

    target = Target(value("target") or Target.AWS)
    local = None
    if target is Target.LOCAL:
        local = Local(
            endpoint=value("endpoint") or "http://127.0.0.1:4566",
            claude_url=value("claude_url"),
        )
    return Config(
        stage=value("stage") or ("local" if local else "dev"),
        local=local,
        web_origin=value("web_origin") or ("http://127.0.0.1:8300" if local else None),
        concurrency_quota=int(value("concurrency_quota") or 1_000),
        alarm_mail=value("alarm_mail"),
        support=value("support"),
        mail_from=value("mail_from") or Config.mail_from,
        limits=ProviderLimits(
            requests=int(value("requests_per_minute") or ProviderLimits.requests),
            input_tokens=int(value("input_tokens_per_minute") or ProviderLimits.input_tokens),
            output_tokens=int(value("output_tokens_per_minute") or ProviderLimits.output_tokens),
        ),
        default_model=value("default_model") or Config.default_model,
    )
