"""The project's own server as a person starts it, on a free port of this machine, for as long as a test lasts."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from helpers import PATIENCE, ROOT, TINY

PATIENT = "from pcgraph.web import limits; limits.CLIENT_TIMEOUT = {}"  # code that shortens the wait for a client
LIFE = 6 * 3600  # seconds after which it ends in any case, even when the tests were killed


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def rows(self) -> list[Any]:
        return json.loads(self.body)["results"]["bindings"]


@dataclass
class Serving:
    process: subprocess.Popen[str]
    port: int
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(
        self,
        path: str = "/sparql",
        body: bytes | str | None = None,
        method: str | None = None,
        timeout: float = PATIENCE,
        source: str = "127.0.0.1",
        **headers: str,
    ) -> Reply:
        """Send one request; `_` in the name of a header stands for `-`."""
        start = time.monotonic()
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout, source_address=(source, 0))
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            link.request(method or ("GET" if body is None else "POST"), path, body, named)
            answer = link.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read(), time.monotonic() - start)
        finally:
            link.close()

    def ask(self, query: str, **more: Any) -> Reply:
        """Ask by POST of a form, as most clients do."""
        return self.send(body=urlencode({"query": query}), Content_Type="application/x-www-form-urlencoded", **more)

    def get(self, query: str, *parameters: tuple[str, str], **more: Any) -> Reply:
        return self.send("/sparql?" + urlencode([("query", query), *parameters]), **more)

    def until(self, true: Callable[[], object]) -> None:
        """Wait until something is true, for as long as the server lives."""
        while not true():
            assert self.process.poll() is None, self.said
            time.sleep(0.02)

    def processes(self) -> list[int]:
        """List the process that was started, the one that serves, the one that makes workers, and the workers."""
        children = {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                pid, parent = re.match(r"(\d+) \(.*\) \S (\d+)", status.read_text(), re.DOTALL).groups()  # type: ignore[union-attr]
                children.setdefault(int(parent), []).append(int(pid))
        found = [self.process.pid]
        for pid in found:
            found += sorted(children.get(pid, ()))
        return found

    @property
    def pid(self) -> int:
        """The process that serves; the one that was started only supervises it."""
        return self.processes()[1]

    def stop(self, how: int = signal.SIGTERM, timeout: float = PATIENCE) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout)


@contextmanager
def serving(*options: str, data: Path | None = TINY, cwd: Path | None = None, code: str = "") -> Iterator[Serving]:
    """Start a server and stop it, whatever happens; `code` runs in its process first, to break or shorten something."""
    words = [
        sys.executable,
        "-c",
        f"{code}\nfrom pcgraph.cli import main\nmain()",
        "serve",
        "--port",
        "0",
        *(["--data", str(data)] if data else []),
        *options,
    ]
    process = subprocess.Popen(
        words,
        cwd=cwd or ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=lambda: signal.alarm(LIFE),
    )
    assert process.stderr
    server = Serving(process, 0)
    try:
        for line in process.stderr:
            server.said.append(line)
            if found := re.match(r"serving at http://.*:(\d+)/", line):
                server.port = int(found[1])
                break
        assert server.port, "".join(server.said)
        reading = threading.Thread(target=lambda: server.said.extend(process.stderr or ()), daemon=True)
        reading.start()
        yield server
    finally:
        living = server.processes()
        if process.poll() is None:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
        process.kill()
        process.wait(PATIENCE)
        if server.port:
            reading.join(PATIENCE)
        process.stderr.close()
        assert not [pid for pid in living if alive(pid)], "the server left processes behind"


def alive(pid: int, timeout: float = PATIENCE) -> bool:
    """Say whether a process is still there after a while; one that has ended and was not waited for is not."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return False
            os.kill(pid, 0)
        except (OSError, IndexError):
            return False
        time.sleep(0.05)
    return True
