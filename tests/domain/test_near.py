from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.near import SMALL_SKETCH, Sketch, diversity, likeness, nearest_of, sketch_of, unpacked
from tests.planted.near import originals_and_copies


def test_planted_copies_are_found_and_originals_are_not():
    texts = originals_and_copies(300, 90, seed=3)
    for size in (64, SMALL_SKETCH):
        found = {(pair.earlier, pair.later) for pair in diversity([sketch_of(one.text, size) for one in texts]).near}
        meant = {(one.of, place) for place, one in enumerate(texts) if one.of is not None}
        assert len(found & meant) / len(meant) >= 0.95
        assert len(found & meant) / len(found) >= 0.95


def test_diversity_counts_copies_and_openings_once_each():
    rows = [
        "The letter came on a grey Tuesday morning.\nNothing in it was new to me, and still I read it twice over.",
        "The letter came on a grey Friday evening.\nMy brother opened it with the bread knife and laughed out loud.",
        "We never had a boat, only the pier and its long wet boards.\nYou would have liked it there, in September.",
    ]
    found = diversity([sketch_of(text) for text in [*rows, rows[2]]])
    assert [(pair.earlier, pair.later, pair.likeness) for pair in found.near] == [(2, 3, 1.0)]
    assert found.openings == ((0, 1), (2, 3))
    assert found.share == 0.5
    assert diversity([]).share == 1


def test_the_likest_comes_first_and_strangers_not_at_all():
    texts = [one.text for one in originals_and_copies(20, 1, seed=5)]
    sketches = [sketch_of(text, SMALL_SKETCH) for text in texts]
    copy, others = sketches[-1], sketches[:-1]
    found = nearest_of(copy, others)
    assert len(found) == 1
    assert found[0][1] == likeness(copy, others[found[0][0]])


@given(st.lists(st.integers(0, 2**32 - 1), unique=True, max_size=64), st.integers(0, 2**32 - 1))
def test_a_row_gives_back_the_sketch_that_it_keeps(hashes: list[int], opening: int):
    sketch = Sketch(tuple(sorted(hashes)), opening)
    assert unpacked(sketch.packed()) == sketch
