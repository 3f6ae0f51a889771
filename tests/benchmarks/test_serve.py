"""What the server adds to the engine's own time, as fifty clients see it. Nothing here asserts a time.

A client asks, takes the answer, and waits a little, as people and programs do. What the engine took inside the worker
stands in the header X-Elapsed; the rest is the server, the network of this machine, and waiting for a turn. The peer is
the server of Oxigraph, with the same graph and the same clients; it does not say what its engine took.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import socket
import statistics
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import CURRENT
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue
from pcgraph.query.remote.endpoint import with_prefixes
from serving import serving

CLIENTS, ROUNDS, PAUSE = 50, 20, 0.5  # seconds between an answer and the next question, on average
NAMES = ("who-signed-with", "what-was-signed", "who-attended", "passages-of", "claimed-and-identified")


def questions(kg: KnowledgeGraph) -> list[bytes]:
    """Write requests, each for another answer, as they go over the wire."""
    found = []
    for name in NAMES:
        asked = catalogue.find(name)
        given = {key: catalogue.term(kg.store, asked, key, about["example"]) for key, about in asked.parameters.items()}
        text = with_prefixes(sparql.bind(asked.text, given, asked.where))
        body = urlencode({"query": text, "default-graph-uri": CURRENT}).encode()
        head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
        head += "Accept: application/sparql-results+json\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
        found.append(head.encode() + body)
    return found


async def client(port: int, asked: list[bytes], number: int, pause: float) -> list[tuple[float, float]]:
    """Ask over one connection; return seconds, and the engine's part of them."""
    chance, found = random.Random(number), []
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
    for _ in range(ROUNDS):
        await asyncio.sleep(chance.uniform(0, 2 * pause))
        start = time.perf_counter()
        writer.write(chance.choice(asked))
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        assert head.startswith("http/1.1 200")
        fields = dict(line.split(": ", 1) for line in head.splitlines()[1:] if line)
        if "content-length" in fields:
            await reader.readexactly(int(fields["content-length"]))
        else:
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        found.append((time.perf_counter() - start, float(fields.get("x-elapsed", 0))))
    writer.close()
    return found


def fifty(port: int, asked: list[bytes], pause: float) -> list[tuple[float, float]]:
    async def all_() -> list[list[tuple[float, float]]]:
        return await asyncio.gather(*(client(port, asked, number, pause) for number in range(CLIENTS)))

    return [one for each in asyncio.run(all_()) for one in each]


def tell(benchmark: BenchmarkFixture, found: list[tuple[float, float]]) -> None:
    for name, values in {
        "client ms": [all_ for all_, _ in found],
        "engine ms": [engine for _, engine in found],
        "added ms": [all_ - engine for all_, engine in found],
    }.items():
        benchmark.extra_info[name] = round(statistics.median(values) * 1000, 2)
    print(benchmark.group, benchmark.name, dict(benchmark.extra_info))


@pytest.mark.parametrize("pause", [PAUSE, 0], ids=["with-pauses", "without"])
def test_pcgraph_serve(benchmark: BenchmarkFixture, real: KnowledgeGraph, pause: float) -> None:
    benchmark.group = f"fifty clients, {'with' if pause else 'without'} pauses"
    with serving(data=None) as server:
        fifty(server.port, questions(real), 0)
        before = processor(server.pid)
        found = benchmark.pedantic(fifty, (server.port, questions(real), pause), rounds=1)
        spent = (processor(server.pid) - before) / len(found)
        benchmark.extra_info["processor ms of the server's own process, a request"] = round(spent * 1000, 2)
        tell(benchmark, found)


@pytest.mark.parametrize("pause", [PAUSE, 0], ids=["with-pauses", "without"])
def test_oxigraph_serve(benchmark: BenchmarkFixture, real: KnowledgeGraph, tmp_path: Path, pause: float) -> None:
    benchmark.group = f"fifty clients, {'with' if pause else 'without'} pauses"
    (tmp_path / "all.trig").write_bytes(real.raw.dump(format=ox.RdfFormat.TRIG))
    with oxigraph(tmp_path) as port:
        asked = [one.replace(b"POST /sparql", b"POST /query") for one in questions(real)]
        fifty(port, asked, 0)
        tell(benchmark, benchmark.pedantic(fifty, (port, asked, pause), rounds=1))


def processor(pid: int) -> float:
    """Return the seconds of processor that a process has had; they do not depend on what else the machine does."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def oxigraph(folder: Path) -> Iterator[int]:
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    assert program, "the peer is missing: run pip install oxigraph"
    store = ["--location", str(folder / "store")]
    subprocess.run([program, "load", *store, "--file", str(folder / "all.trig")], check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [program, "serve-read-only", *store, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(20)
