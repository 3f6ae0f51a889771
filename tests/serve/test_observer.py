"""What an administrator sees: the log of requests, figures for Prometheus, and the traceback of an error."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from helpers import TINY
from helpers import pcgraph as run
from serving import Serving, serving

# each look at the clock of the observer is a quarter of a second after the last one
BROKEN = """
import itertools, types
from pcgraph.web.protocol import sparql_protocol
from pcgraph.web.server import observer
observer.time = types.SimpleNamespace(monotonic=itertools.count(0, 0.25).__next__)
async def broken(*_): raise RuntimeError("health is broken")
sparql_protocol.health = broken
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "access.log"


@pytest.fixture(scope="module")
def server(log: Path) -> Iterator[Serving]:
    log.write_text("a line of yesterday\n")
    with serving("--access-log", str(log), "--metrics", code=BROKEN) as found:
        yield found


def last_lines(server: Serving, log: Path, *paths: str) -> list[dict[str, object]]:
    """Return the last lines of the log once they are about these paths: a line is written after its answer is sent."""

    def lines() -> list[dict[str, object]]:
        return [json.loads(line) for line in log.read_text().splitlines()[1:]][-len(paths) :]

    server.until(lambda: [line["path"] for line in lines()] == [*paths])
    return lines()


def figures(server: Serving) -> dict[tuple[str, ...], float]:
    return {
        (sample.name, *(text for _, text in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(server.send("/metrics").text)
        for sample in family.samples
    }


def test_each_request_is_a_line_of_the_log(server: Serving, log: Path) -> None:
    days = {time.strftime("%Y-%m-%d", time.gmtime())}
    answer = server.get("SELECT * { ?secret ?b ?c } LIMIT 1")
    missing = server.send("/nothing%0Ahere")
    found = last_lines(server, log, "/sparql", "/nothing\nhere")
    assert [list(line) for line in found] == [["time", "client", "method", "path", "status", "bytes", "seconds"]] * 2
    assert [(line["client"], line["method"], line["path"], line["status"], line["bytes"]) for line in found] == [
        ("127.0.0.1", "GET", "/sparql", 200, len(answer.body)),
        ("127.0.0.1", "GET", "/nothing\nhere", 404, len(missing.body)),
    ]
    assert [line["seconds"] for line in found] == [0.25, 0.25], "from the question to the end of the answer"
    assert "secret" not in log.read_text()
    assert log.read_text().startswith("a line of yesterday\n")
    assert str(found[0]["time"])[:10] in days | {time.strftime("%Y-%m-%d", time.gmtime())}


def test_an_error_leaves_a_traceback_and_a_line(server: Serving, log: Path) -> None:
    assert server.send("/health").status == 500
    assert last_lines(server, log, "/health")[-1]["status"] == 500
    server.until(lambda: "RuntimeError: health is broken" in "".join(server.said))
    assert re.search(r"Traceback .*RuntimeError: health is broken", "".join(server.said), re.DOTALL)
    assert server.get("ASK {}").status == 200


def test_figures_count_requests_by_place_and_status(server: Serving) -> None:
    before = figures(server)
    for _ in range(3):
        server.send("/id/acme", Accept="text/turtle")
    server.send("/nothing-1")
    server.send("/nothing-2", method="BREW1")
    server.send("/id/acme", method="BREW2", Host="elsewhere.example")
    while (after := figures(server))[("pcgraph_requests_running",)] > 1:
        time.sleep(0.02)  # the last of them is counted when its answer has been sent

    def more(*which: str) -> float:
        return after.get(which, 0) - before.get(which, 0)

    assert more("pcgraph_requests_total", "GET", "/id", "303") == 3
    assert more("pcgraph_request_seconds_count", "/id") == 4
    assert more("pcgraph_requests_total", "GET", "other", "404") == 1
    assert more("pcgraph_requests_total", "GET", "/metrics", "200") >= 1
    assert {which for which in after.keys() - before.keys() if "BREW" in str(which) or "nothing" in str(which)} == set()
    assert after[("process_resident_memory_bytes",)] > 1e7
    assert any(name == "pcgraph_build_info" for name, *_ in after)


def test_without_the_options_nothing_is_logged_or_counted() -> None:
    with serving() as plain:
        assert plain.send("/metrics").status == 404
        assert plain.send("/health").status == 200
        assert plain.said[-1].startswith("serving at")


def test_a_log_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    done = run("serve", "--port", "0", "--data", str(TINY), "--access-log", str(tmp_path))
    assert done.returncode == 2
    assert re.fullmatch(
        r"--access-log .*: Is a directory; expected a file that can be written; choose another\n", done.stderr
    )
