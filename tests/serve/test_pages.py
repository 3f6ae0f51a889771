"""What people and machines find at the addresses of things: the right form, nothing broken, nothing that bites."""

from __future__ import annotations

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urldefrag, urljoin

import polars as pl
import pyoxigraph as ox
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from helpers import PATIENCE, changed, everyday
from naughty import NAUGHTY
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import source_view
from pcgraph.cli.read import rendering
from pcgraph.model import namespaces
from pcgraph.model.namespaces import CURRENT, ID, PCG, RDFS, SRC, V
from pcgraph.page.offline_sparql import editor_script
from pcgraph.query.questions import catalogue
from pcgraph.query.statements.contradictions import contradictions
from pcgraph.web import context
from pcgraph.web import routes as pages
from pcgraph.web.context import Site, href
from pcgraph.web.http.negotiation import choose
from pcgraph.web.pages import entity
from pcgraph.web.pages.html import style_name

pytestmark = pytest.mark.usefixtures("collected")
READ = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


class Seen(HTMLParser):
    """What a browser finds in a page: tags with attributes, and text."""

    def __init__(self, html: str, at: str = "/") -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text, self.at = "", at
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str]:
        return [
            link if (link := str(a["href"])).startswith("#") else urljoin(self.at, link)
            for tag, a in self.tags
            if tag == "a"
        ]

    @property
    def ids(self) -> list[str]:
        return [str(a["id"]) for _, a in self.tags if "id" in a]


def look(served: TestClient, path: str) -> Seen:
    got = served.get(path, follow_redirects=True)
    return Seen(got.text, got.url.path)


def client(kg: Any, *, root: str = "") -> TestClient:
    routes = pages.routes(SimpleNamespace(kg=kg, key="k"))  # type: ignore[arg-type]
    app = Starlette(routes=[Mount(root, routes=routes)] if root else routes)
    return TestClient(app, follow_redirects=False)


@pytest.fixture(scope="module")
def served(real: KnowledgeGraph) -> Iterator[TestClient]:
    with client(real) as found:
        yield found


class Changed:
    """A graph with some quads more."""

    def __init__(self, kg: KnowledgeGraph, *quads: ox.Quad) -> None:
        self.store, self.tables, self.ontology = ox.Store(), kg.tables, kg.ontology
        self.project, self.names, self.entities, self.offices = kg.project, kg.names, kg.entities, kg.offices
        self.store.extend([*kg.store, *quads])
        self.reported, self.label = kg.reported, kg.label


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


# ---- Which form ----

