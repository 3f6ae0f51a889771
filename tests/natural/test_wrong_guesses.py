"""Twenty typos and wrong guesses: each is answered with a message that names the problem and the remedy."""

from __future__ import annotations

QUERIES = [
    ("a role with a letter missing", "SELECT ?e { ?e pcg:signatry id:huawei }"),
    ("a class cut short", "SELECT ?e { ?e a pcg:Lon }"),
    ("a kind in other words", "SELECT ?e { ?e pcg:kind v:memorandum }"),
    ("an organisation with letters swapped", "SELECT ?e { ?e pcg:signatory id:hauwei }"),
    ("a country as text", 'SELECT ?x { ?x pcg:country "China" }'),
    ("a brace missing", "SELECT ?e {\n  ?e a pcg:Agreement ;\n     pcg:signatory id:huawei"),
    ("a full stop missing", "SELECT ?e {\n  ?e a pcg:Agreement\n  ?e pcg:signatory id:huawei\n}"),
    ("a prefix that nobody declared", 'SELECT ?x { ?x foaf:name "Huawei" }'),
]

COMMANDS = [
    ("a name with letters swapped", ("show", "hauwei")),
    ("a search with letters swapped", ("find", "hauwei")),
    ("another word for find", ("search", "huawei")),
    ("a parameter as an option", ("query", "who-signed-with", "--party", "sky47")),
    ("a parameter without --param", ("query", "who-signed-with", "party=sky47")),
    ("a measure by its family", ("rank", "centrality")),
    ("a Word file", ("rank", "-o", "r.docx")),
    ("the later day first", ("diff", "2025-09-08", "2025-09-06")),
    ("a relation in the past tense", ("why", "Huawei", "signed-with", "NTC")),
]

PYTHON = [
    ("another name of the parameter", lambda kg: kg.query("who-signed-with", company="huawei")),
    ("a table that has another name", lambda kg: kg.tables["agreements"]),
    ("a country with letters swapped", lambda kg: kg.network(country="chnia")),
]
