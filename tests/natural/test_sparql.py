"""Forty queries as someone who knows SPARQL writes them after reading the README and the labels of the ontology."""

from __future__ import annotations

import pytest

ANSWERS = [
    ("ten triples, whatever they are", "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10"),
    ("how many engagements there are", "SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }"),
    (
        "how many agreements, with the prefix written out",
        "PREFIX pcg: <https://w3id.org/pcgraph/ontology#>\nSELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a pcg:Agreement . }",
    ),
    ("all funding with its sub-classes, the version 1 way", "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a/rdfs:subClassOf* pcg:Funding }"),
    ("which classes are used", "SELECT DISTINCT ?class { ?x a ?class } ORDER BY ?class"),
    (
        "which of our properties are used",
        "SELECT DISTINCT ?p { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(pcg:))) }",
    ),
    ("all roles with their English labels", 'SELECT ?role ?label { ?role rdfs:subPropertyOf pcg:participant ; rdfs:label ?label FILTER(LANG(?label) = "en") }'),
    ("everything about one organisation by its full IRI", "SELECT ?p ?o { <https://w3id.org/pcgraph/id/sky47> ?p ?o }"),
    ("the Chinese name", 'SELECT ?name { id:huawei rdfs:label ?name FILTER(LANGMATCHES(LANG(?name), "zh")) }'),
    ("who is called Huawei, with the language tag", 'SELECT ?x { ?x rdfs:label "Huawei"@en }'),
    ("names that contain telecom", 'SELECT DISTINCT ?x { ?x a pcg:Organization ; rdfs:label ?l FILTER(REGEX(?l, "telecom", "i")) }'),
    ("who is also called Zong", 'SELECT DISTINCT ?x { ?x rdfs:label|skos:altLabel ?name FILTER(STR(?name) = "Zong") }'),
    ("what two companies signed", "SELECT ?who ?what { VALUES ?who { id:huawei id:zte } ?what a pcg:Agreement ; pcg:signatory ?who }"),
    ("what one company signed, by the inverse path", "SELECT DISTINCT ?e { id:sky47 ^pcg:signatory ?e }"),
    ("partners of partners with a plus path", "SELECT DISTINCT ?other { id:sky47 pcg:signsWith+ ?other }"),
    (
        "pairs across the border",
        "SELECT DISTINCT ?c ?p { ?a pcg:signatory ?c , ?p . ?c pcg:country id:china . ?p pcg:country id:pakistan } ORDER BY ?c ?p",
    ),
    ("engagements for each party, at least ten", "SELECT ?a (COUNT(DISTINCT ?e) AS ?n) { ?e pcg:participant ?a } GROUP BY ?a HAVING (COUNT(DISTINCT ?e) >= 10)"),
    ("what is completed", "SELECT ?e { ?e pcg:currentStatus v:completed }"),
    ("what is realised, by the set", "SELECT ?e { ?e pcg:currentStatus ?s . v:realised skos:member ?s }"),
    ("steps since June 2025 by their bounds", 'SELECT ?step { ?step a pcg:Step ; pcg:latest ?d FILTER(?d >= "2025-06-01"^^xsd:date) }'),
    ("dates that begin with 2025-09", 'SELECT ?step { ?step pcg:date ?d FILTER(STRSTARTS(?d, "2025-09")) }'),
    ("signings for each year", "SELECT ?year (COUNT(*) AS ?n) { ?s pcg:status v:signed ; pcg:earliest ?d BIND(YEAR(?d) AS ?year) } GROUP BY ?year ORDER BY ?year"),
    ("the newest step", "SELECT ?step ?d { ?step pcg:latest ?d } ORDER BY DESC(?d) ?step LIMIT 1"),
    ("loans, summed by currency", "SELECT ?c (SUM(?a) AS ?total) { ?l a pcg:Loan ; pcg:amount ?a ; pcg:currency ?c } GROUP BY ?c ORDER BY ?c"),
    ("the mean loan in dollars", 'SELECT (AVG(?a) AS ?mean) { ?l a pcg:Loan ; pcg:amount ?a ; pcg:currency "USD" }'),
    ("the largest amount in dollars", 'SELECT ?e ?a { ?e pcg:amount ?a ; pcg:currency "USD" } ORDER BY DESC(?a) ?e LIMIT 1'),
    ("agreements with the work they cover, if any", "SELECT ?a ?work { ?a a pcg:Agreement OPTIONAL { ?a pcg:covers ?work } }"),
    ("agreements that cover nothing", "SELECT ?a { ?a a pcg:Agreement MINUS { ?a pcg:covers ?work } }"),
    ("engagements about connectivity and everything below it", "SELECT DISTINCT ?e { ?e pcg:sector/skos:broader* sector:connectivity }"),
    ("the parties of one contract in one cell", 'SELECT ?e (GROUP_CONCAT(STR(?l); SEPARATOR=", ") AS ?who) { VALUES ?e { id:paksat-1r-contract } ?e pcg:signatory ?p . ?p rdfs:label ?l FILTER(LANG(?l) = "en") } GROUP BY ?e'),
    ("which sources name a signatory", "SELECT DISTINCT ?g { GRAPH ?g { ?e pcg:signatory id:ntc } FILTER(?g != g:current) }"),
    ("one source as the default graph", "SELECT ?party FROM src:techjuice-20250908 { id:huawei-ntc-agreement pcg:signatory ?party }"),
    ("the sources of a passage, without GRAPH", "SELECT DISTINCT ?title { id:huawei-ntc-agreement pcg:statedIn/pcg:inSource ?s . ?s pcg:title ?title }"),
]  # fmt: skip

MESSAGES = [
    ("steps after a day, by the date as text", 'SELECT ?e { ?e pcg:step/pcg:date ?d FILTER(?d > "2025-06-01"^^xsd:date) }'),
    ("what is only inferred, without GRAPH", "SELECT ?e ?p { ?e pcg:inferred ?p }"),
    ("a name without its language tag", 'SELECT ?x { ?x rdfs:label "Huawei" }'),
]

ASK_YES = "ASK { id:huawei pcg:signsWith id:ntc }"
ASK_NO = "ASK { id:zte pcg:trains id:pakistani-youth }"
DESCRIBE = "DESCRIBE id:sky47"
STAR = "SELECT * { ?agreement a pcg:Agreement ; pcg:sector ?sector ; pcg:signatory ?party } LIMIT 5"
