"""The commands that read the graph: query, rank, map, show, why. All take the same scope options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pcgraph.analysis.registry import MEASURES
from pcgraph.cli import completion, formats
from pcgraph.cli.formats import as_json_text
from pcgraph.cli.option import option
from pcgraph.cli.options import (
    AsJson,
    Joined,
    NetworkOptions,
    Output,
    Params,
    Profile,
    ScopeOptions,
    Stale,
    Texts,
    chosen_texts,
    show_rich,
    write,
    write_result,
)
from pcgraph.cli.terminal import note, progress, working
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import visible

if TYPE_CHECKING:
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.api import KnowledgeGraph
    from pcgraph.model.entities import Entity
    from pcgraph.query.engine.result import Result
    from pcgraph.query.questions.question import Query

ANSWERS = (*formats.TABULAR, *formats.GRAPHS)
RANKINGS = (*formats.TABULAR, "svg")


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            help="Name of a catalogue query, SPARQL, a file, or '-' for stdin. Without it, the catalogue is listed.",
            autocompletion=completion.questions,
        ),
    ] = None,
    param: Params = None,
    format: Annotated[str | None, formats.format_option(ANSWERS)] = None,
    endpoint: Annotated[str | None, option("--endpoint URL", "Query this SPARQL server instead.")] = None,
    ids: Annotated[
        str | None, option("--ids short|iri|label", "Write IRIs short, in full or as labels, in any format.")
    ] = None,
    timeout: Annotated[float, option("--timeout SECONDS", "Time limit of the query.", min=0.001)] = 60.0,
    raw: Annotated[
        bool, option("--raw", "Read the graphs of sources as written, without what follows from them.")
    ] = False,
    profile: Profile = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Run a query of the catalogue, or any SPARQL SELECT, ASK, CONSTRUCT or DESCRIBE.

    Put the user and password of an endpoint into its URL, or set PCGRAPH_USER and PCGRAPH_PASSWORD.
    """
    chosen = formats.choose(format, output, ANSWERS, as_json)
    if name is None:
        _list_catalogue(scope, chosen, output)
        return
    asked = read_question(name)
    values = dict(pair(text) for text in param or ())
    with working("answering"):
        if endpoint:
            used = [*["--raw"] * raw, *["--profile"] * bool(profile), *scope.options]
            result = _ask(endpoint, asked, values, used, timeout)
        else:
            from pcgraph.query.parameters import answer

            kg = scope.load()
            result = answer(kg.with_profile(profile) if profile else kg, asked, values, timeout, raw=raw)
        if ids is not None:
            result = result.with_ids(ids)
            if ids == "label" and endpoint:
                note("--ids label: the labels on a server are not read; short IRIs stand for them")
    write_result(result, chosen, output)


def read_question(name: str) -> Query:
    """Return the query that the argument names: of the catalogue, in a file, or on standard input."""
    from pcgraph.query.questions import catalogue

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
    from pcgraph.query.remote import remote_graph
    from pcgraph.query.remote.endpoint import Endpoint
    from pcgraph.query.remote.http import with_credentials

    if scoped:
        raise UsageError(
            f"{scoped[0]}: a server answers from the graphs that it holds; expected no scope options with --endpoint; "
            "remove one of them"
        )
    return remote_graph.ask(Endpoint(with_credentials(endpoint), timeout), asked, values)


def _list_catalogue(scope: ScopeOptions, format: str, output: str | None) -> None:
    """Print the questions, with examples of parameters that occur in the graph."""
    from pcgraph.query.questions import catalogue
    from pcgraph.query.questions.examples import with_examples
    from pcgraph.store.files import home, real
    from pcgraph.store.project import find

    found = [*catalogue.catalogue().values()]
    # the examples in the headers are of the shipped data
    if scope.options or real(find(scope.data).data) != real(home("data")):
        kg = scope.load()
        found = [with_examples(kg.store, question, kg.names) for question in found]
    if format == "table":
        lines = []
        for question in found:
            params = "".join(
                f" --param {name}={about['example'] or '…'}" for name, about in question.parameters.items()
            )
            lines.append(f"{question.name + params:<58} {question.question}\n")
        write(visible("".join(lines)), output)
    elif format == "json":
        write(as_json_text([catalogue.describe(asked) for asked in found]), output)
    elif format in formats.GRAPHS:
        raise UsageError(f"--format {format}: not for a list; expected {', '.join(formats.TABULAR)}; choose one")
    else:
        write(formats.frame_as(format, catalogue.questions(found)), output)


