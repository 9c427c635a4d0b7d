"""What a restart of MiniStack would break."""

from __future__ import annotations

import json

from infra.local import saved_state


def test_stream_positions_are_forgotten_and_the_rest_is_kept(tmp_path):
    saved = tmp_path / "lambda.json"
    positions = {"dynamodb_stream_positions": {"data": {"esm": 2024}}, "functions": {"a": 1}}
    saved.write_text(json.dumps({"payload": positions}))
    saved_state.mend(tmp_path, was_port=0, port=4566)
    payload = json.loads(saved.read_text())["payload"]
    assert payload == {"dynamodb_stream_positions": {"data": {}}, "functions": {"a": 1}}


def test_queues_move_with_the_port(tmp_path):
    saved = tmp_path / "sqs.json"
    saved.write_text('{"http://localhost:4566/000000000000/jobs": {}}')
    saved_state.mend(tmp_path, was_port=4566, port=4567)
    assert saved.read_text() == '{"http://localhost:4567/000000000000/jobs": {}}'


def test_a_first_start_and_a_broken_file_are_no_problem(tmp_path):
    saved_state.mend(tmp_path / "missing", was_port=0, port=1)
    (tmp_path / "lambda.json").write_text("{")
    saved_state.mend(tmp_path, was_port=0, port=1)
