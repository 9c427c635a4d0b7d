"""`make stories`: one line a story, from the last `make test`; claims without a result are run."""

from __future__ import annotations

import argparse
import subprocess
import sys

from tests.stories.criteria import stories
from tests.stories.report import lines, statuses
from tests.stories.results import RECORD, ROOT, Finding, read_record


def _claimed_now() -> set[str]:
    """The tests that claim something today; what was recorded of others no longer counts."""
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", "story", "--collect-only"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode not in {0, 5}:
        sys.exit(f"The tests can't be collected:\n{listed.stdout}{listed.stderr}")
    return {line for line in listed.stdout.splitlines() if "::" in line}


def _findings(*, fresh: bool) -> list[Finding]:
    claimed = _claimed_now()
    known = [finding for finding in read_record() if finding.test in claimed]
    missing = sorted(claimed - {finding.test for finding in known})
    wanted = sorted(claimed) if fresh else missing
    if wanted:
        print(f"running {len(wanted)} tests that have no result yet", file=sys.stderr)
        # Playwright keeps an event loop running in its process, in which no other can be started.
        browser = [test for test in wanted if test.startswith("tests/browser/")]
        for tests in (browser, [test for test in wanted if test not in set(browser)]):
            if tests:
                subprocess.run([sys.executable, "-m", "pytest", *tests], cwd=ROOT, stdout=sys.stderr, check=False)
    return [finding for finding in read_record() if finding.test in claimed]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="run all claims again")
    findings = _findings(fresh=parser.parse_args().fresh)
    print("\n".join(lines(stories(), findings)))
    found = list(statuses(findings).values())
    total = sum(len(story.bullets) for story in stories())
    failing = found.count("failing")
    print(f"{found.count('proven')} of {total} criteria proven, {failing} failing", file=sys.stderr)
    print(f"(from {RECORD.name}; --fresh runs every claim again)", file=sys.stderr)


if __name__ == "__main__":
    main()
