"""Bright Run: from a firm's own documents to a reviewed fine-tuning dataset."""

__version__ = "0.1.0"
