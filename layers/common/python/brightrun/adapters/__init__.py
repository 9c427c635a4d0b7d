"""Implementations of the ports on AWS and Anthropic; they translate vendor errors."""
