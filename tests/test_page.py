"""The page as a file: what it is made of, what it admits, and that it is the same each time."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

import page_views
from helpers import ROOT
from pcgraph import api, page
from pcgraph.errors import InvalidInput, LimitError
from pcgraph.model import namespaces
from pcgraph.model.namespaces import local
from pcgraph.page import map as page_map
from pcgraph.page import offline_sparql, widget
from pcgraph.page.view import json_ld
from pcgraph.page.view.packed import packed

pytestmark = pytest.mark.slow

TEMPLATE = files("pcgraph.page") / "template"
APP = ROOT / "src" / "pcgraph" / "page" / "app"  # `make script` checks that page.js is built from it
CSS = "\n".join((TEMPLATE / name).read_text(encoding="utf-8") for name in page.STYLES)


class Reader(HTMLParser):
    """Reads as a browser does: elements with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in {"script", "style"} and data.strip():
            self.texts.append((*self.elements[-1], data))


def block(html: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        json.loads(text) for tag, attrs, text in Reader(html).texts if tag == "script" and attrs.get("id") == name
    )
    return found


def data_of(html: str) -> dict[str, Any]:
    """Read the view back, as the page does."""
    data, network = block(html, "data"), block(html, "network")
    data["nodes"] |= {name: [node[name] for node in network["nodes"]] for name in ("x", "y")}
    data["ties"] |= {name: [tie[name] for tie in network["edges"]] for name in ("from", "to")}
    return data


@pytest.fixture(scope="module")
def html() -> str:
    return page.render(page_views.tiny(), heading="Partnerships")


@pytest.mark.parametrize("make", [page_views.tiny, page_views.hostile, lambda: page_views.few(0)])
def test_same_bytes_each_time(make: Any) -> None:
    assert page.render(make(), heading="A") == page.render(make(), heading="A")


def test_the_view_is_not_changed() -> None:
    view = page_views.tiny()
    before = copy.deepcopy(view)
    page.render(view, heading="A")
    assert view == before


def test_head(html: str) -> None:
    elements = Reader(html).elements
    assert html.startswith("<!DOCTYPE html>\n<html lang=")
    names = [attrs.get("name") for tag, attrs in elements if tag == "meta"]
    assert "viewport" in names
    assert "<title>Partnerships</title>" in html
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<style")


def test_policy_names_every_script_and_style_by_hash(html: str) -> None:
    reader = Reader(html)
    policy = next(attrs["content"] for tag, attrs in reader.elements if attrs.get("http-equiv")) or ""
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        # A block of JSON is no script to a browser: the policy has nothing to do with it.
        texts = [text for name, attrs, text in reader.texts if name == tag and not attrs.get("type")]
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts]
        assert rules[rule].split() == hashes


@pytest.mark.parametrize("make", [page_views.tiny, page_views.hostile])
def test_asks_for_nothing(make: Any) -> None:
    html = page.render(make(), heading="<script>window.broken = 7</script>{{ 7 }}")
    reader = Reader(html)
    for tag, attrs in reader.elements:
        assert not {"src", "srcset", "style"} & attrs.keys(), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "form"}
        assert (attrs.get("href") or "#").startswith("#")
    assert "sourceMappingURL" not in html
    assert "url(" not in CSS
    assert "@import" not in CSS
    plain = Reader(page.render(page_views.tiny(), heading="A"))
    assert Counter(tag for tag, _ in reader.elements) == Counter(tag for tag, _ in plain.elements)


def test_hostile_text_arrives_unchanged() -> None:
    view = page_views.hostile()
    assert data_of(page.render(view, heading="A")) == json.loads(json.dumps(packed(view)))


def test_own_scripts_never_make_markup_of_text() -> None:
    modules = sorted(APP.rglob("*.js"))
    assert len(modules) > 20
    for name, script in ((path.name, path.read_text(encoding="utf-8")) for path in modules):
        for word in ("innerHTML", "outerHTML =", "insertAdjacent", "document.write", "eval(", "Function(", "fetch("):
            assert word not in script, name
        assert not re.search(r"XMLHttpRequest|WebSocket|\.on(click|load|error|key|mouse|input|change)", script), name
    keeping = [path for path in modules if re.search(r"localStorage|sessionStorage|indexedDB|cookie", path.read_text())]
    assert [path.relative_to(APP).as_posix() for path in keeping] == ["model/watch.js"], "the watch list and no more"


