"""One module a resource: its rows of the route table and their handlers."""
