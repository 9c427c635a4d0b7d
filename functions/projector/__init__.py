"""Reads the table's stream: mails what people asked to be told."""
