"""Collects the outcome of every test that claims to prove a criterion of the product story."""
