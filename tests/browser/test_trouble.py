"""A lost network and an ended sign-in on lists and in questions: said plainly, and nothing typed is lost."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

API = re.compile(r"/api/v1/(?!session)")


def ask_for_a_tag(owner, project, tag):
    owner.open(f"/d/{project.id}")
    expect(owner.rows().first).to_be_visible()
    owner.rows().first.get_by_role("checkbox").click()
    owner.page.get_by_role("region", name="Selected conversations").get_by_role("button", name="Tag").click()
    owner.dialog().get_by_label("Add tags").fill(tag)
    return owner.dialog().get_by_role("button", name=re.compile("^Tag "))


def test_a_list_that_cannot_be_reached_says_so_and_comes_back(owner, written):
    owner.page.route(API, lambda route: route.abort() if "/activity" in route.request.url else route.continue_())
    owner.open("/activity")
    expect(owner.main()).to_contain_text("We could not load the activity")
    expect(owner.main()).to_contain_text("Nothing is lost. The server did not answer")
    owner.page.unroute(API)
    owner.main().get_by_role("button", name="Try again").click()
    expect(owner.page.get_by_role("table", name="Activity")).to_be_visible()
    owner.errors.clear()  # Chromium notes each request that we broke


@pytest.mark.story("IS4.28.0", 5, via="browser")
def test_what_no_second_try_mends_names_its_reference_and_who_helps(owner, written):
    problem = {
        "status": 500,
        "detail": "Something went wrong on our side.",
        "code": "unexpected",
        "retryable": False,
        "request_id": "req-8F3K2",
    }
    broken = {"status": 500, "content_type": "application/problem+json", "body": json.dumps(problem)}
    owner.page.route(re.compile("/api/v1/templates"), lambda route: route.fulfill(**broken))
    owner.open("/templates")
    expect(owner.main()).to_contain_text("We could not load the templates")
    expect(owner.main()).to_contain_text("Reference req-8F3K2.")
    help_ = owner.main().get_by_role("link", name="Contact support")
    expect(help_).to_have_attribute("href", re.compile(r"^mailto:support@brightrun\.example\?subject=.*req-8F3K2$"))
    owner.errors.clear()  # Chromium notes each request that we broke


def test_a_question_keeps_what_was_typed_when_the_network_is_lost(owner, written):
    confirm = ask_for_a_tag(owner, written, "kept words")
    owner.page.route("**/bulk", lambda route: route.abort())
    confirm.click()
    expect(owner.messages()).to_contain_text("The server did not answer. Nothing is lost")
    expect(owner.dialog().get_by_label("Add tags")).to_have_value("kept words")
    owner.page.unroute("**/bulk")
    confirm.click()
    expect(owner.dialog()).to_have_count(0)
    expect(owner.messages()).to_contain_text("1 tagged")
    owner.errors.clear()


def test_who_is_offline_is_told_what_still_works(owner, written):
    owner.open(f"/d/{written.id}")
    expect(owner.rows().first).to_be_visible()
    owner.page.context.set_offline(True)
    expect(owner.page.locator("body")).to_contain_text("You are offline. Keep reading.")
    expect(owner.rows().first).to_be_visible()
    owner.page.context.set_offline(False)
    expect(owner.page.locator("body")).not_to_contain_text("You are offline")
    owner.errors.clear()


def test_an_ended_sign_in_asks_for_it_and_loses_nothing(owner, written):
    confirm = ask_for_a_tag(owner, written, "typed before")
    refuse = {
        "status": 401,
        "content_type": "application/problem+json",
        "body": '{"status":401,"code":"not_signed_in"}',
    }
    owner.page.route("**/api/v1/**", lambda route: route.fulfill(**refuse))
    confirm.click()
    again = owner.page.get_by_role("dialog", name="Please sign in again")
    expect(again).to_contain_text("What you were typing is still here and will be saved after you sign in.")
    owner.page.unroute("**/api/v1/**")
    with owner.page.expect_popup() as waiting:
        again.get_by_role("button", name="Sign in").click()
    popup = waiting.value
    who = next(u for u in owner.stack["users"] if (u["tenant"], u["role"]) == ("hollis-park", "owner"))
    popup.fill("input[name=username]", who["email"])
    popup.fill("input[name=password]", who["password"])
    popup.keyboard.press("Enter")
    expect(again).to_have_count(0)
    expect(owner.dialog().get_by_label("Add tags")).to_have_value("typed before")
    confirm.click()
    expect(owner.messages()).to_contain_text("1 tagged")
    owner.errors.clear()


def test_nothing_is_counted_before_it_is_known(owner, written):
    with owner.holding(re.compile(rf"/datasets/{written.id}/conversations")):
        owner.open(f"/d/{written.id}")
        expect(owner.page.get_by_role("heading", level=1)).to_contain_text("Proof")
        expect(owner.button("Next page")).to_be_visible()
        expect(owner.main()).not_to_contain_text(re.compile(r"\b0 of \d|0 to 0"))
    expect(owner.main()).to_contain_text(re.compile(r"1 to \d+ of \d+"))
