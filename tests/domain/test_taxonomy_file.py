import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.errors import InvalidInput
from brightrun.domain.taxonomy import Topic
from brightrun.domain.taxonomy_file import read_taxonomy, write_taxonomy
from tests.domain.samples import taxonomy


def test_a_vocabulary_comes_back_from_its_file_as_it_was():
    assert read_taxonomy(write_taxonomy(taxonomy()), taxonomy()) == taxonomy()


@given(name=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=80))
def test_any_name_survives_the_file_and_none_is_a_formula(name: str):
    own = taxonomy().model_copy(update={"topics": (Topic(name=name, keywords=("a", "b")),)})
    text = write_taxonomy(own)
    assert not any(line.startswith(("topic,=", "topic,+", "topic,-", "topic,@")) for line in text.splitlines())
    if not name.startswith("'"):
        assert read_taxonomy(text, taxonomy()).topics == own.topics


def test_lists_that_the_file_does_not_name_stay():
    after = read_taxonomy("list,name,detail\npersona,New Parent,Counts every hour.\n", taxonomy())
    assert [each.name for each in after.personas] == ["New Parent"]
    assert after.topics == taxonomy().topics


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("name\nCalm\n", "column list", "is missing"),
        ("list,name,colour\ntone,Calm,red\n", "column colour", "is not known"),
        ("list,name\ntone,Calm\nmood,Blue\n", "line 3", "mood is no list"),
        ("list,name\ntone,\n", "line 2", "1 to 120 characters"),
        ("list,name\ntone,Calm\ntone,calm\n", "line 3", "stands there twice"),
        ("list,name\ntone,Calm,and,more\n", "line 2", "more cells than the first line"),
        (f"list,name\npersona,{'x' * 81}\n", "line 2", "at most 80"),
        ("list,name\n", "line 2", "no word"),
    ],
)
def test_a_bad_file_is_refused_with_the_line_and_the_reason(text: str, where: str, what: str):
    with pytest.raises(InvalidInput) as refused:
        read_taxonomy(text, taxonomy())
    assert where in {field for field, _ in refused.value.fields}
    assert what in " ".join(message for _, message in refused.value.fields)
    assert "nothing was changed" in refused.value.message


def test_every_bad_line_is_named_at_once():
    with pytest.raises(InvalidInput) as refused:
        read_taxonomy("list,name\nmood,Blue\ntone,\ntone,Calm\n", taxonomy())
    assert [field for field, _ in refused.value.fields] == ["line 2", "line 3"]
