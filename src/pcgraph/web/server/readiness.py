"""Whether the server can take requests now, part by part: what a load balancer asks at ``/ready``."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from functools import partial
from urllib.parse import urljoin, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pcgraph.model.text import counted
from pcgraph.version import __version__
from pcgraph.web import pages, routes
from pcgraph.web.context import State, site_for
from pcgraph.web.limits import FREE, HEALTH
from pcgraph.web.pages import query_page
from pcgraph.web.protocol import service_description, sparql_protocol


def draw(state: State, address: str) -> None:
    """Draw what is drawn once, so that a process that takes over at `address` lets no client wait for it."""
    site, root = site_for(state), urlsplit(state.base).path
    endpoints = {"/": routes.map_page, "/query": query_page.page, "/resolve": query_page.resolve_name}
    for path, endpoint in endpoints.items():
        scope = {"type": "http", "path": path, "root_path": root, "headers": [], "query_string": b""}
        endpoint(Request(scope), site)
    for path, make in pages.PAGES.items():
        site.compute_once(f"page {root}/{path}", partial(make, site))
    base, media = urljoin(address, state.base), next(iter(service_description.MEDIA))
    for short in (True, False):
        service_description.written(site, base, media, short=short)


class Readiness:
    """The answer to ``/ready``.

    The first request draws the page if the build has none. Later ones cost a query and a file of one byte.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self._drawing: asyncio.Task[Response] | None = None

    async def answer(self, request: Request) -> Response:
        """Return 200 if every part works, else 503 with one line on the first that does not."""
        fault = await self._page(request) or await run_in_threadpool(self._spool)
        if not fault and not await sparql_protocol.worker_answers(request, self.state):
            fault = f"workers: none answered in {HEALTH:g} s; expected an answer; ask again, or start the server again"
        found = {"status": fault or "ok", "build": self.state.key[:16], "version": __version__}
        if failed := self.state.counts["failed reloads"]:
            found["reload"] = (
                f"failed {counted(failed, 'time')}: older data are served; expected data that load; read the log"
            )
        return JSONResponse(found, 503 if fault else 200, {"Cache-Control": "no-store"})

    async def _page(self, request: Request) -> str:
        if self._drawing is None:
            drawn = run_in_threadpool(routes.map_page, request, site_for(self.state))
            self._drawing = asyncio.create_task(drawn)
        await asyncio.wait({self._drawing}, timeout=HEALTH)
        if not self._drawing.done():
            return "page: still being drawn; expected to be ready in a minute; ask again"
        if error := self._drawing.exception():
            self._drawing = None
            return f"page: cannot be drawn ({type(error).__name__}); expected a page; open / and read the server's log"
        page = self._drawing.result()
        return bytes(page.body).decode().strip() if page.status_code == 503 else ""

    def _spool(self) -> str:
        """Say what is wrong with the room for answers in memory, and for the dump on disk."""
        needed, room = self.state.limits.max_bytes, self.state.workers.room
        if room < needed:
            return f"memory: {room:,} bytes free for answers that are being read; expected {needed:,}; ask again"
        try:
            with tempfile.TemporaryFile() as file:
                file.write(b"x")
                file.flush()
            free = shutil.disk_usage(tempfile.gettempdir()).free
        except OSError as error:
            return f"temporary files: cannot be written ({error.strerror}); expected a writable folder; set TMPDIR"
        if free < FREE:
            return f"disk: {free:,} bytes free for temporary files; expected {FREE:,}; remove files, or set TMPDIR"
        return ""