def test_licence_of_the_engine_is_kept(html: str) -> None:
    for words in ("@version 9.1.2", "Apache 2.0 License", "The MIT License", "Almende B.V"):
        assert words in html


# a trace in the engine's bundle → the library whose notice the MIT License wants kept, and its copyright
BUNDLED = {
    "@version 9.1.2": ("vis-network", "Almende B.V."),
    "Denis Pushkarev": ("core-js", "Denis Pushkarev"),
    'VERSION="2.0.17-rc"': ("@egjs/hammerjs", "Jorik Tangelder"),
    'this._callbacks["$"+': ("component-emitter", "Component contributors"),
    "Can only sort arrays": ("timsort", "Marco Ziccardi"),
    "Stringified UUID is invalid": ("uuid", "Robert Kieffer"),
    'algorithm="Alea"': ("Alea", "Johannes Baagøe"),
    "keycharm.destroy": ("keycharm", "Almende B.V."),
    "Generator is already running": ("regenerator-runtime", "Facebook, Inc."),
    "attempt to destructure non-iterable": ("@babel/runtime", "Sebastian McKenzie"),
}


@pytest.mark.parametrize("trace", BUNDLED)
def test_the_page_has_the_notice_of_each_library_in_it(trace: str, html: str) -> None:
    engine = html[html.index("/*\nThe scripts below contain vis-network") :].partition("</script>")[0]
    notice, _, code = engine.partition("*/")
    assert trace in code
    name, owner = BUNDLED[trace]
    assert re.search(rf"^{re.escape(name)}\b.* Copyright \([cC]\) .*{re.escape(owner)}", notice, re.MULTILINE)
    assert "The above copyright notice and this permission notice shall be included" in notice
    assert 'THE SOFTWARE IS PROVIDED "AS IS"' in notice


def test_the_page_has_the_notice_of_the_search_engine(html: str) -> None:
    own = (TEMPLATE / page.SCRIPT).read_text(encoding="utf-8")
    assert "MiniSearch" in own
    assert re.search(r"^minisearch\b.* Copyright 2022 Luca Ongaro$", html, re.MULTILINE)


def test_every_script_and_style_is_there_and_named() -> None:
    own = {page.SCRIPT, *page.STYLES, "map.html.j2", "notices.txt", widget.SCRIPT.name}
    of_ask = {
        offline_sparql.SCRIPT,
        offline_sparql.EDITOR,
        offline_sparql.STYLE,
        offline_sparql.WORKER,
        offline_sparql.ENGINE,
        offline_sparql.NOTICES,
        "ask.html.j2",
    }
    assert own | of_ask == {path.name for path in TEMPLATE.iterdir()}
    for area in ("text", "ask"):
        words = {path.name for path in (APP / area / "words").iterdir()}
        assert words == {f"{language}.json" for language in ("en", *page.WORDS)}


def test_files_are_small() -> None:
    for path in (*TEMPLATE.iterdir(), *(files("pcgraph.page")).iterdir(), *APP.rglob("*.js")):
        if path.is_file() and path.name not in (
            page.SCRIPT,
            offline_sparql.SCRIPT,
            offline_sparql.EDITOR,
            offline_sparql.WORKER,
            offline_sparql.ENGINE,
        ):
            assert len(path.read_text(encoding="utf-8").splitlines()) < 400, path.name


# ---- Colours


def colours(block: str) -> dict[str, tuple[float, ...]]:
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", block)
    return {name: tuple(int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, value in found}


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    def light(colour: tuple[float, ...]) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(theme: int) -> None:
    blocks = [CSS[: CSS.index("@media")], CSS[CSS.index("(prefers-color-scheme") : CSS.index("(forced-colors")]]
    named = colours(blocks[theme])
    assert len(named) > 20
    for ground in ("paper", "card", "well"):
        for name, colour in named.items():
            if name.startswith(("tone", "side")):
                assert contrast(colour, named[ground]) >= 3, (name, ground)
            if name in {"ink", "soft", "accent"}:
                assert contrast(colour, named[ground]) >= 4.5, (name, ground)
    assert contrast(named["ink"], named["note"]) >= 4.5


# ---- What it refuses


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("nodes", "kind", 99),
        ("nodes", "country", -2),
        ("ties", "from", -1),
        ("ties", "to", 10_000),
        ("ties", "relation", -1),
        ("ties", "engagement", 10_000),
        ("ties", "sources", [10_000]),
        ("engagements", "type", 99),
        ("engagements", "form", 99),
        ("engagements", "status", [99, None, None]),
        ("engagements", "sectors", [-1]),
        ("engagements", "parties", [[0, 10_000, 0, []]]),
        ("engagements", "sources", [10_000]),
        ("engagements", "tier", 99),
        ("sources", "tier", 99),
        ("sources", "voice", -1),
    ],
)
def test_a_place_outside_its_table_is_refused(table: str, name: str, value: object) -> None:
    view: Any = page_views.tiny()
    view[table][name][0] = value
    with pytest.raises(InvalidInput, match=rf"^page view: {table}.{name}: index -?\d+; expected .*; fix the column$"):
        page.render(view, heading="A")


