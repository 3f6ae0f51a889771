"""Load the sources in scope, and what is believed, into the graphs of the embedded engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief import evidence, source_view
from pcgraph.belief.conclusions import claims, money, outcomes, voices
from pcgraph.belief.evidence import Evidence, selection
from pcgraph.belief.evidence.proof import passage_states
from pcgraph.belief.evidence.selection import Selection
from pcgraph.belief.rule import identity, resolution
from pcgraph.belief.rule.choice import spans
from pcgraph.belief.tables import VALUE_IRI, Tables
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, SKOS, XSD, Namespaces, V
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.model.scope import Scope
from pcgraph.store import countries, data_folder, nquads, quad_file
from pcgraph.store.data_folder import Inputs
from pcgraph.store.files import temporary_folder
from pcgraph.store.project import Project, find

DAY, INTEGER, DECIMAL = (f'"{{}}"^^<{XSD}{name}>' for name in ("date", "integer", "decimal"))  # forms of a term
PART = 1 << 25  # bytes of text that an engine loads at once


@dataclass(frozen=True)
class ResolvedScope:
    """What the sources in scope say and what is believed, before it is loaded into an engine."""

    selection: Selection
    ontology: Ontology
    tables: Tables
    same: dict[str, str]  # which IRIs verdicts merge into which; see `pcgraph.belief.rule.identity`


def select(inputs: Inputs, scope: Scope) -> tuple[Selection, Ontology]:
    """Select the quads in scope, and read the ontology's declarations."""
    declared = declarations(inputs)
    return selection.select(inputs, declared, scope), declared


def believe(selection: Selection, declared: Ontology) -> tuple[ResolvedScope, Evidence]:
    """Compute what is believed in a scope. Return the result and the evidence for it."""
    found = evidence.evidence(selection, declared)
    settled, late = resolution.settle(found, declared), selection.inputs.project.silent_after
    tables = resolution.believe(found, declared, settled)
    tables = outcomes.conclude(tables, selection.columns, declared, selection.today, late, settled.same)
    sums = money.sums(tables, settled.facts, declared)
    tables = replace(tables, sums=sums, quantities=money.quantities(tables, declared))
    return ResolvedScope(selection, declared, tables, settled.same), found


def read(data: Path | Project, ontology: Path) -> Inputs:
    """Read the data folder of a project or, if its data are a file, the quads in it. A path stands for its project.

    See `pcgraph.store.project.find`, `pcgraph.store.data_folder.read` and `pcgraph.store.quad_file.read`.
    """
    project = find(data)
    return quad_file.read(project, ontology) if project.data.is_file() else data_folder.read(project, ontology)


def declarations(inputs: Inputs) -> Ontology:
    """Read the ontology's declarations. The register of a data folder may add sectors, but nothing else."""
    said, broader = pl.col("source"), [SKOS + "broader", SKOS + "prefLabel"]
    declaring = (said == namespaces.ONTOLOGY) | ((said == namespaces.REGISTER) & pl.col("property").is_in(broader))
    return read_ontology(nquads.parsed(inputs.columns.filter(declaring)), inputs.project.label_language)


def fill(empty: ox.Store, resolved: ResolvedScope) -> ox.Store:
    """Load the graphs in scope and `current` into an empty engine, as queries see them; see `source_view`.

    They are loaded as text, so that no quad becomes a Python object.
    """
    load_sources(empty, resolved.selection)
    add_current(empty, resolved)
    return source_view.extend(empty, resolved.ontology, resolved.selection.inputs.names)


def load_sources(store: ox.Store, selection: Selection) -> None:
    """Load the graphs in scope into an engine, as they are written."""
    _load(store, _text(selection.columns), format=ox.RdfFormat.N_QUADS)


