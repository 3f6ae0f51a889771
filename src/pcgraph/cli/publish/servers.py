"""The commands for servers: run one, or load the graphs into another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, ScopeOptions, say
from pcgraph.cli.terminal import note, progress, working
from pcgraph.errors import UsageError

if TYPE_CHECKING:
    from pcgraph.export.push import Pushed


def serve(
    host: Annotated[str, option("--host ADDRESS", "Address to listen at; default: this machine only.")] = ("127.0.0.1"),
    port: Annotated[int, option("--port N", "Port; 0 picks a free one.", min=0, max=65535)] = 8000,
    timeout: Annotated[float, option("--timeout SECONDS", "Time limit of each query.")] = 30.0,
    memory: Annotated[int, option("--memory MB", "Memory limit of each query, in addition to the graph.")] = 512,
    max_rows: Annotated[int, option("--max-rows N", "Maximum rows of an answer.")] = 1_000_000,
    max_bytes: Annotated[int, option("--max-bytes N", "Maximum bytes of an answer.")] = 100_000_000,
    max_query: Annotated[int, option("--max-query N", "Maximum bytes of a query.")] = 100_000,
    workers: Annotated[
        int, option("--workers N", "Queries that run at the same time; default: two per processor.")
    ] = 0,
    cors: Annotated[
        list[str] | None,
        option("--cors ORIGIN", "Allow pages of this origin to query; '*' allows any; may be repeated."),
    ] = None,
    allow_host: Annotated[
        list[str] | None, option("--allow-host NAME", "Further host name of this server; may be repeated.")
    ] = None,
    base_url: Annotated[
        str,
        option("--base-url URL", "Public address of the server behind a proxy, such as https://kg.example.org/graph."),
    ] = "",
    base_path: Annotated[
        str, option("--base-path PATH", "Path of the server behind a proxy, such as /graph, at any host name.")
    ] = "",
    trusted_proxy: Annotated[
        list[str] | None,
        option(
            "--trusted-proxy ADDRESS",
            "IP address or network of a proxy whose X-Forwarded headers are trusted; may be repeated.",
        ),
    ] = None,
    requests_per_minute: Annotated[
        int,
        option(
            "--requests-per-minute N",
            "Maximum requests of each client in a minute; 0: any number. This machine is not limited.",
        ),
    ] = 600,
    contact: Annotated[
        list[str] | None,
        option(
            "--contact ADDRESS",
            "E-mail or web address for reports of security faults, in security.txt; may be repeated.",
        ),
    ] = None,
    access_log: Annotated[
        Path | None, option("--access-log FILE", "Log each request as a line of JSON; - is stdout.")
    ] = None,
    metrics: Annotated[bool, option("--metrics", "Answer at /metrics, for Prometheus.")] = False,
    reload: Annotated[
        bool, option("--reload", "Load the graph again after each build; SIGHUP does so at any time.")
    ] = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Serve the graph, read-only: SPARQL at /sparql, the map at /, a query page at /query, entities at /id/….

    A query that exceeds a limit gets an error that names the limit, never a partial answer.
    """
    from pcgraph import web
    from pcgraph.store.cache import MANIFEST
    from pcgraph.store.project import find
    from pcgraph.web.limits import Limits

    code = web.serve(
        scope.load,
        Limits(timeout, memory, max_rows, max_bytes, max_query, workers, requests_per_minute),
        host=host,
        port=port,
        hosts=allow_host or (),
        origins=cors or (),
        base_url=base_url,
        base_path=base_path,
        contacts=contact or (),
        proxies=trusted_proxy or (),
        access_log=access_log,
        metrics=metrics,
        watched=find(scope.data).build / MANIFEST if reload else None,
        tell=note,
    )
    if code:
        raise typer.Exit(code)


