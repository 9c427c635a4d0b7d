"""What the owner of a run is mailed: once for each end and each pause, in words that need no manual."""

from __future__ import annotations

import pytest

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.task import Task
from brightrun.usecases.notices import tell_owner
from tests.fakes import make
from tests.fakes.services import FakeMailer
from tests.fakes.world import World

OWNER = "maya@hollispark.example"


def run_of(counts: Counts) -> Batch:
    return make.batch(total=counts.total, notify_email=OWNER, enqueued=True).finish(counts, make.START)


def mails_of(batch: Batch, deliveries: int = 1) -> FakeMailer:
    """The mails after the stream has delivered the same change so often."""
    world, mailer = World(size=1), FakeMailer()
    for _ in range(deliveries):
        tell_owner(world.scope, batch, store=world.store, mailer=mailer, web_origin="https://app.example")
    return mailer


PAUSED = make.batch(notify_email=OWNER, enqueued=True)
TOLD = {
    "completed": (run_of(Counts(total=90, succeeded=90, flagged=5)), "Your 90 conversations are ready to read"),
    "with failures": (
        run_of(Counts(total=90, succeeded=87, failed=3)),
        "87 of 90 conversations are ready, 3 could not be written",
    ),
    "cancelled": (run_of(Counts(total=90, succeeded=20, cancelled=70)), "Your run was cancelled"),
    "out of money": (
        PAUSED.pause("budget", "Paused at the limit of this run. Nothing more is charged until you raise it.", "batch"),
        "Your conversations are paused and wait for you",
    ),
    "refused by the provider": (
        PAUSED.pause("provider", "Claude did not accept the key of your workspace."),
        "Your conversations are paused and wait for you",
    ),
}


@pytest.mark.story("IS1.4.0", 4, via="engine")
@pytest.mark.story("IS4.3.0", 5, via="engine")
@pytest.mark.parametrize("case", TOLD)
def test_each_end_and_each_pause_is_mailed_once_however_often_the_stream_delivers_it(case):
    batch, subject = TOLD[case]
    mailer = mails_of(batch, deliveries=10)
    (mail,) = mailer.sent
    assert (mail.to, mail.subject) == (OWNER, subject)
    assert f"https://app.example/d/{batch.dataset_id}/runs/{batch.id}" in mail.text
    assert batch.pause_sentence in mail.text


def test_the_mail_counts_what_is_ready_flagged_and_not_written_and_says_the_price():
    (mail,) = mails_of(run_of(Counts(total=90, succeeded=87, failed=3, flagged=5))).sent
    assert "87 of 90 conversations are written" in mail.text
    assert "5 of them have a flag" in mail.text
    assert "3 could not be written" in mail.text
    assert "Cost: $" in mail.text
    assert "was expected" in mail.text


def test_a_pause_of_one_s_own_and_a_single_conversation_are_no_news():
    assert mails_of(PAUSED.pause("user")).sent == []
    single = run_of(Counts(total=1, succeeded=1)).model_copy(update={"kind": "single"})
    assert mails_of(single).sent == []


def test_one_is_said_as_one():
    (mail,) = mails_of(run_of(Counts(total=1, succeeded=1))).sent
    assert mail.subject == "Your conversation is ready to read"


def test_a_run_of_opinions_is_told_as_one_with_the_limit_that_it_stopped_at():
    counts = Counts(total=90, succeeded=40, cancelled=50)
    judging = make.batch(total=90, notify_email=OWNER, enqueued=True, task=Task(kind="judge"))
    (mail,) = mails_of(
        judging.stop("Stopped at the limit for second opinions this month.").finish(counts, make.START)
    ).sent
    assert mail.subject == "40 of 90 second opinions: stopped at a limit"
    assert "Stopped at the limit for second opinions this month." in mail.text
    assert "No text and no decision has changed." in mail.text
    assert "written" not in mail.text
    (mail,) = mails_of(judging.finish(Counts(total=90, succeeded=90), make.START)).sent
    assert mail.subject == "90 of 90 second opinions are here"
