"""One log file a function."""

from __future__ import annotations

from infra.local.function_logs import FunctionLogs
from infra.local.programs import wait_until


class Written:
    def __init__(self) -> None:
        self.stored = []

    def say(self, function, at_ms, line):
        self.stored.append((function, at_ms, line))

    def lines(self, function, since_ms, until_ms):
        return [line for name, at, line in self.stored if name == function and since_ms <= at <= until_ms]


def test_each_function_gets_its_own_lines_once_and_without_the_platforms(tmp_path):
    written = Written()
    logs = FunctionLogs(written, tmp_path / "functions", {"api": "x-api", "sweeper": "x-sweeper"})
    logs._since = 100
    written.say("x-api", 99, "before the start")
    written.say("x-api", 100, "START RequestId: 1")
    written.say("x-api", 100, "first")
    written.say("x-sweeper", 101, "round")
    logs.start()
    assert wait_until((tmp_path / "functions/sweeper.log").exists, 10)
    logs.stop()
    assert (tmp_path / "functions/api.log").read_text() == "first\n"
    assert (tmp_path / "functions/sweeper.log").read_text() == "round\n"
