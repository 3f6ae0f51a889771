"""Verbs for those who ask: query, rank, map, show, why. Each obeys the same scope."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.cli.common import AsJson, Output, Reads, Texts, as_json_text, note, progress, say, scoped, show_rich, write
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.query import Query
    from pcgraph.result import Result

FORMATS = ("table", "csv", "tsv", "json", "md", "parquet", "turtle", "ntriples")
SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".md": "md",
    ".parquet": "parquet",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".txt": "table",
}


@scoped
def query(
    name: Annotated[
        Optional[str],
        typer.Argument(help="A name of the catalogue, a file, or '-' for stdin. Without it: the catalogue."),
    ] = None,
    param: Annotated[
        Optional[list[str]], typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    format: Annotated[Optional[str], typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}.")] = None,
    endpoint: Annotated[Optional[str], typer.Option("--endpoint", metavar="URL", help="Ask a SPARQL server.")] = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    reads: Reads,
) -> None:
    """Ask a question of the catalogue, or any SPARQL SELECT or CONSTRUCT.

    User and password of an endpoint stand in its URL, or in PCGRAPH_USER and PCGRAPH_PASSWORD.
    """
    from pcgraph import query as asking

    if name is None:
        _catalogue(as_json)
        return
    if format is None:
        format = "json" if as_json else SUFFIXES.get(Path(output or "").suffix, "table")
    if format not in FORMATS:
        raise UsageError(f"--format {format}: unknown; expected one of {', '.join(FORMATS)}; choose one")
    if name == "-":
        asked = asking.parse(sys.stdin.read(), "stdin", "<stdin>")
    elif name.endswith(".rq") or "/" in name or Path(name).is_file():
        asked = asking.parse(_read(Path(name)), Path(name).stem, name)
    else:
        asked = asking.find(name)
    values = dict(_pair(text) for text in param or ())
    asking.check_names(asked, values)
    result = _ask(endpoint, asked, values, reads.options) if endpoint else asking.run(reads.load().store, asked, values)
    if format == "table" and result.graph:
        format = "turtle"
    if format == "table":
        show_rich(result, output)
    elif format == "parquet":
        import io

        if output in (None, "-") and sys.stdout.isatty():
            raise UsageError("--format parquet: not for a terminal; expected a file; add -o FILE")
        content = io.BytesIO()
        result.to_polars().write_parquet(content)
        write(content.getvalue(), output)
    elif not result.graph and format in ("turtle", "ntriples"):
        raise UsageError(f"--format {format}: only for CONSTRUCT; expected csv, tsv, json, md or parquet; choose one")
    else:
        write(result.serialize(format), output)


def _ask(endpoint: str, asked: Query, values: dict[str, str], scoped: list[str]) -> Result:
    from pcgraph import remote
    from pcgraph.endpoint import Endpoint
    from pcgraph.link import with_credentials

    if scoped:
        raise UsageError(
            f"{scoped[0]}: a server answers from what was loaded into it; expected no scope with --endpoint; "
            "leave one of them out"
        )
    return remote.ask(Endpoint(with_credentials(endpoint)), asked, values)


def _catalogue(as_json: bool) -> None:
    from pcgraph import query as asking

    found = asking.catalogue().values()
    if as_json:
        say(
            json.dumps(
                [{"name": q.name, "topic": q.topic, "question": q.question, "parameters": q.parameters} for q in found],
                indent=1,
            )
        )
        return
    for question in found:
        params = "".join(f" --param {name}={about.get('example', '…')}" for name, about in question.parameters.items())
        say(f"{question.name + params:<58} {question.question}")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError(f"--param {text}: no value; expected NAME=VALUE; write it such as party=huawei")
    return name, value


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InvalidInput(f"{path}: cannot be read ({reason}); expected a SPARQL file; give another") from error


@scoped
def rank(
    measure: Annotated[
        str, typer.Argument(help="degree, strength, betweenness, closeness, eigenvector, pagerank …")
    ] = "betweenness",
    relation: Annotated[
        Optional[list[str]],
        typer.Option("--relation", metavar="NAME", help="Count only this relation; may be repeated."),
    ] = None,
    projection: Annotated[
        str, typer.Option("--projection", metavar="NAME", help="relations, partners, bipartite or engagements.")
    ] = "relations",
    weight: Annotated[str, typer.Option("--weight", metavar="NAME", help="newman or count, for partners.")] = "newman",
    status: Annotated[str, typer.Option("--status", metavar="NAME", help="Engagements at this status or set.")] = "",
    sector: Annotated[str, typer.Option("--sector", metavar="NAME", help="Engagements of this sector.")] = "",
    country: Annotated[str, typer.Option("--country", metavar="SLUG", help="Agents of this country.")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="CLASS", help="Agents of this class, such as Company.")] = "",
    since: Annotated[Optional[str], typer.Option("--since", metavar="DATE", help="A step can lie on or after.")] = None,
    until: Annotated[
        Optional[str], typer.Option("--until", metavar="DATE", help="A step can lie on or before.")
    ] = None,
    groups: Annotated[bool, typer.Option("--groups", help="Let described groups take part.")] = False,
    unnamed: Annotated[bool, typer.Option("--unnamed", help="Let parties without a name take part.")] = False,
    inferred: Annotated[bool, typer.Option("--inferred", help="Count what is only a reading.")] = False,
    fold_parents: Annotated[bool, typer.Option("--fold-parents", help="Draw a company as its parent.")] = False,
    fold_initiatives: Annotated[
        bool, typer.Option(" /--no-fold-initiatives", help="Count an initiative apart from the agreement covering it.")
    ] = True,
    top: Annotated[Optional[int], typer.Option("--top", min=1, help="Show only the first rows.")] = None,
    uncertainty: Annotated[
        Optional[int],
        typer.Option("--uncertainty", metavar="N", help="Give each rank an interval, from N draws; 1000 for a paper."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Of the draws; the same seed, the same bytes.")] = 1,
    top_k: Annotated[int, typer.Option("--top-k", metavar="K", help="For P(top K).")] = 5,
    output: Output = None,
    as_json: AsJson = False,
    *,
    reads: Reads,
) -> None:
    """Rank the agents by a centrality, and say what the number means; with --uncertainty, how sure each rank is."""
    from dataclasses import replace

    from pcgraph.uncertainty import sure

    pictured = (output or "").endswith(".svg")
    if pictured and uncertainty is None:
        raise UsageError(f"-o {output}: a picture needs intervals; expected --uncertainty; add --uncertainty 1000")
    kg = reads.load()
    with progress("drawing") as told:
        found = kg.rank(
            measure,
            relation or (),
            projection=projection,
            weight=weight,
            status=status,
            sector=sector,
            country=country,
            kind=kind,
            since=since,
            until=until,
            groups=groups,
            unnamed=unnamed,
            inferred=inferred,
            fold_parents=fold_parents,
            fold_initiatives=fold_initiatives,
            uncertainty=uncertainty,
            seed=seed,
            top_k=top_k,
            progress=told,
        )
    found = replace(found, table=found.table.head(top)) if top else found
    drawn = {"draws": found.draws, "seed": seed, "top_k": top_k, "intervals": found.what} if sure(found) else {}
    if sure(found) and pictured:
        write(found.svg, output)
    elif as_json or (output or "").endswith(".json"):
        write(
            as_json_text(
                {
                    "measure": found.measure,
                    "meaning": found.meaning,
                    "network": found.counts,
                    "note": found.note,
                    **drawn,
                    "rows": found.table.to_dicts(),
                }
            ),
            output,
        )
    elif (output or "").endswith(".csv"):
        write(found.table.write_csv(), output)
    else:
        show_rich(found, output)


@scoped
def draw(
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="HTML file; '-' is stdout.")
    ] = "map.html",
    focus: Annotated[
        Optional[str], typer.Option("--focus", metavar="SLUG", help="Open on this agent, with what is near it only.")
    ] = None,
    hops: Annotated[int, typer.Option("--hops", help="How near: 1 to 3 ties from the focus.")] = 2,
    positions: Annotated[
        Optional[Path],
        typer.Option("--positions", metavar="FILE", help="Keep the places of this CSV file, and write new ones to it."),
    ] = None,
    texts: Texts = None,
    *,
    reads: Reads,
) -> None:
    """Draw the network as one HTML file that works without a network."""
    from pcgraph import dossier

    kg = reads.load()
    kept = positions if positions is not None and positions.exists() else None
    drawn = kg.map(texts=dossier.texts_folder(texts), focus=focus, hops=hops, positions=kept)
    write(drawn.html, output)
    if positions is not None:
        drawn.save_positions(positions)
    if output != "-":
        note(f"written: {output}")


@scoped
def show(
    thing: Annotated[str, typer.Argument(help="Slug of an organisation, person, engagement, place …")],
    texts: Texts = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    reads: Reads,
) -> None:
    """Print the dossier of one thing: what it is, its roles and ties, its evidence."""
    from pcgraph import dossier, telling

    kg = reads.load()
    found = kg.show(thing, dossier.texts_folder(texts))
    write(as_json_text(found) if as_json else telling.dossier(found, kg.things), output)


@scoped
def why(
    one: Annotated[str, typer.Argument(help="Slug of one side.")],
    relation: Annotated[str, typer.Argument(help="Relation, such as signsWith.")],
    other: Annotated[str, typer.Argument(help="Slug of the other side.")],
    texts: Texts = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    reads: Reads,
) -> None:
    """Print the facts, passages, sources and rule behind a tie. Exit 1 when there is no such tie."""
    from pcgraph import dossier, telling

    kg = reads.load()
    found = kg.why(one, relation, other, dossier.texts_folder(texts))
    write(as_json_text(found) if as_json else telling.why(found, kg.things), output)
    if not found["ties"]:
        raise typer.Exit(1)
