"""`make chaos SEED=7 MINUTES=2`: everything fails at random, then nothing may be lost, doubled or unaccounted for.

What is broken and what is ordered follows from the seed; what meets what does not, because programs run at
their own pace. The same seed brings the same bad day, not the same second.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from infra.local import emulator, ports
from infra.local.cloud import LocalCloud, Options
from tests.chaos import provider
from tests.chaos.books import Audit, Books
from tests.chaos.customers import Customer
from tests.chaos.network import Network
from tests.chaos.saboteur import Saboteur
from tests.e2e.kit import AWAY, HOME, Cloud

QUICK = {"SFN_WAIT_SCALE": "0.2"}
DATASETS = 2
LEASE_AND_MORE = 480
SEALED_WITHIN = 150
SHOWN = 12


@dataclass
class Scene:
    """Everybody who takes part."""

    cloud: Cloud
    customers: list[Customer]
    saboteur: Saboteur
    network: Network
    books: Books


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--keep", type=Path, help="a folder in which logs and state are kept")
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}, {wanted.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        return _play(wanted.keep or Path(folder), wanted.seed, wanted.minutes * 60)


def _play(folder: Path, seed: int, seconds: float) -> int:
    aws = ports.choose(0)
    network = Network(ports.choose(0, taken={aws}), aws, random.Random(seed + 1))
    network.start()
    options = Options(
        state_dir=folder,
        aws_port=aws,
        web_port=0,
        sandbox_port=0,
        auth=True,
        web=False,
        sandbox=provider.STREAM,
        env={**QUICK, "AWS_ENDPOINT_URL": emulator.endpoint(network.port)},
    )
    with LocalCloud(options) as local, closing(Cloud(local.stack)) as cloud:
        customers = [Customer(name, cloud, random.Random(seed + 2 + n)) for n, name in enumerate((HOME, AWAY))]
        customers[0].neighbour, customers[1].neighbour = customers[1], customers[0]
        saboteur = Saboteur(local, cloud, network, random.Random(seed))
        for customer in customers:
            customer.machine = saboteur.machine
        scene = Scene(cloud, customers, saboteur, network, Books(cloud, customers))
        _bad_day(scene, seconds)
        broken = _settled(scene)
        return _report(scene, seed, broken)


def _bad_day(scene: Scene, seconds: float) -> None:
    for customer in scene.customers:
        customer.prepare(DATASETS)
        customer.start()
    scene.books.watch()
    scene.saboteur.start(seconds)
    time.sleep(seconds)
    scene.saboteur.mend()
    for customer in scene.customers:
        customer.stop()


def _settled(scene: Scene) -> list[str]:
    """Waits until every run has ended, then says what is broken."""
    began, broken = time.monotonic(), list[str]()
    for customer in scene.customers:
        customer.adopt()
    for customer in scene.customers:
        try:
            customer.finish(max(1.0, began + LEASE_AND_MORE - time.monotonic()))
        except AssertionError:
            broken.append(f"{customer.name}: a run did not end within {LEASE_AND_MORE} s")
    print(f"everything settled after {time.monotonic() - began:.0f} s", flush=True)
    scene.books.close()
    broken += scene.books.over + scene.books.problems()
    broken += Audit(provider.billed_calls(scene.cloud), scene.books.attempts()).problems()
    for customer in scene.customers:
        broken += customer.odd
        for project in customer.projects:
            broken += [f"verify of {customer.name}: {each['name']}: {each['detail']}" for each in project.complaints()]
    return broken


def _report(scene: Scene, seed: int, broken: list[str]) -> int:
    audit = Audit(provider.billed_calls(scene.cloud), scene.books.attempts())
    lost = [call for call in audit.lost if call.fault not in provider.AMBIGUOUS]
    never_kept = sum(not kept for kept in scene.network.answers.values())
    if len(lost) > scene.saboteur.in_flight_killed + never_kept:
        broken.append(f"{len(lost)} answers were lost, {scene.saboteur.in_flight_killed} in killed workers")
    print("\n".join(scene.saboteur.told))
    for customer in scene.customers:
        rows = scene.books.heads(customer)
        states = {state: sum(row.status.value == state for row in rows) for state in {r.status.value for r in rows}}
        print(f"{customer.name}: {len(customer.runs)} runs, {len(rows)} conversations {states}, {dict(customer.did)}")
    print(f"requests to AWS {dict(scene.network.seen)}")
    print(f"faults {dict(scene.network.done + scene.saboteur.done + provider.faults_seen(scene.cloud))}")
    print(
        f"{len(audit.billed)} billed calls, {len(audit.matched)} booked to the micro-dollar, {len(audit.lost)} answers "
        f"that did not arrive ({len(lost)} of them without the provider's doing, "
        f"{scene.saboteur.in_flight_killed} in flight in killed workers, {never_kept} that S3 did not take), "
        f"{len(audit.unknown)} unknown attempts, {scene.books.samples} samples of caps"
    )
    for problem in broken[:SHOWN]:
        print(f"BROKEN  {problem}")
    print(f"seed {seed}: " + (f"{len(broken)} invariants broken" if broken else "every invariant held"))
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
