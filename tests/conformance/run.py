"""Runs the W3C's rdf-tests against this program, and beside it plain pyoxigraph; prints tables in Markdown.

    make conformance RDF_TESTS=FOLDER      where FOLDER is a checkout of the repository w3c/rdf-tests

A test is passed, refused on purpose (for one of the reasons in `REFUSED`) or failed. The exit code is 1 if a test fails
without a reason in reasons.csv, or if one with a reason there passes on both sides.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF

from pcgraph.errors import InvalidInput, LimitError, UsageError
from pcgraph.model.namespaces import CURRENT, Namespaces
from pcgraph.query.engine import isolation, sparql
from pcgraph.query.engine.evaluate import answer, prepare
from pcgraph.query.engine.result import written
from pcgraph.query.engine.result_tsv import CsvWriter
from pcgraph.store import data_folder, nquads

HERE = Path(__file__).parent
BASE = "https://w3c.github.io/rdf-tests/"  # the address of the tests, which their manifests assume
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
PATIENCE = 60.0  # seconds for one query
KINDS = {  # type of a test → what it checks
    r"PositiveSyntaxTest(11)?": "valid queries",
    r"NegativeSyntaxTest(11)?": "invalid queries",
    r"QueryEvaluationTest|CSVResultFormatTest": "answers",
    r"PositiveUpdateSyntaxTest(11)?": "valid updates",
    r"NegativeUpdateSyntaxTest(11)?": "invalid updates",
    r"UpdateEvaluationTest": "effects of updates",
    r"ProtocolTest": "protocol",
    r"ServiceDescriptionTest": "service description",
    r"Test(NTriples|NQuads|Turtle|Trig)PositiveSyntax": "valid files",
    r"Test(NTriples|NQuads|Turtle|Trig)Negative(Syntax|Eval)": "invalid files",
    r"Test(NTriples|NQuads|Turtle|Trig)Eval": "contents of files",
}
LEFT_OUT = {  # folder → why its tests are not run
    "entailment": "pcgraph derives statements when it builds the graph, not while it answers",
    "rdf-mt": "pcgraph does not derive what RDF and RDFS entail",
    "rdf-semantics": "pcgraph does not derive what RDF and RDFS entail",
    "graph-store-protocol": "the server does not offer the Graph Store Protocol",
    "http-rdf-update": "the server does not offer the Graph Store Protocol",
    "rdf-xml": "pcgraph writes RDF/XML, but does not read it",
    "c14n": "pcgraph does not claim to write canonical N-Triples or N-Quads",
}
REFUSED = {  # words of the message → why the program refuses it
    "SERVICE is refused": "calls another server (`SERVICE`)",
    "read-only": "changes the graph, which is read-only",
    "not-rdf11": "RDF 1.2: pcgraph reads RDF 1.1 (`not-rdf11`)",
    "default-graph:": "a statement outside every named graph (`default-graph`)",
}


class Case(NamedTuple):
    """One test: its name, its row in the table, what it checks, its node in the manifest, and the folder of all."""

    name: str
    group: str
    kind: str
    node: rdflib.term.Node
    manifest: rdflib.Graph
    root: Path

    @property
    def action(self) -> rdflib.term.Node:
        return next(self.manifest.objects(self.node, MF.action))

    def files(self, subject: rdflib.term.Node, *properties: rdflib.URIRef) -> list[Path]:
        """Return the files that properties name; a graph with a name of its own is left to its file's name."""
        found = [node for name in properties for node in self.manifest.objects(subject, name)]
        named = [next(self.manifest.objects(node, QT.graph), node) for node in found]
        return sorted(self.root / str(node).removeprefix(BASE) for node in named)


class Outcome(NamedTuple):
    state: str  # passed, refused, failed or not run
    why: str = ""


def cases(root: Path) -> Iterator[Case]:
    """Yield the tests of all manifests below a folder, once each."""
    seen = set()
    for path in sorted(root.rglob("manifest.ttl")):
        folder = path.parent.relative_to(root)
        if set(folder.parts) & set(LEFT_OUT):
            continue
        graph = rdflib.Graph().parse(path, format="turtle", publicID=BASE + path.relative_to(root).as_posix())
        for entries in graph.objects(None, MF.entries):
            for node in Collection(graph, entries):
                kind, language = _kind(graph, node)
                name = f"{folder.as_posix()}/{re.split('[#/]', str(node))[-1]}"
                if kind and name not in seen:
                    seen.add(name)
                    version = re.search(r"1[012]", folder.as_posix())
                    row = f"{language} 1.{version[0][1] if version else 1}, {kind}"
                    yield Case(name, row, kind, node, graph, root)


