"""Constructs by concern; stacks join them."""
