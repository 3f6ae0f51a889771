"""The graph on the web: a SPARQL endpoint, pages of things, and descriptions for machines."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections.abc import Callable, Sequence
from ipaddress import ip_network
from typing import TYPE_CHECKING

from pcgraph.errors import EndpointError, UsageError, missing_extra
from pcgraph.version import __version__

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph
    from pcgraph.serve.limits import Limits

LOCAL = ("localhost", "127.0.0.1", "::1")
BASE = r"(?P<base>https?://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:\d{1,5})?(/(?!\.\.?(/|$))[\w.~-]+)*)/?"


def serve(
    load: Callable[[], KnowledgeGraph],
    limits: Limits,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    hosts: Sequence[str] = (),
    origins: Sequence[str] = (),
    base_url: str = "",
    proxies: Sequence[str] = (),
    ready: Callable[[str], object] = print,
) -> int:
    """Serve a graph until asked to stop (SIGTERM, SIGINT); running queries are given a few seconds.

    To be called from the main thread of a process that does nothing else: it forks.

    Parameters
    ----------
    load : callable
        Loads the graph; called once the address is taken.
    host, port : str, int
        Where to listen; port 0 is any free one.
    hosts : sequence of str
        Further names by which the server may be called.
    origins : sequence of str
        Origins whose pages may read answers; ``*`` is any.
    base_url : str
        Address by which the server is known, such as ``https://kg.example.org/graph``; its host is allowed.
    proxies : sequence of str
        IP addresses or networks of proxies that may name the client (``X-Forwarded-For``, ``X-Forwarded-Proto``).
    ready : callable
        Is told the address once the server answers.

    Returns
    -------
    int
        Exit code: 0, or 1 if the process that makes the workers was lost.

    Raises
    ------
    UsageError
        If Starlette or uvicorn is missing.
    EndpointError
        If the address is taken or is none of this machine.
    """
    try:
        from anyio import to_thread

        from pcgraph.serve import app, buffers, door
        from pcgraph.serve.limits import THREADS
        from pcgraph.serve.state import State
        from pcgraph.serve.worker import Fault
        from pcgraph.serve.workers import Workers
    except ModuleNotFoundError as error:
        raise missing_extra("serve", error.name or "starlette") from error
    if any("/" in name or ":" in name.strip("[]").replace("::", "") for name in hosts):
        raise UsageError("--allow-host: no name; expected a name without protocol and port; mend it")
    base = re.fullmatch(BASE, base_url, re.ASCII)
    if base_url and not base:
        raise UsageError(
            f"--base-url {base_url}: no address of a server; expected one such as https://kg.example.org/graph; fix it"
        )
    for proxy in proxies:
        try:
            ip_network(proxy)
        except ValueError as error:
            raise UsageError(
                f"--trusted-proxy {proxy}: no address; expected an IP address or a network such as 10.0.0.0/8; fix it"
            ) from error
    try:
        listening = door.listen(host, port)
    except (OSError, OverflowError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "no such address"
        raise EndpointError(
            f"serve: {host}:{port} cannot be had ({reason}); expected a free address of this machine; "
            "choose another with --port or --host"
        ) from error
    with listening:
        kg = load()
        _ = kg.kept_page  # read now, before another build takes its place
        workers = Workers.fork(kg.store, limits, listening)
        known = [base["host"]] if base else []
        names = frozenset(name.strip("[]").lower() for name in (*LOCAL, host, *hosts, *known))
        state = State(kg, key(kg), limits, workers, names, tuple(origins), base["base"] if base else "")
        server = door.server(app.app(state), proxies)
        shown = f"[{host}]" if ":" in host else host

        async def run() -> None:
            to_thread.current_default_thread_limiter().total_tokens = THREADS
            async with workers.open():
                serving = asyncio.create_task(server.serve(sockets=[listening]))
                while not (server.started or serving.done()):
                    await asyncio.sleep(0.01)
                if server.started:
                    ready(f"http://{shown}:{listening.getsockname()[1]}/")
                lost = asyncio.create_task(workers.lost.wait())
                await asyncio.wait({serving, lost}, return_when=asyncio.FIRST_COMPLETED)
                server.should_exit = True
                lost.cancel()
                await serving

        buffers.give_back()
        try:
            asyncio.run(run())
        except Fault:  # no worker could be started
            return 1
        return int(workers.lost.is_set())


def key(kg: KnowledgeGraph) -> str:
    """Give a key that changes with the graph: that of its inputs where they are known, else a sum of all it holds.

    Cost of the latter: the store is written out once, into the sum.
    """
    import io

    import pyoxigraph as ox

    sum_ = hashlib.sha256(f"{__version__} {kg._made}".encode())

    class Summed(io.RawIOBase):
        def write(self, piece: bytes) -> int:  # type: ignore[override]
            sum_.update(piece)
            return len(piece)

    if kg._made is None:
        kg.store.dump(Summed(), format=ox.RdfFormat.N_QUADS)
    return sum_.hexdigest()
