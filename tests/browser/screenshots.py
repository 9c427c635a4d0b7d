"""`make screenshots`: the pages as pictures, from a cloud of their own.

All of them go to out/screenshots/; the few that the README shows go to docs/pictures/ as well. A page that can't
be taken, complains or is wider than its window is named, and the command fails.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, expect

from infra.local.cloud import LocalCloud, Options
from tests.browser.kit import DESK, Person, chromium
from tests.browser.pictures import PICTURES, SIZES, THEMES, Picture, Stage
from tests.e2e.kit import Cloud, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Route, ViewportSize

ROOT = Path(__file__).parents[2]
OUT, KEPT = ROOT / "out" / "screenshots", ROOT / "docs" / "pictures"
QUICK = {"latency_seconds": 0.3, "latency_jitter": 0.5, "flaw_rate": 0.15}
SLOW = {**QUICK, "latency_seconds": 20}
PLANNED, ASKED_FOR, IN_THE_PICTURE = 90, 62, 24
PATIENCE_MS = 15_000
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
NO_ANSWER = {
    "status": 503,
    "content_type": "application/problem+json",
    "body": '{"detail": "The server did not answer in time.", "retryable": false, "request_id": "8F3K2"}',
}


@dataclass
class Studio:
    """A workspace whose dataset goes through its stages, and what the addresses of its pages are made of."""

    cloud: Cloud
    project: Project
    places: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def opened(cls, cloud: Cloud) -> Studio:
        empty = Project.make(cloud, 0, name="Estate questions")
        project = Project.make(cloud, PLANNED, name="Financial planning")
        document = project.api.get("/documents")["items"][0]["id"]
        template = project.api.get("/templates")["items"][0]["id"]
        places = {"full": project.id, "empty": empty.id, "document": document, "template": template}
        return cls(cloud, project, places)

    def stages(self) -> Iterator[Stage]:
        """Yields each stage once the dataset stands there."""
        yield Stage.PLANNED
        self._budget(5_000)
        yield Stage.SHORT
        self._budget(50_000_000)
        rows = self.project.rows(sort="ref")
        declined, cut_off = rows[3], rows[8]
        faults = [
            {"kind": "refusal", "reference": declined["ref"], "count": 9},
            {"kind": "max_tokens", "reference": cut_off["ref"], "count": 9},
        ]
        self.cloud.sandbox("faults", faults)
        run = self.project.start(ids=[row["id"] for row in rows[:ASKED_FOR]])["id"]
        self.project.reached(run, IN_THE_PICTURE, seconds=120)
        self.cloud.sandbox("config", SLOW)
        self.places |= {"run": run, "failed": declined["ref"]}
        yield Stage.WRITTEN
        self.cloud.sandbox("config", QUICK)
        self.project.ended(run, seconds=180)
        self._decide()
        yield Stage.DECIDED

    def _budget(self, micros: int) -> None:
        path = f"/datasets/{self.project.id}"
        match = {"If-Match": f'"{self.project.api.get(path)["revision"]}"'}
        self.project.api.call("PATCH", path, json={"budget_micros": micros}, headers=match)

    def _decide(self) -> None:
        """A morning's decisions, so that the pictures show a dataset at work."""
        read = self.project.rows(status="generated", sort="-score")
        good = [row["id"] for row in read if row["tier"] != "edge_case" and not row["flagged"]]
        for action, ids in (("approve", good[:31]), ("reject", good[-3:])):
            self.project.api.post(f"/datasets/{self.project.id}/bulk", {"action": action, "ids": ids})
        edited, about = read[0], self.project.rows(status="approved")[0]
        self.project.edit(edited["id"], 2, "Before anything else: nothing has to be decided this week.")
        weak = self.project.rows(status="generated", sort="score")[0]
        unread = self.project.rows(status="generated", flagged=False, sort="score")[0]
        planned = self.project.rows(status="planned", sort="ref")[0]
        self.places |= {
            "edited": edited["ref"],
            "about": about["id"],
            "weak": weak["ref"],
            "unread": unread["ref"],
            "planned": planned["ref"],
        }


