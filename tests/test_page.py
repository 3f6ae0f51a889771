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

import pytest

import page_views
from pcgraph import page
from pcgraph.errors import InvalidInput
from pcgraph.page import draw

TEMPLATE = files("pcgraph.page") / "template"
CSS = (TEMPLATE / "map.css").read_text(encoding="utf-8")


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


def data_of(html: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        json.loads(text) for tag, attrs, text in Reader(html).texts if tag == "script" and attrs.get("id") == "data"
    )
    return found


@pytest.fixture(scope="module")
def html() -> str:
    return page.render(page_views.conference(), heading="Partnerships")


@pytest.mark.parametrize("make", [page_views.conference, page_views.hostile, lambda: page_views.few(0)])
def test_same_bytes_each_time(make: Any) -> None:
    assert page.render(make(), heading="A") == page.render(make(), heading="A")


def test_the_view_is_not_changed() -> None:
    view = page_views.conference()
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
        texts = [text for name, attrs, text in reader.texts if name == tag and attrs.get("type") != "application/json"]
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts]
        assert rules[rule].split() == hashes


@pytest.mark.parametrize("make", [page_views.conference, page_views.hostile])
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
    plain = Reader(page.render(page_views.conference(), heading="A"))
    assert Counter(tag for tag, _ in reader.elements) == Counter(tag for tag, _ in plain.elements)


def test_hostile_text_arrives_unchanged() -> None:
    view = page_views.hostile()
    data = data_of(page.render(view, heading="A"))
    assert [node["label"] for node in data["nodes"]] == [node["label"] for node in view["nodes"]]
    assert data["engagements"] == view["engagements"]


def test_own_scripts_never_make_markup_of_text() -> None:
    for name in page.SCRIPTS:
        script = (TEMPLATE / name).read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch("):
            assert word not in script, name
        assert not re.search(
            r"XMLHttpRequest|WebSocket|localStorage|\.on(click|load|error|key|mouse|input|change)", script
        ), name


def test_licence_of_the_engine_is_kept(html: str) -> None:
    for words in ("@version 9.1.2", "Apache 2.0 License", "The MIT License", "Almende B.V"):
        assert words in html


def test_files_are_small() -> None:
    for path in (*TEMPLATE.iterdir(), *(files("pcgraph.page")).iterdir()):
        if path.is_file():
            assert len(path.read_text(encoding="utf-8").splitlines()) < 400, path.name


# ---- Drawing


def test_parallel_ties_have_curves_of_their_own() -> None:
    view = page_views.conference()
    beside = [edge for edge in draw.edges(view) if {edge["from"][-6:], edge["to"][-6:]} == {"huawei", "id/ntc"}]
    assert len(beside) == 2
    both = {(edge["smooth"]["type"], edge["from"] < edge["to"], edge["smooth"]["roundness"]) for edge in beside}
    assert len(both) == 2


@pytest.mark.parametrize("count", [2, 3, 4, 9])
@pytest.mark.parametrize("turned", [False, True])
def test_curves_lie_apart_whichever_way_a_tie_runs(count: int, turned: bool) -> None:
    view = page_views.conference()
    first = view["ties"][0]
    view["ties"] = [{**first, "id": str(number)} for number in range(count)]
    if turned:
        for tie in view["ties"][::2]:
            tie["from"], tie["to"] = tie["to"], tie["from"]
    bends = set()
    for edge in draw.edges(view):
        curve = edge["smooth"]
        way = 1 if edge["from"] < edge["to"] else -1
        sense = 1 if curve.get("type") == "curvedCW" else -1
        bends.add(round(way * sense * curve.get("roundness", 0), 4) + 0.0)
    assert len(bends) == count


def test_wider_with_more_sources_and_more_solid_with_status() -> None:
    view = page_views.conference()
    for edge, tie in zip(draw.edges(view), view["ties"], strict=True):
        assert edge["width"] == pytest.approx(2.0 + 1.1 * (len(tie["sources"]) - 1))
        assert (edge["dashes"] is False) == (tie["status_set"] == "realised")
    assert len({tuple(dash) for dash in draw.DASHES.values()}) == len(draw.DASHES)


def test_legend_keeps_the_order_leaves_out_the_absent_and_adds_the_forgotten() -> None:
    view = page_views.conference()
    view["legend"]["relation"].insert(0, {"id": "pcg:owns", "label": "owns"})
    view["legend"]["kind"] = []
    groups = draw.legend(view)
    assert [item["label"] for item in groups["relation"]][:2] == ["signs with", "talks with"]
    assert {item["id"] for item in groups["kind"]} == {node["kind"] for node in view["nodes"]}
    assert next(item for item in groups["country"] if item["id"] == "")["label"] == "not stated"


def test_swatch_and_line_have_one_colour() -> None:
    view = page_views.conference()
    tones = {item["id"]: item["tone"] for item in draw.legend(view)["relation"]}
    assert {edge["relation"]: edge["tone"] for edge in draw.edges(view)} == tones
    sides = {item["id"]: item["side"] for item in draw.legend(view)["country"]}
    assert {node["country"]: node["side"] for node in draw.nodes(view)} == sides
    assert sides["id:pakistan"] != sides["id:china"]


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


def test_dangling_identifiers_are_refused() -> None:
    for change in ({"to": "id:nobody"}, {"engagement": "id:nothing"}, {"sources": ["src:none"]}):
        view = page_views.conference()
        view["ties"][0].update(change)  # type: ignore[typeddict-item]
        with pytest.raises(InvalidInput, match=r"^page view: tie .*; expected .*; add it$"):
            page.render(view, heading="A")


@pytest.mark.parametrize("part", ["nodes", "ties"])
def test_identifiers_that_occur_twice_are_refused(part: str) -> None:
    view = page_views.conference()
    view[part].append(view[part][0])  # type: ignore[literal-required]
    with pytest.raises(InvalidInput, match="occurs twice"):
        page.render(view, heading="A")
