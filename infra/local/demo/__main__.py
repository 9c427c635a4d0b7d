"""Exit 0 only when ninety conversations were planned, written, approved, exported and checked."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

from infra.local import running
from infra.local.api import Api
from infra.local.cloud import LocalCloud, Options
from infra.local.demo.download import check_chat, check_full, download, export
from infra.local.demo.generate import generate_all
from infra.local.demo.plan import TOTAL, bring_in_source, make_dataset
from infra.local.demo.review import Reviewer
from infra.local.demo.summary import Outcome, render
from infra.local.demo.talk import Talk
from infra.local.errors import LocalCloudError
from infra.local.places import ROOT, Home

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

TENANT, ROLE = "hollis-park", "editor"
OUT = ROOT / "out"


def main() -> int:
    """Run the demo on the cloud that runs, or on one of its own."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    talk = Talk()
    try:
        with _cloud(talk) as stack:
            print(_run(talk, stack))
    except LocalCloudError as error:
        print(f"\nThe demo failed: {error}", file=sys.stderr)
        return 1
    except httpx.HTTPError as error:
        print(f"\nThe demo failed, the local cloud did not answer: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _cloud(talk: Talk) -> Generator[Mapping[str, Any]]:
    already = running.find(Home(Options().state_dir))
    if already:
        talk.say(f"The local cloud runs already: {already['web_url']}")
        yield already
        return
    talk.progress("Starting the local cloud")
    with LocalCloud() as cloud:
        talk.say(f"The local cloud is ready: {cloud.stack['web_url']}")
        yield cloud.stack
        talk.progress("Stopping the local cloud")


def _run(talk: Talk, stack: Mapping[str, Any]) -> str:
    api = Api(stack["api_url"], f"Bearer {stack['api_keys'][TENANT][ROLE]}")
    me = api.get("/me")
    talk.say(f"Signed in by API key: {me['tenant']['name']}, {me['role']}")
    pack = bring_in_source(api, talk)
    dataset = make_dataset(api, talk, pack)
    estimate = generate_all(api, talk, dataset["id"])
    reviewer = Reviewer(api, talk, dataset)
    rows = reviewer.approve_all(TOTAL)
    attempts = reviewer.attempts(rows)
    made = export(api, talk, dataset["id"], TOTAL)
    files = download(api, made, OUT)
    check_chat(files["openai_chat_jsonl"], TOTAL)
    check_full(files["full_json"], TOTAL)
    talk.say(f"Export: {len(files)} files downloaded by their links and checked\n")
    api.close()
    return render(
        Outcome(
            seconds=talk.seconds,
            kind=str(stack["claude"]["kind"]),
            estimate=estimate,
            rows=rows,
            attempts=attempts,
            rejected=reviewer.rejected,
            files=list(files.values()),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
