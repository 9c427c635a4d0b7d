import pytest

from brightrun.domain.errors import NotFound
from brightrun.domain.near import small_sketch
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.version import Turn
from brightrun.ports import changes as c
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.similarity import dataset_similarity, similar_to
from tests.fakes import make
from tests.fakes.store import FakeStore
from tests.planted.talks import clean_talks


def sketch(turns: tuple[Turn, ...]) -> str:
    return small_sketch(turns)


@pytest.fixture
def filled(store: FakeStore, scope: TenantScope) -> FakeStore:
    """Three trades, a copy of the first with one word more, and one that was not written yet."""
    talks = {talk.domain: talk for talk in clean_talks()}
    texts = [talks[name].turns for name in ("bakery", "law", "vet")]
    last = texts[0][-1]
    texts.append((*texts[0][:-1], last.model_copy(update={"content": last.content + " Indeed."})))
    heads = [make.head(n, sketch=sketch(turns)) for n, turns in enumerate(texts, start=1)]
    dataset = make.dataset(last_number=5)
    store.commit(scope, [c.SaveDataset(dataset, None)], token="dataset")
    store.commit(scope, [c.SaveHead(head, None) for head in (*heads, make.head(5))], token="heads")
    return store


def test_a_copy_is_told_with_the_one_it_repeats(filled: FakeStore, scope: TenantScope):
    found = dataset_similarity(scope, make.dataset().id, store=filled, rows=RowCache())
    assert (found.compared, found.near_duplicates, found.diversity) == (4, 1, 0.75)
    (pair,) = found.pairs
    assert (pair.ref, pair.other.ref) == ("FP-0004", "FP-0001")
    assert pair.other.likeness > 0.9
    assert found.openings == (("FP-0001", "FP-0004"),)


def test_a_conversation_names_its_twin_and_nobody_else(filled: FakeStore, scope: TenantScope):
    def twins(number: int) -> list[str]:
        head = filled.head(scope, make.dataset().id, 0, make.an_id("conversation", number))
        assert head is not None
        return [other.ref for other in similar_to(scope, head, store=filled, rows=RowCache())]

    assert [twins(number) for number in (1, 2, 5)] == [["FP-0004"], [], []]


def test_another_workspace_has_no_such_dataset(filled: FakeStore, other_scope: TenantScope):
    with pytest.raises(NotFound):
        dataset_similarity(other_scope, make.dataset().id, store=filled, rows=RowCache())