def _text(frame: pl.DataFrame, *, graph: bool = True) -> Iterator[bytes]:
    """Convert columns to text, blank nodes first: their names hold only within the part that is loaded at once."""
    blank = pl.any_horizontal(pl.col("subject", "value").str.starts_with("_:"))
    ordered = frame.sort(~blank, maintain_order=True) if frame.select(blank.any()).item() else frame
    return nquads.text(ordered, graph=graph)


def _load(store: ox.Store, pieces: Iterable[bytes], **options: Any) -> None:
    """Load text into an engine, a part of it at a time, because the engine holds in memory what it loads at once."""
    part, size = list[bytes](), 0
    for piece in pieces:
        part.append(piece)
        size += len(piece)
        if size > PART:
            store.bulk_load(nquads.Pieces(part), **options)
            part, size = [], 0
    store.bulk_load(nquads.Pieces(part), **options)


def as_written(selection: Selection, believed: ox.Store) -> ox.Store:
    """Return a new engine with the graphs in scope as they are written, and the graph `current` of another."""
    store, current = ox.Store(), ox.NamedNode(namespaces.CURRENT)
    load_sources(store, selection)
    with TemporaryFile(dir=temporary_folder()) as file:
        believed.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=current)
        file.seek(0)
        store.bulk_load(file, format=ox.RdfFormat.N_TRIPLES, to_graph=current, lenient=True)
    return store


def add_current(store: ox.Store, resolved: ResolvedScope) -> None:
    """Load what is believed into the graph `current`, shaped for queries.

    Besides the statements there are the register, the searches and the ontology, all superclasses and super-roles,
    typed bounds of dates, the cards and passages of the sources, the verdicts that hold, and the names of countries.
    """
    columns, tables, ontology = resolved.selection.columns, resolved.tables, resolved.ontology
    names = resolved.selection.inputs.names
    copied = [namespaces.REGISTER, namespaces.SEARCHES, namespaces.ONTOLOGY]
    background = columns.filter(pl.col("source").is_in(copied))
    background = identity.background(background, resolved.same)
    lines = chain(
        _lines(tables),
        _shaped(tables, background, ontology, names),
        _evidence(columns, tables, resolved.same, names),
        _concluded(columns, tables, ontology),
        _money(tables, background, resolved.selection.inputs.project),
        [_country_names(background, resolved.selection.inputs.ontology)],
    )
    believed = chain(_pieces(lines), _text(background, graph=False))
    current = ox.NamedNode(namespaces.CURRENT)
    # lenient: its terms were checked when the sources were read, and checking them again takes a quarter of the time
    _load(store, believed, format=ox.RdfFormat.N_TRIPLES, to_graph=current, lenient=True)


def _pieces(series: Iterable[pl.Series]) -> Iterator[bytes]:
    for lines in series:
        for piece in lines.to_frame().iter_slices(nquads.ROWS):
            yield ("\n".join(piece.to_series()) + "\n").encode()


def triples(tables: Tables) -> str:
    """Return what is believed as N-Triples, sorted, without what is added for queries."""
    return "\n".join(pl.concat(list(_lines(tables))).unique().sort()) + "\n"


def _triples(frame: pl.DataFrame, subject: str, property_: str, value: str | pl.Expr, form: str = "<{}>") -> pl.Series:
    """Return a triple for each row with a value; `property_` is an IRI or a column, `form` is that of the term."""
    name = pl.lit(property_) if ":" in property_ else property_
    return frame.select(pl.format(f"<{{}}> <{{}}> {form} .", subject, name, value)).to_series().drop_nulls()


def _facts(frame: pl.DataFrame, subject: str, columns: Mapping[str, str], form: str = "<{}>") -> Iterator[pl.Series]:
    """Yield the values in columns as triples; `columns` maps a column to the name of a property."""
    return (_triples(frame, subject, PCG + name, column, form) for column, name in columns.items())


def _as_said(frame: pl.DataFrame) -> pl.Series:
    return _triples(frame, "subject", "property", "value", "{}")


