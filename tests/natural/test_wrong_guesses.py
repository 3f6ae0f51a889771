"""Twenty typos and wrong guesses: each is answered with a message that names the problem and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers import pcgraph
from natural.calls import answer_and_messages
from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

# what the user did, the query, and patterns of what a message must name
QUERIES = [
    ("a role with a letter missing", "SELECT ?e { ?e pcg:signatry id:huawei }", ["pcg:signatry", r"pcg:signatory\b"]),
    ("a class cut short", "SELECT ?e { ?e a pcg:Lon }", [r"pcg:Lon\b", r"pcg:Loan\b"]),
    ("a kind in other words", "SELECT ?e { ?e pcg:kind v:memorandum }", ["v:memorandum", r"v:mou\b"]),
    ("a slug with letters swapped", "SELECT ?e { ?e pcg:signatory id:hauwei }", ["id:hauwei", r"id:huawei\b"]),
    ("a country as text", 'SELECT ?x { ?x pcg:country "China" }', ["pcg:country", "China", r"id:china\b"]),
    (
        "a brace missing",
        "SELECT ?e {\n  ?e a pcg:Agreement ;\n     pcg:signatory id:huawei",
        [r"line 3|:3\b", r"column \d+|:3:\d+", r"expected[^\n]*\}", r"(?m)^ *\^"],
    ),
    (
        "a full stop missing",
        "SELECT ?e {\n  ?e a pcg:Agreement\n  ?e pcg:signatory id:huawei\n}",
        [r"line 3|:3\b", r"column 3|:3:3\b", r"\?e pcg:signatory id:huawei\n *\^"],
    ),
    ("a prefix that nobody declared", 'SELECT ?x { ?x foaf:name "Huawei" }', ["foaf", "PREFIX"]),
]

# what the user typed, the exit code, and patterns of what standard error must name
COMMANDS = [
    ("a name with letters swapped", ("show", "hauwei"), 2, ["hauwei", r"\bhuawei\b"]),
    ("another word for find", ("search", "huawei"), 2, ["search", r"\bfind\b"]),
    ("a parameter as an option", ("query", "who-signed-with", "--party", "sky47"), 2, ["--party", "--param party="]),
    ("a parameter without --param", ("query", "who-signed-with", "party=sky47"), 2, ["--param party=sky47"]),
    ("a measure by its family", ("rank", "centrality"), 2, ["'centrality'", "betweenness", "degree", "pagerank"]),
    ("the later day first", ("diff", "2025-09-08", "2025-09-06"), None, [r"(?m)^(?=.*2025-09-08)(?=.*2025-09-06)"]),
    ("a relation in the past tense", ("why", "Huawei", "signed-with", "NTC"), 2, ["signed-with", "signsWith"]),
]  # fmt: skip

CALLS: list[tuple[str, Callable[[KnowledgeGraph], Any], list[str]]] = [
    ("another name of the parameter", lambda kg: kg.query("who-signed-with", company="huawei"), ["company", "party"]),
    ("a table that has another name", lambda kg: kg.tables["agreements"], ["agreements", "engagements"]),
    ("a country with letters swapped", lambda kg: kg.network(country="chnia"), ["chnia", r"\bchina\b"]),
]


def assert_says(message: str, patterns: list[str]) -> None:
    """Fail unless the message matches every pattern and is no fault of the program itself."""
    assert [pattern for pattern in patterns if not re.search(pattern, message)] == [], message or "nothing was said"
    assert "internal error" not in message
    assert "Traceback" not in message


@pytest.mark.parametrize(("query", "words"), [pytest.param(query, words, id=name) for name, query, words in QUERIES])
def test_query(kg: KnowledgeGraph, query: str, words: list[str]) -> None:
    assert_says(answer_and_messages(lambda: kg.query(query))[1], words)


@pytest.mark.parametrize(
    ("words", "code", "patterns"), [pytest.param(words, code, says, id=name) for name, words, code, says in COMMANDS]
)
def test_command(words: tuple[str, ...], code: int | None, patterns: list[str]) -> None:
    run = pcgraph(*words)
    assert_says(run.stderr, patterns)
    assert code in (run.returncode, None)


@pytest.mark.parametrize(("call", "words"), [pytest.param(call, words, id=name) for name, call, words in CALLS])
def test_python(kg: KnowledgeGraph, call: Callable[[KnowledgeGraph], Any], words: list[str]) -> None:
    assert_says(answer_and_messages(lambda: call(kg))[1], words)


def test_a_search_with_letters_swapped() -> None:
    run = pcgraph("find", "hauwei")
    assert run.returncode == 0, run.stderr
    assert re.search(r"\bid:huawei\b", run.stdout)


def test_a_word_file(tmp_path: Path) -> None:
    run = pcgraph("rank", "-o", str(tmp_path / "r.docx"))
    assert run.returncode == 2
    assert_says(run.stderr, [r"\.docx", r"\.csv", r"\.xlsx"])
    assert list(tmp_path.iterdir()) == []