def _kind(graph: rdflib.Graph, node: rdflib.term.Node) -> tuple[str, str]:
    """Return what a test checks and in which language; empty texts for a test of another kind."""
    for type_ in graph.objects(node, RDF.type):
        for pattern, kind in KINDS.items():
            if match := re.fullmatch(pattern, re.split("[#/]", str(type_))[-1]):
                changes = str(next(graph.objects(node, MF.action), "")).endswith(".ru")
                names = {"NTriples": "N-Triples", "NQuads": "N-Quads", "Trig": "TriG"}
                language = match[1] if kind.endswith("files") and match.lastindex else "SPARQL"
                kind = kind.replace("queries", "updates") if changes else kind
                return kind, names.get(language, language)
    return "", ""


def address(case: Case, path: Path) -> str:
    return BASE + path.relative_to(case.root).as_posix()


# --- the two programs: each returns None, an answer or quads, or raises ---


def run_here(case: Case) -> Any:
    """Run a test on this program."""
    if case.kind.endswith("files"):
        return _read_here(case)
    path = _text(case)
    text, base = path.read_text(encoding="utf-8"), address(case, path)
    query = prepare(text, "query", names=Namespaces(base))
    if case.kind != "answers":
        return answer(ox.Store(), query, isolate=True, timeout=PATIENCE, default=[], named=[])
    store, named = _loaded(case, text, base, ox.NamedNode(CURRENT))
    nquads.columns(store)  # refuses what no graph of this program may hold
    data = {} if query.graphs else {"default": [CURRENT], "named": named}
    return answer(store, query, isolate=True, timeout=PATIENCE, **data)


def run_plain(case: Case) -> Any:
    """Run a test on pyoxigraph alone; raise NotImplementedError for what would need a server or a second oracle."""
    if case.kind.endswith("files"):
        [path] = case.files(case.node, MF.action)
        return list(ox.parse(path=path, base_iri=address(case, path)))
    path = _text(case)
    text, base = path.read_text(encoding="utf-8"), address(case, path)
    if case.kind == "effects of updates" or {"SERVICE", "LOAD"} & {word for word, _ in sparql.words(text)}:
        raise NotImplementedError
    if case.kind.endswith("updates"):
        return isolation.run(lambda: ox.Store().update(text, base_iri=base), PATIENCE)
    store, _ = _loaded(case, text, base, ox.DefaultGraph()) if case.kind == "answers" else (ox.Store(), [])
    return isolation.run(lambda: written(store.query(text, base_iri=base)), PATIENCE)


def _text(case: Case) -> Path:
    [path] = case.files(case.action, QT.query, UT.request) or case.files(case.node, MF.action)
    return path


def _read_here(case: Case) -> list[ox.Quad]:
    """Read a file as the program reads data; since these have no base, that of the test is written before the text."""
    [path] = case.files(case.node, MF.action)
    content = f"@base <{address(case, path)}> .\n".encode() + path.read_bytes()
    if path.suffix == ".ttl":
        return data_folder.parse(path, "ontology", content=content).triples
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"data{path.suffix}")
        file.write_bytes(content if path.suffix == ".trig" else path.read_bytes())
        return list(nquads.parsed(nquads.read(file)))


def _loaded(case: Case, text: str, base: str, default: Any) -> tuple[ox.Store, list[str]]:
    """Return the data of a query, and the names of its graphs. FROM names its files itself."""
    store = ox.Store()
    for path in case.files(case.action, QT.data):
        store.extend(_graph(case, path, default))
    chosen = [case.root / iri.removeprefix(BASE) for iri in sparql.from_graphs(text, {}, base)]
    for path in case.files(case.action, QT.graphData) + chosen:
        graph = ox.NamedNode(address(case, path))
        store.add_graph(graph)
        store.extend(_graph(case, path, graph))
    return store, [graph.value for graph in store.named_graphs() if graph != default]


def _graph(case: Case, path: Path, graph: Any) -> Iterator[ox.Quad]:
    for quad in ox.parse(path=path, base_iri=address(case, path), rename_blank_nodes=True):
        in_graph = quad.graph_name if isinstance(quad.graph_name, ox.NamedNode) else graph
        yield ox.Quad(quad.subject, quad.predicate, quad.object, in_graph)


