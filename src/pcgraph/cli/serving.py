"""Verbs for servers: be one, or fill one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.cli.common import Reads, note, scoped
from pcgraph.errors import UsageError

if TYPE_CHECKING:
    from pcgraph.push import Pushed


@scoped
def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Listen here; default this machine only.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 is any free one.")] = 8000,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="For each query.")] = 30.0,
    memory: Annotated[int, typer.Option("--memory", metavar="MB", help="For each query, beyond the graph.")] = 512,
    max_rows: Annotated[int, typer.Option("--max-rows", metavar="N", help="Rows of an answer.")] = 1_000_000,
    max_bytes: Annotated[int, typer.Option("--max-bytes", metavar="N", help="Bytes of an answer.")] = 100_000_000,
    max_query: Annotated[int, typer.Option("--max-query", metavar="N", help="Bytes of a query.")] = 100_000,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", help="Queries that run at once; default two for each processor.")
    ] = 0,
    cors: Annotated[
        Optional[list[str]],
        typer.Option("--cors", metavar="ORIGIN", help="Let pages of this origin ask; '*' is any; may be repeated."),
    ] = None,
    allow_host: Annotated[
        Optional[list[str]],
        typer.Option("--allow-host", metavar="NAME", help="Further name of this server; may be repeated."),
    ] = None,
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Address by which others reach the server, such as https://kg.example.org/graph behind a proxy.",
        ),
    ] = "",
    trusted_proxy: Annotated[
        Optional[list[str]],
        typer.Option(
            "--trusted-proxy",
            metavar="ADDRESS",
            help="IP address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto count; may be repeated.",
        ),
    ] = None,
    *,
    reads: Reads,
) -> None:
    """Serve the graph: SPARQL at /sparql, the map at /, a page for asking at /query, things at /id/…; for reading only.

    A query that takes too long, too much memory or too many rows gets an error that names the limit, never a part.
    """
    from pcgraph import serve as serving
    from pcgraph.serve.limits import Limits

    code = serving.serve(
        reads.load,
        Limits(timeout, memory, max_rows, max_bytes, max_query, workers),
        host=host,
        port=port,
        hosts=allow_host or (),
        origins=cors or (),
        base_url=base_url,
        proxies=trusted_proxy or (),
        ready=lambda address: note(f"serving at {address} (Ctrl-C stops)"),
    )
    if code:
        note("serve: the process that makes the workers was lost; expected it to stay; start the server again")
        raise typer.Exit(code)


@scoped
def push(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where the server answers SPARQL questions.")],
    update: Annotated[
        Optional[str],
        typer.Option("--update", metavar="URL", help="Where it takes SPARQL updates; default: there, too."),
    ] = None,
    graph_store: Annotated[
        Optional[str],
        typer.Option("--graph-store", metavar="URL", help="Send graphs by Graph Store Protocol to here instead."),
    ] = None,
    delete_others: Annotated[
        bool, typer.Option("--delete-others", help="Remove graphs of a former push that are no longer here.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent, and send nothing.")] = False,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="For each request.")] = 600.0,
    *,
    reads: Reads,
) -> None:
    """Load every graph, `current` included, into a SPARQL server, and count them there.

    User and password stand in the URL, or in PCGRAPH_USER and PCGRAPH_PASSWORD. Broken off, it goes on where it was.
    """
    if update and graph_store:
        raise UsageError("--update and --graph-store: two ways; expected one of them; leave one out")
    from pcgraph import push as pushing
    from pcgraph.endpoint import Endpoint
    from pcgraph.link import Link, with_credentials

    asked, written = (with_credentials(one) for one in (url, graph_store or update or url))
    target = pushing.Target(Endpoint(asked, timeout), Link(written, timeout), bool(graph_store))
    store = reads.load().store
    if dry_run or not sys.stderr.isatty():
        done = pushing.push(store, target, delete_others=delete_others, dry_run=dry_run)
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("asking what is there")

            def show(done: int, all_: int, graph: str) -> None:
                bar.update(task, completed=done, total=all_, description=graph)

            done = pushing.push(store, target, delete_others=delete_others, progress=show)
    _tell(done, dry_run, target.endpoint.shown)


def _tell(done: Pushed, dry_run: bool, where: str) -> None:
    many = len(done.sent) + len(done.kept)
    if dry_run:
        note(
            f"{where}: {many} graphs, {done.triples:,} triples here; would send {len(done.sent)}, keep {len(done.kept)}"
        )
    else:
        note(f"{where}: {many} graphs, {done.triples:,} triples there; sent {len(done.sent)}, kept {len(done.kept)}")
    if done.deleted:
        note(f"{'would remove' if dry_run else 'removed'}: {_names(done.deleted)}")
    if done.others:
        note(f"no longer here, but there from a former push: {_names(done.others)}; --delete-others removes them")


def _names(graphs: tuple[str, ...]) -> str:
    from pcgraph.terms import compact

    return ", ".join(map(compact, graphs[:5])) + f" and {len(graphs) - 5} more" * (len(graphs) > 5)
