"""The HTTP API: routes, wire models and the edge between HTTP and the use cases."""
