"""Hard cases of the rule of belief, one file each; what is expected was worked out by hand and is in the file's header.

Header keys, as YAML after ``#+ ``; what a key does not list must not be there:

- ties: relation, from, to of all relations between agents (a symmetric one once, its ends in order)
- inferred, joined, stale: ties that only this option lets in; the latter two are compared if given
- kept_out: relation, from, to, why of the ties that cannot be printed; compared if given
- statuses: engagement → its status, or null
- numbers: engagement or step → the columns of its numbers that are not empty
- acting: engagement, agent, body, role, and whether the body is stated or inferred
- sums: rows of ``money-by-funder-and-year``; disputes: things and properties with contradictions; compared if given
- folded: the ties of the network, in which people are folded into bodies; compared if given
- without: source → the keys that differ if that source is out of scope
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

import pcgraph
from helpers import ROOT
from pcgraph import api
from pcgraph.analysis.network import draw
from pcgraph.belief.rule.derivation import derive, kept_out
from pcgraph.belief.tables import NUMBERS
from pcgraph.model.namespaces import local
from pcgraph.model.ontology import Ontology
from pcgraph.query.statements.contradictions import contradictions

pytestmark = pytest.mark.slow

FILES = sorted((ROOT / "tests" / "cases").glob("*.trig"))
TRIVIAL = ("signs", "attends", "hosts", "organizes")
Rows = list[list[Any]]


def expectation(path: Path) -> dict[str, Any]:
    lines = [line[3:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#+ ")]
    found: dict[str, Any] = yaml.safe_load("\n".join(lines))
    return {"ties": [], "inferred": [], "numbers": {}, "acting": [], "without": {}} | found


VARIANTS = [(path, without) for path in FILES for without in ["", *expectation(path)["without"]]]


def ties(relations: pl.DataFrame, ontology: Ontology, *more: str) -> Rows:
    symmetric = {relation.iri for relation in ontology.relations if relation.symmetric}
    rows = relations.filter(~pl.col("relation").is_in(sorted(symmetric)) | (pl.col("from") < pl.col("to")))
    short = [[local(name) for name in row] for row in rows.select("relation", "from", "to", *more).iter_rows()]
    return sorted(row for row in short if row[0] not in TRIVIAL)


def numbers(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    rows = {local(row[key]): {name: row[name] for name in NUMBERS} for row in frame.iter_rows(named=True)}
    said = {
        slug: {
            name: local(value) if isinstance(value, str) else value for name, value in row.items() if value is not None
        }
        for slug, row in rows.items()
    }
    return {slug: row for slug, row in said.items() if row}


def found(kg: api.KnowledgeGraph, wanted: dict[str, Any]) -> dict[str, Any]:
    tables, ontology = kg.tables, kg.ontology
    stated = ties(tables.relations, ontology)

    def more(option: str) -> Rows:
        found = derive(tables, ontology, today=kg.today, **{option: True})
        return [row for row in ties(found, ontology) if row not in stated]

    acting = tables.representations.select("engagement", "agent", "body", "role", "inferred")
    now = tables.engagements.select("engagement", "status").rows()
    result = {
        "ties": stated,
        "inferred": more("inferred"),
        "statuses": {local(engagement): status and local(status) for engagement, status in now},
        "numbers": numbers(tables.engagements, "engagement") | numbers(tables.steps, "step"),
        "acting": [[*map(local, row), "inferred" if read else "stated"] for *row, read in acting.iter_rows()],
    }
    result |= {option: more(option) for option in ("joined", "stale") if option in wanted}
    if "kept_out" in wanted:
        result["kept_out"] = ties(kept_out(tables, ontology, kg.today), ontology, "why")
    if "sums" in wanted:
        rows = kg.query("money-by-funder-and-year").rows
        result["sums"] = [[local(value) if isinstance(value, str) else value for value in row] for row in rows]
    if "disputes" in wanted:
        result["disputes"] = [[local(row.subject), local(row.property)] for row in contradictions(kg.store)]
    if "folded" in wanted:
        edges = [(data["relation"], *map(local, ends), data["symmetric"]) for *ends, data in draw(kg).edges(data=True)]
        result["folded"] = sorted([name, *(sorted(ends) if both else ends)] for name, *ends, both in edges)
    return result


@pytest.mark.parametrize(("path", "without"), VARIANTS, ids=[f"{path.stem}-{out}".strip("-") for path, out in VARIANTS])
def test_what_is_believed(path: Path, without: str) -> None:
    said = expectation(path)
    wanted = said | said["without"].get(without, {})
    kg = pcgraph.load(path, build=None, without=[without] if without else [])
    assert found(kg, wanted) == {name: value for name, value in wanted.items() if name != "without"}