# --- comparing ---


def is_right(case: Case, found: Any) -> bool:
    """Return whether a result is the expected one, apart from the names of blank nodes and the spelling of numbers."""
    results = case.files(case.node, MF.result)
    if not results or case.kind not in ("answers", "contents of files"):
        return True
    path = results[0]
    if isinstance(found, list):
        return _canonical(found) == _canonical(ox.parse(path=path, base_iri=address(case, path)))
    if path.suffix == ".csv":
        out = io.StringIO()
        CsvWriter(out).write(found.body)
        return _csv(out.getvalue()) == _csv(path.read_text(encoding="utf-8"))
    lax = (case.node, MF.resultCardinality, MF.LaxCardinality) in case.manifest
    expected = _expected(case, path)
    if found.graph:
        triples = ox.parse(found.body, format=ox.RdfFormat.N_TRIPLES)
        return isinstance(expected, list) and _canonical(map(_normal, expected)) == _canonical(map(_normal, triples))
    if found.ask:
        return expected is (b"true" in found.body)
    names, rows, ordered = expected
    solutions: Any = ox.parse_query_results(found.body, ox.QueryResultsFormat.TSV)
    columns = [variable.value for variable in solutions.variables]
    here = [{name: row[name] for name in columns if row[name] is not None} for row in solutions]
    return {*names} == {*columns} and _rows(rows, ordered, lax) == _rows(here, ordered, lax)


def _expected(case: Case, path: Path) -> Any:
    """Return a truth value, a list of quads, or the columns, rows and whether their order counts."""
    if path.suffix in (".srx", ".srj", ".tsv"):
        found: Any = ox.parse_query_results(path=path)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        names = [variable.value for variable in found.variables]
        return names, [{name: row[name] for name in names if row[name] is not None} for row in found], False
    quads = list(ox.parse(path=path, base_iri=address(case, path)))
    facts: dict[tuple[Any, str], list[Any]] = {}
    for quad in quads:
        facts.setdefault((quad.subject, quad.predicate.value.removeprefix(RS)), []).append(quad.object)
    for (_, name), values in facts.items():
        if name == "boolean":
            return values[0].value == "true"
    for (subject, name), values in facts.items():
        if name == str(RDF.type) and ox.NamedNode(RS + "ResultSet") in values:
            nodes = facts.get((subject, "solution"), [])
            ordered = any((node, "index") in facts for node in nodes)
            if ordered:
                nodes.sort(key=lambda node: int(facts[node, "index"][0].value))
            pairs = [facts.get((node, "binding"), []) for node in nodes]
            rows = [{facts[one, "variable"][0].value: facts[one, "value"][0] for one in each} for each in pairs]
            return [term.value for term in facts.get((subject, "resultVariable"), [])], rows, ordered
    return quads


def _rows(rows: Iterable[dict[str, Any]], ordered: bool, lax: bool) -> ox.Dataset:
    """Return solutions as a graph: a node for each different row, or for each row if their order counts."""
    plain = [tuple(sorted((name, _normal_term(term)) for name, term in row.items())) for row in rows]
    counted = [(row, number) for number, row in enumerate(plain)] if ordered else [*Counter(plain).items()]
    quads = []
    for place, (row, number) in enumerate(counted):
        node = ox.BlankNode(f"row-{place}")  # a new name could be one of the answer: a forked process makes the same
        quads.append(ox.Quad(node, ox.NamedNode("urn:number"), ox.Literal(1 if lax else number)))
        quads += [ox.Quad(node, ox.NamedNode(f"urn:column:{name}"), term) for name, term in row]
    return _canonical(quads)


def _canonical(quads: Iterable[Any]) -> ox.Dataset:
    whole = [quad if isinstance(quad, ox.Quad) else ox.Quad(*quad) for quad in quads]
    found = ox.Dataset(whole)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def _normal(quad: Any) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, _normal_term(quad.object))


def _normal_term(term: Any) -> Any:
    """Return a term as a store holds it: 1.0 and 1.00 are one number."""
    store, node = ox.Store(), ox.NamedNode("urn:x")
    store.add(ox.Quad(node, node, term))
    return next(iter(store)).object


def _csv(text: str) -> list[list[tuple[str, str]]]:
    """Return the rows of a CSV answer, apart from their order, that of the columns, and the names of blank nodes."""
    return sorted(sorted(row.items()) for row in csv.DictReader(io.StringIO(re.sub(r"_:\w+", "_:", text))))


