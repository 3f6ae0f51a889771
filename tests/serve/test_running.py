"""Start, stop and accidents of the server."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import PATIENCE, ROOT, TINY, pcgraph, pcgraph_process
from pcgraph import web
from pcgraph.testing import tiny
from pcgraph.web.limits import Limits
from pcgraph.web.pool.row_counter import ROWS, RowCounter
from pcgraph.web.pool.worker import Fault, answer
from pcgraph.web.server import deadlines as web_server
from serving import Reply, Serving, alive, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SOME_TIME = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . { SELECT * { ?d ?e ?f } LIMIT 1000 } FILTER(STRLEN(STR(?f)) > 0) }"


def endless(server: Serving) -> None:
    with suppress(OSError, HTTPException):
        server.ask(ENDLESS)


def computing(server: Serving) -> list[int]:
    """Return the workers that answer a query now."""
    return [pid for pid in server.processes()[3:] if state(pid) == "R"]


def state(pid: int) -> str:
    """Return whether a process runs (R), sleeps (S) or is stopped (T)."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def test_an_address_that_is_taken_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = pcgraph_process("serve", "--port", port, "--data", str(TINY))
    assert done.returncode == 4
    assert done.stderr == (
        f"serve: 127.0.0.1:{port} cannot be used (Address already in use); expected a free address of this machine; "
        "choose another with --port or --host\n"
    )
    assert pcgraph_process("serve", "--host", "192.0.2.1", "--data", str(TINY)).returncode == 4


@pytest.mark.parametrize(
    "words", [["--timeout", "0"], ["--workers", "1"], ["--max-rows", "-1"], ["--allow-host", "http://x/"]]
)
def test_a_wrong_option_is_one_line(words: list[str]) -> None:
    done = pcgraph_process("serve", "--port", "0", "--data", str(TINY), *words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_without_starlette_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['starlette'] = sys.modules['uvicorn'] = None; sys.argv = ['pcgraph', 'serve'];"
        "from pcgraph.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert done.stderr == (
        "pcgraph[serve]: starlette is not installed; expected the extra 'serve'; "
        "run  make  in a clone, or  pip install prometheus-client starlette uvicorn\n"
    )


PYVIS = {"pyvis", "IPython", "jedi", "pexpect", "jsonpickle"}  # pyvis, and what comes with it only


def test_a_server_with_a_build_imports_neither_pyvis_nor_what_comes_with_it(data: Path, tmp_path: Path) -> None:
    assert pcgraph("build", "--data", str(data), cwd=tmp_path).returncode == 0
    said = tmp_path / "modules"  # in each process that serves, as it ends
    code = (
        "import atexit, sys; from pathlib import Path\n"
        "from pcgraph import web; before = web._run\n"
        "def run(*words):\n"
        "    done = before(*words)\n"
        f"    Path({str(said)!r}).write_text(' '.join(name for name in sys.modules))\n"
        "    return done\n"
        "web._run = run"
    )
    with serving(data=data, cwd=tmp_path, code=code) as server:
        for path in ("/", "/ready", "/index.html", "/query", "/id/index.html"):
            assert server.send(path).status == 200, path
        assert server.ask("ASK {}").status == 200
        assert server.stop() == 0
        assert not [line for line in server.said if "pyvis" in line]
    loaded = {name.partition(".")[0] for name in said.read_text().split()}
    assert "starlette" in loaded
    assert not PYVIS & loaded


def test_a_server_without_a_build_or_pyvis_says_at_its_start_what_to_do(data: Path, tmp_path: Path) -> None:
    with serving(data=data, cwd=tmp_path, code="import sys; sys.modules['pyvis'] = None") as server:
        [line] = [line for line in server.said if "pyvis" in line]
        assert line.endswith("pcgraph build  where pyvis is installed; everything else is served\n")
        assert server.send("/").status == 503
        assert server.ask("ASK {}").status == 200


def test_damaged_data_are_told_and_nothing_is_served(data: Path) -> None:
    (data / "sources" / "acme-2023.ttl").write_text("damaged", encoding="utf-8")
    done = pcgraph_process("serve", "--port", "0", "--data", str(data))
    assert done.returncode == 3
    assert "acme-2023.ttl:1:" in done.stderr


