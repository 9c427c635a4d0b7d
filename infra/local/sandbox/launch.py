"""Starting the sandbox: in this process' own loop, in a thread, or as a program."""

import asyncio
import contextlib
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from pathlib import Path

from infra.local.sandbox.app import Sandbox
from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.wire import serve

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[3]


async def run(sandbox: Sandbox, port: int) -> None:
    """Serve until SIGTERM or SIGINT."""
    server = await serve(sandbox.handle, HOST, port)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    bound = server.sockets[0].getsockname()[1]
    print(f"The practice model listens on http://{HOST}:{bound}", flush=True)
    await stop.wait()
    server.close()


@contextlib.contextmanager
def start_in_thread(config: SandboxConfig | None = None) -> Generator[tuple[str, Sandbox]]:
    """A sandbox on a free port for the length of a `with`: (base URL, the sandbox itself)."""
    sandbox = Sandbox(config)
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    servers: list[asyncio.Server] = []

    async def begin() -> None:
        servers.append(await serve(sandbox.handle, HOST, 0))
        ready.set()

    def work() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(begin())
        loop.run_forever()

    thread = threading.Thread(target=work, name="sandbox", daemon=True)
    thread.start()
    ready.wait()
    try:
        yield f"http://{HOST}:{servers[0].sockets[0].getsockname()[1]}", sandbox
    finally:
        asyncio.run_coroutine_threadsafe(_shut(servers[0]), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


async def _shut(server: asyncio.Server) -> None:
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def start_process(port: int, *arguments: str, log: Path | None = None) -> subprocess.Popen[bytes]:
    """The sandbox as a program of its own; returns when it answers, raises when it does not."""
    output = subprocess.DEVNULL if log is None else log.open("ab")
    command = [sys.executable, "-m", "infra.local.sandbox", "--port", str(port), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"http://{HOST}:{port}/_sandbox/health", timeout=2).close()
            return process
        time.sleep(0.02)
    process.kill()
    raise RuntimeError(f"the sandbox did not start on port {port}")
