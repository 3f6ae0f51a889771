"""The commands that read the graph: query, rank, map, show, why. All take the same scope options."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.analysis.registry import MEASURES
from pcgraph.cli.options import (
    AsJson,
    NetworkOptions,
    Output,
    ScopeOptions,
    Texts,
    as_json_text,
    chosen_texts,
    note,
    progress,
    say,
    scoped,
    show_rich,
    write,
)
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.query.catalogue import Query
    from pcgraph.query.result import Result

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
        typer.Argument(
            help="Name of a catalogue query, SPARQL, a file, or '-' for stdin. Without it, the catalogue is listed."
        ),
    ] = None,
    param: Annotated[
        Optional[list[str]],
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="Value of a parameter; may be repeated."),
    ] = None,
    format: Annotated[
        Optional[str], typer.Option("--format", "-f", help=f"Output format: {', '.join(FORMATS)}.")
    ] = None,
    endpoint: Annotated[
        Optional[str], typer.Option("--endpoint", metavar="URL", help="Query this SPARQL server instead.")
    ] = None,
    ids: Annotated[
        Optional[str],
        typer.Option("--ids", metavar="short|iri|label", help="Write IRIs short, in full or as labels, in any format."),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.001, help="Time limit of the query.")
    ] = 60.0,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Run a query of the catalogue, or any SPARQL SELECT, ASK, CONSTRUCT or DESCRIBE.

    Put the user and password of an endpoint into its URL, or set PCGRAPH_USER and PCGRAPH_PASSWORD.
    """
    from pcgraph.query import catalogue

    if name is None:
        _list_catalogue(as_json)
        return
    if format is None:
        format = "json" if as_json else SUFFIXES.get(Path(output or "").suffix, "table")
    if format not in FORMATS:
        raise UsageError(f"--format {format}: unknown; expected one of {', '.join(FORMATS)}; choose one")
    asked = _asked(name)
    values = dict(_pair(text) for text in param or ())
    catalogue.check_names(asked, values)
    if endpoint:
        result = _ask(endpoint, asked, values, scope.options, timeout)
    else:
        kg = scope.load()
        result = catalogue.run(kg.store, asked, values, kg.names, timeout=timeout)
    if ids is not None:
        result = result.with_ids(ids)
        if ids == "label" and endpoint:
            note("--ids label: the labels on a server are not read; short IRIs stand for them")
    if format == "table" and result.graph:
        format = "turtle"
    if format == "table":
        show_rich(result, output)
    elif format == "parquet":
        import io

        if output in (None, "-") and sys.stdout.isatty():
            raise UsageError("--format parquet: not possible in a terminal; expected a file; add -o FILE")
        content = io.BytesIO()
        result.to_polars().write_parquet(content)
        write(content.getvalue(), output)
    elif not result.graph and format in ("turtle", "ntriples"):
        raise UsageError(
            f"--format {format}: only for CONSTRUCT queries; expected csv, tsv, json, md or parquet; choose one"
        )
    else:
        write(result.serialize(format), output)


def _asked(name: str) -> Query:
    """Return the query that the argument names, or is."""
    from pcgraph.query import catalogue

    if name == "-":
        return catalogue.parse(sys.stdin.read(), "stdin", "<stdin>")
    if catalogue.is_sparql(name) and not (name.endswith(".rq") or _is_file(name)):
        return catalogue.resolve(name)
    if name.endswith(".rq") or "/" in name or _is_file(name):
        return catalogue.parse(_read(Path(name)), Path(name).stem, name)
    return catalogue.find(name)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # longer than a file name may be
        return False


def _ask(endpoint: str, asked: Query, values: dict[str, str], scoped: list[str], timeout: float) -> Result:
    from pcgraph.query import remote
    from pcgraph.query.endpoint import Endpoint
    from pcgraph.query.http import with_credentials

    if scoped:
        raise UsageError(
            f"{scoped[0]}: a server answers from the graphs that it holds; expected no scope options with --endpoint; "
            "remove one of them"
        )
    return remote.ask(Endpoint(with_credentials(endpoint), timeout), asked, values)


