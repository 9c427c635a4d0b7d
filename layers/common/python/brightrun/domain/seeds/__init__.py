"""The owner's own conversations, read from the files that people have."""

from brightrun.domain.seeds.entry import WORDS, Seed, Shape
from brightrun.domain.seeds.figures import Comparison, compare
from brightrun.domain.seeds.file import MOST_SEEDS, SeedFile, read_seeds
from brightrun.domain.seeds.fitting import fitted, unknown_words

__all__ = [
    "MOST_SEEDS",
    "WORDS",
    "Comparison",
    "Seed",
    "SeedFile",
    "Shape",
    "compare",
    "fitted",
    "read_seeds",
    "unknown_words",
]
