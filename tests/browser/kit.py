"""Hands and eyes of a person in Chromium: what the tests and the pictures both do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Locator, Page, Route

CHROMIUM = "/usr/bin/chromium"
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)
DESK = {"width": 1366, "height": 768}
EXPECTED_NOISE = re.compile(r"401 \(Unauthorized\)|favicon")
"""Asking for a session that is not there answers 401, and Chromium writes that into its console."""


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Person:
    """One person at the web app. `errors` is what the browser complained about meanwhile."""

    stack: Mapping[str, Any]
    page: Page
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._console)

    def _console(self, message: Any) -> None:
        own = str(message.location.get("url", "")).startswith(self.stack["web_url"])
        if message.type == "error" and own and not EXPECTED_NOISE.search(message.text):
            self.errors.append(message.text)

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name)

    def sign_in(self, role: str = "owner", tenant: str = "hollis-park") -> None:
        """From the front page through the hosted page to the datasets."""
        who = next(u for u in self.stack["users"] if (u["tenant"], u["role"]) == (tenant, role))
        self.page.goto(self.stack["web_url"])
        self.button("Sign in").click()
        self.page.fill("input[name=username]", who["email"])
        self.page.fill("input[name=password]", who["password"])
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"{self.stack['web_url']}/datasets")

    def make_dataset(self, name: str, total: int) -> None:
        """From the starter pack to a plan of `total`, whose price is asked at once."""
        self.button("New dataset").first.click()
        self.answer_for_dataset(name, total)

    def answer_for_dataset(self, name: str, total: int) -> None:
        """In the question for a new dataset, and on to the price."""
        self.page.get_by_label("Name", exact=True).fill(name)
        self.button("Start with this pack").click()
        self.page.get_by_role("spinbutton", name="All together").fill(str(total))
        self.button("Continue to Generate").click()

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def confirm_generate(self) -> None:
        self.dialog().get_by_role("button", name=re.compile(r"^Generate")).click()
        self.page.wait_for_url(re.compile(r"/runs/"))

    def finished(self) -> Locator:
        """The bar of a run."""
        return self.page.get_by_role("progressbar", name="Conversations finished")

    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def go(self, name: str) -> None:
        """By the navigation."""
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name).first.click()

    def panel(self) -> Locator:
        """The conversation that is open."""
        return self.page.get_by_label(re.compile(r"^Conversation [A-Z]"))

    def open(self, path: str) -> None:
        """By its address."""
        self.page.goto(f"{self.stack['web_url']}{path}")

    @contextmanager
    def holding(self, address: str | re.Pattern[str]) -> Iterator[None]:
        """Inside, these requests wait; at its end they go on."""
        held: list[Route] = []
        open_again = False

        def keep(route: Route) -> None:
            if open_again:
                route.continue_()
            else:
                held.append(route)

        self.page.route(address, keep)
        yield
        open_again = True
        for route in held:
            route.continue_()

    def rows(self) -> Locator:
        """What the table of conversations shows, without the shapes that stand there while rows are fetched."""
        return self.page.get_by_role("table", name="Conversations").locator("tbody:not([aria-hidden]) tr")

    def row(self, ref: str) -> Locator:
        return self.rows().filter(has=self.page.get_by_role("rowheader", name=ref))

    def messages(self) -> Locator:
        return self.page.get_by_role("list", name="Messages")

    def filter_button(self, name: str) -> Locator:
        """Of one filter above the table; how many values are chosen stands behind its name."""
        return self.page.locator("button[aria-haspopup=dialog]").filter(has_text=re.compile(rf"^{name}\s*\d*$"))

    def filter(self, name: str, *values: str) -> None:
        """Chooses these values in a filter."""
        self.filter_button(name).click()
        for value in values:
            self.page.get_by_role("dialog", name=name).get_by_role("checkbox", name=value).click()
        self.page.keyboard.press("Escape")
