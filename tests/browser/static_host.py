"""A host of static files below a path, as there are many: with its ways of sending packed files, or with a fault."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BASE = "/some/base/"
TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript", "css": "text/css", "gz": "application/gzip"}
TEXTS = ("html", "js")


@dataclass
class Host:
    """A running host.

    Attributes
    ----------
    url : str
        The address of its folder, with a slash at the end.
    files : dict of str to bytes
        Name → content; others are not found.
    policy : str
        The content security policy of its HTML.
    encodes : bool
        Whether it declares the packing of a .gz file as ``Content-Encoding``, so that the browser unpacks it.
    held : threading.Event
        The host sends packed files only while this is set.
    sent : list
        Name and bytes of each answer. Texts are compressed, as hosts do.
    """

    url: str
    files: dict[str, bytes]
    policy: str = ""
    encodes: bool = False
    held: threading.Event = field(default_factory=threading.Event)
    sent: list[tuple[str, int]] = field(default_factory=list)

    def moved(self) -> int:
        return sum(size for _, size in self.sent)


@contextmanager
def hosting(files: Mapping[str, bytes], policy: str = "", *, encodes: bool = False) -> Iterator[Host]:
    """Run a host for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.split("?")[0].removeprefix(BASE)
            content, suffix = host.files.get(name), name.rpartition(".")[2]
            headers = {"Content-Type": TYPES.get(suffix, "text/plain")}
            if suffix == "gz":
                host.held.wait(60)
            if content is not None and suffix in TEXTS and "gzip" in self.headers.get("Accept-Encoding", ""):
                content, headers["Content-Encoding"] = gzip.compress(content, 6), "gzip"
            if suffix == "gz" and host.encodes:
                headers["Content-Encoding"] = "gzip"
            if suffix == "html":
                headers["Content-Security-Policy"] = host.policy
            body = b"not found" if content is None else content
            self.send_response(404 if content is None else 200)
            for header, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(header, value)
            self.end_headers()
            host.sent.append((name, len(body)))
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Host(f"http://127.0.0.1:{server.server_port}{BASE}", dict(files), policy, encodes)
    host.held.set()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.held.set()
        server.shutdown()
        server.server_close()
        thread.join()
