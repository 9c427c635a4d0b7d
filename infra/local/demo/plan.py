"""The source, the dataset and its plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from infra.local.demo.talk import Talk, dollars
from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from infra.local.api import Api

TOTAL = 90
TIERS = {"template": 40, "scenario": 35, "edge_case": 15}


def bring_in_source(api: Api, talk: Talk) -> str:
    """Import the first starter pack's documents that are not there yet; return its slug."""
    packs = api.get("/packs")["items"]
    if not packs:
        raise LocalCloudError("There is no starter pack.")
    pack = api.get(f"/packs/{packs[0]['slug']}")
    there = {document["title"] for document in _all_documents(api)}
    missing = [document for document in pack["documents"] if document["title"] not in there]
    if not missing:
        talk.say(f"Source: the documents of “{pack['name']}” are there already")
        return str(pack["slug"])
    answer = api.post("/documents/import", {"documents": missing})
    imported = answer["imported"]
    talk.say(
        f"Source: {imported['documents']} documents with {imported['chunks']} passages imported from “{pack['name']}”"
    )
    return str(pack["slug"])


def make_dataset(api: Api, talk: Talk, pack: str) -> dict[str, Any]:
    """Create a dataset of 40/35/15 and apply a plan of ninety conversations."""
    now = dt.datetime.now().astimezone()
    dataset: dict[str, Any] = api.post(
        "/datasets",
        {"name": f"Demo {now:%Y-%m-%d %H:%M:%S}", "pack": pack, "tier_weights": TIERS},
    )
    path = f"/datasets/{dataset['id']}/plan"
    preview = api.post(f"{path}/preview", {"total": TOTAL})
    if preview["problems"]:
        raise LocalCloudError(f"The plan has problems: {'; '.join(preview['problems'])}")
    if preview["tiers"] != TIERS:
        raise LocalCloudError(f"The plan has {preview['tiers']} and not {TIERS}.")
    applied = api.post(path, {"total": TOTAL})
    if (applied["created"], applied["tiers"]) != (TOTAL, TIERS):
        raise LocalCloudError(f"The plan was applied as {applied}.")
    tiers = " + ".join(f"{count} {tier.replace('_', ' ')}" for tier, count in TIERS.items())
    coverage = {name: len(counts) for name, counts in preview["coverage"].items()}
    talk.say(
        f"Plan: {TOTAL} conversations ({tiers}) over {coverage['persona']} personas, "
        f"{coverage['arc']} arcs, {coverage['topic']} topics; "
        f"expected {dollars(preview['expected_micros'])}"
    )
    return dataset


def _all_documents(api: Api) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        query = {"cursor": cursor} if cursor else {}
        page = api.get("/documents", **query)
        documents += page["items"]
        cursor = page["next_cursor"]
        if not cursor:
            return documents
