"""What the measure of completion reads: terms of the project's data, the catalogue, and queries of docs and tests."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

import loaded
from helpers import ROOT
from pcgraph.query.names.completion import completion_terms
from pcgraph.query.questions.forms import question_forms

COUNT = 150  # queries of docs and tests
CODE = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r"'''(.*?)'''|\"\"\"(.*?)\"\"\"|'([^'\n]*)'|\"([^\"\n]*)\"", re.DOTALL)


def completion() -> dict[str, Any]:
    """Return the terms and prefixes of the graph, the catalogue, and the other queries that an engine reads."""
    kg = loaded.load()
    texts = {text.strip() for text in _texts() if re.search(r"\b(?:pcg|id|v):\w", text)}
    queries = sorted((text for text in texts if _is_query(text, kg.names.prefixes)), key=_order)
    return {
        "terms": completion_terms(kg),
        "prefixes": kg.names.prefixes,
        "questions": question_forms(kg.store, kg.names),
        "queries": queries[:COUNT],
    }


def _texts() -> Iterator[str]:
    for path in sorted(ROOT.glob("docs/**/*.md")):
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            yield code
            yield from ("".join(found) for found in QUOTED.findall(code))
    for path in sorted(ROOT.glob("tests/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _is_query(text: str, prefixes: dict[str, str]) -> bool:
    try:
        ox.Store().query(text, prefixes=prefixes, base_iri="urn:x/")
    except (SyntaxError, ValueError, OSError):
        return False
    return True


def _order(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
