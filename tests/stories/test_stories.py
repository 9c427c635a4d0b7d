"""The account of what is proven is itself right."""

from __future__ import annotations

import re

import pytest

from tests.stories.criteria import STORY_FILE, Story, read_story_file, stories
from tests.stories.plugin import claim_of
from tests.stories.report import lines
from tests.stories.results import Claim, Finding, add_to_record, read_record

STORY = Story("IS9.1.0", "A title", "As a tester, I want …", ("First", "Second"))


def finding(test, outcome, *criteria):
    return Finding(test, outcome, tuple(Claim("IS9.1.0", n, "api") for n in criteria))


def test_every_bullet_of_every_story_is_an_entry():
    found = stories()
    assert len(found) == 54
    assert sum(len(story.bullets) for story in found) == 334
    assert len({story.id for story in found}) == 54
    assert all(re.fullmatch(r"IS[1-4]\.\d+\.0", story.id) for story in found)
    assert all(bullet for story in found for bullet in story.bullets)


def test_the_entries_are_the_customers_own_words():
    # The customer's file lies beside the checkout of those who have it; its text is not ours to ship.
    if STORY_FILE.exists():
        assert read_story_file(STORY_FILE.read_text(encoding="utf-8")) == stories()
    first = stories()[0]
    text = f"#### {first.id}: {first.title}\n- **As a** x\n  - **Acceptance Criteria:**\n"
    text += "".join(f"    - {criterion}\n" for criterion in first.criteria)
    assert read_story_file(text)[0].criteria == first.criteria


def test_a_story_is_proven_only_when_every_bullet_is():
    whole = finding("a", "passed", 0, 1, 2)
    assert lines([STORY], [whole]) == ["IS9.1.0   proven   3/3   A title"]
    part = finding("a", "passed", 0, 2)
    assert lines([STORY], [part]) == ["IS9.1.0   open     2/3   A title"]
    assert lines([STORY], []) == ["IS9.1.0   open     0/3   A title"]


def test_one_failing_test_outweighs_another_that_passed():
    findings = [finding("a", "passed", 0, 1, 2), finding("b", "failed", 2)]
    assert lines([STORY], findings) == ["IS9.1.0   failing  2/3   A title"]


def test_a_test_that_was_not_run_proves_nothing():
    findings = [finding("a", "skipped", 0), finding("b", "passed", 1, 2)]
    assert lines([STORY], findings) == ["IS9.1.0   open     2/3   A title"]


def test_sessions_add_to_one_record_and_the_last_word_counts(tmp_path):
    path = tmp_path / "stories.json"
    add_to_record([finding("a", "failed", 1), finding("b", "passed", 2)], path)
    add_to_record([finding("a", "passed", 1)], path)
    assert read_record(path) == [finding("a", "passed", 1), finding("b", "passed", 2)]


@pytest.mark.parametrize(
    "mark",
    [
        pytest.mark.story("IS9.9.0", 1, via="api"),
        pytest.mark.story("IS1.1.0", 5, via="api"),
        pytest.mark.story("IS1.1.0", 1, via="hearsay"),
        pytest.mark.story("IS1.1.0", 1),
    ],
)
def test_a_claim_that_the_story_does_not_know_is_refused(mark):
    with pytest.raises(pytest.UsageError):
        claim_of(mark.mark)
