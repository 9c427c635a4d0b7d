"""Lambda entry points. A real package, so a handler has one dotted name everywhere."""

import gc

# What a start loads stays. Looking through it for garbage at every 700th new object is a tenth of the start.
gc.set_threshold(100_000)
