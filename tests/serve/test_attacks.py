"""What a stranger may send: each is answered with an error in time, and the next is answered as if nothing had been."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from helpers import PATIENCE, everyday
from pcgraph.web.limits import BODY, CONNECTIONS, HEADERS
from serving import PATIENT, Serving, serving

TIMEOUT = 2.0
CLIENT_TIMEOUT = 1.0
ROUNDS = 3  # questions of each hostile client
THREE = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
DOUBLING = " ".join(f"BIND(CONCAT(?z{i}, ?z{i}) AS ?z{i + 1})" for i in range(30))
KILLERS = {
    "groups 5,000 deep": "ASK " + "{" * 5000 + "}" * 5000,
    "brackets 5,000 deep": "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "60,000 negations": "SELECT * { FILTER(" + "!" * 60000 + "true) }",
    "15,000 alternatives": "SELECT * { FILTER(" + "||".join(["true"] * 15000) + ") }",
    "5,000 unions": "SELECT * { " + " UNION ".join(["{?s ?p ?o}"] * 5000) + " }",
    "15,000 steps": "SELECT * { ?s " + "/".join(["pcg:a"] * 15000) + " ?o }",
    "a product": f"SELECT (COUNT(*) AS ?n) {{ {THREE} }}",
    "a product, sorted": f"SELECT * {{ {THREE} }} ORDER BY ?c ?f ?i",
    "a product, each once": f"SELECT DISTINCT * {{ {THREE} }}",
    "a product, written out": f"SELECT * {{ {THREE} }}",
    "a product, constructed": f"CONSTRUCT {{ ?a ?e ?i }} {{ {THREE} }}",
    "a product, concatenated": f"SELECT (GROUP_CONCAT(STR(?f)) AS ?x) {{ {THREE} }}",
    "a product of paths": "SELECT (COUNT(*) AS ?n) { ?a (!<a:a>)* ?c . ?d (!<a:a>)* ?f . ?g (!<a:a>)* ?i }",
    "doubling": f'SELECT ?z30 {{ BIND("xxxxxxxxxxxxxxxx" AS ?z0) {DOUBLING} }}',
    "2,000 patterns": "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(2000)) + " }",
    "150 nested nodes": "SELECT * { ?a ?b " + "[ ?p " * 150 + "1" + " ]" * 150 + " }",
    "a huge expression": "SELECT * { ?s ?p ?o . ?a ?b ?c "
    'FILTER(REGEX(CONCAT(STR(?o), STR(?c)), "(((a{1,100}){1,100}){1,100}){1,10}")) }',
    "45,000 values, twice": f"SELECT * {{ VALUES ?x {{ {'1 ' * 22000}}} VALUES ?y {{ {'2 ' * 22000}}} {THREE} }}",
    "a text of a megabyte": "SELECT * { ?s ?p '" + "x" * 900_000 + "' }",
    "nothing but quotes": "SELECT * { " + "'\\" * 40000,
    "nothing but digits": "SELECT * { " + "1" * 90000,
}


FEW = {"a product, written out", "doubling", "150 nested nodes", "a text of a megabyte", "nothing but quotes"}


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    options = ("--timeout", f"{TIMEOUT:g}", "--memory", "256", "--max-rows", "20000", "--max-bytes", "5000000")
    with serving(*options) as started:
        yield started


def resident(server: Serving) -> int:
    """Return the memory of the server's own process, in MB."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


@pytest.mark.parametrize("name", everyday(KILLERS, FEW.__contains__))
def test_a_query_of_death_is_an_error_in_time(server: Serving, name: str) -> None:
    before, found = resident(server), server.ask(KILLERS[name])
    assert found.status in (400, 413, 422), found.text
    assert "; expected " in found.text
    assert found.text.count("\n") == 1
    assert server.ask("ASK { ?s ?p ?o }").status == 200
    assert resident(server) < before + 50


def test_a_regular_expression_that_explodes_elsewhere_is_nothing_here(server: Serving) -> None:
    text = f'SELECT * {{ BIND("{"a" * 30000}!" AS ?x) FILTER(REGEX(?x, "(a+)+$")) }}'
    assert server.ask(text).rows == []


