"""A static site as its readers find it: its files, links, anchors, and what a browser would fetch."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

ADDRESS = "https://example.org/graph/"
BASES = ("/some/base/", "/other/")


SOURCE = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix sector: <https://w3id.org/pcgraph/vocab/sector/> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

src:{source} a pcg:Source ;
    pcg:publisher id:daily-tide ;
    pcg:title "{source}" ;
    pcg:date "2025-03" ;
    pcg:firstSeen "{day}"^^xsd:date ;
    pcg:address "https://tide.example/{source}"^^xsd:anyURI ;
    pcg:tier v:press .

id:{name} a pcg:Agreement ;
    pcg:signatory id:acme , id:{party} ;
    pcg:during id:vik-forum ;
    pcg:place id:vik-hall ;
    pcg:sector sector:ferries ;
    pcg:step id:{name}.signed ;
    pcg:statedIn <https://w3id.org/pcgraph/source/{source}#char=10,20> .
id:{name}.signed a pcg:Step ;
    pcg:status v:signed ;
    pcg:date "2025-02-04" ;
    pcg:statedIn <https://w3id.org/pcgraph/source/{source}#char=10,20> .

<https://w3id.org/pcgraph/source/{source}#char=10,20> a pcg:Passage ; pcg:start 10 ; pcg:end 20 ; pcg:sha256 "{sum}" .
"""


class Page(HTMLParser):
    """The links and anchors of a page, and everything that a browser would fetch for it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.fetched += [given[name] for name in ("src", "srcset", "data", "action") if name in given]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def dead_links(folder: Path) -> list[str]:
    """List links and anchors of pages that lead nowhere, and whatever is fetched from another host."""
    content = files(folder)
    pages = {path: Page(body.decode()) for path, body in content.items() if path.endswith(".html")}
    anchors = {path: frozenset(page.ids) for path, page in pages.items()}
    found = []
    for path, page in pages.items():
        at = ADDRESS + ("404.html" if path == "404.html" else path)
        found += [f"{path}: fetches {address}" for address in page.fetched]
        found += [f"{path}: {name} twice" for name, number in Counter(page.ids).items() if number > 1]
        if path == "map.html":
            continue  # its links are made by its script
        for link in dict.fromkeys(page.links):
            place, anchor = urldefrag(urljoin(at, link))
            if not place.startswith(ADDRESS):
                found += [] if re.match("https?://", link) else [f"{path}: {link}"]
                continue
            target = unquote(place.removeprefix(ADDRESS))
            if target not in content:
                found.append(f"{path}: {link}")
            elif anchor and target in pages and target not in ("map.html", "query.html"):
                found += [] if unquote(anchor) in anchors[target] else [f"{path}: {link}"]
    return found


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serve a site below each of `BASES`, with its page for what is not there, and return the address of the host."""

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            path = unquote(urlsplit(path).path)
            found = [path.removeprefix(base) for base in BASES if path.startswith(base)]
            return str(folder / (found[0] if found else "nothing"))

        def send_error(self, code: int, *_: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((folder / "404.html").read_bytes())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def add(folder: Path, source: str, name: str, party: str, day: str, digit: str) -> None:
    """Add a source that alone tells of an agreement between Acme and another party."""
    text = SOURCE.format(source=source, name=name, party=party, day=day, sum=digit * 64)
    (folder / f"sources/{source}.ttl").write_text(text)
    register = folder / "register/engagements.ttl"
    register.write_text(f'{register.read_text()}\nid:{name} rdfs:label "{name.capitalize()}"@en .\n')
