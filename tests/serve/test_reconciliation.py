"""Clients of the Reconciliation Service API 0.2, such as OpenRefine, match names with the graph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema
import pytest
from starlette.testclient import TestClient

from naughty import NAUGHTY
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.web.app import create_app
from pcgraph.web.context import State
from pcgraph.web.limits import Limits
from pcgraph.web.reconciliation import batch as reconciliation_queries
from serving import serving

pytestmark = pytest.mark.usefixtures("collected")
TEXT = {"type": "string"}
TYPE = {"type": "object", "properties": {"id": TEXT, "name": TEXT}, "required": ["id", "name"]}
TYPES = {"type": "array", "items": TYPE}
TEMPLATE = {"type": "object", "properties": {"url": {"type": "string", "pattern": r"\{\{id\}\}"}}, "required": ["url"]}
SERVICE = {"type": "object", "properties": {"service_url": TEXT, "service_path": TEXT}}
MANIFEST = {  # the rules of the schemas of the specification, for what this service offers
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "items": TEXT, "contains": {"const": "0.2"}},
        **dict.fromkeys(("name", "identifierSpace", "schemaSpace", "serviceVersion"), TEXT),
        "batchSize": {"type": "integer"},
        "view": TEMPLATE,
        "preview": {
            **TEMPLATE,
            "properties": {**TEMPLATE["properties"], "width": {"type": "integer"}, "height": {"type": "integer"}},  # type: ignore[dict-item]
            "required": ["url", "width", "height"],
        },
        "defaultTypes": {**TYPES, "uniqueItems": True},
        "suggest": {"type": "object", "properties": dict.fromkeys(("entity", "property", "type"), SERVICE)},
        "extend": {
            "type": "object",
            "required": ["propose_properties"],
            "properties": {"propose_properties": SERVICE, "property_settings": {"type": "array"}},
        },
    },
}
FEATURE = {"type": "object", "properties": {"id": TEXT, "value": {"type": ["boolean", "number"]}}}
CANDIDATE = {
    "type": "object",
    "required": ["id", "name", "score"],
    "properties": {
        **{key: {"type": "string", "minLength": 1} for key in ("id", "name", "description")},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": TYPES,
        "features": {"type": "array", "items": FEATURE},
    },
}
RESULT = {
    "type": "object",
    "required": ["result"],
    "properties": {"result": {"type": "array", "items": CANDIDATE}},
}
BATCH = {"type": "object", "additionalProperties": RESULT}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {
        "result": {"type": "array", "items": {**TYPE, "properties": {"description": TEXT, "notable": TYPES}}}
    },
}


VALUE = {
    "type": "object",
    "oneOf": [
        {"properties": {"id": TEXT, "name": TEXT}, "required": ["id", "name"], "additionalProperties": False},
        *(
            {"properties": {name: {"type": kind}}, "required": [name], "additionalProperties": False}
            for name, kind in (
                ("str", "string"), ("int", "integer"), ("float", "number"), ("bool", "boolean"), ("date", "string")
            )
        ),
    ],
}  # fmt: skip
EXTENSION = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": TYPES,
        "rows": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "array", "items": VALUE}},
        },
    },
}
PROPOSED = {
    "type": "object",
    "required": ["type", "properties"],
    "properties": {"type": TEXT, "limit": {"type": "integer"}, "properties": TYPES},
}


def client(kg: KnowledgeGraph, limits: Limits | None = None, origins: tuple[str, ...] = ()) -> TestClient:
    nobody: Any = None
    state = State(kg, "k", limits or Limits(requests_per_minute=0), nobody, frozenset({"testserver"}), origins)
    return TestClient(create_app(state), follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def small(tiny: KnowledgeGraph) -> Iterator[TestClient]:
    with client(tiny) as found:
        yield found


def ask(service: TestClient, **asked: Any) -> list[dict[str, Any]]:
    """Send one query and return its candidates, after a look at their form."""
    got = service.post("/reconcile", data={"queries": json.dumps({"q": asked})})
    assert got.status_code == 200, got.text
    jsonschema.validate(got.json(), BATCH)
    found: list[dict[str, Any]] = got.json()["q"]["result"]
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)
    assert sum(each["match"] for each in found) <= 1
    return found


def test_the_manifest_is_valid_and_its_addresses_answer(small: TestClient) -> None:
    got = small.get("/reconcile")
    found = got.json()
    jsonschema.validate(found, MANIFEST)
    assert got.headers["content-type"] == "application/json"
    for template in (found["view"]["url"], found["preview"]["url"]):
        assert small.get(template.replace("{{id}}", quote("crane-agreement.signed", safe=""))).status_code in (200, 303)
    for service in found["suggest"].values():
        assert small.get(service["service_url"] + service["service_path"], params={"prefix": "a"}).status_code == 200


def test_a_batch_is_answered_by_form_and_by_address(small: TestClient) -> None:
    batch = {"a": {"query": "Acme"}, "b b": {"query": "Nobody at all"}, "c": {"query": "艾克米", "limit": 1}}
    posted = small.post("/reconcile", data={"queries": json.dumps(batch)})
    asked = small.get("/reconcile", params={"queries": json.dumps(batch)})
    jsonschema.validate(posted.json(), BATCH)
    assert posted.json() == asked.json()
    assert [*posted.json()] == [*batch]
    assert posted.json()["b b"] == {"result": []}
    first, second = posted.json()["a"]["result"][0], posted.json()["c"]["result"]
    assert first == second[0] == {
        "id": "acme",
        "name": "Acme",
        "description": "Company, Nordland, 6 engagements; has this name",
        "type": [
            {"id": "Company", "name": "company"},
            {"id": "Organization", "name": "organisation"},
            {"id": "Agent", "name": "agent"},
        ],
        "score": 100.0,
        "match": True,
        "features": [{"id": "name", "value": 100.0}],
    }  # fmt: skip


def test_an_empty_query_has_no_candidates_and_leaves_the_others(small: TestClient) -> None:
    batch = {"a": {"query": ""}, "b": {"query": "Acme"}, "c": {}, "d": {"query": " ", "type": "Company"}}
    found = small.post("/reconcile", data={"queries": json.dumps(batch)}).json()
    assert [len(found[key]["result"]) for key in "acd"] == [0, 0, 0]
    assert found["b"]["result"][0]["match"]


@pytest.mark.parametrize("value", ["", " ", None, []])
def test_an_empty_value_of_a_property_restricts_nothing(value: Any, small: TestClient) -> None:
    assert ask(small, query="Acme", properties=[{"pid": "country", "v": value}]) == ask(small, query="Acme")


def test_the_exact_name_is_first_even_if_a_property_differs(small: TestClient) -> None:
    found = ask(small, query="Acme", properties=[{"pid": "country", "v": "Westmark"}])
    assert len(found) > 1
    assert found[0]["id"] == "acme"
    assert found[1]["score"] < found[0]["score"]


def extend(service: TestClient, ids: list[str], *properties: str) -> dict[str, Any]:
    """Ask for values as OpenRefine does, and return the answer after a look at its form."""
    asked = {"ids": ids, "properties": [{"id": name, "settings": {}} for name in properties]}
    got = service.post("/reconcile", data={"extend": json.dumps(asked)})
    assert got.status_code == 200, got.text
    jsonschema.validate(got.json(), EXTENSION)
    found: dict[str, Any] = got.json()
    assert [each["id"] for each in found["meta"]] == [*properties]
    assert [*found["rows"]] == ids
    assert all([*row] == [*properties] for row in found["rows"].values())
    return found


def test_values_of_properties_are_added_to_what_is_matched(small: TestClient) -> None:
    found = extend(small, ["acme", "nobody at all", "acme-pilots"], "country", "signsWith")
    assert found["meta"][0] == {"id": "country", "name": "country of agent"}
    assert found["rows"]["acme"]["country"] == [{"id": "nordland", "name": "Nordland"}]
    assert found["rows"]["nobody at all"] == {"country": [], "signsWith": []}
    assert [each["id"] for each in found["rows"]["acme"]["signsWith"]] == ["harbour-authority"]


def test_a_value_has_the_type_of_its_property(real: KnowledgeGraph) -> None:
    with client(real) as service:
        row = extend(service, ["b2b-conference-2025"], "starts", "claimedCount", "currentStatus", "lastReported")[
            "rows"
        ]
        (values,) = row.values()
        assert values["starts"] == [{"str": "2025-09-03"}], "a date in EDTF may be vague"
        assert values["claimedCount"] == [{"int": 10}]
        assert values["currentStatus"] == [{"str": "completed"}], "a term is no thing that can be matched"
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT00:00:00Z", values["lastReported"][0]["date"])
        (amount,) = extend(service, ["gwadar-airport-grant"], "amount")["rows"]["gwadar-airport-grant"]["amount"]
        assert next(iter(amount.values())) > 1_000_000, "a number, and no text"


def test_the_properties_of_a_class_are_proposed_and_have_values(small: TestClient) -> None:
    service = small.get("/reconcile").json()["extend"]["propose_properties"]
    address = service["service_url"] + service["service_path"]
    found = small.get(address, params={"type": "Company"}).json()
    jsonschema.validate(found, PROPOSED)
    names = [each["id"] for each in found["properties"]]
    assert found["type"] == "Company"
    assert names.index("country") < names.index("signsWith"), "what most have is first"
    assert small.get(address, params={"type": "Company", "limit": "2"}).json()["properties"] == found["properties"][:2]
    ids = [each["id"] for each in ask(small, type="Company", properties=[{"pid": "country", "v": "nordland"}])]
    rows = extend(small, ids, *names)["rows"].values()
    assert any(row["country"] for row in rows)
    assert len(small.get(address).json()["properties"]) >= len(names), "of all things without a class"


def test_similar_names_never_match(small: TestClient) -> None:
    found = ask(small, query="Acme Crane")
    assert found[0]["id"] == "acme"
    assert not any(each["match"] for each in found)


def test_a_type_restricts_and_decides(small: TestClient) -> None:
    assert {each["id"] for each in ask(small, query="Crane", type="Agreement")} <= {"crane-agreement", "crane-contract"}
    assert ask(small, query="Acme", type=["Ministry", "University"]) == []
    assert ask(small, query="Acme", type=["Company", "Agent"], type_strict="all")[0]["match"]
    (should, *_) = ask(small, query="Acme", type="University", type_strict="should")
    assert (should["id"], should["score"], should["match"]) == ("acme", 80.0, False)


@pytest.mark.parametrize("value", ["nordland", "Nordland", {"id": "nordland"}, ["x", "Nordland"]])
def test_a_property_that_agrees_is_said(small: TestClient, value: Any) -> None:
    (first, *_) = ask(small, query="Acme", properties=[{"pid": "country", "v": value}])
    assert first["match"]
    assert {"id": "country", "value": True} in first["features"]


def test_a_property_that_differs_forbids_the_match(small: TestClient) -> None:
    (first, *_) = ask(small, query="Acme", properties=[{"pid": "country", "v": "Westmark"}])
    assert (first["id"], first["score"], first["match"]) == ("acme", 80.0, False)
    assert first["description"].endswith("has this name; differs in country of agent")


def test_properties_alone_find_things_and_match_none(small: TestClient) -> None:
    found = ask(small, type="Company", properties=[{"pid": "country", "v": "nordland"}])
    assert {"acme", "acme-pilots"} <= {each["id"] for each in found}
    assert not any(each["match"] for each in found)


def test_of_several_things_of_one_name_only_a_property_chooses(data: Path) -> None:
    file = data / "register" / "agents.ttl"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Acme Pilots"@en ;', '"Acme Pilots"@en ;\n    skos:altLabel "Borealis"@en ;'))
    with client(api.load(data, build=None)) as service:
        both = ask(service, query="Borealis")[:2]
        assert {each["id"]: (each["score"], each["match"]) for each in both} == {
            "borealis": (100.0, False),
            "acme-pilots": (100.0, False),
        }
        assert "one of several of this name" in both[0]["description"]
        (first, *_) = ask(service, query="Borealis", properties=[{"pid": "country", "v": "Sudland"}])
        assert (first["id"], first["match"]) == ("borealis", True)
        neither = ask(service, query="Borealis", properties=[{"pid": "country", "v": "Westmark"}])
        assert not any(each["match"] for each in neither)


def test_the_real_graph_knows_company_forms_and_ids(real: KnowledgeGraph) -> None:
    with client(real) as service:
        assert ask(service, query="Huawei Technologies Co., Ltd.")[0]["match"]
        (given, *_) = ask(service, query="https://w3id.org/pcgraph/id/huawei")
        assert (given["id"], given["match"]) == ("huawei", True)


@pytest.mark.parametrize(
    ("what", "prefix", "first"),
    [("entity", "acm", "acme"), ("property", "on name", "onName"),
     ("entity", "acme-pilots", "acme-pilots"), ("type", "compa", "Company"),
     ("property", "country", "country"), ("property", "signsWi", "signsWith")],
)  # fmt: skip
def test_names_are_completed(what: str, prefix: str, first: str, small: TestClient) -> None:
    got = small.get(f"/reconcile/suggest/{what}", params={"prefix": prefix})
    jsonschema.validate(got.json(), SUGGESTED)
    found = [row["id"] for row in got.json()["result"]]
    assert first == found[0]
    rest = small.get(f"/reconcile/suggest/{what}", params={"prefix": prefix, "cursor": "1"})
    assert [row["id"] for row in rest.json()["result"]][: len(found) - 1] == found[1:]


def test_a_preview_is_a_page_without_scripts_that_only_known_origins_may_frame(tiny: KnowledgeGraph) -> None:
    odd = ("https://refine.example:3333", "https://x.example; script-src *")
    with client(tiny, origins=odd) as service:
        got = service.get("/reconcile/preview", params={"id": "crane-agreement"})
        sheet = re.search(r'<link rel="stylesheet" href="([^"]+)">', got.text)
        assert sheet
        assert service.get(sheet[1]).headers["content-type"].startswith("text/css")
    assert got.status_code == 200
    assert got.headers["content-type"].startswith("text/html")
    policy = got.headers["content-security-policy"]
    assert "default-src 'none'; style-src 'self'; " in policy
    assert "frame-ancestors 'self' https://refine.example:3333;" in policy
    assert "script" not in policy
    assert "Crane memorandum" in got.text
    assert "Passages: " in got.text
    assert 'href="/id/crane-agreement.html"' in got.text


ASKED: list[tuple[str, int, str]] = [
    ("not JSON", 400, "queries: not JSON (Expecting value"),
    ("[" * 50_000, 400, "queries: not JSON (nested too deep)"),
    ("[]", 400, "queries: not an object of queries"),
    ('{"q": "Acme"}', 400, "queries: not an object of queries"),
    ('{"q": {"query": 5}}', 400, "query: no name"),
    ('{"q": {"query": "%s"}}' % ("x" * 201), 400, "at most 200 characters"),
    ('{"q": {"query": "a", "limit": 0}}', 400, "a whole number from 1 to 50"),
    ('{"q": {"query": "a", "limit": true}}', 400, "a whole number from 1 to 50"),
    ('{"q": {"query": "a", "typ": "Company"}}', 400, "field 'typ' is unknown; expected query, type"),
    ('{"q": {"query": "a", "type": "Compny"}}', 400, "did you mean Company?"),
    ('{"q": {"query": "a", "type": [5]}}', 400, "class: no id"),
    ('{"q": {"query": "a", "type_strict": "most"}}', 400, "type_strict is unknown"),
    ('{"q": {"query": "a", "properties": {"pid": "country"}}}', 400, "properties: not a list"),
    ('{"q": {"query": "a", "properties": [{"pid": "contry", "v": "x"}]}}', 400, "did you mean country"),
    ('{"q": {"query": "a", "properties": [{"pid": "country"}]}}', 400, "properties: no value"),
    (json.dumps({str(n): {"query": "a"} for n in range(51)}), 413, "51 in a batch; expected at most 50"),
    ('{"q": {"query": "%s"}}' % ("é" * 60_000), 413, "queries: longer than 100,000 bytes"),
]  # fmt: skip


@pytest.mark.parametrize(("queries", "status", "said"), ASKED, ids=[said[:40] for _, _, said in ASKED])
def test_a_bad_batch_is_one_line(queries: str, status: int, said: str, small: TestClient) -> None:
    got = small.post("/reconcile", data={"queries": queries})
    assert (got.status_code, got.text.count("\n")) == (status, 1), got.text
    assert said in got.text
    assert "expected" in got.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("?extension={}", 400, "0 times queries or extend, and extension; expected one of them, once"),
        ("?queries={}&queries={}", 400, "2 times queries or extend"),
        ("?queries={}&extend={}", 400, "2 times queries or extend"),
        ("?extend=x", 400, "extend: not JSON"),
        ("?extend={}", 400, "extend: not an object of ids and properties"),
        ('?extend={"ids":[5],"properties":[]}', 400, "extend: ids: not a list of ids"),
        ('?extend={"ids":[],"properties":["country"]}', 400, "extend: properties: not a list of objects"),
        ('?extend={"ids":[],"properties":[{"id":5}]}', 400, "extend: property: no id"),
        ('?extend={"ids":[],"properties":[{"id":"contry"}]}', 400, "did you mean country"),
        ('?extend={"ids":[],"properties":[{"id":"country","settings":{"limit":1}}]}', 400, "settings; expected none"),
        ("?extend=" + json.dumps({"ids": ["a"] * 201, "properties": []}), 413, "201 ids and 0 properties; expected at"),
        ("/properties?type=Compny", 400, "did you mean Company?"),
        ("/properties?limit=-1", 400, "properties: limit '-1': not a number"),
        ("?queries=%ff", 400, "invalid parameters"),
        ("/suggest/colour?prefix=a", 404, "expected one of entity, type, property"),
        ("/suggest/entity", 400, "suggest: prefix"),
        ("/suggest/entity?prefix=a&cursor=-1", 400, "suggest: cursor '-1': not a number"),
        ("/preview?id=nobody", 404, "preview 'nobody': not in the graph in scope"),
        ("/preview", 404, "preview ''"),
        ("/preview?id=%3Cscript%3E", 404, "not in the graph"),
    ],
)
def test_a_bad_address_is_one_line(path: str, status: int, said: str, small: TestClient) -> None:
    got = small.get(f"/reconcile{path}")
    assert (got.status_code, got.text.count("\n")) == (status, 1), got.text
    assert said in got.text


def test_a_body_of_another_type_is_refused(small: TestClient) -> None:
    assert small.post("/reconcile", json={"queries": {}}).status_code == 415
    assert small.put("/reconcile").status_code == 405


def test_a_body_of_unknown_length_has_the_same_limit(small: TestClient) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    pieces = (b"queries=" + b"x" * 10_000 for _ in range(50))
    got = small.post("/reconcile", content=pieces, headers=kind)
    assert (got.status_code, got.text) == (
        413,
        "request: longer than 400,000 bytes; expected a shorter one; send less at once\n",
    )
    batch = urlencode({"queries": '{"q": {"query": "Acme"}}'}).encode()
    assert small.post("/reconcile", content=iter([batch]), headers=kind).status_code == 200


def test_the_limits_of_time_and_of_names_hold(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    with client(tiny, Limits(timeout=1e-9, requests_per_minute=0)) as service:
        got = service.get("/reconcile", params={"queries": '{"q": {"query": "Acme"}}'})
        assert (got.status_code, got.text.startswith("queries: not finished after 1e-09 s")) == (422, True)
    monkeypatch.setattr("pcgraph.web.reconciliation.MOST_ENGAGEMENTS", 1)
    with client(tiny) as service:
        assert service.get("/reconcile").text.startswith("reconcile: too many names to search; expected at most 1 eng")


@pytest.mark.parametrize("odd", NAUGHTY)
def test_any_text_is_answered(odd: str, small: TestClient) -> None:
    name = odd[: reconciliation_queries.LONGEST]
    batch = {name: {"query": name, "properties": [{"pid": "country", "v": name or "x"}]}}
    got = small.post("/reconcile", data={"queries": json.dumps(batch)})
    assert got.status_code in (200, 400), got.text
    assert got.status_code == 200 or got.text.count("\n") == 1
    for path in ("suggest/entity", "preview"):
        assert (
            small.get(f"/reconcile/{path}?" + urlencode({"prefix": name, "id": name}, errors="replace")).status_code
            < 500
        )


@pytest.mark.slow
def test_a_page_of_another_origin_may_ask_if_the_server_allows_it() -> None:
    origin = "http://127.0.0.1:3333"
    with serving("--cors", origin) as server:
        got = server.send("/reconcile", Origin=origin)
        assert got.headers["access-control-allow-origin"] == origin
        assert json.loads(got.body)["preview"]["url"] == f"{server.url}/reconcile/preview?id={{{{id}}}}"
        form = urlencode({"queries": json.dumps({"q": {"query": "Acme"}})})
        kind = "application/x-www-form-urlencoded"
        got = server.send("/reconcile", form, Origin=origin, Content_Type=kind)
        assert json.loads(got.body)["q"]["result"][0]["match"]
        assert got.headers["access-control-allow-origin"] == origin
        long = server.send("/reconcile", "queries=" + "x" * 500_000, Content_Type=kind)
        assert (long.status, long.text.count("\n")) == (413, 1)
        assert server.send("/reconcile/preview?id=acme").headers["x-frame-options"] == "SAMEORIGIN"
