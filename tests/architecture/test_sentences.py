"""What the API refuses with is shown to people as it is: every code comes with a plain sentence of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from brightrun.domain import errors
from functions.api import errors as http
from functions.api.errors import problem, status_of
from tests.architecture.source import PRODUCT, ROOT, python, relative, syntax

KINDS = {
    name: kind
    for module in (errors, http)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, errors.BrightRunError)
}
NEVER = re.compile(r"\b(tokens?|queues?|jobs?|pipelines?|chunks?|prompt|null|invalid|429|500|timeout)\b", re.IGNORECASE)
"""Words that no owner should have to read (the terms of the trade have plain ones of their own)."""
FOR_PROGRAMS = {"malformed", "bad_cursor", "bad_idempotency_key", "precondition_required", "wrong_media_type"}
"""Codes that the app never causes: who writes a program reads the exact terms."""
INSIDE = {"bad_envelope", "template_file", "template_changed"}
"""Codes of the clockwork and of a deployment, which no caller of the API ever gets."""


def raised() -> Iterator[tuple[str, str, str]]:
    """(where, code, sentence) of every error that is raised with a sentence; what is filled in is an ellipsis."""
    for path in python(PRODUCT / "usecases", PRODUCT / "domain", ROOT / "functions" / "api"):
        for node in ast.walk(syntax(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            kind = KINDS.get(node.func.id)
            text = _text(node.args[0])
            if kind is None or text is None:
                continue
            given = next((each.value for each in node.keywords if each.arg == "code"), None)
            code = given.value if isinstance(given, ast.Constant) else kind.code
            yield f"{relative(path)}:{node.lineno}", str(code), kind(text).message


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return None


SENTENCES = sorted(set(raised()))


def test_there_are_errors_to_look_at():
    assert len(SENTENCES) > 80
    assert len({code for _, code, _ in SENTENCES}) > 30


@pytest.mark.parametrize(("where", "code", "sentence"), SENTENCES, ids=[where for where, _, _ in SENTENCES])
def test_every_code_has_a_plain_sentence(where: str, code: str, sentence: str):
    said = f"{where} ({code}): {sentence}"
    assert re.match(r"[A-Z…\"“]", sentence), said
    assert sentence.rstrip().endswith((".", "…", ":")), said
    assert len(sentence.split()) >= 3 or sentence.startswith("…"), said
    if code not in FOR_PROGRAMS | INSIDE:
        assert not NEVER.search(sentence), said


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_error_has_a_status_and_its_sentence_reaches_the_app(kind: type[errors.BrightRunError]):
    error = kind([0]) if kind is errors.ChangeLost else kind("This is a sentence.")
    status, body = problem(error, "request-1")
    assert status == status_of(error)
    assert body["detail"] == error.message
    assert error.message.endswith(".")
    assert body["code"]
    assert body["title"]
