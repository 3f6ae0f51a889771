"""The runner of the W3C's tests counts what passes, what is refused on purpose and what fails; the page says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import run
from helpers import ROOT

HEAD = """@prefix : <#> . @prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#> . @prefix rdft: <http://www.w3.org/ns/rdftest#> .
@prefix ht: <http://www.w3.org/2011/http#> . @prefix hts: <http://www.w3.org/2011/http-statusCodes#> .
@prefix cnt: <http://www.w3.org/2011/content#> .
"""
QUERIES = """<> mf:entries ( :right :wrong :order :good :server :bad :accepted :change ) .
:right a mf:QueryEvaluationTest ; mf:action [ qt:query <all.rq> ; qt:data <data.ttl> ] ; mf:result <right.srj> .
:wrong a mf:QueryEvaluationTest ; mf:action [ qt:query <all.rq> ; qt:data <data.ttl> ] ; mf:result <wrong.srj> .
:order a mf:QueryEvaluationTest ; mf:action [ qt:query <all.rq> ; qt:data <data.ttl> ] ; mf:result <order.ttl> .
:good a mf:PositiveSyntaxTest11 ; mf:action <all.rq> .
:server a mf:PositiveSyntaxTest11 ; mf:action <server.rq> .
:bad a mf:NegativeSyntaxTest11 ; mf:action <bad.rq> .
:accepted a mf:NegativeSyntaxTest11 ; mf:action <all.rq> .
:change a mf:PositiveUpdateSyntaxTest11 ; mf:action <change.ru> .
"""
FILES = """<> mf:entries ( :same :other :outside :new :bad ) .
:same a rdft:TestTurtleEval ; mf:action <data.ttl> ; mf:result <same.nt> .
:other a rdft:TestTurtleEval ; mf:action <data.ttl> ; mf:result <other.nt> .
:outside a rdft:TestNTriplesPositiveSyntax ; mf:action <same.nt> .
:new a rdft:TestTurtlePositiveSyntax ; mf:action <new.ttl> .
:bad a rdft:TestTurtleNegativeSyntax ; mf:action <bad.ttl> .
"""
REQUEST = """:{name} a mf:ProtocolTest ; mf:action [ ht:requests ( [ ht:absolutePath "/sparql/" ; ht:methodName "POST" ;
    ht:headers ( [ ht:fieldName "content-type" ; ht:fieldValue "application/{kind}" ] ) ;
    ht:body [ cnt:characterEncoding "UTF-8" ; cnt:chars "{text}" ] ;
    ht:resp [ mf:expectedStatus hts:StatusCode2xx ; {expected} ] ] ) ] .
"""
ROWS = '{{"head": {{"vars": ["o"]}}, "results": {{"bindings": [{}]}}}}'
NODE, TEXT = '{"o": {"type": "bnode", "value": "x"}}', '{"o": {"type": "literal", "value": "a"}}'
ORDERED = """@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .
[] a rs:ResultSet ; rs:resultVariable "o" ;
    rs:solution [ rs:index 1 ; rs:binding [ rs:variable "o" ; rs:value "a" ] ] ,
                [ rs:index 2 ; rs:binding [ rs:variable "o" ; rs:value _:x ] ] .
