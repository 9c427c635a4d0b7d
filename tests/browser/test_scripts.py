"""Text that would be a program stays text on every page, with the content security policy and without it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.kit import DESK, Person
from tests.e2e.kit import Project

CORPUS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1><a href='javascript:window.ran=1'>s</a></svg>",
    "[press](javascript:window.ran=1) javascript:window.ran=1",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "'\"><details open ontoggle=window.ran=1>",
)
ALL = " ".join(CORPUS)
BORN_OF_TEXT = (
    "img[src='x'], iframe, [onerror], [onload], [ontoggle], a[href^='javascript:'], "
    "main script, main svg a, [srcdoc], main details[ontoggle]"
)


@pytest.fixture(scope="module")
def poisoned(cloud):
    """A dataset that carries the corpus wherever anyone can write; the workspace has its name back after."""
    project = Project.make(cloud, 3)
    api = project.api
    settings = api.get("/settings")
    change(api, "/settings", settings["revision"], name=ALL[:120])
    dataset = api.get(f"/datasets/{project.id}")
    words = dataset["taxonomy"]
    words["personas"].append({"name": CORPUS[1], "detail": ALL})
    words["topics"].append({"name": CORPUS[0]})
    words["tones"].append(CORPUS[4])
    change(api, f"/datasets/{project.id}", dataset["revision"], name=ALL[:120], taxonomy=words)
    first, second, planned = project.rows(sort="ref")
    project.ended(project.start(ids=[first["id"], second["id"]])["id"])
    for row in (first, second):
        poison(api, f"/conversations/{row['id']}")
    project.review(first["id"], "reject", note=ALL)
    project.review(second["id"], "approve", note=ALL)
    change(api, f"/conversations/{planned['id']}/situation", planned["revision"], situation=ALL, problem_context=ALL)
    passage = {"text": ALL, "dimensions": {"summary": CORPUS[0], "key_terms": [CORPUS[1]], "pii_flag": False}}
    documents = [{"title": ALL[:100], "category": "Knowledge Base", "chunks": [passage]}]
    api.post("/documents/import", {"documents": documents})
    body = f"{CORPUS[0]} {CORPUS[1]} {{persona}} {{emotion}} {{topic}}"
    api.post("/templates", {"name": ALL[:80], "tier": "template", "body": body})
    api.post("/api-keys", {"name": ALL[:80], "role": "viewer"})
    yield project
    change(api, "/settings", api.get("/settings")["revision"], name=settings["name"])


def change(api, path, revision, **body):
    return api.call("PATCH", path, json=body, headers={"If-Match": f'"{revision}"'}).json()


def poison(api, path):
    """Its messages, what it is filed under, its tags, and what a reader says of it."""
    now = api.get(path)
    turns = [{"number": n, "content": " ".join(CORPUS)} for n in (1, 2)]
    row = change(api, f"{path}/turns", now["revision"], version=now["current_version"], turns=turns)["row"]
    tags = [text[:40] for text in CORPUS]
    filed = {"persona": CORPUS[1], "topic": CORPUS[0], "tone": CORPUS[4]}
    row = change(api, path, row["revision"], tags=tags, **filed)
    api.post(f"{path}/rating", {"stars": 4}, If_Match=f'"{row["revision"]}"')
    for turn in (1, 2):
        api.post(f"{path}/comments", {"version": row["current_version"], "turn": turn, "text": ALL})


def unfold(person):
    """Shows what a page keeps folded."""
    for summary in person.main().locator("summary").all():
        summary.click()


@pytest.mark.parametrize("policy", ["with the policy", pytest.param("without it", marks=pytest.mark.long)])
def test_what_was_written_never_runs(policy, stack, browser, owner_state, poisoned):
    context = browser.new_context(viewport=DESK, storage_state=owner_state, bypass_csp=policy == "without it")
    person = Person(stack, context.new_page())
    asked: list[str] = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    refs = [row["ref"] for row in poisoned.rows(status=["approved", "rejected"], sort="ref")]
    planned = poisoned.rows(status="planned")[0]["ref"]
    document = poisoned.api.get("/documents")["items"][0]["id"]
    rejected = poisoned.rows(status="rejected")[0]
    pages = {
        "/datasets": ["<script>"],
        f"/d/{poisoned.id}?cols=ref,persona,topic,tone,tags": [CORPUS[0], CORPUS[1], CORPUS[4]],
        f"/d/{poisoned.id}?open={refs[0]}": ["{{7*7}}", CORPUS[6]],
        f"/d/{poisoned.id}?open={refs[1]}&compare=1,2": ["{{7*7}}"],
        f"/d/{poisoned.id}?open={planned}": [CORPUS[3]],
        f"/d/{poisoned.id}/review?ref={refs[0]}": ["{{7*7}}", CORPUS[2]],
        f"/d/{poisoned.id}/coverage": [CORPUS[1]],
        f"/d/{poisoned.id}/words": ["Load a CSV"],
        f"/d/{poisoned.id}/export": [],
        f"/activity?about={rejected['id']}": ["rejected", "{{7*7}}"],
        "/activity": [],
        "/sources": ["<script>"],
        f"/sources/{document}": [],
        "/templates": ["<script>"],
        f"/conversations?persona={quote(CORPUS[1])}": [CORPUS[0]],
        "/people": ["<script>"],
        "/settings": [],
    }
    for path, shown in pages.items():
        person.open(path)
        expect(person.page.get_by_role("heading", level=1)).to_be_visible()
        expect(person.page.locator("[aria-busy=true]")).to_have_count(0)
        unfold(person)
        for text in shown:
            expect(person.main()).to_contain_text(text)
        assert person.page.evaluate("window.ran") is None, path
        assert person.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), path
        assert person.page.locator(BORN_OF_TEXT).count() == 0, path
        assert person.page.get_by_text("49 49", exact=False).count() == 0, path
    assert asked == []
    assert person.errors == []
    context.close()
