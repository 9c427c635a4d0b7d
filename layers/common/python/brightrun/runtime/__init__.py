"""Settings, logging and wiring: the only place that joins use cases with adapters."""
