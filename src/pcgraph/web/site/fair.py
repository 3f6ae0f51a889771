"""How a built site meets the metrics of F-UJI: what its first page and the linked descriptions say, test by test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.export.description import datacite
from pcgraph.export.description.licence import spdx
from pcgraph.export.description.schema_org import OPEN_ACCESS
from pcgraph.store.files import reason, shown
from pcgraph.store.strict_yaml import Strings
from pcgraph.web.site import output

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

MET, NOT_MET, WEB = "met", "not met", "only testable on the web"
PERSISTENT = re.compile(r"https?://((www\.)?(w3id|purl|doi|identifiers)\.org|(dx|hdl|n2t)\.\w+\.(org|net)|n2t\.net)/.")
UNIQUE = re.compile(r"https?://\S+|urn:\S+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
OPEN = re.compile(r"text/.*|.*[+/]xml|.*[+/]json|application/(n-quads|n-triples|trig|vnd\.apache\.parquet)")
SPACES = {
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "prov": "http://www.w3.org/ns/prov#",
}
REGISTERED = (SPACES["dcat"], "http://rdfs.org/ns/void#")  # and not those that F-UJI takes for granted, such as RDF


class Test(NamedTuple):
    """A practical test: F-UJI's identifier, what it asks, its state, and what to do if it is not met."""

    test: str
    name: str
    state: str
    fix: str


class Metric(NamedTuple):
    """A metric with its tests; see ``metrics.yml``."""

    metric: str
    name: str
    state: str
    tests: tuple[Test, ...]


def assess(folder: Path) -> list[Metric]:
    """Return each metric for the site in a folder."""
    if output.manifest(folder) is None:
        raise UsageError(f"{shown(folder)}: not a site; expected a folder that  pcgraph site  wrote; fix the name")
    found = read(folder)
    return [_judged(each, found) for each in document()["metrics"]]


@cache
def document() -> dict[str, Any]:
    """Return the metrics, and the names of the fields in each form of a description."""
    import yaml

    text = (files("pcgraph.web") / "site" / "metrics.yml").read_text(encoding="utf-8")
    made: dict[str, Any] = yaml.load(text, Strings)  # noqa: S506 - it makes nothing but text
    return made


def _judged(metric: Mapping[str, Any], found: Mapping[str, Any]) -> Metric:
    tests = []
    for each in metric["tests"]:
        there = any(found.get(name) for name in each["any"]) if "any" in each else all(map(found.get, each["fields"]))
        state = NOT_MET if not there else WEB if "web" in each else MET
        tests.append(Test(each["test"], each["name"], state, each["fix"] if state == NOT_MET else ""))
    order = (NOT_MET, WEB, MET) if metric["needs"] == "all" else (MET, WEB, NOT_MET)
    state = next(state for state in order if any(test.state == state for test in tests))
    return Metric(metric["metric"], metric["name"], state, tuple(tests))


def read(folder: Path) -> dict[str, Any]:
    """Return the fields that the tests ask for, as far as the first page and what it links have them."""
    tags, scripts = _head(_text(folder / "index.html"))
    links = [(rel, link) for link in tags for rel in link.get("rel", "").split()]
    described = {link["href"]: link.get("type", "") for rel, link in links if rel == "describedby" and link.get("href")}
    forms: list[dict[str, Any]] = []
    found: dict[str, Any] = {"typed_links": described}
    for href, media in described.items():
        path = folder / unquote(href)
        if media == "text/turtle":
            forms.append(_of_dcat(path, found))
        elif media in ("application/ld+json", datacite.MEDIA):
            forms.append(_of_json(_json(_text(path), path), media))
    embedded = [_of_json(_json(text, folder / "index.html"), "application/ld+json") for text in scripts]
    found["embedded"] = any(each.get("object_type") == "Dataset" for each in embedded)
    found["linked_rdf"] = {"text/turtle", "application/ld+json"} & {*described.values()}
    found["signposts"] = {"cite-as", "describedby", "item", "linkset"} <= {rel for rel, _ in links}
    for form in (*forms, *embedded):
        found = {**form, **{name: value for name, value in found.items() if value}}
    address = str(found.get("address", ""))
    return found | dict(_of_identifier(found)) | dict(_of_content(found.get("content", ()), folder, address))