def _lines(tables: Tables) -> Iterable[pl.Series]:
    """Yield statements, dates of steps, current statuses, relations and voices as N-Triples."""
    yield _as_said(tables.statements)
    yield from _facts(tables.steps, "step", {"earliest": "earliest", "latest": "latest"}, DAY)
    yield from _facts(tables.engagements, "engagement", {"status": "currentStatus", "next": "next"})
    names = {"outcome": "outcomeStatus", "by": "outcomeBy", "promise": "promise"}
    yield from _facts(tables.outcomes, "engagement", names)
    concluded = (tables.outcomes, "engagement"), (tables.promises, "promise")
    for (table, key), property_ in zip(concluded, namespaces.CONCLUDED, strict=True):
        yield _triples(table.filter("alleged"), key, namespaces.ALLEGED, pl.lit(property_))
    yield _triples(tables.relations, "from", "relation", "to")
    yield _triples(tables.sources, "source", PCG + "voice", "voice")


def _shaped(tables: Tables, background: pl.DataFrame, ontology: Ontology, names: Namespaces) -> Iterable[pl.Series]:
    """Yield superclasses, super-roles, main classes, memberships that follow from offices, and bounds of dates."""
    typed = pl.col("property") == namespaces.TYPE
    columns = ("subject", "property", "value")
    said = pl.concat([frame.select(columns) for frame in (tables.statements, background)])
    types = said.filter(typed).select("subject", "value")
    types = types.unique().with_columns(VALUE_IRI.alias("class"))
    depth = {iri: len(above) for iri, above in ontology.supers.items()}
    ours = pl.col("class").str.starts_with(PCG) | pl.col("class").str.starts_with(names.base)
    main = types.filter(ours).sort(
        "subject", pl.col("class").replace_strict(depth, default=0), "class", descending=[False, True, False]
    )
    own = tables.engagements.select(pl.col("engagement").alias("subject"), pl.col("type").alias("class"))
    main = main.unique("subject", keep="first", maintain_order=True).select("subject", "class")
    main = pl.concat([own, main.join(own, on="subject", how="anti")])
    yield _triples(main, "subject", PCG + "mainType", "class")
    yield _triples(_above(types, "class", ontology, names), "subject", namespaces.TYPE, "class")
    whole = types.filter(pl.col("class") == PCG + "Country")
    yield _triples(whole, "subject", PCG + "precision", pl.lit(V + "country"))
    roles = tables.parties.select("engagement", "role", "agent").unique()
    yield _triples(_above(roles, "role", ontology, names), "engagement", "role", "agent")
    acting = tables.representations.select("engagement", "agent").unique()
    yield _triples(acting, "engagement", PCG + "participant", "agent")
    ends = (said.filter(property=PCG + name) for name in ("member", "organization"))
    held = next(ends).join(next(ends), on="subject").select(VALUE_IRI, body="value_right")
    yield _triples(held.unique(), "value", PCG + "memberOf", "body", "{}")
    yield _matches(said)
    for name in ("from", "until"):
        dated = said.filter(property=PCG + name)
        bounds = {"earliest": f"{name}Earliest", "latest": f"{name}Latest"}
        yield from _facts(dated.unique().join(spans(dated), on="value"), "subject", bounds, DAY)
    days = {"status_earliest": "statusEarliest", "status_latest": "statusLatest"}
    days |= {"starts_earliest": "startsEarliest", "ends_latest": "endsLatest"}
    days |= {"status_since": "statusSince", "status_by": "statusBy", "last_reported": "lastReported"}
    yield from _facts(tables.engagements, "engagement", days, DAY)
    yield _triples(tables.outcomes, "engagement", PCG + "silentSince", "silent_since", DAY)
    yield from _facts(tables.sources, "source", {"oldest": "earliest", "newest": "latest"}, DAY)


