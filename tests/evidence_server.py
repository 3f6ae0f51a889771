"""A web server for the tests of evidence: each path is one behaviour, good or bad."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pcgraph.intake.evidence.address import AddressState, judge
from pcgraph.intake.evidence.exchange import FetchError
from pcgraph.intake.evidence.fetch import Fetcher

LOCAL = frozenset({"127.0.0.1"})
PARAGRAPHS = (
    "On Monday Acme and Borealis signed an agreement on new lights for the ferry pier of the northern harbour.",
    "The lights are to be in place next spring, and the Port Authority pays 5 million crowns for them.",
    "Talks on a second pier go on, said the harbour master, who expects no agreement before the autumn.",
)
URDU = "ایکمی اور بوریالیس نے پیر کے روز بندرگاہ کی نئی روشنیوں کے معاہدے پر دستخط کیے، جو اگلی بہار تک لگ جائیں گی۔"
CHINESE = (
    "周一，艾克米公司与北光公司签署了一项关于码头新灯具的协议，灯具将于明年"
    "春季安装完毕，港务局为此支付五百万克朗，第二个码头的谈判仍在继续。"
)


def local(**options: Any) -> Fetcher:
    """Return a fetcher that may ask this machine, and does not wait between pages."""
    return Fetcher(**{"allow": LOCAL, "pause": 0.0, "seconds": 120.0, "robots_seconds": 120.0, **options})


def check_address(
    url: str, failures: Iterable[date], fetcher: Fetcher, today: date = date(2025, 6, 10)
) -> AddressState:
    """Ask an address once and return its state."""
    try:
        return judge(fetcher.get(url), failures, today)
    except FetchError as error:
        return judge(error, failures, today)


def article(*paragraphs: str, title: str = "Lights for the ferry pier", head: str = "", body: str = "") -> str:
    """Return an article in HTML."""
    words = "".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{words}</article>{body}</body></html>"
    )


def pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text on each page."""
    numbers = [3 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, text in zip(numbers, pages, strict=True):
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] /Contents {number + 1} 0 R /Resources {font} >>"
        )
        stream = f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return out + f"{end}<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers as the behaviour of the path says."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers), time.monotonic()))
        behaviour = self.server.routes.get(self.path.partition("?")[0])
        with suppress(OSError):
            (behaviour or answer(404, "<p>Nothing is here.</p>"))(self)

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Print nothing."""


Behaviour = Callable[[Handler], None]


def answer(
    status: int = 200, body: str | bytes = "", kind: str = "text/html; charset=utf-8", **headers: str
) -> Behaviour:
    """Return a behaviour that sends one answer; a header of "" is left out."""
    content = body.encode("utf-8") if isinstance(body, str) else body
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(status, content, {"Content-Type": kind, **more})


def redirect(status: int, target: str) -> Behaviour:
    return answer(status, "", Location=target)


def raw(*parts: bytes, pause: float = 0.0) -> Behaviour:
    """Return a behaviour that writes bytes as they are, with a pause before each part but the first."""

    def send(handler: Handler) -> None:
        handler.close_connection = True
        for number, part in enumerate(parts):
            if number and handler.server.stopping.wait(pause):
                return
            handler.wfile.write(part)
            handler.wfile.flush()

    return send


def bomb(size: int) -> bytes:
    """Return `size` zeros, compressed."""
    return gzip.compress(bytes(size))


class Server(ThreadingHTTPServer):
    """The server: its behaviours by path, and the requests that it received (path, headers, time)."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, routes: dict[str, Behaviour]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes = dict(routes)
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.stopping = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, *_ in self.asked]

    def handle_error(self, *args: Any) -> None:
        """A client that hangs up is no fault of a test."""


@contextmanager
def serving(routes: dict[str, Behaviour] | None = None) -> Iterator[Server]:
    """Run a server."""
    server = Server(routes or {})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