FORMS = [
    (None, "html"),
    ("*/*", "html"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
    ("text/turtle", "ttl"),
    ("application/ld+json, text/turtle;q=0.9", "jsonld"),
    ("text/html;q=0.1, application/n-triples;q=0.2", "nt"),
    ("text/html;q=0, */*;q=0.5", "ttl"),
    ("application/*", "jsonld"),
]


@pytest.mark.parametrize(("accept", "suffix"), FORMS)
def test_a_thing_is_no_document(accept: str | None, suffix: str, served: TestClient) -> None:
    got = served.get("/id/huawei", headers={"Accept": accept} if accept else {"Accept": ""})
    assert (got.status_code, got.headers["location"], got.headers["vary"]) == (303, f"/id/huawei.{suffix}", "Accept")


def test_what_cannot_be_given_is_406(served: TestClient) -> None:
    got = served.get("/id/huawei", headers={"Accept": "image/png"})
    assert got.status_code == 406
    assert got.text.count("\n") == 1
    assert "text/turtle" in got.text


@pytest.mark.parametrize("header", ["q=1", "/", "*/html", "text/html;q=7", "text/html;q=x", ",,,", "a/b," * 9999])
def test_odd_wishes_are_passed_over(header: str) -> None:
    assert choose(header, ["text/html"]) in (None, "text/html")


THINGS = ["id/huawei", "id/gwadar-institute", "id/huawei-ntc-agreement.signed", "source/spin-b2b-2025", "vocab/signed",
          "vocab/sector/ai", "verdict/gwadar-institute-cost", "id/china", "vocab/realised"]  # fmt: skip


@pytest.mark.parametrize("path", THINGS)
def test_every_form_of_the_data_says_the_same(path: str, served: TestClient, real: KnowledgeGraph) -> None:
    found = []
    for suffix, form in READ.items():
        got = served.get(f"/{path}.{suffix}")
        assert got.status_code == 200
        assert got.headers["content-type"].split(";")[0] == pages.FORMS[suffix]
        found.append({quad.triple for quad in ox.parse(got.content, format=form)})
    assert found[0] == found[1] == found[2]
    iri = node(f"https://w3id.org/pcgraph/{path}")
    graph = iri if path.startswith("source") else node(namespaces.VERDICTS if "verdict" in path else CURRENT)
    assert found[0] >= {quad.triple for quad in real.store.quads_for_pattern(iri, None, None, graph)} > set()
    if path.startswith("source"):
        assert found[0] == {quad.triple for quad in real.store.quads_for_pattern(None, None, None, graph)}


# ---- What stands in it ----


def test_an_engagement_tells_parties_steps_passages_and_disputes(served: TestClient) -> None:
    seen = look(served, "/id/gwadar-institute.html")
    for words in ("Pak-China Technical and Vocational Institute, Gwadar", "Government of China", "operational",
                  "2021-10-01", "inferred", "PKR 10 m", "not believed", "Believed: PKR 2 bn"):  # fmt: skip
        assert words in re.sub(r"\s+", " ", seen.text), words
    for link in ("/id/government-of-china.html", "/vocab/operational.html", "/source/urdupoint-20210614.html",
                 "/ontology.html#funder", "/verdict/gwadar-institute-cost.html"):  # fmt: skip
        assert link in seen.links, link
    assert any(link.startswith("/source/urdupoint-20210614.html#") for link in seen.links)


def test_an_agent_tells_names_ties_and_roles(served: TestClient, real: KnowledgeGraph) -> None:
    html = served.get("/id/huawei.html").text
    seen = Seen(html, "/id/huawei.html")
    roles = real.tables["parties"].filter(real.tables["parties"]["agent"] == ID + "huawei")
    assert {f"/id/{namespaces.local(iri)}.html" for iri in roles["engagement"]} <= set(seen.links)
    assert '<span lang="zh">华为</span>' in html
    assert re.search(r'<span lang="ur" dir="rtl">', html)


@pytest.mark.parametrize(
    "path", everyday(["/", "/query", *map("/{}.html".format, THINGS), "/ontology"], {"/", "/query"}.__contains__)
)
def test_every_link_of_a_page_leads_somewhere(path: str, served: TestClient) -> None:
    """Of things with a plain name, every eighth is asked for: one function makes their pages."""
    seen, checked = look(served, path), 0
    things = [link for link in sorted({*seen.links}) if re.fullmatch(r"/(id|source)/[\w-]+\.html", link, re.ASCII)]
    skipped = {link for number, link in enumerate(things) if number % 8}
    assert len(seen.ids) == len(set(seen.ids))
    for link in sorted(set(seen.links)):
        place, fragment = urldefrag(link)
        if not place:
            assert fragment in seen.ids, link
        elif link in skipped:
            continue
        elif place.startswith("/"):
            assert served.head(place).status_code in (200, 303), link
            checked += 1
        else:
            assert place.startswith(("http://", "https://"))
    assert checked >= 4
    for tag, attributes in seen.tags:
        if tag == "a" and str(attributes["href"]).startswith("http"):
            assert attributes["rel"] == "noopener noreferrer nofollow"


def test_a_passage_is_an_anchor_of_its_source(served: TestClient) -> None:
    links = look(served, "/id/huawei-ntc-agreement.html").links
    place, fragment = urldefrag(next(link for link in links if link.startswith("/source/spin-b2b-2025.html#")))
    assert fragment in look(served, place).ids


def test_disputes_are_those_of_the_catalogue(real: KnowledgeGraph) -> None:
    whole = contradictions(real.store)
    subjects = {each.subject for each in whole}
    assert len(subjects) > 10
    for subject in [*subjects, ID + "islamabad-safe-city-loan", ID + "huawei-ntc-agreement"]:
        assert contradictions(real.store, [subject]) == [each for each in whole if each.subject == subject]


@pytest.mark.exhaustive
def test_a_page_and_the_terminal_show_one_dossier(tiny: KnowledgeGraph) -> None:
    """Every value, number, reason and tie of each dossier is in both."""
    with client(tiny) as served:
        for iri in [*tiny.tables.engagements["engagement"], *tiny.tables.parties.filter(~pl.col("unnamed"))["agent"]]:
            found, page = tiny.show(iri), look(served, f"/id/{namespaces.local(iri)}.html")
            said = [row for name in ("facts", "rejected", "also_given") for row in found[name]]
            said += [row for dispute in found["disputes"] for row in dispute["values"]]
            texts = {row["value"] for row in said if not row["value"].startswith("http")}
            texts |= {number for step in found["steps"] for number in step["numbers"]}
            texts |= {row["why"] for row in found["kept_out"]} | {row["reason"] for row in found["rejected"]}
            printed = rendering.dossier(found, tiny.entities)
            assert [text for text in texts if text not in page.text or text not in printed] == []
            for row in (*found["ties"], *found["kept_out"]):
                other = row.get("other") or row["to"]
                assert href(other) in page.links or other == iri
                assert namespaces.compact(other) in printed or other == iri
            signed = found["signings"]
            if signed["all"] and found["roles"]:
                assert f"Signings: {signed['all']}, {signed['inferred']} of them inferred." in page.text


def test_other_names_and_unnamed_parties_are_no_dispute(tiny: KnowledgeGraph) -> None:
    text = """
        g:current { id:e pcg:partiesComplete true . id:x-old owl:sameAs id:x . id:w owl:sameAs id:x }
        g:current { id:e-old owl:sameAs id:e . verdict:j a pcg:Verdict }
        src:p { src:p a pcg:Source . id:e pcg:partiesComplete true ; pcg:signatory id:x }
        src:q { src:q a pcg:Source . id:nobody a pcg:UnnamedParty .
            id:e pcg:partiesComplete true ; pcg:signatory id:y, id:nobody, id:x-old, id:w }
        src:r { src:r a pcg:Source . id:e-old pcg:partiesComplete true ; pcg:signatory id:x, id:z }
        g:verdicts { verdict:j pcg:onSubject id:e ; pcg:onProperty pcg:signatory ; pcg:rejects id:y }
    """
    prefixes = "".join(f"PREFIX {name}: <{space}>\n" for name, space in namespaces.PREFIXES.items())
    graph = Changed(tiny, *ox.parse(prefixes + text, format=ox.RdfFormat.TRIG))
    source_view.extend(graph.store, graph.ontology, graph.names)
    whole = catalogue.run(graph.store, catalogue.find("contradicting-party-lists"), {})
    assert {row[4] for row in whole.rows if row[0] == ID + "e"} == {ID + "y", ID + "z"}
    found = contradictions(graph.store, [ID + "e"])
    assert [[*each.values] for each in found] == [[ID + "y"], [ID + "z"]]
    assert [each.closed for each in found] == [{SRC + "p", SRC + "r"}, {SRC + "p", SRC + "q"}]
    assert [each.verdict for each in found] == [namespaces.VERDICT + "j", ""]


def test_totals_lead_to_what_they_leave_out(tiny: KnowledgeGraph) -> None:
    link = 'href="../questions/money-left-out.html"'
    with client(tiny) as served:
        pages = {name: served.get(f"/questions/{name}.html").text for name in ("who-funds-whom", "money-left-out")}
    assert (link in pages["who-funds-whom"], "Not every sum" in pages["money-left-out"]) == (True, False)


def test_what_is_beyond_a_section_is_counted_and_linked(served: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entity, "MOST", 5)
    seen = look(served, "/id/huawei.html")
    assert re.search(r"\d+ more representatives are not shown", seen.text)
    assert any(link.startswith("/query.html#query=SELECT") for link in seen.links)


def test_a_folded_name_leads_to_the_kept_one(real: KnowledgeGraph) -> None:
    extra = ox.Quad(node(ID + "huawei-old"), node(namespaces.SAME), node(ID + "huawei"), node(CURRENT))
    with client(Changed(real, extra)) as served:
        got = served.get("/id/huawei-old.ttl")
        assert (got.status_code, got.headers["location"]) == (303, "/id/huawei.ttl")


# ---- The ontology ----


def test_the_ontology_has_an_anchor_for_each_term(served: TestClient, real: KnowledgeGraph) -> None:
    html = served.get("/ontology", headers={"Accept": "text/html"}).text
    graph = node(namespaces.ONTOLOGY)
    declared = {
        quad.subject.value[len(PCG) :]
        for quad in real.store.quads_for_pattern(None, node(namespaces.TYPE), None, graph)
        if quad.subject.value.startswith(PCG)
    }
    assert declared <= set(Seen(html).ids)
    ties = real.tables["relations"]
    once = ties.filter(ties["relation"] == PCG + "signsWith").select("from", "to").unique().height
    block = html[html.index('id="signsWith"') :][:900]
    assert f"used {once} times" in block
    assert "Joins two signatories of one engagement that has been signed." in block
    assert "Rule: signatory → signatory, once a step has reached signed" in block


@pytest.mark.parametrize("path", ["/ontology", "/ontology.ttl"])
def test_the_ontology_is_data_too(path: str, served: TestClient, real: KnowledgeGraph) -> None:
    got = served.get(path, headers={"Accept": "text/turtle"})
    assert got.status_code == 200
    found = list(ox.parse(got.content, format=ox.RdfFormat.TURTLE))
    assert len(found) == len(list(real.store.quads_for_pattern(None, None, None, node(namespaces.ONTOLOGY))))
    assert served.get("/ontology.docx").status_code == 404


# ---- Nobody there, and worse ----


def test_an_unknown_name_gets_the_nearest(served: TestClient) -> None:
    plain = served.get("/id/huwei", headers={"Accept": "text/turtle, */*;q=0.1"})
    assert plain.status_code == 404
    assert plain.text.startswith("id/huwei: not in the graph in scope; expected a name in it; did you mean huawei")
    page = served.get("/id/huwei", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "/id/huawei.html" in Seen(page.text).links


HOSTILE = ["../../etc/passwd", "..%2f..%2fetc", "%2e%2e/x", "%00", "%ff%fe", "a" * 5000, "huawei%2f..%2fzte",
           "<script>", "huawei.exe", "huawei.", ".ttl", "", "//evil.example", "x%0d%0aSet-Cookie:%20a=b", "{{7*7}}",
           "%"]  # fmt: skip


@pytest.mark.parametrize("path", [*HOSTILE, *[quote(text, safe="") for text in NAUGHTY]])
@pytest.mark.parametrize("space", ["id", "vocab"])
def test_no_path_breaks_the_server(space: str, path: str, served: TestClient) -> None:
    for accept in ("text/html", "text/turtle"):
        got = served.get(f"/{space}/{path}", headers={"Accept": accept})
        assert got.status_code == 404, got.text[:200]
        assert "Set-Cookie" not in str(got.headers)
        assert got.headers["content-type"].split(";")[0] in (accept, "text/plain")
        if got.headers["content-type"].startswith("text/html"):
            assert [tag for tag, _ in Seen(got.text).tags].count("script") == 0
        else:
            assert got.text.count("\n") <= 1


def test_hostile_values_stay_text(tiny: KnowledgeGraph) -> None:
    me, graph = node(ID + "victim"), node(CURRENT)
    quads = [ox.Quad(me, node(RDFS + "label"), ox.Literal(text, language="en"), graph) for text in NAUGHTY]
    quads += [ox.Quad(me, node(PCG + "aim"), ox.Literal(text), graph) for text in NAUGHTY]
    quads += [ox.Quad(me, node(PCG + "address"), node("javascript:alert(1)"), graph)]
    with client(Changed(tiny, *quads)) as served:
        seen = look(served, "/id/victim.html")
    assert {tag for tag, a in seen.tags if a.get("type") != "application/ld+json"} <= {
        "html", "head", "meta", "title", "style", "link", "body", "a", "header", "nav", "span", "main", "h1", "h2", "p",
        "div", "table", "thead", "tbody", "tr", "th", "td", "bdi",
    }  # fmt: skip
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert not [link for link in seen.links if link.lower().startswith("javascript")]
    assert "javascript:alert(1)" in seen.text
    assert all(text.strip() in seen.text or not text.isprintable() for text in NAUGHTY if text.strip())


@pytest.mark.parametrize("licence", ["javascript:alert(1)", "file:///terms", "ftp://example.org/", "CC BY 4.0"])
def test_a_licence_that_is_no_web_address_stays_text(licence: str, tiny: KnowledgeGraph) -> None:
    """A project file with one is refused; a program can make a project without a file."""
    with client(changed(tiny, project=replace(tiny.project, licence=licence))) as served:
        seen = look(served, "/data.html")
        assert f'rel="license" href="{licence}"' not in served.get("/index.html").text
    assert f"Licence: {licence}" in seen.text
    assert licence not in seen.links


@pytest.mark.parametrize("slug", ["协议-2025", "معاہدہ", "с_кириллицей", "a'b", "x.ttl", "naïve"])
def test_names_of_any_script_have_a_page(slug: str, tiny: KnowledgeGraph) -> None:
    iri = node(ID + slug)
    extra = ox.Quad(iri, node(RDFS + "label"), ox.Literal("a thing"), node(CURRENT))
    with client(Changed(tiny, extra)) as served:
        address = href(iri.value)
        assert address is not None
        got = served.get(address.removesuffix(".html"), headers={"Accept": "text/html"})
        assert got.status_code == 303, got.text
        page = served.get(got.headers["location"])
        assert page.status_code == 200
        assert "a thing" in page.text


def test_links_stand_below_where_the_server_is_mounted(tiny: KnowledgeGraph) -> None:
    with client(tiny, root="/graph") as served:
        assert served.get("/graph/id/borealis").headers["location"] == "/graph/id/borealis.html"
        for path in ("/graph/", "/graph/id/borealis.html"):
            links = look(served, path).links
            assert len(links) > 5
            assert all(link.startswith(("/graph/", "#", "http")) for link in links)


def test_the_map_that_is_served_is_the_file_and_links(served: TestClient, real: KnowledgeGraph) -> None:
    html = served.get("/").text
    links = re.search(r"<nav .*?</nav>", html, re.DOTALL)
    assert links
    assert html.replace(links[0], "", 1) == real.map().html


def test_what_is_made_once_is_made_for_one_client_at_a_time(real: KnowledgeGraph, monkeypatch: Any) -> None:
    monkeypatch.setattr(context, "WAIT", 0.1)
    mine, hold, made = Site(real, "k"), threading.Event(), []
    thread = threading.Thread(target=mine.compute_once, args=("x", lambda: made.append(hold.wait(PATIENCE))))
    thread.start()
    with pytest.raises(context.Busy):
        mine.compute_once("x", lambda: made.append("twice"))
    hold.set()
    thread.join(PATIENCE)
    mine.compute_once("x", lambda: made.append("twice"))
    assert made == [True]


def test_a_client_that_comes_meanwhile_is_asked_to_come_again(real: KnowledgeGraph, monkeypatch: Any) -> None:
    monkeypatch.setattr(context, "WAIT", 0.1)
    other = SimpleNamespace(kg=real, key="another")
    with TestClient(Starlette(routes=pages.routes(other))) as served, context.site_for(other)._lock:  # type: ignore[arg-type]
        got = served.get("/dump.nq.gz")
    assert (got.status_code, got.headers["retry-after"]) == (503, "20")
    assert got.text.startswith("/dump.nq.gz: still being computed")


# ---- What a browser is told ----


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("path", ["/", "/query", "/ontology", "/id/huawei.html", "/id/nobody"])
def test_a_page_may_do_only_what_it_is_made_of(path: str, served: TestClient) -> None:
    got = served.get(path, headers={"Accept": "text/html"})
    policy = got.headers["content-security-policy"]
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        inline = re.findall(rf"<{element}>(.*?)</{element}>", got.text, re.DOTALL)
        hashes = {_hash(text) for text in inline}
        if (element, path) == ("script", "/query"):  # the page loads its editor when somebody writes in it
            hashes.add(_hash(editor_script()))
        said = re.search(rf"{rule} ([^;]*)", policy)
        assert set(said[1].split() if said else []) - {"'self'"} == hashes
    seen = Seen(got.text)
    assert not [a for _, a in seen.tags if "src" in a]
    sheets = [a["href"] for tag, a in seen.tags if tag == "link" and a["rel"] == "stylesheet"]
    assert all(served.get(urljoin(path, str(sheet))).headers["content-type"].startswith("text/css") for sheet in sheets)
    assert not [name for _, a in seen.tags for name in a if name.startswith("on") or name == "style"]


@pytest.mark.parametrize("path", ["/", "/query", "/id/huawei.html", "/id/huawei.ttl", "/ontology", "/dump.nq.gz"])
def test_what_a_client_holds_is_not_sent_again(path: str, served: TestClient) -> None:
    first = served.get(path)
    again = served.get(path, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert served.get(path, headers={"If-None-Match": '"other"'}).content == first.content
    head = served.head(path)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])
    assert first.headers["x-content-type-options"] == "nosniff"
    assert served.post(path).status_code == 405


def test_pages_and_map_have_the_same_colours(served: TestClient) -> None:
    sheets = [look(served, "/").text, served.get(f"/{style_name()}").text]
    colours = [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", sheet)) for sheet in sheets]
    assert colours[0] == colours[1]
    assert len(colours[0]) > 20


def test_namespaces_are_those_of_the_model() -> None:
    assert href(V + "signed") == "/vocab/signed.html"
    assert href(SRC + "a#char=1,2") == "/source/a.html#char=1,2"
    assert href("urn:x") is None


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Huawei Technologies", "agent", {"id": "huawei", "iri": ID + "huawei", "label": "Huawei"}),
        ("Artificial Intelligence", "sector", {"id": "ai", "iri": V + "sector/ai", "label": "artificial intelligence"}),
    ],
)
def test_the_query_page_resolves_names(served: TestClient, name: str, kind: str, found: dict[str, str]) -> None:
    assert served.get("/resolve", params={"name": name, "type": kind}).json() == found


@pytest.mark.parametrize("name", ["huwaei", "Ministry", "", "x> } UNION {", "\u202e"])
def test_a_name_without_one_meaning_is_explained(served: TestClient, name: str) -> None:
    [(key, line)] = served.get("/resolve", params={"name": name, "type": "agent"}).json().items()
    assert key == "error"
    assert "expected" in line
    assert "\u202e" not in line