def _matches(said: pl.DataFrame) -> pl.Series:
    """Return the ``skos:exactMatch`` that follow from identifiers whose scheme has a namespace."""
    parts = ("identifies", "scheme", "identifierValue", "matchNamespace")
    thing, scheme, value, space = (
        said.filter(property=PCG + part).select("subject", pl.col("value").str.strip_chars('<>"').alias(part))
        for part in parts
    )
    found = thing.join(scheme, on="subject").join(value, on="subject")
    found = found.join(space.rename({"subject": "scheme"}), on="scheme")
    match = pl.concat_str("matchNamespace", "identifierValue").alias("match")
    return _triples(found.select("identifies", match).unique(), "identifies", SKOS + "exactMatch", "match")


def _money(tables: Tables, background: pl.DataFrame, project: Project) -> Iterable[pl.Series]:
    """Yield the sums, each as a node of its own, the steps at which counts were reached, and what makes which tie."""
    index = pl.int_range(pl.len()).over("engagement") + 1
    slug = pl.col("engagement").str.split("/").list.last()
    found = tables.sums.with_columns(sum=pl.format("{}sum/{}.{}", pl.lit(project.base), slug, index))
    yield _triples(found, "sum", namespaces.TYPE, pl.lit(PCG + "Sum"))
    links = {
        "engagement": "sumOf",
        "basis": "basis",
        "amount_per": "amountPer",
        "total": "total",
        "within": "containedIn",
    }
    yield from _facts(found, "sum", links)
    yield _triples(found.explode("funders"), "sum", PCG + "creditedTo", "funders")
    words = {
        "currency": "currency",
        "constant_prices": "constantPrices",
        "reason": "leftOutBecause",
        "names": "creditedTogether",
    }
    joined = found.select("sum", "funders").filter(pl.col("funders").list.len() > 1).explode("funders")
    said = (pl.col("property") == namespaces.LABEL) & pl.col("value").str.ends_with(f"@{project.label_language}")
    label = pl.col("value").str.extract(r'^"(.*)"@').alias("names")
    labels = background.filter(said).select(pl.col("subject").alias("funders"), label)
    joined = joined.join(labels, on="funders", how="left").with_columns(pl.coalesce("names", "funders"))
    joined = joined.group_by("sum").agg(pl.col("names").sort().str.join("; "))
    found = found.join(joined, on="sum", how="left", maintain_order="left")
    yield from _facts(found, "sum", words, '"{}"')
    sizes = {"amount": "sumAmount", "amount_at_least": "sumAtLeast", "amount_at_most": "sumAtMost"}
    for column, name in sizes.items():
        yield _triples(found, "sum", PCG + name, _decimal(column), DECIMAL)
    yield _triples(found, "sum", PCG + "sumYear", "year", INTEGER)
    counts = tables.quantities.with_columns(counted=pl.coalesce("step", "engagement"))
    yield from _facts(counts, "counted", {"reached": "reachedAt", "source": "quantityStatedIn"})
    yield _triples(
        tables.relations.select("engagement", "relation").unique(), "engagement", PCG + "makesTie", "relation"
    )


def _decimal(column: str) -> pl.Expr:
    """Return numbers as text, as xsd:decimal writes them."""
    return pl.col(column).map_elements(lambda value: f"{Decimal(repr(value)).normalize():f}", pl.String)


def _above(frame: pl.DataFrame, column: str, ontology: Ontology, names: Namespaces) -> pl.DataFrame:
    """Replace a class or role by each one above it in the namespace of pcgraph or of the project."""
    above = {
        iri: [up for up in sorted(ups) if up.startswith((PCG, names.base))] for iri, ups in ontology.supers.items()
    }
    pairs = [(iri, up) for iri, ups in above.items() for up in ups]
    every = pl.DataFrame(pairs, schema={column: pl.String, "above": pl.String}, orient="row")
    found = frame.join(every, on=column).drop(column).rename({"above": column})
    return found.select(name for name in frame.columns if name in found.columns).unique()