# --- judging and reporting ---


def judge(case: Case, run: Callable[[Case], Any]) -> Outcome:
    """Run a test and say how it ended."""
    invalid, plain = case.kind.startswith("invalid"), run is run_plain
    try:
        found = run(case)
    except NotImplementedError:
        return Outcome("not run")
    except LimitError as error:
        return Outcome("failed", str(error))
    except (InvalidInput, UsageError, SyntaxError) as error:
        line = str(error).split("\n")[0]
        no_query = not plain and isinstance(error, UsageError) and case.kind.endswith("updates")
        said = f"{line} read-only" if no_query else line
        refused = "" if plain else next((why for words, why in REFUSED.items() if words in said), "")
        if refused:
            return Outcome("refused", refused)
        return Outcome("passed") if invalid else Outcome("failed", line)
    except (OSError, RuntimeError, ValueError) as error:
        return Outcome("passed") if case.kind.startswith("valid") else Outcome("failed", repr(error))
    if invalid:
        return Outcome("failed", "was accepted")
    return Outcome("passed") if is_right(case, found) else Outcome("failed", "another result")


def report(outcomes: dict[Case, tuple[Outcome, Outcome]], reasons: dict[str, str]) -> tuple[str, list[str]]:
    """Return the tables, and the tests whose failure has no reason or whose reason has no failure."""
    states = ("passed", "refused", "failed")
    lines = ["| tests | number | passed | refused | failed | plain: passed | plain: failed |", "|---|" + "---:|" * 6]
    for group in dict.fromkeys(case.group for case in outcomes):
        of_group = [pair for case, pair in outcomes.items() if case.group == group]
        here, plain = (Counter(pair[side].state for pair in of_group) for side in (0, 1))
        cells = [len(of_group), *(here[state] for state in states)]
        cells += [plain[state] if plain.keys() - {"not run"} else "–" for state in ("passed", "failed")]
        lines.append(f"| {group} | " + " | ".join(map(str, cells)) + " |")
    lines += ["", "| refused on purpose | tests |", "|---|---:|"]
    why = Counter(here.why for here, _ in outcomes.values() if here.state == "refused")
    lines += [f"| {reason} | {number} |" for reason, number in why.most_common()]
    lines += [
        "",
        "| not run | why |",
        "|---|---|",
        *(f"| {folder} | {reason} |" for folder, reason in LEFT_OUT.items()),
    ]
    lines += ["", "| difference | pcgraph | plain | reason |", "|---|---|---|---|"]
    failed = {case.name: pair for case, pair in outcomes.items() if "failed" in (pair[0].state, pair[1].state)}
    for name, (here, plain) in failed.items():
        lines.append(f"| {name} | {here.state} | {plain.state} | {reasons.get(name, here.why or plain.why)} |")
    return "\n".join(lines), sorted(failed.keys() ^ reasons.keys())


def read_reasons() -> dict[str, str]:
    with (HERE / "reasons.csv").open(encoding="utf-8", newline="") as file:
        return {row["test"]: row["reason"] for row in csv.DictReader(file)}


def run(root: Path) -> dict[Case, tuple[Outcome, Outcome]]:
    """Run all tests below a folder, on this program and on plain pyoxigraph, in the order of the table."""
    from conformance.protocol import protocol_outcomes

    kinds, languages = [*KINDS.values()], ("SPARQL", "N-Triples", "N-Quads", "Turtle", "TriG")
    found = sorted(
        cases(root), key=lambda case: (languages.index(case.group.split()[0]), kinds.index(case.kind), case[:2])
    )
    on_server = [case for case in found if case.kind in ("protocol", "service description")]
    exchanged = protocol_outcomes(on_server) if on_server else {}
    return {case: exchanged.get(case) or (judge(case, run_here), judge(case, run_plain)) for case in found}


def main(folder: str) -> int:
    text, unexplained = report(run(Path(folder).resolve()), read_reasons())
    print(text)
    for name in unexplained:
        print(f"{name}: no reason, or no failure; expected one for the other; update reasons.csv", file=sys.stderr)
    return bool(unexplained)


if __name__ == "__main__":
    if not (len(sys.argv) == 2 and Path(sys.argv[1]).is_dir()):
        sys.exit("conformance: no tests; expected a checkout of w3c/rdf-tests; run  make conformance RDF_TESTS=FOLDER")
    sys.exit(main(sys.argv[1]))