@pytest.mark.parametrize("table", ["nodes", "engagements", "sources"])
def test_identifiers_that_occur_twice_are_refused(table: str) -> None:
    view: Any = page_views.tiny()
    view[table]["iri"][1] = view[table]["iri"][0]
    with pytest.raises(InvalidInput, match=rf"^page view: {table}: .* occurs twice"):
        page.render(view, heading="A")


@pytest.mark.parametrize("table", ["nodes", "ties", "engagements", "sources"])
def test_columns_of_another_length_or_none_are_refused(table: str) -> None:
    for name in page_views.tiny()[table]:  # type: ignore[literal-required]
        short: Any = page_views.tiny()
        values = short[table][name]
        (next(iter(values.values())) if name == "measure" else values).pop()
        with pytest.raises(InvalidInput, match=rf"^page view: {table}\.\w+: \d+ values; expected \d+"):
            page.render(short, heading="A")
        gone: Any = page_views.tiny()
        del gone[table][name]
        with pytest.raises(InvalidInput, match=rf"^page view: {table}\.{name}: missing"):
            page.render(gone, heading="A")


# ---- Sizes


@pytest.mark.exhaustive
@pytest.mark.slow
def test_a_map_with_too_many_ties_is_refused_unless_it_shows_a_part(
    tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_map, "MOST_SHOWN", 3)
    with pytest.raises(LimitError) as refused:
        tiny.map()
    assert re.fullmatch(
        r"map: \d+ ties; expected at most 3, which a browser can show; "
        r"choose a part with --focus NAME, or use pcgraph export",
        str(refused.value),
    )
    assert len(tiny.map(focus="acme").view["ties"]["from"]) > 3


def test_sizes() -> None:
    view = page_views.real_map().view
    assert len(page.render(view, heading="A").encode()) < 3_500 * len(view["engagements"]["iri"])
    assert len(page.render(page_views.many(1000, 3000), heading="A").encode()) < 3_000_000


# ---- For machines


def test_linked_data_are_the_triples_that_are_believed(real: api.KnowledgeGraph, tiny: api.KnowledgeGraph) -> None:
    for kg in (real, tiny):
        text = json.dumps(block(kg.map().html, "linked"))
        found = {(str(s), str(p), str(o)) for s, p, o in rdflib.Graph().parse(data=text, format="json-ld")}
        parsed = {
            (quad.subject.value, quad.predicate.value, quad.object.value)
            for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)
        }
        named = {triple for triple in found if triple[0].startswith("http")}  # the description has no name
        assert named == {triple for triple in parsed if triple[0].startswith("http")}
        current = {
            (quad.subject.value, quad.predicate.value, quad.object.value)
            for quad in kg.store.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.CURRENT))
        }
        assert named <= current
        told, entities = {name for _, name, _ in named}, {subject for subject, *_ in named}
        assert {"signatory", "step", "status", "date", "currentStatus", "country", "label"} <= set(map(local, told))
        assert entities >= {*kg.tables.engagements["engagement"], *kg.tables.steps["step"], *kg.tables.parties["agent"]}
        # Left out on purpose: the passages that prove a party, and the wider one of two classes or roles.
        rest = {triple for triple in current if triple[0] in entities and triple[1] in told} - named
        assert {local(name) for _, name, _ in rest} <= {"statedIn", "type", "participant", "signatory"}
        assert not {subject for subject, *_ in rest} & {*kg.tables.steps["step"]}


def test_linked_data_describe_the_set_and_say_where_large_ones_are() -> None:
    small = json_ld.data(page_views.many(30, 40))["@graph"]
    large = json_ld.data(page_views.many(500, 3001))["@graph"]
    assert len(small) > 30
    assert len(large) == 1
    assert "pcgraph export" in large[0]["schema:description"]
    assert "pcgraph export" not in small[0]["schema:description"]
    assert large[0]["@type"] == "schema:Dataset"
