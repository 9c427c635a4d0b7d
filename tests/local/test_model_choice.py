"""Who answers as Claude."""

from __future__ import annotations

import pytest

from infra.local.errors import LocalCloudError
from infra.local.model_server import chosen


def test_a_key_means_claude_at_its_own_address():
    choice = chosen({"ANTHROPIC_API_KEY": "sk-real"})
    assert (choice.kind, choice.base_url, choice.api_key) == ("claude", None, "sk-real")
    assert choice.notice is None


def test_a_base_url_is_honoured_with_a_key_and_without():
    with_key = chosen({"ANTHROPIC_API_KEY": "k", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9000"})
    without = chosen({"ANTHROPIC_BASE_URL": "http://127.0.0.1:9000"})
    assert with_key.base_url == without.base_url == "http://127.0.0.1:9000"
    assert (with_key.api_key, without.kind) == ("k", "compatible")
    assert without.api_key


def test_without_either_the_practice_model_answers_and_says_so():
    choice = chosen({}).at(8400)
    assert choice.is_sandbox
    assert choice.base_url == "http://127.0.0.1:8400"
    assert "practice model" in str(choice.notice)


def test_forbidding_the_practice_model_without_a_key_is_refused_in_a_sentence():
    with pytest.raises(LocalCloudError, match="ANTHROPIC_API_KEY"):
        chosen({"BRIGHTRUN_SANDBOX": "off"})
