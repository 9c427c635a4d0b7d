"""Lambda entry points. A real package, so a handler has one dotted name everywhere."""
