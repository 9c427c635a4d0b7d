"""Reading one conversation beside the table."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def some(written):
    """A good one that has been approved."""
    return written.rows(status="approved", sort="ref")[0]


@pytest.fixture
def reader(owner, written, some):
    owner.open(f"/d/{written.id}?size=50&sort=ref")
    owner.row(some["ref"]).locator("td").nth(2).click()
    expect(owner.panel().get_by_role("article").first).to_be_visible()
    return owner


def letters(text):
    """Without spaces and figures: a mark in the text shows the number of its passage."""
    return re.sub(r"[\W\d]+", "", text)


@pytest.mark.story("IS2.3.0", 0, via="browser")
@pytest.mark.story("IS4.8.0", 0, via="browser")
@pytest.mark.story("IS2.3.0", 1, via="browser")
@pytest.mark.story("IS2.3.0", 2, via="browser")
@pytest.mark.story("IS4.8.0", 1, via="browser")
@pytest.mark.story("IS4.8.0", 2, via="browser")
@pytest.mark.story("IS4.26.0", 3, via="browser")
def test_a_click_on_a_row_opens_its_turns_beside_the_table(reader, written, some):
    stored = written.api.get(f"/conversations/{some['id']}")["version"]["turns"]
    articles = reader.panel().get_by_role("article")
    expect(articles).to_have_count(len(stored))
    for article, turn in zip(articles.all(), stored, strict=True):
        told = article.inner_text()
        assert ("USER" if turn["role"] == "user" else "ASSISTANT") in told
        assert letters(turn["content"]) in letters(told)
    assert "{" not in reader.panel().inner_text()
    panel, table = reader.panel().bounding_box(), reader.page.get_by_role("table").bounding_box()
    assert panel["x"] > table["x"]
    expect(reader.rows().first).to_be_visible()


@pytest.mark.story("IS2.3.0", 3, via="browser")
@pytest.mark.story("IS4.8.0", 3, via="browser")
def test_turns_are_set_for_reading(reader):
    said = reader.panel().get_by_role("article").first.locator("p").nth(1)
    size, line, width = said.evaluate(
        """element => {
             const style = getComputedStyle(element);
             const size = parseFloat(style.fontSize);
             return [size, parseFloat(style.lineHeight) / size, element.getBoundingClientRect().width / size];
           }"""
    )
    assert size >= 15
    assert 1.4 <= line <= 1.8
    # About 45 to 80 letters a line, each half as wide as the size of the type.
    assert 20 <= width <= 42


@pytest.mark.story("IS2.3.0", 4, via="browser")
@pytest.mark.story("IS4.8.0", 4, via="browser")
@pytest.mark.story("IS3.6.0", 3, via="browser")
@pytest.mark.story("IS4.23.0", 2, via="browser")
@pytest.mark.story("IS4.24.0", 4, via="browser")
@pytest.mark.story("IS4.23.0", 0, via="browser")
def test_it_says_what_it_is_how_good_when_written_and_from_which_passages(reader, written, some):
    full = written.api.get(f"/conversations/{some['id']}")
    panel = reader.panel()
    for told in (some["persona"], some["emotion"], some["topic"], some["intent"], some["tone"], f"{some['score']:.1f}"):
        expect(panel).to_contain_text(told)
    expect(panel).to_contain_text(re.compile(r"turns, written .*(now|ago|today|min|hour|\d)"))
    expect(panel).to_contain_text("not by Claude")
    expect(panel).to_contain_text("Facts from your documents")
    for chunk in full["chunks"]:
        expect(panel).to_contain_text(chunk["text"][:60])
    source = panel.get_by_role("link", name=re.compile(full["chunks"][0]["document_title"])).first
    source.click()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text(full["chunks"][0]["document_title"])


@pytest.mark.story("IS1.3.0", 4, via="browser")
def test_what_one_conversation_cost_opens_into_its_calls(reader, written, some):
    (attempt,) = written.attempts(some["id"])
    reader.panel().get_by_role("button", name=re.compile(r"^cost \$")).click()
    lines = reader.panel().get_by_role("table", name="Every call for this conversation").locator("tbody tr")
    expect(lines).to_have_count(1)
    expect(lines.first).to_contain_text(f"{attempt['output_tokens']:,}")
    expect(lines.first).to_contain_text("$")


@pytest.mark.story("IS2.3.0", 5, via="browser")
@pytest.mark.story("IS2.3.0", 6, via="browser")
@pytest.mark.story("IS4.8.0", 5, via="browser")
def test_one_goes_to_the_next_back_and_out(reader, written, some):
    refs = [row["ref"] for row in written.rows(sort="ref")]
    after = refs[refs.index(some["ref"]) + 1]
    reader.panel().get_by_role("button", name="Next").click()
    expect(reader.page.get_by_label(f"Conversation {after}")).to_be_visible()
    reader.panel().get_by_role("button", name="Previous").click()
    expect(reader.page.get_by_label(f"Conversation {some['ref']}")).to_be_visible()
    reader.panel().get_by_role("button", name="Close").click()
    expect(reader.panel()).to_have_count(0)
    expect(reader.row(some["ref"])).to_be_visible()


@pytest.mark.story("IS4.8.0", 6, via="browser")
def test_the_whole_conversation_is_copied(reader, written, some):
    reader.panel().get_by_role("button", name="Copy the conversation").click()
    expect(reader.messages()).to_contain_text(f"{some['ref']} copied")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    for turn in written.api.get(f"/conversations/{some['id']}")["version"]["turns"]:
        assert turn["content"] in copied


@pytest.mark.story("IS4.26.0", 5, via="browser")
def test_power_users_move_read_and_close_by_keys(owner, written):
    owner.open(f"/d/{written.id}?size=50&sort=ref")
    expect(owner.rows().first).to_be_visible()
    refs = [row["ref"] for row in written.rows(sort="ref")]
    owner.page.keyboard.press("j")
    owner.page.keyboard.press("j")
    owner.page.keyboard.press("j")
    owner.page.keyboard.press("Enter")
    expect(owner.page.get_by_label(f"Conversation {refs[2]}")).to_be_visible()
    owner.page.keyboard.press("j")
    expect(owner.page.get_by_label(f"Conversation {refs[3]}")).to_be_visible()
    owner.page.keyboard.press("k")
    owner.page.keyboard.press("Escape")
    expect(owner.panel()).to_have_count(0)
    owner.page.keyboard.press("/")
    expect(owner.page.get_by_label("Search the conversations")).to_be_focused()