def test_asked_to_stop_it_ends_what_runs_and_takes_nothing_new() -> None:
    found: list[Reply] = []
    with serving(code="from pcgraph.web import limits; limits.GRACE = 120.0") as server:
        asking = threading.Thread(target=lambda: found.append(server.ask(SOME_TIME)))
        asking.start()
        server.until(lambda: computing(server) != [])
        assert server.stop() == 0
        asking.join(PATIENCE)
        with pytest.raises(ConnectionRefusedError):
            server.ask("ASK {}", timeout=5)
    assert found[0].status == 200
    assert int(found[0].rows[0]["n"]["value"]) > 1000


def test_asked_to_stop_it_does_not_wait_for_ever() -> None:
    found: list[Reply] = []
    with serving("--timeout", "600", code="from pcgraph.web import limits; limits.GRACE = 1.0") as server:
        asking = threading.Thread(target=lambda: found.append(server.ask(ENDLESS)))
        asking.start()
        server.until(lambda: computing(server) != [])
        assert server.stop(signal.SIGINT) == 0
        asking.join(PATIENCE)
    assert found[0].status == 503
    assert "server: stopping" in found[0].text


def test_a_worker_that_is_killed_is_an_error_and_the_next_query_has_another() -> None:
    with serving("--workers", "2") as server:
        found: list[Reply] = []
        asking = threading.Thread(target=lambda: found.append(server.ask(ENDLESS)))
        asking.start()
        server.until(lambda: computing(server) != [])
        for pid in server.processes()[3:]:
            assert Path(f"/proc/{pid}/oom_score_adj").read_text() == "1000\n", "the first to go if memory runs out"
            os.kill(pid, signal.SIGKILL)
        asking.join(PATIENCE)
        assert found[0].status == 500
        assert "lost" in found[0].text
        assert [server.ask("ASK {}").status for _ in range(5)] == [200] * 5


DYING = """
import os
from pcgraph.web.pool import worker

answer = worker.answer

def die(store, job, limits):
    if not job["text"].startswith("DIE "):
        return answer(store, job, limits)
    os.write(2, job["text"][4:].encode())
    os.abort()

worker.answer = die
"""
TOTAL_ORDER = "\nthread '<unnamed>' (7) panicked at smallsort.rs:854:5:\nnot a total order\nstack backtrace:\n"


@pytest.fixture(scope="module")
def dying() -> Iterator[Serving]:
    with serving(code=DYING) as started:
        yield started


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ("memory allocation of 360 bytes failed\nstack backtrace:\n", 422, "MB of memory"),
        ("terminate called after throwing an instance of 'std::bad_alloc'", 422, "MB of memory"),
        (TOTAL_ORDER, 500, "the engine failed"),
        (TOTAL_ORDER + "x" * 90_000, 500, "the engine failed"),
        ("\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n", 422, "too deep"),
        ("", 500, "the engine failed"),
    ],
)
def test_the_cause_of_an_abort_is_told_in_one_line(said: str, status: int, words: str, dying: Serving) -> None:
    found = dying.ask(f"DIE {said}")
    assert (found.status, found.text.count("\n")) == (status, 1), found.text
    assert words in found.text
    assert "; expected " in found.text


def test_all_processes_go_when_the_server_is_killed() -> None:
    with serving("--timeout", "600") as server:
        threading.Thread(target=endless, args=(server,), daemon=True).start()
        server.until(lambda: computing(server) != [])
        all_ = server.processes()
        assert len(all_) > 4
        os.kill(all_[0], signal.SIGKILL)
        server.process.wait(PATIENCE)
        assert not [pid for pid in all_ if alive(pid)]


def test_the_server_ends_with_a_line_when_it_can_make_no_workers() -> None:
    with serving() as server:
        os.kill(server.processes()[2], signal.SIGKILL)
        assert server.process.wait(PATIENCE) == 1
    assert server.said[-1].startswith("serve: the process that starts the workers died; expected")


