"""The one table: its keys, its transactions and its readers (design §3a)."""
