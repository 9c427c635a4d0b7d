import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.export import Format
from brightrun.domain.formats import (
    ExportChecks,
    ExportItem,
    Written,
    approved,
    blocking,
    chat_row,
    difference,
    file_stem,
    parts_of,
    statistics,
)
from brightrun.domain.tenancy import Actor
from brightrun.domain.version import Band, Quality, Turn, Version
from tests.domain.samples import NOW

FORMATS: tuple[Format, ...] = ("openai_chat_jsonl", "anthropic_jsonl", "full_json")
ACTOR = Actor(id="u", name="Maya", via="session")


def item(number: int = 1, *texts: str, **changes: Any) -> ExportItem:
    said = texts or tuple(
        f"In message {n} of talk {number} the {w} comes up, {number * n} times over."
        for n, w in enumerate(["letter", "bank", "house", "key"])
    )
    turns = tuple(
        Turn(number=n, role="user" if n % 2 else "assistant", content=text) for n, text in enumerate(said, start=1)
    )
    version = Version(
        conversation_id=f"c{number}",
        number=1,
        origin="attempt",
        title="A letter",
        turn_count=len(turns),
        quality=Quality(score=8.4, band=Band.GOOD, formula="", parts=()),
        written_by=changes.pop("written_by", "claude-haiku-5-5"),
        created_at=NOW,
        created_by="u",
    )
    head = ConversationHead.model_validate(
        {
            "id": f"c{number}",
            "ref": f"FP-{number:04d}",
            "dataset_id": "d",
            "shard": 0,
            "persona": f"Persona {number % 4}",
            "emotion": "Fear",
            "arc": "Triumph",
            "topic": "Wills",
            "intent": "Explain",
            "tone": "Calm",
            "tier": "scenario",
            "status": "generated",
            "score": 8.4,
            "turn_count": len(turns),
            "current_version": 1,
            "latest_version": 1,
            "written_by": version.written_by,
            "created_at": NOW,
            "updated_at": NOW,
            **changes,
        }
    )
    decided = head.decide("approve", read=version, actor=ACTOR, now=NOW, edge_case_min=8.0)
    return ExportItem(decided, version, turns)


def built(format_: Format, items: list[ExportItem]) -> tuple[bytes, Written]:
    written = Written()
    return b"".join(parts_of(format_, iter(items), {"export_date": "x"}, written)), written


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[n : n + size] for n in range(0, len(data), size))


ODD_TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@pytest.mark.parametrize("format_", FORMATS)
@given(texts=st.lists(st.lists(ODD_TEXTS, min_size=1, max_size=5), max_size=6), size=st.integers(1, 400))
def test_any_conversation_reads_back_equal(format_: Format, texts: list[list[str]], size: int):
    items = [item(n, *said) for n, said in enumerate(texts, start=1)]
    data, written = built(format_, items)
    assert written.size == len(data)
    assert difference(format_, pieces(data, size), written) is None
    if format_ != "full_json":
        rows = [json.loads(line) for line in data.decode().split("\n")[:-1]]
        assert rows == [chat_row(one) for one in items]
    else:
        whole = json.loads(data)
        assert [[(t["role"], t["content"]) for t in row["turns"]] for row in whole["conversations"]] == [
            [(t.role, t.content) for t in one.turns] for one in items
        ]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data.replace(b"talk 2", b"talk 7", 1),
        lambda data: data[:-20],
        lambda data: data + b"\n",
        lambda data: b"\n".join(data.split(b"\n")[:-2]) + b"\n",
        lambda data: data.replace(b'"role"', b'"rule"', 1),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data[:0],
    ],
)
def test_any_harm_to_a_stored_file_is_found(format_: Format, harm: Any):
    data, written = built(format_, [item(n) for n in range(1, 5)])
    assert difference(format_, [harm(data)], written) is not None


@pytest.mark.parametrize("wrong", [("assistant", "user", "assistant"), ("user", "user", "assistant")])
def test_anthropics_shape_wants_the_client_first_and_each_in_turn(wrong: tuple[Any, ...]):
    one = item(1, *(f"Message {n}." for n in range(1, 4)))
    turns = tuple(turn.model_copy(update={"role": role}) for turn, role in zip(one.turns, wrong, strict=True))
    for formats, blocks in ((("openai_chat_jsonl",), False), (("openai_chat_jsonl", "anthropic_jsonl"), True)):
        checks = ExportChecks(formats)
        checks.add(item(2))
        checks.add(ExportItem(one.head, one.version, turns))
        found = {check.code: check for check in checks.results()}
        assert ("order" in found) is blocks
        assert bool(blocking(checks.results())) is blocks
        if blocks:
            assert found["order"].ids == (one.head.id,)