def test_a_server_that_cannot_start_its_workers_says_so_in_one_line() -> None:
    code = """
import os, sys
from pcgraph.cli import main
from pcgraph.web.pool import worker
worker.warm_up = lambda store: os._exit(1)
main()
"""
    words = [sys.executable, "-c", code, "serve", "--port", "0", "--data", str(TINY)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("serve: the process that starts the workers died; expected")


@pytest.mark.exhaustive
def test_health_is_a_failure_while_no_worker_answers() -> None:
    """And a monitor that asks meanwhile takes no worker away from others."""
    with serving("--workers", "2", code="from pcgraph.web import limits; limits.HEALTH = 1.0") as server:
        server.until(lambda: server.send("/health").status == 200)  # a worker may be late
        stopped = server.processes()[2:]
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        try:
            found = [server.send("/health") for _ in range(5)]
        finally:
            for pid in stopped:
                with suppress(ProcessLookupError):  # a worker that does not answer is replaced
                    os.kill(pid, signal.SIGCONT)
        assert [answer.status for answer in found] == [503] * 5
        assert {json.loads(answer.body)["status"] for answer in found} == {"no worker answered"}
        server.until(lambda: server.send("/health").status == 200)
        assert server.ask(SOME_TIME).status == 200  # in the seat for slow queries
        assert len(server.processes()) <= 5


def test_small_answers_are_not_held_back_by_the_system() -> None:
    """A piece that waits for the client's acknowledgement of the one before costs 40 ms on each kept connection."""
    with web_server.listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1


@pytest.mark.exhaustive
def test_a_client_that_leaves_takes_its_query_along() -> None:
    with serving("--workers", "2", "--timeout", "600") as server:
        for _ in range(5):
            with pytest.raises(TimeoutError):
                server.ask(ENDLESS, timeout=0.6)
        assert server.ask("ASK {}").status == 200
        assert server.ask(SOME_TIME).status == 200  # for which the one seat for slow queries must be free


HELD = """
import os, signal
from pcgraph.web import limits

limits.GRACE, limits.STALLED = 1.0, {stalled}
from pcgraph.web.pool import worker

answer = worker.answer

def hold(store, job, limits):
    if "HOLD" in job["text"]:
        os.kill(os.getpid(), signal.SIGSTOP)
    return answer(store, job, limits)

worker.answer = hold
"""


def test_a_query_that_waits_for_a_processor_is_not_a_slow_one() -> None:
    """As while a reload keeps the machine busy: a slow query has a low priority, and would wait until that is over."""
    found: list[Reply] = []
    with serving("--workers", "4", "--timeout", "600", code=HELD.format(stalled=60.0)) as server:
        asking = threading.Thread(target=lambda: found.append(server.ask("ASK {} # HOLD")))
        asking.start()
        server.until(lambda: stopped(server) != [])
        threading.Thread(target=endless, args=(server,), daemon=True).start()
        server.until(lambda: slowed(server) != [])
        held = stopped(server)
        assert not set(held) & set(slowed(server)), "it came first, but has used no processor time"
        for pid in held:
            os.kill(pid, signal.SIGCONT)
        asking.join(PATIENCE)
    assert found[0].status == 200


def test_a_query_that_waits_for_too_long_is_a_slow_one_in_any_case() -> None:
    with serving("--workers", "4", "--timeout", "600", code=HELD.format(stalled=0.1)) as server:
        asking = threading.Thread(target=server.ask, args=("ASK {} # HOLD",))
        asking.start()
        server.until(lambda: stopped(server) != [] and slowed(server) == stopped(server))
        os.kill(stopped(server)[0], signal.SIGCONT)
        asking.join(PATIENCE)


def stopped(server: Serving) -> list[int]:
    """Return the workers that wait for SIGCONT."""
    return [pid for pid in server.processes() if state(pid) == "T"]


def slowed(server: Serving) -> list[int]:
    """Return the workers with a low priority."""
    own = os.getpriority(os.PRIO_PROCESS, 0)
    return [pid for pid in server.processes() if os.getpriority(os.PRIO_PROCESS, pid) > own]


OUT = """
import os, resource, sys
from pcgraph.web.pool import sandbox, worker
from pcgraph.testing import tiny

store = tiny().store
way = sys.argv[1]
worker.warm_up(store)
if os.fork():
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))  # the engine has started threads; a worker has but one
if way != "files" and way != "all":
    setrlimit = resource.setrlimit
    resource.setrlimit = lambda what, most: what == resource.RLIMIT_NOFILE or setrlimit(what, most)
if way != "sockets" and way != "all":
    sandbox.forbid_sockets = lambda _: False
if way != "network" and way != "all":
    sandbox.NETWORK = 0
if way != "open":
    sandbox.restrict(512)
texts = [
    "SELECT * { SERVICE <http://127.0.0.1:%s/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://localhost:%s/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://[::ffff:127.0.0.1]:%s/>{ ?s ?p ?o } }",
]
for text in texts:
    try:
        list(store.query(text % sys.argv[2]))
    except (OSError, RuntimeError) as error:
        print(error)
print(len(list(store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"))) > 100)
"""


@pytest.mark.exhaustive
@pytest.mark.parametrize("way", ["open", "files", "sockets", "network", "all"])
def test_a_worker_has_no_network_for_three_reasons(way: str) -> None:
    """Each alone is enough; the empty network is there where the system lets a user make one."""
    hits, empty = 0, subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode == 0

    def accept(listening: socket.socket) -> None:
        nonlocal hits
        while True:
            try:
                listening.accept()[0].close()
            except OSError:
                return
            hits += 1

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=accept, args=(listening,), daemon=True).start()
        words = [sys.executable, "-c", OUT, way, str(listening.getsockname()[1])]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
        listening.shutdown(socket.SHUT_RDWR)
    assert done.stdout.endswith("True\n"), done.stderr
    assert (hits > 0) == (way == "open" or (way == "network" and not empty)), done.stdout


