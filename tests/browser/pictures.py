"""Which pages are pictured, in which state: the table that `make screenshots` works through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tests.browser.kit import DESK

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

TABLET: ViewportSize = {"width": 768, "height": 1024}
LARGE: ViewportSize = {"width": 1920, "height": 1080}
SIZES = (DESK, LARGE, TABLET)
THEMES = ("light", "dark")


class Stage(StrEnum):
    """Where the dataset stands, one after the other."""

    PLANNED = "planned"
    SHORT = "short of money"
    WRITTEN = "being written"
    DECIDED = "decided on"


@dataclass(frozen=True)
class Picture:
    """One page in one state.

    Attributes:
        name: of its files.
        path: with the places that `Studio.places` fills.
        shown: what stands on it once it is there.
        stage: when it is taken.
        every: in all sizes and both themes, else once.
        press: buttons that lead to it, in order.
        broken: addresses of the API that do not answer.
        signed_in: by the owner.
        readme: its name among the pictures that the README shows, where it does.
    """

    name: str
    path: str
    shown: str
    stage: Stage = Stage.DECIDED
    every: bool = False
    press: tuple[str, ...] = ()
    broken: str = ""
    signed_in: bool = True
    readme: str = ""


def key(name: str, path: str, shown: str, stage: Stage = Stage.DECIDED, **more: Any) -> Picture:
    """Of one of the five pages on which the most time is spent."""
    return Picture(name, path, shown, stage, every=True, **more)


PICTURES = (
    key("dataset-full", "/d/{full}", "Approved", readme="dataset"),
    key("dataset-empty", "/d/{empty}", "No conversations yet"),
    key("dataset-failing", "/d/{full}", "could not load the conversations", broken=r"/datasets/\w+/conversations"),
    key("reading-full", "/d/{full}?open={unread}", "All 7 parts"),
    key("reading-empty", "/d/{full}?open={planned}", "Not generated yet"),
    key("reading-failing", "/d/{full}?open={failed}", "This one was not written"),
    key("review-full", "/d/{full}/review?open={unread}", "to go", readme="review"),
    key("review-empty", "/d/{empty}/review", "Nothing to read"),
    key("review-failing", "/d/{full}/review?open={failed}", "This one was not written"),
    key("run-full", "/d/{full}/runs/{run}", "Pause", Stage.WRITTEN, readme="run"),
    key("run-empty", "/d/{empty}/runs", "Nothing was generated yet"),
    key("run-failing", "/d/{full}/runs/{run}", "Retry"),
    key("generate-full", "/d/{full}", "Stop at", Stage.PLANNED, press=("Generate all",)),
    key("generate-empty", "/d/{empty}/plan", "Plan", Stage.PLANNED),
    key("generate-failing", "/d/{full}", "Raise the budget", Stage.SHORT, press=("Generate all",)),
    key("export-full", "/d/{full}/export", "Checked", readme="export"),
    key("export-empty", "/d/{empty}/export", "Nothing to export yet"),
    key("export-failing", "/d/{full}/export", "Try again", broken=r"/exports"),
    Picture("start", "/start?dataset={full}", "Describe your customers", Stage.PLANNED, readme="plan"),
    Picture("datasets", "/datasets", "Financial planning"),
    Picture("conversations", "/conversations", "Financial planning"),
    Picture("plan", "/d/{full}/plan", "Plan"),
    Picture("words", "/d/{full}/words", "Load a CSV"),
    Picture("coverage", "/d/{full}/coverage", "Anxious Investor"),
    Picture("runs", "/d/{full}/runs", "written"),
    Picture("failures", "/d/{full}/failures", "declined"),
    Picture("weak", "/d/{full}?open={weak}", "All 7 parts"),
    Picture("compare", "/d/{full}?open={edited}&compare=1,2", "Two versions"),
    Picture("sources", "/sources", "What our clients taught us"),
    Picture("source", "/sources/{document}", "dimensions"),
    Picture("templates", "/templates", "Template"),
    Picture("template", "/templates/{template}", "Version"),
    Picture("activity", "/activity", "approved"),
    Picture("everything", "/activity?about={about}", "approved"),
    Picture("people", "/people", "Ines Duarte"),
    Picture("settings", "/settings", "Save settings"),
    Picture("shortcuts", "/datasets", "Shortcuts", press=("Help",)),
    Picture("nowhere", "/nowhere", "This page is not here"),
    Picture("sign-in", "/sign-in", "Sign in", signed_in=False),
)
