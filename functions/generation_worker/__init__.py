"""Writes conversations: the consumer of the interactive and of the batch queue."""