def job(text: str, media: str) -> dict[str, object]:
    return {"text": text, "default": None, "named": None, "rows": media, "triples": media}


@pytest.mark.parametrize("media", [media for media in ROWS if media != "text/csv"])  # CSV is written by us
@given(
    st.lists(st.tuples(*[st.none() | st.text(alphabet='a"\\\\},{\n\r<>[:result') | st.text()] * 2), max_size=8),
    st.integers(1, 50),
)
def test_rows_are_counted_in_every_format_and_in_any_pieces(
    media: str, values: list[tuple[str | None, ...]], size: int
) -> None:
    written = " ".join(f"({' '.join('UNDEF' if v is None else str(ox.Literal(v)) for v in row)})" for row in values)
    text = f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {written} }} }}"
    body = bytes(ox.Store().query(text).serialize(format=ROWS[media]))
    count = RowCounter(media)
    for start in range(0, len(body), size):
        count.feed(body[start : start + size])
        assert count.number <= len(values)
    assert count.number == len(values)


@pytest.mark.parametrize("media", [*ROWS, "application/n-triples", "text/turtle"])
def test_an_answer_of_just_the_allowed_length_is_whole(media: str) -> None:
    store = tiny().store
    text = "SELECT ?s ?p ?o { ?s ?p ?o }" if media in ROWS else "CONSTRUCT WHERE { ?s ?p ?o }"
    whole = answer(store, job(text, media), Limits())[1]
    most = max(
        len(whole), len(answer(store, job(text, "application/n-triples"), Limits())[1]) if media not in ROWS else 0
    )
    assert answer(store, job(text, media), Limits(max_bytes=most))[1] == whole
    with pytest.raises(Fault, match="bytes"):
        answer(store, job(text, media), Limits(max_bytes=len(whole) - 1))


@pytest.mark.parametrize("module", [name for _, name, _ in pkgutil.iter_modules(web.__path__)])
def test_no_error_is_shared_between_requests(module: str) -> None:
    """One that is raised again keeps the frames of every request before, with all that they held."""
    found = vars(importlib.import_module(f"pcgraph.web.{module}"))
    assert not [name for name, value in found.items() if isinstance(value, BaseException)]
