"""Puts the house's prompts into the table at a deployment."""