@pytest.mark.parametrize(
    "spelling",
    [
        "SERVICE <{}> {{ ?s ?p ?o }}",
        "service <{}> {{ ?s ?p ?o }}",
        "SERVICE SILENT <{}> {{ ?s ?p ?o }}",
        "SERVICE\tSILENT\r\n<{}> {{ ?s ?p ?o }}",
        "SERVICE#c\n<{}> {{ ?s ?p ?o }}",
        "SERVICESILENT<{}>{{?s ?p ?o}}",
        "\\u0053ERVICE <{}> {{ ?s ?p ?o }}",
        "VALUES ?x {{ <{}> }} SERVICE ?x {{ ?s ?p ?o }}",
        "FILTER EXISTS {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "{{ SELECT * {{ SERVICE <{}> {{ ?s ?p ?o }} }} }}",
        "OPTIONAL {{ GRAPH ?g {{ SERVICE <{}> {{ ?s ?p ?o }} }} }}",
        "?a ?b 'SERVICE' . MINUS {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        'VALUES ?x {{ "\\u0022" }} SERVICE <{}> {{ ?a ?b ?c }} VALUES ?y {{ "\\u0022" }}',
        "SERVICE:x {{ ?s ?p ?o }}",
        "service:x {{ ?s ?p ?o }}",
        "SERVICEe:x {{ ?s ?p ?o }}",
    ],
)
def test_no_spelling_of_a_call_to_another_server_is_carried_out(server: Serving, spelling: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        prefixes = "".join(f"PREFIX {name}: <{address}> " for name in ("", "e", "service"))
        found = server.ask(f"{prefixes}SELECT * {{ {spelling.format(address)} }}")
        with pytest.raises(TimeoutError):
            listening.accept()
    assert found.status == 400
    assert "SERVICE is refused" in found.text


def test_a_word_in_a_text_is_no_call(server: Serving) -> None:
    assert server.ask('SELECT * { ?s ?p \'SERVICE\', """FROM LOAD""" } # INSERT').status == 200


def pour(link: socket.socket, pieces: Iterable[bytes]) -> int:
    """Send until the other side has had enough; return how many bytes it let come."""
    sent = 0
    for piece in pieces:
        try:
            link.sendall(piece)
        except ConnectionError:
            return sent
        sent += len(piece)
    pytest.fail("the server took all of it")


def test_a_hundred_megabytes_are_refused_unread(server: Serving) -> None:
    before = resident(server)
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as link:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        link.sendall((head + "Content-Length: 100000000\r\n\r\n").encode())
        assert link.recv(100).startswith(b"HTTP/1.1 413 ")
        pour(link, (b"x" * 1_000_000 for _ in range(100)))
    assert resident(server) < before + 20


def test_a_body_of_unknown_length_is_refused_where_it_gets_too_long(server: Serving) -> None:
    before = resident(server)
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as link:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        link.sendall((head + "Transfer-Encoding: chunked\r\n\r\n").encode())
        sent = pour(link, (b"186a0\r\n" + b"x" * 100_000 + b"\r\n" for _ in range(1000)))
    assert sent < 50 * BODY
    assert resident(server) < before + 20


def test_headers_without_end_are_refused(server: Serving) -> None:
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as link:
        link.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n")
        pour(link, (f"X-{number}: {'x' * 1000}\r\n".encode() for number in range(50 * HEADERS // 1000)))
    assert server.send("/sparql?query=" + "x" * (HEADERS + 70_000)).status in (400, 413)


SLOW: dict[str, Callable[[socket.socket], object]] = {
    "says nothing": lambda _: None,
    "drips its headers": lambda link: link.sendall(b"GET /health HTTP/1.1\r\nX-Slow: "),
    "drips its body": lambda link: link.sendall(
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 90000\r\n\r\nSELECT"
    ),
    "does not take its answer": lambda link: link.sendall(
        b"GET /sparql?query=SELECT%20*%7B?a%20?b%20?c.?d%20?e%20?f%7DLIMIT%209000 HTTP/1.1\r\nHost: localhost\r\n\r\n"
        * 5
    ),
}


@pytest.fixture(scope="module")
def impatient() -> Iterator[Serving]:
    with serving(code=PATIENT.format(CLIENT_TIMEOUT)) as started:
        yield started


@pytest.mark.parametrize("name", everyday(SLOW, [*SLOW][:1].__contains__))
def test_a_client_that_is_slow_is_let_go(impatient: Serving, name: str) -> None:
    """However often a byte comes from it, and whatever of its answer it takes."""
    server = impatient
    with socket.socket() as link:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        link.settimeout(PATIENCE)
        link.connect(("127.0.0.1", server.port))
        SLOW[name](link)

        def let_go() -> bool:
            try:
                if name.startswith("drips"):
                    link.sendall(b"x")
                link.getpeername()
                return not held(link, server)
            except OSError:
                return True

        server.until(let_go)
    assert server.ask("ASK {}").status == 200


def held(link: socket.socket, server: Serving) -> bool:
    """Say whether the server still holds its end of a connection."""
    here = f"{link.getsockname()[1]:04X}"
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        parts = line.split()
        if parts[1].endswith(f":{server.port:04X}") and parts[2].endswith(f":{here}"):
            return parts[9] != "0"  # the socket still belongs to a process
    return False


def test_connections_that_are_only_opened_keep_nobody_out(server: Serving) -> None:
    links = [socket.create_connection(("127.0.0.1", server.port), PATIENCE) for _ in range(CONNECTIONS + 100)]
    try:
        assert [server.ask("ASK {}", timeout=PATIENCE).status for _ in range(20)] == [200] * 20
    finally:
        for link in links:
            link.close()


@pytest.mark.exhaustive
@pytest.mark.parametrize("same", [True, False], ids=["from one address", "from many addresses"])
def test_fifty_clients_of_which_ten_are_hostile(server: Serving, same: bool) -> None:
    """Good clients keep being answered; a few may be told to come again, none gets less than the whole answer.

    They ask for as long as the hostile ones do, and think between two questions, as clients do: nothing is measured.
    """
    text, done = "SELECT ?e ?p WHERE { ?e pcg:signatory ?p } ORDER BY ?e ?p", threading.Event()
    whole, hostile = server.ask(text).body, list(KILLERS.values())
    good: Counter[object] = Counter()
    bad: Counter[object] = Counter()
    before = resident(server)

    def kind(number: int) -> None:
        while not done.wait(0.4):
            found = server.ask(text, source="127.0.0.1" if same else f"127.0.1.{number + 1}")
            good["whole" if found.body == whole else found.status] += 1

    def unkind(number: int) -> None:
        for asked in (f"{hostile[(number + each) % len(hostile)]} #{number}" for each in range(ROUNDS)):
            bad[server.ask(asked, source="127.0.0.1" if same else f"127.0.2.{number + 1}").status] += 1

    kind_ones = [threading.Thread(target=kind, args=(number,)) for number in range(40)]
    unkind_ones = [threading.Thread(target=unkind, args=(number,)) for number in range(10)]
    for client in (*kind_ones, *unkind_ones):
        client.start()
    for client in unkind_ones:
        client.join(PATIENCE)
    done.set()
    for client in kind_ones:
        client.join(PATIENCE)
    assert set(good) <= {"whole", 503}
    assert (
        good["whole"] > 0.2 * good.total() > 0
    )  # nearly all on an idle machine; on a busy one, many are told to come back
    assert set(bad) <= {400, 413, 422, 503}
    assert bad[422] > 0
    assert server.ask("ASK {}").status == 200
    assert resident(server) < before + 50


LOADED = ["/", "/id/acme.html", "/id/nobody-{}", "/dump.nq.gz?{}", "/.well-known/void?{}"]


@pytest.mark.parametrize("path", everyday(LOADED, "/".__eq__))
def test_who_loads_pages_without_end_does_not_keep_the_endpoint_from_answering(server: Serving, path: str) -> None:
    done = threading.Event()

    def load(number: int) -> None:
        while not done.is_set():
            server.send(path.format(number + time.monotonic_ns()))

    clients = [threading.Thread(target=load, args=(number,)) for number in range(20)]
    for client in clients:
        client.start()
    found = [server.ask("ASK {}") for _ in range(20)]
    done.set()
    for client in clients:
        client.join(PATIENCE)
    assert {answer.status for answer in found} == {200}


@pytest.mark.exhaustive
def test_too_many_at_once_are_told_to_come_again() -> None:
    with serving("--workers", "2", "--timeout", "2") as small:
        found: Counter[int] = Counter()
        waits: set[str | None] = set()

        def hostile(number: int) -> None:
            answer = small.ask(f"SELECT (COUNT(*) AS ?n) {{ {THREE} }} #{number}")
            found[answer.status] += 1
            if answer.status == 503:
                waits.add(answer.headers.get("retry-after"))

        clients = [threading.Thread(target=hostile, args=(number,)) for number in range(20)]
        for client in clients:
            client.start()
        for client in clients:
            client.join(PATIENCE)
        assert set(found) == {422, 503}
        assert waits == {"3"}
        assert small.ask("ASK {}").status == 200