def test_rows_of_the_chat_format_hold_messages_and_nothing_else():
    data, _ = built("openai_chat_jsonl", [item(1), item(2)])
    assert data.endswith(b"\n")
    for line in data.decode().splitlines():
        row = json.loads(line)
        assert set(row) == {"messages"}
        assert {frozenset(m) for m in row["messages"]} == {frozenset({"role", "content"})}
        assert row["messages"][-1]["role"] == "assistant"


def test_a_file_is_streamed_one_conversation_at_a_time():
    taken: list[int] = []

    def source() -> Iterator[ExportItem]:
        for number in range(1, 100):
            taken.append(number)
            yield item(number)

    parts = parts_of("openai_chat_jsonl", source(), {}, Written())
    next(parts)
    assert taken == [1]


def test_only_the_approved_leave_in_order():
    heads = [item(n).head for n in (3, 1, 2)]
    undecided = heads[0].model_copy(update={"review": None, "id": "x"})
    assert [head.ref for head in approved([*heads, undecided])] == ["FP-0001", "FP-0002", "FP-0003"]
    actor = Actor(id="u", name="M", via="session")
    rejected = item(4).head.decide("reject", read=item(4).version, actor=actor, now=NOW, edge_case_min=8.0)
    assert approved([rejected]) == []


def test_names_of_files():
    assert file_stem("", NOW, 87) == "training-data-2026-11-23-approved-87-conversations"
    assert file_stem("Für Maya / ../x", NOW, 1) == "fur-maya-x-2026-11-23-approved-1-conversations"
    assert file_stem("日本", NOW, 2).startswith("training-data-")


def test_statistics_count_what_is_there():
    found = statistics([item(1).head, item(2, written_by="sandbox:claude-haiku-5-5").head])
    assert found["conversation_count"] == 2
    assert found["quality"] == {"average": 8.4, "minimum": 8.4, "maximum": 8.4, "bands": {"good": 2}}
    assert found["written_by_practice_model"] == 1


def levels(*items: ExportItem) -> dict[str, str]:
    checks = ExportChecks(FORMATS)
    for one in items:
        checks.add(one)
    return {check.code: check.level for check in checks.results()}


def test_a_clean_set_is_fine_all_over():
    words = [
        "harbour",
        "winter",
        "ladder",
        "cousin",
        "pepper",
        "violin",
        "meadow",
        "tunnel",
        "candle",
        "ferry",
        "garden",
        "anchor",
    ]
    items = [
        item(n, *(f"{words[n]} {words[(n * k + 1) % 12]} {n} {k} goes along {words[k]}" for k in range(4)))
        for n in range(12)
    ]
    assert set(levels(*items).values()) == {"ok"}


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("Dear {persona}, hello", "placeholder", "red"),
        ("Dear {{ client_name }}", "placeholder", "red"),
        ("Dear [insert name here]", "placeholder", "red"),
        ("so <|im_start|>system", "chat_tokens", "red"),
        ("[INST] do it [/INST]", "chat_tokens", "red"),
        ("use sk-" + "ant-" + "a1B2" * 6, "secrets", "red"),
        ("AKI" + "A1234567890ABCDEF", "secrets", "red"),
        ("write to maya@hollispark.com", "personal_data", "amber"),
        ("call (415) 555-0132 now", "personal_data", "amber"),
        ("it is 123-45-6789", "personal_data", "amber"),
    ],
)
def test_what_must_not_leave_is_found(text: str, code: str, level: str):
    found = levels(item(1, "Hello there", text))
    assert found[code] == level


@pytest.mark.parametrize(
    "text", ["It pays $1,200 from 2027-01-06 on", "call 988 tonight", "{not here, really}", "a [sic] b"]
)
def test_plain_text_is_left_alone(text: str):
    found = levels(item(1, "Hello there", text))
    assert {found[c] for c in ("placeholder", "chat_tokens", "secrets", "personal_data")} == {"ok"}


def test_shape_rows_twins_and_the_practice_model_are_told():
    ends_wrong = item(1, "a question", "an answer", "a last question")
    twin = [item(5), item(6)]
    twin[1] = ExportItem(twin[1].head, twin[1].version, twin[0].turns)
    found = levels(ends_wrong, *twin, item(7, "q", "a", written_by="sandbox:x"))
    assert (found["shape"], found["near_duplicates"]) == ("red", "amber")
    assert (found["rows"], found["practice_model"]) == ("amber", "amber")
    assert levels()["rows"] == "red"


def test_red_sentences_block():
    checks = ExportChecks(FORMATS)
    checks.add(item(1, "Hello {persona}", "Yes"))
    assert blocking(checks.results()) == "1 conversation holds a left-over placeholder."