def _concluded(columns: pl.DataFrame, tables: Tables, ontology: Ontology) -> Iterable[pl.Series]:
    """Yield the voices of each engagement, and the papers that stand behind a claimed number, as N-Triples."""
    heard = voices.of_engagements(tables, ontology)
    yield from _facts(heard, "engagement", {"voices": "statementVoices", "status_voices": "statusVoices"}, INTEGER)
    judged = claims.undecided(columns.filter(source=namespaces.VERDICTS))
    papers = claims.papers(tables, ontology, judged)
    yield _triples(papers.filter(~pl.col("perhaps")), "paper", PCG + "identifiedFor", "event")
    yield _triples(papers.filter("perhaps"), "paper", PCG + "perhapsFor", "event")


def _evidence(columns: pl.DataFrame, tables: Tables, same: Mapping[str, str], names: Namespaces) -> Iterable[pl.Series]:
    """Yield the cards, passages and states of the sources in scope, and the verdicts that hold, as N-Triples.

    Publishers, speakers and subjects of verdicts that were merged are the preferred ones; the judgement that merges
    them keeps both.
    """
    subject, source = pl.col("subject"), pl.col("source")
    own = columns.filter(~source.str.starts_with(namespaces.G) & subject.str.starts_with(names.src))
    speaking = pl.col("property").is_in([PCG + "publisher", PCG + "saidBy"])
    yield _as_said(_preferred(own, speaking, same))
    passages = own.filter(subject != source, property=namespaces.TYPE).select("subject", "source")
    yield _triples(passages.unique(), "subject", PCG + "inSource", "source")
    yield _triples(passage_states(columns, names.src), "passage", PCG + "passageState", "state")
    recorded = columns.filter(source == namespaces.VERIFICATION)
    again = recorded.filter(pl.col("property").is_in([PCG + "pageState", PCG + "pageCheckedOn"]))
    yield _as_said(again.join(passages, on="subject", how="semi"))
    asked = recorded.join(tables.sources.select(subject="source"), on="subject", how="semi")
    yield _as_said(asked)
    said = columns.filter((source == namespaces.VERDICTS) & subject.str.starts_with(names.verdict))
    rests = said.filter(property=PCG + "restsOn").with_columns(VALUE_IRI)
    void = rests.join(tables.sources, left_on="value", right_on="source", how="anti")
    merging = said.filter(property=PCG + "onProperty", value=f"<{namespaces.SAME}>")
    about = (pl.col("property") == PCG + "onSubject") & ~pl.col("subject").is_in(merging["subject"].to_list())
    holding = _preferred(said.join(void, on="subject", how="anti"), about, same)
    yield _as_said(holding)


def _preferred(frame: pl.DataFrame, where: pl.Expr, same: Mapping[str, str]) -> pl.DataFrame:
    """Replace merged IRIs among some of the values."""
    preferred = pl.col("value").replace(identity.brackets(frame.filter(where)["value"], same))
    return frame.with_columns(value=pl.when(where).then(preferred).otherwise("value"))


def _country_names(background: pl.DataFrame, ontology: Path) -> pl.Series:
    """Return names of countries as N-Triples, in languages in which the register does not name them."""
    coded = background.filter(property=namespaces.ISO_CODE).select("subject", "value")
    given = background.join(coded, on="subject", how="semi").filter(property=namespaces.LABEL)
    known = {(subject, label.rpartition("@")[2]) for subject, label in given.select("subject", "value").iter_rows()}
    names = countries.names(ontology) if coded.height else {}
    lines = [
        f"<{subject}> <{namespaces.LABEL}> {ox.Literal(name, language=language)} ."
        for subject, code in coded.unique().sort("subject", "value").iter_rows()
        for language, name in names.get(nquads.plain(code), {}).items()
        if (subject, language) not in known
    ]
    return pl.Series(lines, dtype=pl.String)
