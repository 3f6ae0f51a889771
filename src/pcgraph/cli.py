"""The command line: arguments, exit codes and printing. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from pcgraph.errors import InvalidInput, LimitError, PcgraphError, UsageError

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich doubles the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A knowledge graph of partnerships: who signs, funds, trains, builds or only talks with whom, "
    "and which passage says so.",
)

Data = Annotated[Optional[Path], typer.Option("--data", metavar="DIR", help="Data folder; default the one shipped.")]
AsOf = Annotated[
    Optional[str],
    typer.Option("--as-of", metavar="DATE", help="Leave out sources known only after this day (YYYY-MM-DD)."),
]
Only = Annotated[
    Optional[list[str]], typer.Option("--only", metavar="SLUG", help="Use this source only; may be repeated.")
]
Without = Annotated[
    Optional[list[str]], typer.Option("--without", metavar="SLUG", help="Leave this source out; may be repeated.")
]
WithoutVoice = Annotated[
    Optional[list[str]],
    typer.Option("--without-voice", metavar="SLUG", help="Leave this source and every copy of its text out."),
]
Output = Annotated[
    Optional[str], typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout; '-' is stdout.")
]
Texts = Annotated[Optional[Path], typer.Option("--texts", metavar="DIR", help="Folder of source texts, <slug>.txt.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

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


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Options of the program itself; `main` reads `--debug`."""
    del debug
    if version:
        from pcgraph.version import __version__

        print(__version__)
        raise typer.Exit


def note(text: str) -> None:
    """Say something to the person, not to the pipe."""
    print(text, file=sys.stderr)


def _load(
    data: Path | None, as_of: str | None, only: list[str] | None, without: list[str] | None, voice: list[str] | None
) -> KnowledgeGraph:
    from pcgraph.api import load

    kg = load(data, as_of=as_of, only=only or (), without=without or (), without_voice=voice or ())
    for slug, reason in kg.left_out[:10]:
        note(f"left out: {slug} ({reason})")
    if len(kg.left_out) > 10:
        note(f"left out: {len(kg.left_out) - 10} more sources")
    return kg


def _write(text: str | bytes, output: str | None) -> None:
    """Write to stdout, or to a file all or nothing."""
    content = text.encode() if isinstance(text, str) else text
    if output in (None, "-"):
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    from pcgraph.paths import replacing

    with replacing(Path(str(output))) as temporary:
        temporary.write_bytes(content)


def _print(thing: Any, output: str | None = None) -> None:
    """Show a rich object; without a terminal, as plain text that never wraps."""
    import io

    from rich.console import Console

    terminal = sys.stdout.isatty() and output in (None, "-")
    if terminal:
        Console().print(thing)
        return
    text = io.StringIO()
    Console(file=text, width=10_000, color_system=None).print(thing)
    _write("".join(line.rstrip() + "\n" for line in text.getvalue().splitlines()), output)


