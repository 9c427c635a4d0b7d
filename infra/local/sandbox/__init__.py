"""The practice model: a small server that speaks the Messages API without any provider behind it.

It exists so that the whole product can be run, shown and tested on one machine, through the same
client, limits, errors and money as with Claude; only the base URL differs. It writes plausible
conversations from the prompt's own plan and facts, answers the same prompt with the same text, and
plants a flaw in about one of twelve so that review has something to find.
"""
