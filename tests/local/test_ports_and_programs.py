"""Ports and programs of the local cloud."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import psutil
import pytest

from infra.local import ports
from infra.local.errors import LocalCloudError
from infra.local.programs import Program, born, survivors, wait_until


def _program(folder: Path, code: str, stop_seconds: float = 5) -> Program:
    env = {"PATH": os.environ["PATH"]}
    return Program("helper", [sys.executable, "-c", code], env, folder / "helper.log", folder, stop_seconds)


def test_a_taken_port_gives_the_next_one():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert ports.choose(taken) > taken


def test_a_port_promised_to_another_program_is_left_out():
    free = ports.choose(20_000)
    assert ports.choose(free, taken={free}) > free


def test_zero_asks_for_any_free_port():
    assert ports.is_free(ports.choose(0))


def test_a_program_that_dies_at_once_is_reported_with_the_end_of_its_log(tmp_path):
    program = _program(tmp_path, "print('the disk is gone'); raise SystemExit(3)")
    program.start()
    with pytest.raises(LocalCloudError, match=r"stopped while starting(.|\n)*the disk is gone"):
        program.wait_ready("http://127.0.0.1:9/", seconds=10)


def test_stopping_ends_what_the_program_started_too(tmp_path):
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('child', 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    program = _program(tmp_path, code)
    program.start()
    child_file = tmp_path / "child"
    assert wait_until(lambda: child_file.exists() and bool(child_file.read_text()), 10)
    child = int(child_file.read_text())
    program.stop()
    assert not program.alive
    assert wait_until(lambda: _gone(child), 5)


def test_a_deaf_program_is_killed_when_its_time_is_over(tmp_path):
    code = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nopen('deaf', 'w')\ntime.sleep(60)\n"
    program = _program(tmp_path, code, stop_seconds=0.3)
    program.start()
    assert wait_until((tmp_path / "deaf").exists, 10)
    program.stop()
    assert not program.alive


def test_a_later_process_with_the_same_id_is_no_survivor():
    me = os.getpid()
    assert survivors({"pids": {"runner": me}, "births": {"runner": born(me)}}) == {"runner": me}
    assert survivors({"pids": {"runner": me}, "births": {"runner": born(me) - 60}}) == {}
    assert survivors({}) == {}


def _gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