def _json(thing: Any) -> str:
    from pcgraph.terms import compact

    def short(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: short(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [short(item) for item in value]
        return compact(value) if isinstance(value, str) else value

    return json.dumps(short(thing), ensure_ascii=False, indent=1, default=str) + "\n"


@app.command()
def build(
    data: Data = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Build folder.")] = Path("build"),
    texts: Texts = None,
) -> None:
    """Read, check and compute everything; write graph, tables, rankings, report and page, all or nothing."""
    from pcgraph import dossier, report
    from pcgraph.build import build as make
    from pcgraph.paths import shown

    done = make(
        output, data, dossier.texts_folder(texts), lambda step: note(f"{step} …") if sys.stderr.isatty() else None
    )
    for finding in done.warnings:
        note(str(finding))
    for line in report.lines(done.facts):
        print(line)
    print(f"look: {shown(done.folder / 'map.html')} (open it in a browser), {shown(done.folder / 'report.md')}")
    print(
        "ask:  pcgraph query who-signed-with --param party=huawei" + ("" if done.again else "   (nothing had changed)")
    )


@app.command()
def check(
    data: Data = None,
    texts: Texts = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Recompute checksums that moved with a text (needs --texts).")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check data against the ontology, the shapes and, with --texts, the sources' own words."""
    from pcgraph import check as checking
    from pcgraph import dossier, store
    from pcgraph.paths import home

    dossier.texts_folder(texts)
    inputs = store.read(data or home("data"), home("ontology"))
    if fix:
        if texts is None:
            raise UsageError("check --fix: the texts are needed; expected --texts DIR; add it")
        for line in checking.fix(inputs, texts):
            print(line)
        inputs = store.read(inputs.data, inputs.ontology)
    findings = checking.run(inputs, texts)
    if as_json:
        from dataclasses import asdict

        print(
            json.dumps(
                [{**asdict(finding), "path": str(finding.path)} for finding in findings], ensure_ascii=False, indent=1
            )
        )
    else:
        for finding in findings:
            print(finding)
    sources = len(inputs.of("source"))
    note(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {sources} source{'s' * (sources != 1)}")
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


@app.command()
def cite(
    slug: Annotated[str, typer.Argument(help="Slug of the source.")],
    first: Annotated[str, typer.Argument(help="First words of the passage.")],
    last: Annotated[str, typer.Argument(help="Last words of the passage.")],
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="Folder of source texts, <slug>.txt.")],
) -> None:
    """Print the Turtle of a passage, with offsets and checksum."""
    from pcgraph import cite as citing

    _write(citing.passage(slug, first, last, texts), None)


@app.command()
def query(
    name: Annotated[
        Optional[str],
        typer.Argument(help="A name of the catalogue, a file, or '-' for stdin. Without it: the catalogue."),
    ] = None,
    param: Annotated[
        Optional[list[str]], typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    format: Annotated[Optional[str], typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}.")] = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    as_of: AsOf = None,
    only: Only = None,
    without: Without = None,
    without_voice: WithoutVoice = None,
) -> None:
    """Ask a question of the catalogue, or any SPARQL SELECT or CONSTRUCT."""
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
    result = asking.run(_load(data, as_of, only, without, without_voice).store, asked, values)
    if format == "table" and result.graph:
        format = "turtle"
    if format == "table":
        _print(result, output)
    elif format == "parquet":
        import io

        if output in (None, "-") and sys.stdout.isatty():
            raise UsageError("--format parquet: not for a terminal; expected a file; add -o FILE")
        content = io.BytesIO()
        result.to_polars().write_parquet(content)
        _write(content.getvalue(), output)
    elif not result.graph and format in ("turtle", "ntriples"):
        raise UsageError(f"--format {format}: only for CONSTRUCT; expected csv, tsv, json, md or parquet; choose one")
    else:
        _write(result.serialize(format), output)


def _catalogue(as_json: bool) -> None:
    from pcgraph import query as asking

    found = asking.catalogue().values()
    if as_json:
        print(
            json.dumps(
                [{"name": q.name, "topic": q.topic, "question": q.question, "parameters": q.parameters} for q in found],
                indent=1,
            )
        )
        return
    for question in found:
        params = "".join(f" --param {name}={about.get('example', '…')}" for name, about in question.parameters.items())
        print(f"{question.name + params:<58} {question.question}")


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


@app.command()
def rank(
    measure: Annotated[str, typer.Argument(help="degree, betweenness or pagerank.")] = "betweenness",
    relation: Annotated[
        Optional[list[str]],
        typer.Option("--relation", metavar="NAME", help="Count only this relation; may be repeated."),
    ] = None,
    top: Annotated[Optional[int], typer.Option("--top", min=1, help="Show only the first rows.")] = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    as_of: AsOf = None,
    only: Only = None,
    without: Without = None,
    without_voice: WithoutVoice = None,
) -> None:
    """Rank the agents by a centrality, and say what the number means."""
    from dataclasses import replace

    found = _load(data, as_of, only, without, without_voice).rank(measure, relation or None)
    found = replace(found, table=found.table.head(top)) if top else found
    if as_json or (output or "").endswith(".json"):
        _write(
            _json(
                {
                    "measure": found.measure,
                    "meaning": found.meaning,
                    "network": found.counts,
                    "rows": found.table.to_dicts(),
                }
            ),
            output,
        )
    elif (output or "").endswith(".csv"):
        _write(found.table.write_csv(), output)
    else:
        _print(found, output)


@app.command("map")
def draw(
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="HTML file; '-' is stdout.")
    ] = "map.html",
    texts: Texts = None,
    data: Data = None,
    as_of: AsOf = None,
    only: Only = None,
    without: Without = None,
    without_voice: WithoutVoice = None,
) -> None:
    """Draw the network as one HTML file that works without a network."""
    from pcgraph import dossier

    kg = _load(data, as_of, only, without, without_voice)
    _write(kg.map(texts=dossier.texts_folder(texts)).html, output)
    if output != "-":
        note(f"written: {output}")


@app.command()
def show(
    thing: Annotated[str, typer.Argument(help="Slug of an organisation, person, engagement, place …")],
    texts: Texts = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    as_of: AsOf = None,
    only: Only = None,
    without: Without = None,
    without_voice: WithoutVoice = None,
) -> None:
    """Print the dossier of one thing: what it is, its roles and ties, its evidence."""
    from pcgraph import dossier, telling

    kg = _load(data, as_of, only, without, without_voice)
    found = kg.show(thing, dossier.texts_folder(texts))
    _write(_json(found) if as_json else telling.dossier(found, kg.things), output)


@app.command()
def why(
    one: Annotated[str, typer.Argument(help="Slug of one side.")],
    relation: Annotated[str, typer.Argument(help="Relation, such as signsWith.")],
    other: Annotated[str, typer.Argument(help="Slug of the other side.")],
    texts: Texts = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    as_of: AsOf = None,
    only: Only = None,
    without: Without = None,
    without_voice: WithoutVoice = None,
) -> None:
    """Print the facts, passages, sources and rule behind a tie. Exit 1 when there is no such tie."""
    from pcgraph import dossier, telling

    kg = _load(data, as_of, only, without, without_voice)
    found = kg.why(one, relation, other, dossier.texts_folder(texts))
    _write(_json(found) if as_json else telling.why(found, kg.things), output)
    if not found["ties"]:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; turn every error into one line and an exit code."""
    debug = "--debug" in sys.argv
    try:
        app(standalone_mode=False)
    except PcgraphError as error:
        if debug:
            raise
        note(str(error))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        note("stopped; nothing was written")
        sys.exit(130)
    except MemoryError:
        note(str(LimitError("out of memory; expected a smaller question or more memory; narrow it")))
        sys.exit(5)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        _click_error(error, debug)


def _click_error(error: Exception, debug: bool) -> None:
    import click

    if isinstance(error, click.exceptions.Exit):
        sys.exit(error.exit_code)
    if isinstance(error, click.exceptions.Abort):
        note("stopped; nothing was written")
        sys.exit(130)
    if isinstance(error, click.ClickException) and not debug:
        command = getattr(getattr(error, "ctx", None), "command_path", "pcgraph") or "pcgraph"
        note(f"{command}: {error.format_message().rstrip('.')}; expected as {command} --help says; mend the call")
        sys.exit(2)
    if debug:
        raise error
    what = f"{type(error).__name__}: {error}"
    note(f"pcgraph: internal fault ({what}); expected none; run pcgraph --debug with the same words and report it")
    sys.exit(1)
