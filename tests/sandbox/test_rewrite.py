"""The practice model follows simple wishes so that a reader sees it."""

import pytest

from infra.local.sandbox.writer.rewrite import read_rewrite, rewrite

TURNS = (
    ("user", "I owe 7 percent. I am scared."),
    ("assistant", "Pay what costs 7 percent first. Keep cash. Then invest. Your portfolio can wait."),
    ("user", "And then?"),
    ("assistant", "Then we meet. We look again. We decide."),
)


def asked(wish: str, only: int | None = None):
    scope = f"Rewrite message {only} only, spoken by the advisor." if only else "Rewrite the whole conversation."
    said = "\n".join(f'<message number="{n}" role="{r}">{t}</message>' for n, (r, t) in enumerate(TURNS, 1))
    text = f"{scope}\n<written_conversation>\n{said}\n</written_conversation>\n<instruction>\n{wish}\n</instruction>"
    found = read_rewrite(text)
    assert found is not None
    return [turn["content"] for turn in rewrite(found, "About a debt")["turns"]]


@pytest.mark.parametrize(
    ("wish", "holds"),
    [
        ("Shorter", lambda new: all(len(n) < len(t) for n, (_, t) in zip(new[:2], TURNS, strict=False))),
        ("Warmer", lambda new: new[1] != TURNS[1][1] and new[1].endswith(TURNS[1][1]) and new[0] == TURNS[0][1]),
        ("Mention the fee", lambda new: "the fee" in new[3]),
        ("No jargon", lambda new: "portfolio" not in new[1]),
        ("Say 6 percent instead of 7", lambda new: "6 percent" in new[1] and "7 percent" not in "".join(new)),
    ],
)
def test_a_simple_wish_shows(wish, holds):
    assert holds(asked(wish))


def test_one_message_comes_alone():
    assert asked("mention the fee", only=2) == [f"{TURNS[1][1]} One thing belongs here too: the fee."]


def test_another_prompt_is_no_rewrite():
    assert read_rewrite("<conversation_plan>\n</conversation_plan>") is None
