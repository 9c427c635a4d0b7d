"""Export the approved ones, fetch the files by their links, and check what is in them."""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING, Any, cast

import httpx

from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from pathlib import Path

    from infra.local.api import Api
    from infra.local.demo.talk import Talk

FORMATS = ["openai_chat_jsonl", "full_json"]
POLL_SECONDS = 0.5
PATIENCE_SECONDS = 300
LEAST_MESSAGES = 2


def export(api: Api, talk: Talk, dataset_id: str, expected: int) -> dict[str, Any]:
    """Build an export of everything approved and wait for it."""
    wanted: dict[str, Any] = {"filter": {}, "formats": FORMATS}
    path = f"/datasets/{dataset_id}/exports"
    preview = api.post(f"{path}/preview", wanted)
    red = [check["sentence"] for check in preview["checks"] if check["level"] == "red"]
    if red or preview["count"] != expected:
        raise LocalCloudError(f"The export would hold {preview['count']}. {' '.join(red)}")
    made = api.post(path, wanted)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while made["state"] == "building" and time.monotonic() < deadline:
        talk.progress("Building the export")
        time.sleep(POLL_SECONDS)
        made = api.get(f"/exports/{made['id']}")
    if made["state"] != "ready":
        raise LocalCloudError(f"The export is {made['state']}: {made['reason']}")
    return made


def download(api: Api, made: dict[str, Any], folder: Path) -> dict[str, Path]:
    """Fetch every file of an export, by format; its bytes must be those that were vouched for."""
    folder.mkdir(parents=True, exist_ok=True)
    places: dict[str, Path] = {}
    for file in made["files"]:
        link = api.post(f"/exports/{made['id']}/link", {"file": file["name"]})
        # A link needs no key: whoever holds it may load the file until it ends.
        answer = httpx.get(link["url"], timeout=120)
        answer.raise_for_status()
        if hashlib.sha256(answer.content).hexdigest() != file["sha256"]:
            raise LocalCloudError(f"{file['name']} is not what the export vouches for.")
        place = _unused(folder / link["filename"])
        place.write_bytes(answer.content)
        places[file["format"]] = place
    return places


def _unused(place: Path) -> Path:
    """Return the name, or the next one that no earlier download has, as a browser would."""
    number, free = 2, place
    while free.exists():
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
        number += 1
    return free


def check_chat(place: Path, expected: int) -> None:
    """Hold a JSONL file to the rules of OpenAI's chat fine-tuning format.

    Raises:
        LocalCloudError: naming the line that breaks one.
    """
    lines = place.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if fault := _fault(json.loads(line)):
            raise LocalCloudError(f"{place.name}, line {number}: {fault}")
    if len(lines) != expected:
        raise LocalCloudError(f"{place.name} has {len(lines)} rows and not {expected}.")


def check_full(place: Path, expected: int) -> None:
    """Hold the full JSON to its own header: as many conversations as were approved."""
    content = json.loads(place.read_text(encoding="utf-8"))
    found = len(content["conversations"])
    if found != expected:
        raise LocalCloudError(f"{place.name} has {found} conversations and not {expected}.")


def _fault(line: Any) -> str | None:
    row = cast("dict[str, list[dict[str, Any]]]", line) if isinstance(line, dict) else {}
    if set(row) != {"messages"}:
        return "a row is an object with `messages` and nothing else."
    messages = row["messages"]
    roles = [str(message.get("role")) for message in messages]
    turns = roles[1:] if roles[:1] == ["system"] else roles
    rightful = ["user" if number % 2 == 0 else "assistant" for number in range(len(turns))]
    if len(turns) < LEAST_MESSAGES or turns != rightful or turns[-1] != "assistant":
        return f"roles are {roles}: user and assistant take turns, the assistant has the last word."
    for message in messages:
        content = message.get("content")
        if set(message) != {"role", "content"} or not isinstance(content, str):
            return "a message is its role and its content, a text."
        if not content.strip():
            return "a message is empty."
    return None
