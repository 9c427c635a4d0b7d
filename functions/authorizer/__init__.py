"""Lets a caller in, by a sign-in token or an API key."""
