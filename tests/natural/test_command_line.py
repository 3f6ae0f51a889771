"""Thirty commands as an analyst types them after reading the README and the help."""

from __future__ import annotations

CALLS = [
    # three as real processes
    ("only the name of the program", ()),
    ("a count in one line", ("query", "SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }")),
    ("no colour, though a variable forces it", ("rank", "--top", "3")),  # NO_COLOR=1 FORCE_COLOR=1
    ("show by name", ("show", "Huawei")),
    ("show by Chinese name", ("show", "华为")),
    ("show by another name", ("show", "zong")),
    ("show by a part of a name", ("show", "National Bank")),
    ("show a source", ("show", "techjuice-20250908")),
    ("show a term", ("show", "pcg:signatory")),
    ("show as JSON by --format", ("show", "huawei-ntc-agreement", "--format", "json")),
    ("why by names", ("why", "Huawei", "signsWith", "NTC")),
    ("why with the relation's label", ("why", "Huawei", "signs with", "National Telecommunication Corporation")),
    ("find a word", ("find", "telecom")),
    ("a question about a name", ("query", "who-signed-with", "--param", "party=Huawei Technologies")),
    ("ask yes or no", ("query", "ASK { id:huawei pcg:signsWith id:ntc }")),
    ("numbers as CSV", ("query", "SELECT ?e ?a { ?e a pcg:Loan ; pcg:amount ?a } ORDER BY ?e", "--format", "csv")),
    ("a question as Parquet", ("query", "who-signed-with", "--param", "party=sky47", "-o", "answer.parquet")),
    ("a query from standard input as JSON", ("query", "-", "--format", "json")),
    ("quietly", ("query", "who-signed-with", "--param", "party=sky47", "--as-of", "2025-09-30", "-q")),
    ("as of a day", ("query", "who-signed-with", "--param", "party=huawei", "--as-of", "2025-09-30")),
    ("as of a day, with undated sources", ("query", "searches", "--as-of", "2025-09-30", "--undated", "estimate")),
    ("rank by harmonic closeness", ("rank", "harmonic", "--top", "5")),
    ("rank by networkx's name", ("rank", "betweenness_centrality", "--top", "3")),
    ("rank as CSV", ("rank", "pagerank", "--format", "csv")),
    ("rank to a spreadsheet", ("rank", "-o", "r.xlsx")),
    ("rank since a year", ("rank", "degree", "--since", "2024")),
    ("rank a country by name", ("rank", "degree", "--country", "China", "--top", "5")),
    ("differences as CSV", ("diff", "2025-09-06", "2025-09-08", "--format", "csv")),
    ("the page around a name", ("map", "--focus", "Huawei Technologies", "--hops", "1", "-o", "huawei.html")),
    ("a project of my own", ("init", "harbour")),
]
