"""Deploy to AWS: look at the account first, then let the CDK do it. `make deploy STAGE=…`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from infra.config import Config
from infra.preflight import Account, NoAccountError, inspect
from layers.build import LAMBDA_PYTHON, uv

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Exit 1 with a sentence when there is no account to deploy to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", default="dev")
    stage = parser.parse_args().stage
    mail_from = os.environ.get("MAIL_FROM", Config.mail_from)
    try:
        account = inspect(stage, mail_from)
    except NoAccountError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from error
    _show(stage, account)
    # Bytecode for Lambda's interpreter saves a second of every cold start.
    subprocess.run([uv(), "python", "install", "--quiet", LAMBDA_PYTHON], check=False)
    context = {
        "target": "aws",
        "stage": stage,
        "concurrency_quota": str(account.concurrency_quota),
        "mail_from": mail_from,
        "alarm_mail": os.environ.get("ALARM_MAIL", ""),
        "support": os.environ.get("SUPPORT", ""),
    }
    _cdk("bootstrap", f"aws://{account.number}/{account.region}", context=context)
    _cdk("deploy", "--all", "--require-approval", "never", context=context)


def _show(stage: str, account: Account) -> None:
    print(f"Deploying stage {stage} to account {account.number} in {account.region}")
    for finding in account.findings:
        print(f"  {'ok ' if finding.ready else '!  '} {finding.subject}: {finding.sentence}")


def _cdk(*arguments: str, context: dict[str, str]) -> None:
    options = [part for key, value in context.items() for part in ("-c", f"{key}={value}")]
    command = [str(ROOT / "node_modules/.bin/cdk"), *arguments, *options]
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
