"""The web server: a SPARQL endpoint, a page for each entity, and descriptions for machines."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pcgraph.errors import UsageError, missing_extra
from pcgraph.store.files import shown
from pcgraph.version import __version__
from pcgraph.web.server.addresses import contact, public_base
from pcgraph.web.server.supervisor import DRAIN, NOT_RELOADED, STOP, Link, supervise

if TYPE_CHECKING:
    from socket import socket

    from pcgraph.api import KnowledgeGraph
    from pcgraph.web.context import State
    from pcgraph.web.limits import Limits
    from pcgraph.web.server.deadlines import Server

LOCAL = ("localhost", "127.0.0.1", "::1")


def serve(
    load: Callable[[], KnowledgeGraph],
    limits: Limits,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    hosts: Sequence[str] = (),
    origins: Sequence[str] = (),
    base_url: str = "",
    base_path: str = "",
    contacts: Sequence[str] = (),
    proxies: Sequence[str] = (),
    access_log: Path | None = None,
    metrics: bool = False,
    watched: Path | None = None,
    tell: Callable[[str], object] = print,
) -> int:
    """Serve a graph until SIGTERM or SIGINT; running queries then get a few seconds to finish.

    SIGHUP loads the graph again and drops no request; see `pcgraph.web.server.supervisor`. Call this from the only
    thread of a process that does nothing else, because it forks: it also returns in each process that served.
    """
    try:
        for package in ("starlette", "uvicorn", "prometheus_client"):
            import_module(package)
    except ModuleNotFoundError as error:
        raise missing_extra("serve", (error.name or "starlette").partition(".")[0]) from error
    if any("/" in name or ":" in name.strip("[]").replace("::", "") for name in hosts):
        raise UsageError("--allow-host: not a host name; expected a name without protocol and port; fix the name")
    base, known = public_base(base_url, base_path)
    reports_to = tuple(map(contact, contacts))
    for proxy in proxies:
        try:
            ip_network(proxy)
        except ValueError as error:
            raise UsageError(
                f"--trusted-proxy {proxy}: invalid; expected an IP address or a network such as 10.0.0.0/8; fix it"
            ) from error
    from pcgraph.web.server.deadlines import listen

    listening = listen(host, port)
    name = f"[{host}]" if ":" in host else host
    with listening:
        with _log(access_log):
            pass  # if it cannot be written, that is known before another process starts
        address = f"http://{name}:{listening.getsockname()[1]}"
        link = supervise(f"{address}/", tell, watched)
        if isinstance(link, int):
            return link
        from pcgraph.viz.pyvis_network import require_pyvis
        from pcgraph.web import app
        from pcgraph.web.context import State
        from pcgraph.web.pool.manager import Workers
        from pcgraph.web.server import readiness  # in this process only, as libraries start threads when imported
        from pcgraph.web.server.deadlines import make_server
        from pcgraph.web.server.observer import Metrics

        with _log(access_log) as log:
            kg = load()
            if kg.built_page is None:  # read now, before another build replaces it
                try:
                    require_pyvis()
                except UsageError as error:
                    tell(f"{error}; everything else is served")
            workers = Workers.fork(kg.store, limits, listening, link.orders)
            names = frozenset(name.strip("[]").lower() for name in (*LOCAL, host, *hosts, known) if name)
            state = State(kg, key(kg), limits, workers, names, tuple(origins), base, reports_to)
            server = make_server(app.create_app(state, log, Metrics(state.key) if metrics else None), proxies)
            if link.again:
                readiness.draw(state, address)
            if _run(server, state, listening, link):
                return 0
            tell("serve: the process that starts the workers died; expected it to run; start the server again")
            return 1


def _run(server: Server, state: State, listening: socket, link: Link) -> bool:
    """Run the server until it is told to stop; return False if it can no longer answer queries."""
    from anyio import to_thread

    from pcgraph.web.limits import LAST_ANSWERS, THREADS
    from pcgraph.web.pool import unread_answers
    from pcgraph.web.pool.worker import Fault

    workers = state.workers

    async def obey() -> None:
        """Return when it is time to stop; at once if the supervisor has died."""
        loop = asyncio.get_running_loop()
        while (order := await loop.sock_recv(link.orders, 1)) == NOT_RELOADED:
            state.counts["failed reloads"] += 1
        if order == DRAIN:
            stopped = asyncio.create_task(loop.sock_recv(link.orders, 1))
            drained = asyncio.create_task(server.drain(state.limits.timeout + LAST_ANSWERS))
            await asyncio.wait({stopped, drained}, return_when=asyncio.FIRST_COMPLETED)
            order = stopped.result() if stopped.done() else STOP
        server.force_exit = order != STOP

    async def run() -> None:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        async with workers.open():
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            while not (server.started or serving.done()):
                await asyncio.sleep(0.01)
            if server.started:
                link.ready(state.key[:16])
            over = {asyncio.create_task(workers.lost.wait()), asyncio.create_task(obey())}
            await asyncio.wait({serving, *over}, return_when=asyncio.FIRST_COMPLETED)
            server.should_exit = True
            for each in over:
                each.cancel()
            await serving

    link.orders.setblocking(False)
    unread_answers.return_freed_memory()
    try:
        asyncio.run(run())
    except Fault:  # the first workers could not be started
        return False
    return not workers.lost.is_set()


@contextmanager
def _log(path: Path | None) -> Iterator[TextIO | None]:
    """Open the access log for a server's life."""
    if path is None or str(path) == "-":
        yield sys.stdout if path else None
        return
    try:
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"--access-log {shown(path)}: {error.strerror}; expected a file that can be written; choose another"
        ) from error
    with file:
        yield file


def key(kg: KnowledgeGraph) -> str:
    """Return a key that changes with the graph: the key of its inputs if known, else a checksum of all its quads.

    Cost of the checksum: the whole store is serialised once.
    """
    import io

    import pyoxigraph as ox

    sum_ = hashlib.sha256(f"{__version__} {kg.key}".encode())

    class Checksum(io.RawIOBase):
        def write(self, piece: bytes) -> int:  # type: ignore[override]
            sum_.update(piece)
            return len(piece)

    if kg.key is None:
        kg.store.dump(Checksum(), format=ox.RdfFormat.N_QUADS)
    return sum_.hexdigest()