def _of_json(said: Mapping[str, Any], media: str) -> dict[str, Any]:
    form = "datacite" if media == datacite.MEDIA else "schema.org"
    names = document()["names"][form]
    found = {field: said[name] for field, name in names.items() if said.get(name) and ":unav" not in str(said[name])}
    if form == "schema.org":
        found["address"] = said.get("url", "")
        found["content"] = [
            (each.get("contentUrl", ""), each.get("encodingFormat", ""), str(each.get("contentSize", "")).split(" ")[0])
            for each in found.get("content", ())
        ]
        return found
    rights = [each.get("rightsUri", "") for each in said.get("rightsList", ())]
    found["license"] = next((each for each in rights if each != OPEN_ACCESS), "")
    found["access_level"] = OPEN_ACCESS if OPEN_ACCESS in rights else ""
    return {**found, "standard": said.get("schemaVersion", "")}


def _of_dcat(path: Path, known: dict[str, Any]) -> dict[str, Any]:
    from rdflib import RDF, Graph

    try:
        graph = Graph().parse(data=_text(path), format="turtle")
    except Exception as error:  # of any of the parser's classes
        raise InvalidInput(
            f"{shown(path)}: not Turtle; expected that of  pcgraph site; write the site again"
        ) from error
    data = next(graph.subjects(RDF.type, _term("dcat:Dataset")), None)
    said = {name: [*graph.objects(data, _term(short))] for name, short in document()["names"]["dcat"].items()}
    found: dict[str, Any] = {name: str(values[0]) for name, values in said.items() if values}
    terms = {str(term) for triple in graph for term in triple}
    known["vocabularies"] = [space for space in REGISTERED if any(term.startswith(space) for term in terms)]
    found["standard"] = "DCAT" if data else ""
    found["content"] = [_distribution(graph, node) for node in said["content"]]
    return found


def _distribution(graph: Graph, node: Any) -> tuple[str, str, str]:
    url, media, size = (graph.value(node, _term(f"dcat:{name}")) for name in ("downloadURL", "mediaType", "byteSize"))
    return str(url or ""), str(media or "").partition("media-types/")[2], str(size or "")


def _term(short: str) -> URIRef:
    from rdflib import URIRef

    prefix, _, name = short.partition(":")
    return URIRef(SPACES[prefix] + name)


def _of_identifier(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    said = found.get("identifier", "")
    identifier = said if isinstance(said, str) else said[0].get("identifier", "")
    related = json.dumps(found.get("related", ""))
    yield "unique_identifier", UNIQUE.fullmatch(identifier)
    yield "persistent_identifier", PERSISTENT.match(identifier)
    yield "web_identifier", urlsplit(identifier).scheme in ("http", "https")
    yield "spdx", spdx(str(found.get("license", "")))
    yield "related_address", "://" in related or ".html" in related


def _of_content(content: list[tuple[str, str, str]], folder: Path, address: str) -> Iterator[tuple[str, Any]]:
    """Yield what is known of the files; of those at another address only what the descriptions say."""
    urls = [urljoin(address, url) for url, _, _ in content if url]
    own = {url: folder / unquote(url.removeprefix(address)) for url in urls if address and url.startswith(address)}
    sizes = {urljoin(address, url): size for url, _, size in content}
    yield "content_url", urls
    yield "content_type", content and all(media for _, media, _ in content)
    yield "content_size", content and all(size for _, _, size in content)
    yield "web_content", urls and all(urlsplit(url).scheme in ("http", "https") for url in urls)
    yield "content_there", urls and all(path.is_file() for path in own.values())
    yield (
        "content_matches",
        urls and all(path.is_file() and str(path.stat().st_size) == sizes[url] for url, path in own.items()),
    )
    yield "open_format", any(OPEN.fullmatch(media) for _, media, _ in content)


def _head(html: str) -> tuple[list[dict[str, str]], list[str]]:
    """Return the links of a page that pcgraph wrote, and the texts of its scripts of JSON-LD."""
    links = [dict(re.findall(r'([a-z]+)="([^"]*)"', tag)) for tag in re.findall(r"<link ([^>]*)>", html)]
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [{name: unescape(value) for name, value in link.items()} for link in links], scripts


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "not UTF-8"
        raise InvalidInput(f"{shown(path)}: {why}; expected a file of  pcgraph site; write the site again") from error


def _json(text: str, path: Path) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InvalidInput(f"{shown(path)}: not JSON; expected that of  pcgraph site; write the site again")
    return found
