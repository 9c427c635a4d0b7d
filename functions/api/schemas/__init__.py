"""The wire models: what goes over HTTP, one module a resource."""
