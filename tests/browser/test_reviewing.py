"""A reviewer's afternoon: reading with the whole screen, by keyboard alone, with a colleague and a bad network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PRACTICE
from tests.e2e.kit import Project, wait_for

SIXTY, OTHERS = 60, 6
EXTRA = " And one thing more."
TURNS, RULINGS = "**/api/v1/conversations/*/turns", "**/api/v1/conversations/*/review"


@pytest.fixture(scope="module")
def project(cloud, request) -> Project:
    """Written at once and read by nobody: sixty only where somebody reads sixty."""
    long = any("sixty" in item.name for item in request.session.items)
    made = Project.make(cloud, SIXTY + OTHERS if long else 4 * OTHERS)
    cloud.sandbox("config", {**PRACTICE, "latency_seconds": 0})
    made.ended(made.start()["id"])
    cloud.sandbox("config", PRACTICE)
    return made


class Network:
    """Away at first; then the server does what it is asked, and its first answer of each kind gets lost."""

    def __init__(self):
        self.state, self.lost = "away", set()

    def pass_on(self, route):
        kind = route.request.url.rsplit("/", 1)[1]
        if self.state == "away":
            route.abort()
        elif kind in self.lost:
            route.continue_()
        else:
            self.lost.add(kind)
            route.fetch()
            route.abort()


def unread(project):
    return [row["ref"] for row in project.rows(status="generated", sort="score")]


def passable(project):
    """Those that may be approved, however low the score."""
    return [row["ref"] for row in project.rows(status="generated", sort="score") if row["tier"] != "edge_case"]


def full(project, ref):
    (row,) = project.rows(ref=ref)
    return project.api.get(f"/conversations/{row['id']}")


def reading(person, ref):
    """The conversation that has the screen, once its text is there."""
    one = person.page.get_by_role("region", name=f"Conversation {ref}", exact=True)
    expect(one.get_by_role("article").first).to_be_visible()
    return one


def press(person, *keys):
    for key in keys:
        person.page.keyboard.press(key)


def told(person, text):
    expect(person.page.get_by_text(re.compile(text)).first).to_be_visible()


def forgive(person, *statuses):
    """What Chromium writes into its console about answers that were refused or never came."""
    allowed = re.compile("|".join([*statuses, "ERR_FAILED", "ERR_INTERNET"]))
    person.errors[:] = [error for error in person.errors if not allowed.search(error)]


@pytest.mark.long
@pytest.mark.timeout(180)
@pytest.mark.story("IS4.26.0", 5, via="browser")
def test_sixty_are_read_and_decided_by_keyboard_alone_edits_and_all(owner, project):
    spare = passable(project)[-OTHERS:]
    refs = [ref for ref in unread(project) if ref not in spare]
    too_low = {row["ref"] for row in project.rows(tier="edge_case", max_score="8")}
    edge_cases = {row["ref"] for row in project.rows(tier="edge_case")}  # an edit may take one below what it needs
    plain = [ref for number, ref in enumerate(refs) if number % 15 not in {3, 7} and ref not in edge_cases]
    edited = plain[10::10]
    chosen = "&".join(f"ref={ref}" for ref in refs)
    owner.open(f"/d/{project.id}/review?{chosen}&status=generated")
    told(owner, f"0 of {SIXTY} read, {SIXTY} to go")
    expected = {}
    for number, ref in enumerate(refs):
        reading(owner, ref)
        if number == 1:
            press(owner, "z")
            reading(owner, refs[0])
            press(owner, *(("f", "1", "Enter") if refs[0] in too_low else ("a",)))
            reading(owner, ref)
        if ref in too_low or number % 15 == 7:
            press(owner, "f", "1", "Enter")
            expected[ref] = ("needs_edit", ["A figure to check"])
        elif number % 15 == 3:
            press(owner, "r", "2", "5", "n")
            owner.page.keyboard.type("not like us")
            press(owner, "Enter")
            expected[ref] = ("rejected", ["Not how we talk", "Repeats itself"])
        elif ref in edited:
            press(owner, "ArrowDown", "ArrowDown", "e")
            owner.page.keyboard.type(EXTRA)
            press(owner, "Control+Shift+A")
            expected[ref] = ("approved", EXTRA)
        else:
            press(owner, "a")
            expected[ref] = ("approved", [])
    told(owner, f"You read 60 conversations in .*approved, {len(edited)} edited")
    expect(owner.messages().get_by_role("listitem")).to_have_count(0)
    # The last decisions are still on their way when the screen says what was done.
    undecided = {"status": "generated", "ref": refs}
    wait_for(lambda: not project.rows(**undecided), 20, "the last decisions")
    rows = {row["ref"]: row for row in project.rows(ref=refs)}
    assert {ref: row["status"] for ref, row in rows.items()} == {ref: status for ref, (status, _) in expected.items()}
    for ref, (_, why) in expected.items():
        if why == EXTRA:
            found = full(project, ref)
            assert (found["current_version"], found["review"]["version"]) == (2, 2)
            assert EXTRA.strip() in " ".join(turn["content"] for turn in found["version"]["turns"])
        else:
            assert rows[ref]["review"]["reasons"] == why
    noted = [row["review"]["note"] for row in rows.values() if row["status"] == "rejected"]
    assert noted == ["not like us"] * len(noted)
    decided = project.api.get("/activity", limit=100, subject=rows[refs[5]]["id"])["items"][0]
    assert 0 <= decided["details"]["reading_seconds"] < 60


def test_of_two_who_decide_at_once_one_wins_and_the_other_sees_who_it_was(owner, cloud, project):
    ref = passable(project)[0]
    row = full(project, ref)
    seen = cloud.send(
        "POST", f"/conversations/{row['id']}/opened", f"Bearer {cloud.token('editor')}", json={"version": 1}
    )
    assert seen.json() == {"readers": []}
    owner.open(f"/d/{project.id}/review?open={ref}")
    colleague = next(u["name"] for u in owner.stack["users"] if (u["tenant"], u["role"]) == ("hollis-park", "editor"))
    expect(reading(owner, ref)).to_contain_text(f"{colleague} is reading this")
    theirs = {"decision": "reject", "version": 1, "note": "Too cold."}
    cloud.api("editor").post(f"/conversations/{row['id']}/review", theirs, If_Match=f'"{row["revision"]}"')
    press(owner, "f", "3", "n")
    owner.page.keyboard.type("Shorten it.")
    press(owner, "Enter")
    expect(owner.messages()).to_contain_text(re.compile(f"rejected {ref} while you were reading"))
    told(owner, "^0 of")
    owner.page.get_by_role("navigation", name="Queue").get_by_role("button", name=re.compile(f"^{ref},")).click()
    one = reading(owner, ref)
    expect(one).to_contain_text("Too cold.")
    expect(owner.page.get_by_label("Note for the record, optional")).to_have_value("Shorten it.")
    assert full(project, ref)["review"]["note"] == "Too cold."
    forgive(owner, "409")


def test_nothing_is_lost_while_the_network_is_away(owner, project):
    first, second = passable(project)[:2]
    owner.open(f"/d/{project.id}/review?ref={first}&ref={second}")
    reading(owner, first)
    network = Network()
    for address in (TURNS, RULINGS):
        owner.page.route(address, network.pass_on)
    press(owner, "ArrowDown", "e")
    owner.page.keyboard.type(EXTRA)
    told(owner, "Kept on this computer. It goes out when you are back")
    press(owner, "Control+Shift+A")
    reading(owner, second)
    press(owner, "a")
    told(owner, "All read")
    told(owner, "2 decisions and 1 edit are kept on this computer and go out")
    owner.page.reload()
    told(owner, "2 decisions and 1 edit are kept on this computer and go out")
    assert [full(project, ref)["status"] for ref in (first, second)] == ["generated", "generated"]
    network.state = "loses answers"
    owner.button("Try now").click()
    expect(owner.messages()).to_contain_text(re.compile("You are back. .* saved."))
    expect(owner.page.get_by_text(re.compile("kept on this computer"))).to_have_count(0)
    assert network.lost == {"turns", "review"}
    edited, read = full(project, first), full(project, second)
    assert (edited["status"], edited["latest_version"], edited["review"]["version"]) == ("approved", 2, 2)
    assert edited["version"]["turns"][0]["content"].endswith(EXTRA.strip())
    assert (read["status"], read["latest_version"]) == ("approved", 1)
    forgive(owner, "409")


def test_what_is_typed_outlives_the_end_of_the_sign_in(owner, project):
    ref = passable(project)[0]
    owner.open(f"/d/{project.id}/review?ref={ref}")
    reading(owner, ref)
    ended = {"status": 401, "content_type": "application/problem+json", "body": '{"code":"not_signed_in"}'}
    for address in (TURNS, "**/api/v1/session/refresh"):
        owner.page.route(address, lambda route: route.fulfill(**ended))
    press(owner, "e")
    owner.page.keyboard.insert_text(EXTRA)
    expect(owner.dialog()).to_contain_text("Please sign in again")
    for address in (TURNS, "**/api/v1/session/refresh"):
        owner.page.unroute(address)
    with owner.page.expect_popup() as opened:
        owner.dialog().get_by_role("button", name="Sign in").click()
    who = next(u for u in owner.stack["users"] if (u["tenant"], u["role"]) == ("hollis-park", "owner"))
    window = opened.value
    window.get_by_role("button", name="Sign in").click()
    window.fill("input[name=username]", who["email"])
    window.fill("input[name=password]", who["password"])
    window.keyboard.press("Enter")
    expect(owner.dialog()).to_have_count(0)
    told(owner, "Saved as version 2")
    assert full(project, ref)["version"]["turns"][0]["content"].endswith(EXTRA.strip())
    forgive(owner, "401", "409")


def test_readers_talk_about_a_message_and_give_stars(owner, cloud, project):
    ref = project.rows(sort="ref")[0]["ref"]
    owner.open(f"/d/{project.id}/review?ref={ref}&queue=table")
    one = reading(owner, ref)
    press(owner, "ArrowDown", "ArrowDown", "m")
    owner.page.keyboard.type("<b>Too cold</b> for a widow.")
    press(owner, "Control+Enter")
    said = one.get_by_role("list", name="Comments on turn 2")
    expect(said).to_contain_text("<b>Too cold</b> for a widow.")
    one.get_by_role("button", name="4 of 5 stars").click()
    found = full(project, ref)
    colleague = cloud.api("editor")
    (comment,) = colleague.get(f"/conversations/{found['id']}/comments")["items"]
    assert (comment["turn"], comment["mine"]) == (2, False)
    expect(one.get_by_role("button", name="4 of 5 stars")).to_have_attribute("aria-pressed", "true")
    owner.open(f"/d/{project.id}?open={ref}")
    expect(owner.panel().get_by_role("list", name="Comments on turn 2")).to_contain_text("for a widow")
    owner.panel().get_by_role("button", name=re.compile("^Delete the comment")).click()
    expect(owner.panel().get_by_role("list", name="Comments on turn 2")).to_have_count(0)
    assert full(project, ref)["stars"] == 4