"""
CONTENT = {
    "all.rq": "SELECT ?o { ?s ?p ?o } ORDER BY ?o",
    "server.rq": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "bad.rq": "SELECT ?o { ?s ?p }",
    "change.ru": "DROP ALL",
    "data.ttl": '<a> <b> "a" , [] .',
    "right.srj": ROWS.format(f"{TEXT}, {NODE}"),
    "wrong.srj": ROWS.format(f"{TEXT}, {TEXT}"),
    "order.ttl": ORDERED,
    "same.nt": '<{0}a> <{0}b> "a" .\n<{0}a> <{0}b> _:c .\n',
    "other.nt": '<{0}a> <{0}b> "a" .\n<{0}a> <{0}b> <{0}c> .\n',
    "new.ttl": "<a> <b> <<( <a> <b> <c> )>> .",
    "bad.ttl": "<a> <b> .",
}


def states(root: Path, manifest: str) -> dict[str, tuple[str, str]]:
    """Write a manifest with its files, run it, and return how each test ended here and on plain pyoxigraph."""
    folder = root / "sparql11"
    folder.mkdir()
    for name, text in CONTENT.items():
        (folder / name).write_text(text.replace("{0}", f"{run.BASE}sparql11/"))
    (folder / "manifest.ttl").write_text(HEAD + manifest)
    found = run.run(root)
    return {case.name.removeprefix("sparql11/"): (here.state, plain.state) for case, (here, plain) in found.items()}


def test_queries_pass_are_refused_or_fail(tmp_path: Path) -> None:
    assert states(tmp_path, QUERIES) == {
        "right": ("passed", "passed"),
        "wrong": ("failed", "failed"),
        "order": ("failed", "failed"),  # the node comes first
        "good": ("passed", "passed"),
        "server": ("refused", "not run"),
        "bad": ("passed", "passed"),
        "accepted": ("failed", "failed"),
        "change": ("refused", "passed"),
    }


def test_files_pass_are_refused_or_fail(tmp_path: Path) -> None:
    assert states(tmp_path, FILES) == {
        "same": ("passed", "passed"),
        "other": ("failed", "failed"),
        "outside": ("refused", "passed"),
        "new": ("refused", "passed"),
        "bad": ("passed", "passed"),
    }


@pytest.mark.slow
def test_requests_pass_are_refused_or_fail(tmp_path: Path) -> None:
    truth = "mf:expectedFormat 'boolean' ; mf:expectedBoolean "
    requests = {
        "right": ("sparql-query", "ASK {}", f"{truth} true"),
        "wrong": ("sparql-query", "ASK {}", f"{truth} false"),
        "form": ("sparql-query", "SELECT * {}", "mf:expectedFormat 'RDF'"),
        "error": ("sparql-query", "ASK {", "mf:expectedFormat 'boolean'"),
        "change": ("sparql-update", "DROP ALL", ""),
    }
    named = ((name, *rest) for name, rest in requests.items())
    asked = [REQUEST.format(name=name, kind=kind, text=text, expected=expected) for name, kind, text, expected in named]
    about = "<> mf:entries ( " + " ".join(f":{name}" for name in requests) + " :returns-rdf ) .\n"
    described = ":returns-rdf a mf:ServiceDescriptionTest .\n"
    assert {name: here for name, (here, _) in states(tmp_path, about + described + "".join(asked)).items()} == {
        **{"right": "passed", "wrong": "failed", "form": "failed", "error": "failed", "change": "refused"},
        "returns-rdf": "passed",
    }


def test_a_failure_without_a_reason_and_a_reason_without_a_failure_are_named(tmp_path: Path) -> None:
    states(tmp_path, QUERIES)
    reasons = {f"sparql11/{name}": "as it is" for name in ("wrong", "order", "right")}
    text, unexplained = run.report(run.run(tmp_path), reasons)
    assert unexplained == ["sparql11/accepted", "sparql11/right"]
    assert "| SPARQL 1.1, answers | 3 | 1 | 0 | 2 | 1 | 2 |" in text
    assert "| calls another server (`SERVICE`) | 1 |" in text
    assert "| sparql11/wrong | failed | failed | as it is |" in text


def test_the_page_has_every_difference_with_its_reason() -> None:
    page = (ROOT / "docs" / "reference" / "conformance.md").read_text(encoding="utf-8")
    for name, reason in run.read_reasons().items():
        assert f"| {name} | failed | failed | {reason} |" in page
    for reason in (*run.REFUSED.values(), *run.LEFT_OUT.values()):
        assert reason in page
