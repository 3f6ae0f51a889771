"""What an administrator sees of a running server: a log of requests, and figures for Prometheus."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector
from prometheus_client import generate_latest as in_text_format
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pcgraph.version import __version__

SECONDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)  # limits of the classes of duration
METHODS = ("GET", "HEAD", "OPTIONS", "POST")
LEFT = 499  # the status of a request whose client left before it was answered, as nginx writes it


class Metrics:
    """Figures on the requests and on the process of one server."""

    def __init__(self, build: str) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        Info("pcgraph_build", "Version of the program and key of the graph.", registry=self.registry).info(
            {"version": __version__, "build": build[:16]}
        )
        self.running = Gauge("pcgraph_requests_running", "Requests that are being answered.", registry=self.registry)
        self.requests = Counter(
            "pcgraph_requests", "Requests that were answered.", ["path", "method", "status"], registry=self.registry
        )
        self.failed_reloads = Gauge(
            "pcgraph_failed_reloads", "Reloads that failed since this graph was loaded.", registry=self.registry
        )
        self.seconds = Histogram(
            "pcgraph_request_seconds",
            "Time to the end of an answer.",
            ["path"],
            buckets=SECONDS,
            registry=self.registry,
        )

    async def answer(self, request: Request) -> Response:
        """Answer a request for the figures, in Prometheus' text format."""
        del request
        return Response(
            in_text_format(self.registry), media_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
        )


class Observer:
    """Middleware that counts each request and writes it to a log. It has to be the outermost."""

    def __init__(self, app: ASGIApp, log: TextIO | None, metrics: Metrics | None) -> None:
        self.app, self.log, self.metrics = app, log, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and note how it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.monotonic()
        status, size = LEFT, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            size += len(message.get("body", b""))
            await send(message)

        if self.metrics:
            self.metrics.running.inc()
        try:
            await self.app(scope, receive, counted)
        except Exception:
            status = 500
            raise
        finally:
            self._note(scope, status, size, time.monotonic() - began)

    def _note(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        method, path = scope["method"], scope["path"]
        if self.metrics:
            known = {route.path.split("/")[1] for route in scope["app"].routes}
            first = path.split("/")[1] if path.count("/") else ""
            place = f"/{first}" if first in known else "other"  # no client can make new series
            verb = method if method in METHODS else "other"
            self.metrics.running.dec()
            self.metrics.requests.labels(place, verb, str(status)).inc()
            self.metrics.seconds.labels(place).observe(seconds)
        if self.log:
            line = {
                "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "client": scope["client"][0] if scope.get("client") else "",
                "method": method,
                "path": path,
                "status": status,
                "bytes": size,
                "seconds": round(seconds, 4),
            }
            with suppress(OSError):  # a full disk stops the log, not the server
                self.log.write(json.dumps(line) + "\n")
                self.log.flush()