def push(
    url: Annotated[str, typer.Argument(metavar="URL", help="SPARQL query endpoint of the server.")],
    update: Annotated[str | None, option("--update URL", "SPARQL update endpoint; default: the same URL.")] = None,
    graph_store: Annotated[
        str | None, option("--graph-store URL", "Send graphs by Graph Store Protocol to this URL instead.")
    ] = None,
    delete_others: Annotated[
        bool, option("--delete-others", "Remove graphs of an earlier push that no longer exist here.")
    ] = False,
    dry_run: Annotated[bool, option("--dry-run", "Show what would be sent, and send nothing.")] = False,
    timeout: Annotated[float, option("--timeout SECONDS", "Time limit of each request.")] = 600.0,
    *,
    scope: ScopeOptions,
) -> None:
    """Load every graph, including `current`, into a SPARQL server, and check the counts there.

    Put user and password in the URL, or in PCGRAPH_USER and PCGRAPH_PASSWORD. An interrupted push resumes: graphs that
    are already complete are skipped.
    """
    if update and graph_store:
        raise UsageError("--update and --graph-store: both were used; expected only one; remove one of them")
    from pcgraph.export.push import Target
    from pcgraph.export.push import push as push_graphs
    from pcgraph.query.remote.endpoint import Endpoint
    from pcgraph.query.remote.http import HttpClient, with_credentials

    asked, written = (with_credentials(address) for address in (url, graph_store or update or url))
    target = Target(Endpoint(asked, timeout), HttpClient(written, timeout), bool(graph_store))
    store = scope.load().store
    with progress("graphs") as show:
        done = push_graphs(store, target, delete_others=delete_others, dry_run=dry_run, progress=show)
    _report(done, dry_run, target.endpoint.shown)


def _report(done: Pushed, dry_run: bool, where: str) -> None:
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
        note(f"not here, but on the server from an earlier push: {_names(done.others)}; --delete-others removes them")


def _names(graphs: tuple[str, ...]) -> str:
    from pcgraph.model.namespaces import compact

    return ", ".join(map(compact, graphs[:5])) + f" and {len(graphs) - 5} more" * (len(graphs) > 5)


def site(
    output: Annotated[Path, typer.Argument(metavar="FOLDER", help="New or empty folder, or a site to replace.")],
    base: Annotated[
        str, option("--base URL", "Where the site will be; default: the base of the project's addresses.")
    ] = "",
    release: Annotated[
        bool, option("--release", "Also write releases/VERSION/, once; VERSION is that of the project file.")
    ] = False,
    first: Annotated[bool, option("--first", "With --release: no release was published before this one.")] = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Write a static site: a page and data for everything, map, queries in the browser, downloads, changes.

    It needs no server of its own: copy the folder to any host.
    """
    from pcgraph.store.files import shown
    from pcgraph.web.site import publish

    with working("making the site"):
        done = publish(scope.load(), output, base, release=release, first=first)
    released = f"; release {done.release}" if done.release else ""
    note(f"written: {shown(output)}: {done.pages:,} pages, {done.files:,} files, {done.bytes / 1e6:.1f} MB{released}")


def fair(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A site that  pcgraph site  wrote.")],
    as_json: AsJson = False,
) -> None:
    """Say which of F-UJI's metrics for FAIR data a site meets, test by test, and what to do for each that it does not.

    Nothing is asked over the network: what only a published site can show is listed as that. There is no score.
    """
    from pcgraph.web.site.fair import NOT_MET, assess

    found = assess(folder)
    if as_json:
        rows = [metric._asdict() | {"tests": [test._asdict() for test in metric.tests]} for metric in found]
        say(json.dumps(rows, indent=1))
    else:
        for metric in found:
            say(f"{metric.metric}: {metric.state}: {metric.name}")
            for test in metric.tests:
                say(f"  {test.test}: {test.state}: {test.name}" + (f"; {test.fix}" if test.fix else ""))
    if any(metric.state == NOT_MET for metric in found):
        raise typer.Exit(1)
