"""What the provider's own count says of a call."""

from __future__ import annotations

from brightrun.adapters.anthropic_model import usage_of


def test_thinking_is_told_apart_where_the_provider_counts_it():
    billed = {"input_tokens": 10, "output_tokens": 900, "output_tokens_details": {"thinking_tokens": 300}}
    assert (usage_of(billed).output, usage_of(billed).thinking) == (900, 300)
    for silent in ({}, {"output_tokens_details": None}):
        assert usage_of({"output_tokens": 900, **silent}).thinking is None