def _list_catalogue(as_json: bool) -> None:
    from pcgraph.query.catalogue import catalogue

    found = catalogue().values()
    if as_json:
        say(
            json.dumps(
                [{"name": q.name, "topic": q.topic, "question": q.question, "parameters": q.parameters} for q in found],
                indent=1,
                default=str,  # an example may be a date
            )
        )
        return
    for question in found:
        params = "".join(f" --param {name}={about.get('example', '…')}" for name, about in question.parameters.items())
        say(f"{question.name + params:<58} {question.question}")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError(f"--param {text}: no value; expected NAME=VALUE; write for example party=huawei")
    return name, value


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InvalidInput(f"{path}: cannot be read ({reason}); expected a SPARQL file; choose another file") from error


@scoped
def rank(
    measure: Annotated[str, typer.Argument(help=f"One of {', '.join(MEASURES)}.")] = "betweenness",
    top: Annotated[Optional[int], typer.Option("--top", min=1, help="Show only the first N rows.")] = None,
    uncertainty: Annotated[
        Optional[int],
        typer.Option(
            "--uncertainty", metavar="N", help="Add an interval to each rank, from N draws; use 1000 for a paper."
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="Random seed; the same seed gives the same bytes.")
    ] = 1,
    top_k: Annotated[
        int, typer.Option("--top-k", metavar="K", help="K for the probability of being in the top K.")
    ] = 5,
    output: Output = None,
    as_json: AsJson = False,
    *,
    network: NetworkOptions,
    scope: ScopeOptions,
) -> None:
    """Rank the agents by a centrality and explain the measure; with --uncertainty, add an interval to each rank."""
    from dataclasses import replace

    from pcgraph.analysis.uncertainty import is_uncertain
    from pcgraph.viz import charts

    as_picture = (output or "").endswith(".svg")
    if as_picture and uncertainty is None:
        raise UsageError(f"-o {output}: a picture needs intervals; expected --uncertainty; add --uncertainty 1000")
    if as_picture:
        charts.require_matplotlib()
    kg = scope.load()
    with progress("drawing") as report:
        found = kg.rank(measure, **network.arguments, uncertainty=uncertainty, seed=seed, top_k=top_k, progress=report)
    found = replace(found, table=found.table.head(top)) if top else found
    drawn = {"draws": found.draws, "seed": seed, "top_k": top_k, "intervals": found.what} if is_uncertain(found) else {}
    if is_uncertain(found) and as_picture:
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
        Optional[str], typer.Option("--focus", metavar="SLUG", help="Show only this agent and its surroundings.")
    ] = None,
    hops: Annotated[int, typer.Option("--hops", help="Size of the surroundings: 1 to 3 ties from the focus.")] = 2,
    positions: Annotated[
        Optional[Path],
        typer.Option(
            "--positions", metavar="FILE", help="Keep the positions in this CSV file, and add new ones to it."
        ),
    ] = None,
    texts: Texts = None,
    *,
    scope: ScopeOptions,
) -> None:
    """Draw the network as one HTML file that works offline."""
    kg = scope.load()
    kept = positions if positions is not None and positions.exists() else None
    drawn = kg.map(texts=chosen_texts(texts, kg.project), focus=focus, hops=hops, positions=kept)
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
    scope: ScopeOptions,
) -> None:
    """Print everything about one entity: facts, roles, ties and evidence."""
    from pcgraph.cli import rendering

    kg = scope.load()
    found = kg.show(thing, chosen_texts(texts, kg.project))
    write(as_json_text(found) if as_json else rendering.dossier(found, kg.entities), output)


@scoped
def why(
    one: Annotated[str, typer.Argument(help="Slug of the first party.")],
    relation: Annotated[str, typer.Argument(help="Relation, such as signsWith.")],
    other: Annotated[str, typer.Argument(help="Slug of the second party.")],
    texts: Texts = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Print the facts, passages, sources and rule behind a tie. Exit with 1 if there is no such tie."""
    from pcgraph.cli import rendering

    kg = scope.load()
    found = kg.why(one, relation, other, chosen_texts(texts, kg.project))
    write(as_json_text(found) if as_json else rendering.why(found, kg.entities), output)
    if not found["ties"]:
        raise typer.Exit(1)
