"""Damaged queries over HTTP: each gets an answer or one line of error, and the server goes on."""

from __future__ import annotations

import http.client
import json
import random
from contextlib import closing
from urllib.parse import urlencode

from fuzz import damage
from fuzz.runner import fuzz
from pcgraph.query.questions import catalogue as query
from serving import serving

GOOD = [asked.text for asked in query.catalogue().values()] + [
    "SELECT ?s ?o { ?s ?p ?o } ORDER BY DESC(?o) ?s LIMIT 20",
    "CONSTRUCT { ?s pcg:signatory ?o } WHERE { ?s pcg:signatory ?o }",
    "ASK { id:acme ?p <id/acme> }",
    "DESCRIBE id:acme",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) FROM src:borealis-2024 FROM NAMED g:register { ?s ?p ?o } "
    "GROUP BY ?p HAVING (?n > 1)",
    "SELECT * { { ?s a/rdfs:subClassOf* ?c } UNION { ?s ^pcg:signatory ?c } MINUS { ?s a pcg:Talks } "
    "OPTIONAL { ?c ?x 1.5e0 } }",
]
SPARE = [
    "ORDER BY",
    "?o",
    "DESC",
    "(",
    ")",
    "{",
    "}",
    "SERVICE",
    "<http://127.0.0.1:9/>",
    "FROM",
    "FROM NAMED",
    "src:nothing",
    "RAND()",
    "BIND(",
    "AS ?x)",
    "VALUES ?o {",
    "UNDEF",
    "GROUP BY ?s",
    "LIMIT 3",
    "EXISTS",
    "NOT",
    '"',
    "'",
    '"""',
    "#",
    "\\u0053",
    "\\",
    "a",
    "true",
    "1e400",
    '"x"^^xsd:date',
    '"x"@en',
    "_:b",
    "[]",
    ".",
    ";",
    ",",
    "<<",
    ">>",
    "\x00",
    "\ufffe",
    "𝕏",
    "INSERT",
    "LOAD",
    "COUNT(*)",
    "GROUP_CONCAT(?o ; SEPARATOR = ',')",
    "IRI(?o)",
    "REGEX(?o, '(')",
    "STRDT(?o, ?o)",
    "xsd:integer(?o)",
    "BASE <x>",
]
ACCEPTED = [
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/turtle",
    "*/*",
    "image/png",
]
EXPECTED = {200, 400, 403, 406, 413, 422}


def test_sparql() -> None:
    limits = ("--timeout", "1", "--memory", "256", "--max-rows", "5000", "--max-bytes", "2000000")
    with serving(*limits) as server, closing(http.client.HTTPConnection("127.0.0.1", server.port)) as link:

        def send(text: str, accept: str) -> tuple[int, bytes]:
            body = urlencode({"query": text.encode(errors="surrogatepass")})
            kind = "application/x-www-form-urlencoded"
            link.request("POST", "/sparql", body, {"Content-Type": kind, "Accept": accept})
            reply = link.getresponse()
            return reply.status, reply.read()

        def make(rng: random.Random) -> tuple[str, str]:
            return damage.text(rng, rng.choice(GOOD), SPARE), rng.choice(ACCEPTED)

        def run(case: tuple[str, str]) -> None:
            status, body = send(*case)
            assert status in EXPECTED, f"{status}: {body[:300]!r}"
            if status != 200:
                assert body.count(b"\n") == 1, body[:300]
                assert b"expected" in body
            elif case[1] == ACCEPTED[0] and body.startswith(b'{"head"'):
                json.loads(body)

        assert fuzz(make, run) > 1
        assert send("ASK {}", "*/*")[0] == 200
