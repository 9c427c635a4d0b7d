"""In-memory stand-ins for the ports, with the same promises as the adapters."""
