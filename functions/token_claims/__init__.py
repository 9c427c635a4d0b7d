"""Puts the active workspace into a sign-in token."""
