"""A question as a file for grlc, which makes an API of a folder of queries."""

from __future__ import annotations

import re

import yaml

from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.questions.question import LITERALS, Query, namespace

SUFFIXES = {"string": "", "integer": "_integer", "decimal": "_xsd_decimal", "date": "_xsd_date"}  # of its variables


def grlc(query: Query, names: Namespaces = SHIPPED) -> str:
    """Return a question with the header and the variables that grlc reads; a parameter ``party`` is ``?_party_iri``.

    >>> from pcgraph.query.questions import catalogue
    >>> print(grlc(catalogue.find("who-signed-with")).splitlines()[0])
    #+ summary: Who signed with a party
    """
    variables, defaults = {}, []
    for name, about in query.parameters.items():
        literal = LITERALS.get(about["type"])
        variables[name] = f"?_{name}{SUFFIXES[literal] if literal else '_iri'}"
        example = str(about["example"])
        defaults.append({name: example if literal else names.expand(example, namespace(about["type"], names))})
    header = {"summary": query.title, "description": query.question, "tags": [query.topic]}
    written = yaml.safe_dump(
        header | ({"defaults": defaults} if defaults else {}), allow_unicode=True, sort_keys=False, width=10_000
    )
    text = sparql.bind(re.sub(r"^#\+.*\n", "", query.text, flags=re.MULTILINE), variables, query.where)
    for name, variable in variables.items():  # a variable may not stand in VALUES
        text = text.replace(f"VALUES ?{name} {{ {variable} }}", f"BIND({variable} AS ?{name})", 1)
    used = {name: space for name, space in names.prefixes.items() if name == "xsd" or re.search(rf"\b{name}:", text)}
    prefixes = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in used.items())
    return "".join(f"#+ {line}\n" for line in written.splitlines()) + prefixes + text.strip() + "\n"
