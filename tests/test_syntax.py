"""Syntax errors in plain words: the place, what stands there, what is expected, and how to fix it."""

from __future__ import annotations

import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("SELCT ?s WHERE { ?s ?p ?o }", "1:1", "'SELCT' is no keyword; expected SELECT; write SELECT"),
        ("SELECT ?s WHER { ?s ?p ?o }", "1:11", "'WHER' is no keyword; expected WHERE"),
        ("SELECT ?s { ?s ?p ?o FLITER(?o > 5) }", "1:22", "'FLITER' is no keyword; expected FILTER"),
        ("SELECT ?s {\n ?s ?p ?o\n OPTIONL { ?s ?a ?b } }", "3:2", "'OPTIONL' is no keyword; expected OPTIONAL"),
        ("SELECT ?s { ?s ?p ?o } LIMT 5", "1:24", "'LIMT' is no keyword; expected LIMIT"),
        ("SELECT ?s {\n ?s ?p ?o", "2:10", "the '{' of line 1 is not closed; expected '}'"),
        ("SELECT ?s { ?s ?p ?o } }", "1:24", "the '}' closes nothing; expected the end of the query"),
        ("SELECT ?s {\n ?s pcg:a ?o\n ?s pcg:b ?x }", "3:2", "a '.' is missing before '?s'; expected '.'; add '.'"),
        ("SELECT ?s, ?o { ?s ?p ?o }", "1:10", "a comma stands in the list of SELECT"),
        ("SELECT COUNT(?s) { ?s ?p ?o }", "1:8", "COUNT stands without brackets; .*; write (COUNT(…) AS ?name)"),
        ("SELECT (COUNT(?s)) { ?s ?p ?o }", "1:18", "the expression has no name; expected AS ?name"),
        ("SELECT ?o (COUNT(?s) AS ?n) { ?s ?p ?o }", "1:8", "?o is neither grouped nor counted; .*; add GROUP BY ?o"),
        (
            "SELECT (?o AS ?a) (COUNT(*) AS ?n) { ?s ?p ?o }",
            "1:9",
            "?o is neither grouped nor counted; .*; add GROUP BY",
        ),
        (
            "SELECT (COUNT(*) AS ?n) (?n + 1 AS ?m) { ?s ?p ?o }",
            "1:26",
            "?n is neither grouped nor counted; .*; write its expression instead of ?n",
        ),
        ("SELECT ?s { ?s ?p ?o FILTER(?o = TRUE) }", "1:34", "'TRUE' has capitals; expected true; write true"),
        ("SELECT ?s { ?s ?p ?o FILTER(?o == 5) }", "1:33", "'==' is no operator; expected =; write ="),
        ("SELECT ?s { ?s ?p ?o FILTER(?o & ?s) }", "1:32", "'&' is no operator; expected &&"),
        ("SELECT ?s { ?s ?p ?o FILTER(?o = 5 and ?s = 3) }", "1:36", "'AND' is no operator; expected &&"),
        ("SELECT ?s { ?s ?p ?o FILTER ?o > 5 }", "1:29", "no bracket after FILTER; expected '('"),
        ("SELECT ?s { ?s ?p ?o FILTER(?o > 5 }", "1:36", "a ')' is missing before '}'"),
        ('SELECT ?s { ?s ?p "abc }', "1:19", 'the quotation mark is not closed; expected a closing "'),
        ("SELECT ?s { ?s pgc:bar ?o }", "1:16", "the prefix pgc: is unknown; .*; did you mean pcg?"),
        ("SELECT ?s { ?s a Loan }", "1:18", "'Loan' has no prefix; expected a term such as pcg:Loan"),
        ("SELECT s { ?s ?p ?o }", "1:8", "'s' is neither a variable nor a keyword; expected a variable; write ?s"),
        ("SELECT ?s { ?s ?p ?o BIND(3 AS ?s) }", "1:32", "the name ?s after AS is in use already"),
        ("SELECT ?s (1 AS ?s) { ?s ?p ?o }", "1:17", "the name ?s after AS is in use already"),
        ("SELECT ?s ?s { ?s ?p ?o }", "1:11", "SELECT names ?s twice; expected each variable once; remove one ?s"),
        ("SELECT ?s\n ?p $s { ?s ?p ?o } ORDER BY ?s", "2:5", "SELECT names $s twice"),
        ("SELECT (1 AS ?s) ?p ?s { ?a ?p ?o } LIMIT 3", "1:21", "SELECT names ?s twice"),
        ("SELECT * { { SELECT ?s ?p ?s { ?s ?p ?o } } }", "1:27", "SELECT names ?s twice"),
        ("PREFIX a: http://x/ SELECT ?s { }", "1:11", "is no IRI in brackets; expected <…>"),
        ("SELECT ?s { ?s ?p }", "1:19", "'}' does not fit here; expected '(' or a term such as pcg:Loan or a variable"),
    ],
)
def test_slips_are_explained(tiny: KnowledgeGraph, text: str, place: str, said: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        tiny.query(text)
    first, line, caret = str(caught.value).split("\n")
    assert first.startswith(f"query:{place}: sparql-syntax: ")
    start, _, end = said.partition(".*")
    assert start in first
    assert end in first
    number, column = map(int, place.split(":"))
    assert line.strip() == text.split("\n")[number - 1].strip()
    assert caret == " " * (column + 1) + "^"
    assert first.count("; ") >= 2


def test_a_long_line_is_cut_around_the_place(tiny: KnowledgeGraph) -> None:
    with pytest.raises(InvalidInput) as caught:
        tiny.query("SELECT ?s { " + "?s ?p ?o . " * 60 + "FLITER(?o > 5) " + "}" * 300)
    _, line, caret = str(caught.value).split("\n")
    assert len(line) < 110
    assert line[caret.index("^") :].startswith("FLITER")
