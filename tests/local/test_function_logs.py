"""One log a function, cut out of the emulator's log."""

from __future__ import annotations

from infra.local.function_logs import FunctionLogs
from infra.local.programs import wait_until

LOG = """\
2026-11-23 12:04:51 INFO [lambda] Lambda brightrun-local-api output:
{"level": "INFO", "message": "GET /me"}
{"level": "INFO", "message": "200"}
2026-11-23 12:04:52 INFO [lambda_runtime] Lambda worker spawned for brightrun-local-sweeper
2026-11-23 12:04:53 INFO [lambda] ESM: Lambda brightrun-local-generation-worker-batch output:
claimed
2026-11-23 12:04:54 INFO [s3] S3 bucket created
"""


def test_each_function_gets_its_own_lines_and_no_others(tmp_path):
    source, folder = tmp_path / "ministack.log", tmp_path / "functions"
    source.write_text("older lines\n")
    logs = FunctionLogs(source, folder, "brightrun-local-")
    logs.start()
    worker = folder / "generation-worker-batch.log"
    try:
        # The follower begins at the end of the file, which it may reach after this line is written.
        def grown() -> bool:
            with source.open("a") as out:
                out.write(LOG)
            return worker.exists()

        assert wait_until(grown, 10, pause=0.7)
    finally:
        logs.stop()
    assert set(worker.read_text().splitlines()) == {"claimed"}
    lines = (folder / "api.log").read_text().splitlines()
    assert set(lines) == {'{"level": "INFO", "message": "GET /me"}', '{"level": "INFO", "message": "200"}'}
    assert sorted(path.name for path in folder.iterdir()) == ["api.log", "generation-worker-batch.log"]