def pair(text: str) -> tuple[str, str]:
    """Return name and value of an option ``NAME=VALUE``."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError(f"--param {text}: no value; expected NAME=VALUE; write both")
    return name, value


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InvalidInput(f"{path}: cannot be read ({reason}); expected a SPARQL file; choose another file") from error


def rank(
    measure: Annotated[
        str, typer.Argument(help=f"One of {', '.join(MEASURES)}.", autocompletion=completion.measures)
    ] = "betweenness",
    top: Annotated[int | None, option("--top", "Show only the first N rows.", min=1)] = None,
    uncertainty: Annotated[
        int | None,
        option("--uncertainty N", "Add an interval to each rank, from up to N draws; use 1000 for a paper."),
    ] = None,
    seed: Annotated[int, option("--seed N", "Random seed; the same seed gives the same bytes.")] = 1,
    top_k: Annotated[int, option("--top-k K", "K for the probability of being in the top K.")] = 5,
    format: Annotated[str | None, formats.format_option(RANKINGS)] = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    network: NetworkOptions,
    scope: ScopeOptions,
) -> None:
    """Rank the agents by a centrality and explain the measure; with --uncertainty, add an interval to each rank."""
    from dataclasses import replace

    chosen = formats.choose(format, output, RANKINGS, as_json)
    if chosen == "svg":  # before anything is computed
        from pcgraph.viz import charts

        if uncertainty is None:
            raise UsageError("svg: a picture needs intervals; expected --uncertainty; add --uncertainty 1000")
        charts.require_matplotlib()
    with working("loading the graph"):
        kg = scope.load()
        _ = kg.tables
    with progress("drawing") as report:
        found = kg.rank(measure, **network, uncertainty=uncertainty, seed=seed, top_k=top_k, progress=report)
    found = replace(found, table=found.table.head(top)) if top else found
    _write_ranking(found, chosen, output)


def _write_ranking(found: Ranking, format: str, output: str | None) -> None:
    from pcgraph.analysis.uncertainty import is_uncertain

    if format == "table":
        show_rich(found, output)
    elif format == "svg" and is_uncertain(found):
        write(found.svg, output)
    elif format == "json":
        intervals = is_uncertain(found) and {
            "draws": found.draws,
            "seed": found.seed,
            "top_k": found.top_k,
            "intervals": found.what,
        }
        about = {"measure": found.measure, "meaning": found.meaning, "network": found.counts, "note": found.note}
        write(as_json_text({**about, **(intervals or {}), "rows": found.table.to_dicts()}), output)
    else:
        write(formats.frame_as(format, found.table), output)


def draw(
    output: Annotated[str, option("-o --output FILE", "HTML file; '-' is stdout.")] = "map.html",
    focus: Annotated[
        str | None,
        option("--focus NAME", "Show only this agent and its surroundings.", autocompletion=completion.things),
    ] = None,
    hops: Annotated[int, option("--hops", "Size of the surroundings: 1 to 3 ties from the focus.")] = 2,
    positions: Annotated[
        Path | None, option("--positions FILE", "Keep the positions in this CSV file, and add new ones to it.")
    ] = None,
    texts: Texts = None,
    with_sparql: Annotated[
        bool, option("--with-sparql", "Let the page answer SPARQL and the catalogue, without a server.")
    ] = False,
    joined: Joined = False,
    stale: Stale = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Draw the network as one HTML file that works offline."""
    formats.choose(None, output, ("html",))
    kept = positions if positions is not None and positions.exists() else None
    with working("drawing the map"):
        kg = scope.load()
        quoted = chosen_texts(texts, kg.project)
        options: dict[str, Any] = {"sparql": with_sparql, "joined": joined, "stale": stale}
        drawn = kg.map(texts=quoted, focus=focus, hops=hops, positions=kept, **options)
        page = drawn.html
    write(page, output)
    if positions is not None:
        drawn.save_positions(positions)
    if output != "-":
        note(f"written: {output}")


def show(
    thing: Annotated[
        str,
        typer.Argument(
            help="Id or name of an organisation, engagement, source, term, question …",
            autocompletion=completion.anything,
        ),
    ],
    texts: Texts = None,
    format: Annotated[str | None, formats.format_option(formats.TEXTUAL)] = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Print everything about one thing, source, verdict, term or question: facts, roles, ties and evidence."""
    from pcgraph.cli.read import rendering_about

    chosen = formats.choose(format, output, formats.TEXTUAL, as_json)
    with working("loading the graph"):
        kg = scope.load()
        found = kg.show(thing, chosen_texts(texts, kg.project))
    _write_text(found, rendering_about.shown, kg, chosen, output)


def why(
    one: Annotated[str, typer.Argument(help="Id or name of the first party.", autocompletion=completion.things)],
    relation: Annotated[str, typer.Argument(help="Relation, such as signsWith.", autocompletion=completion.relations)],
    other: Annotated[str, typer.Argument(help="Id or name of the second party.", autocompletion=completion.things)],
    texts: Texts = None,
    joined: Joined = False,
    stale: Stale = False,
    format: Annotated[str | None, formats.format_option(formats.TEXTUAL)] = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Print the facts, passages, sources and rule behind a tie. Exit with 1 if there is no such tie."""
    from pcgraph.cli.read import rendering

    chosen = formats.choose(format, output, formats.TEXTUAL, as_json)
    with working("loading the graph"):
        kg = scope.load()
        found = kg.why(one, relation, other, chosen_texts(texts, kg.project), joined=joined, stale=stale)
    _write_text(found, rendering.why, kg, chosen, output)
    if not found["ties"]:
        raise typer.Exit(1)


def _write_text(
    found: dict[str, Any],
    render: Callable[[Mapping[str, Any], Mapping[str, Entity]], str],
    kg: KnowledgeGraph,
    format: str,
    output: str | None,
) -> None:
    """Write a dossier or an explanation as JSON, or as the text that `render` returns, or as Markdown."""
    from pcgraph.cli.read.rendering import outline_as_markdown

    if format == "json":
        write(as_json_text(found), output)
    else:
        text = render(found, kg.entities)
        write(outline_as_markdown(text) if format == "md" else text, output)
