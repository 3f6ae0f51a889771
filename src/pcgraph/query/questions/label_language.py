"""Questions of the catalogue ask for English labels; in a project without English, for those in its first language."""

from __future__ import annotations

import re
from dataclasses import replace

from pcgraph.query.questions.question import Query

ENGLISH_LABEL = re.compile(
    r'OPTIONAL \{ (SELECT (?:\?\w+ ){2}WHERE \{ )?[^{}]* FILTER\(lang\(\?\w+\) = "en"\) \}(?(1) \})'
)


def in_language(query: Query, language: str) -> Query:
    """Return a question of the catalogue that asks for labels in one language, and in English where there is none.

    Any other query is unchanged: whoever writes it chooses the language.

    >>> text = 'SELECT ?x ?name { ?x a pcg:Loan OPTIONAL { ?x rdfs:label ?name FILTER(lang(?name) = "en") } }'
    >>> print(in_language(Query("loans", text, topic="money"), "pt").text)
    SELECT ?x ?name { ?x a pcg:Loan OPTIONAL { ?x rdfs:label ?name FILTER(lang(?name) = "pt") } \
OPTIONAL { ?x rdfs:label ?name FILTER(lang(?name) = "en") } }
    """
    if language == "en" or not query.topic:
        return query

    def both(found: re.Match[str]) -> str:
        # where the first part has found a label, the variable is bound, and the second part adds nothing
        return found[0].replace('"en"', f'"{language}"') + " " + found[0]

    return replace(query, text=ENGLISH_LABEL.sub(both, query.text))