@dataclass
class Camera:
    """Opens pages as the owner, or as a stranger, and keeps what they look like."""

    browser: Browser
    stack: dict[str, Any]
    state: Any = None
    failed: list[str] = field(default_factory=list[str])

    def sign_in(self) -> None:
        context = self._context(signed_in=False)
        Person(self.stack, context.new_page()).sign_in()
        self.state = context.storage_state()
        context.close()

    def take(self, picture: Picture, places: dict[str, str]) -> None:
        """All looks of one page in one state; what goes wrong with it is said, and the next one is taken."""
        context = self._context(signed_in=picture.signed_in)
        try:
            person = self._opened(context, picture, places)
            for theme in THEMES if picture.every else THEMES[:1]:
                person.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                for size in SIZES if picture.every else SIZES[:1]:
                    self._keep(person, picture, theme, size)
            if person.errors and not picture.broken:
                self._refuse(picture, person.errors[0])
        except (Error, AssertionError) as error:
            self._refuse(picture, str(error).splitlines()[0])
        finally:
            context.close()

    def _context(self, *, signed_in: bool) -> BrowserContext:
        return self.browser.new_context(
            viewport=DESK, reduced_motion="reduce", storage_state=self.state if signed_in else None
        )

    def _opened(self, context: BrowserContext, picture: Picture, places: dict[str, str]) -> Person:
        person = Person(self.stack, context.new_page())
        person.page.set_default_timeout(PATIENCE_MS)
        if picture.broken:
            person.page.route(re.compile(rf"/api/v1.*{picture.broken}"), _no_answer)
        person.open(picture.path.format(**places))
        for name in picture.press:
            person.button(re.compile(rf"^{name}")).first.click()
        shown = person.page.get_by_text(picture.shown).filter(visible=True).first
        expect(shown).to_be_visible(timeout=PATIENCE_MS)
        expect(person.page.locator("[aria-busy=true]")).to_have_count(0, timeout=PATIENCE_MS)
        person.page.wait_for_load_state("networkidle")
        return person

    def _keep(self, person: Person, picture: Picture, theme: str, size: ViewportSize) -> None:
        person.page.set_viewport_size(size)
        person.page.evaluate(PAINTED)
        path = OUT / f"{picture.name}-{theme}-{size['width']}.png"
        person.page.screenshot(path=path, animations="disabled")
        if (beyond := person.page.evaluate(TOO_WIDE)) > 0:
            self._refuse(picture, f"{beyond} pixels too wide at {size['width']}, {theme}")
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")
        if picture.readme and (theme, size) == (THEMES[0], DESK):
            shutil.copy(path, KEPT / f"{picture.readme}.png")

    def _refuse(self, picture: Picture, why: str) -> None:
        self.failed.append(picture.name)
        print(f"{picture.name}: {why}", file=sys.stderr)


def _no_answer(route: Route) -> None:
    route.fulfill(**NO_ANSWER)


def main() -> int:
    """Print a line for each picture; the exit code says whether all were taken."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        options = Options(state_dir=Path(folder), web_port=0, aws_port=0, sandbox_port=0, sandbox=QUICK)
        with LocalCloud(options) as started, closing(Cloud(started.stack)) as cloud, chromium() as browser:
            camera = Camera(browser, started.stack)
            camera.sign_in()
            studio = Studio.opened(cloud)
            for stage in studio.stages():
                for picture in PICTURES:
                    if picture.stage == stage:
                        camera.take(picture, studio.places)
    if camera.failed:
        print(f"Not as they should be: {', '.join(dict.fromkeys(camera.failed))}.", file=sys.stderr)
    return 1 if camera.failed else 0


if __name__ == "__main__":
    sys.exit(main())
