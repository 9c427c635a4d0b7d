"""Text that would be a program stays text on every page, with the content security policy and without it."""

from __future__ import annotations

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
    """A dataset that carries the corpus wherever a person or Claude can write."""
    project = Project.make(cloud, 3)
    api = project.api
    dataset = api.get(f"/datasets/{project.id}")
    api.call(
        "PATCH", f"/datasets/{project.id}", json={"name": ALL[:120]}, headers={"If-Match": f'"{dataset["revision"]}"'}
    )
    first, second, _ = project.rows(sort="ref")
    project.ended(project.start(ids=[first["id"], second["id"]])["id"])
    for row in (first, second):
        now = api.get(f"/conversations/{row['id']}")
        turns = [{"number": n, "content": " ".join(CORPUS)} for n in (1, 2)]
        body = {"version": now["current_version"], "turns": turns}
        match = {"If-Match": f'"{now["revision"]}"'}
        now = api.call("PATCH", f"/conversations/{row['id']}/turns", json=body, headers=match).json()["row"]
        tags = [text[:40] for text in CORPUS]
        headers = {"If-Match": f'"{now["revision"]}"'}
        api.call("PATCH", f"/conversations/{row['id']}", json={"tags": tags}, headers=headers)
    project.review(first["id"], "reject", note=ALL)
    project.review(second["id"], "approve", note=ALL)
    passage = {"text": ALL, "dimensions": {"summary": CORPUS[0], "key_terms": [CORPUS[1]], "pii_flag": False}}
    documents = [{"title": ALL[:100], "category": "Knowledge Base", "chunks": [passage]}]
    api.post("/documents/import", {"documents": documents})
    body = f"{CORPUS[0]} {CORPUS[1]} {{persona}} {{emotion}} {{topic}}"
    api.post("/templates", {"name": ALL[:80], "tier": "template", "body": body})
    return project


@pytest.mark.parametrize("policy", ["with the policy", "without it"])
def test_what_was_written_never_runs(policy, stack, browser, owner_state, poisoned):
    context = browser.new_context(viewport=DESK, storage_state=owner_state, bypass_csp=policy == "without it")
    person = Person(stack, context.new_page())
    asked: list[str] = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    refs = [row["ref"] for row in poisoned.rows(status=["approved", "rejected"], sort="ref")]
    document = poisoned.api.get("/documents")["items"][0]["id"]
    rejected = poisoned.rows(status="rejected")[0]
    pages = {
        "/datasets": "<script>",
        f"/d/{poisoned.id}": "<script>",
        f"/d/{poisoned.id}?open={refs[0]}": "{{7*7}}",
        f"/d/{poisoned.id}?open={refs[1]}&compare=1,2": "{{7*7}}",
        f"/d/{poisoned.id}/export": "",
        f"/activity?about={rejected['id']}": "rejected",
        "/sources": "<script>",
        f"/sources/{document}": "",
        "/templates": "<script>",
        "/conversations": "",
    }
    for path, shown in pages.items():
        person.open(path)
        expect(person.page.get_by_role("heading", level=1)).to_be_visible()
        expect(person.main()).to_contain_text(shown)
        if "about=" in path:
            for summary in person.main().locator("summary").all():
                summary.click()
            expect(person.main()).to_contain_text("{{7*7}}")
        assert person.page.evaluate("window.ran") is None, path
        assert person.page.locator(BORN_OF_TEXT).count() == 0, path
        assert person.page.get_by_text("49 49", exact=False).count() == 0, path
    assert asked == []
    assert person.errors == []
    context.close()
