"""`make screenshots`: the key pages as pictures, for the README, from a cloud of their own."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from infra.local.api import Api
from infra.local.cloud import LocalCloud, Options
from tests.browser.kit import DESK, Person, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = 90
SANDBOX = {"latency_seconds": 4, "latency_jitter": 0.5}
WHOLE_RUN_MS = 300_000


def _keep(person: Person, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    person.page.wait_for_load_state("domcontentloaded")
    expect(person.page.get_by_role("status").filter(has_text="Loading")).to_have_count(0)
    path = PICTURES / f"{name}.png"
    person.page.screenshot(path=path, animations="disabled")
    print(f"{path.relative_to(PICTURES.parents[1])}  {path.stat().st_size // 1000} kB")


def _decide(stack: dict[str, Any], dataset: str) -> None:
    """A morning's decisions, so that the pictures show a dataset at work."""
    api = Api(stack["api_url"], f"Bearer {stack['api_keys']['hollis-park']['owner']}")
    rows = api.get(f"/datasets/{dataset}/conversations", limit=60, sort="-score", status="generated")["items"]
    ids = [row["id"] for row in rows if row["tier"] != "edge_case"]
    approved = api.post(f"/datasets/{dataset}/bulk", {"action": "approve", "ids": ids[:41]})
    if not approved["done"]:
        raise AssertionError(approved)
    api.post(f"/datasets/{dataset}/bulk", {"action": "reject", "ids": ids[-3:]})
    api.close()


def take(browser: Browser, stack: dict[str, Any]) -> None:
    """Walks through the main job and keeps a picture at each station."""
    context = browser.new_context(viewport=DESK, color_scheme="light")
    person = Person(stack, context.new_page())
    person.sign_in()
    person.button("New dataset").first.click()
    person.page.get_by_label("Name", exact=True).fill("Financial planning")
    person.button("Start with this pack").click()
    expect(person.button("Continue to Generate")).to_be_visible()
    _keep(person, "plan")
    person.page.get_by_role("spinbutton", name="All together").fill(str(SIZE))
    person.button("Continue to Generate").click()
    expect(person.dialog()).to_contain_text("$")
    _keep(person, "price")
    person.confirm_generate()
    expect(person.finished()).to_have_attribute("aria-valuenow", re.compile(r"^[2-6]\d$"), timeout=WHOLE_RUN_MS)
    _keep(person, "run")
    expect(person.finished()).to_have_attribute("aria-valuenow", "100", timeout=WHOLE_RUN_MS)
    _decide(stack, re.findall(r"/d/(\w+)/", person.page.url)[0])
    person.page.reload()
    person.go("Conversations")
    expect(person.button(re.compile(r"^Review [A-Z]+-\d")).first).to_be_visible()
    _keep(person, "dataset")
    person.button(re.compile(r"^Review ")).first.click()
    expect(person.panel().get_by_role("article").first).to_be_visible()
    _keep(person, "panel")
    person.go("Exports")
    expect(person.button(re.compile(r"^Export \d+ conversation"))).to_be_visible()
    _keep(person, "export")
    context.close()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        options = Options(state_dir=Path(folder), web_port=0, aws_port=0, sandbox_port=0, sandbox=SANDBOX)
        with LocalCloud(options) as cloud, chromium() as browser:
            take(browser, cloud.stack)


if __name__ == "__main__":
    main()
