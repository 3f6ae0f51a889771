"""What the app of `pcgraph curate` reads and writes, without a browser."""

from __future__ import annotations

import base64
import json
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from evidence_server import PARAGRAPHS, answer, article, local, pdf, serving
from helpers import ROOT
from pcgraph.errors import EndpointError, InvalidInput, UsageError
from pcgraph.intake.curation.save import Refused, Stale
from pcgraph.intake.curation.writing import node
from pcgraph.query.names.candidates import HOW
from pcgraph.store import files
from pcgraph.store.files import PACKAGE
from pcgraph.store.project import Project, find
from pcgraph.web import curate
from pcgraph.web.curate import new_source
from pcgraph.web.curate.desk import Change, Desk
from pcgraph.web.curate.drafts import drafts, proposals, reject, rejected
from pcgraph.web.curate.graph import OVERTAKEN, Graphs
from pcgraph.web.curate.things import register

TEXT = "On 2 May 2024, Lumen Lamps and the Coast Office 😀 signed a memorandum on street lamps in Long Cape.\r\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Copy a small project of two sources, one of them with a text."""
    shutil.copytree(PACKAGE / "testing_data", tmp_path / "project" / "data")
    (tmp_path / "texts").mkdir()
    found = Desk(find(tmp_path / "project" / "data"), files.home("ontology"), tmp_path / "texts")
    slug = found.checker.inputs.slugs[0]
    (tmp_path / "texts" / f"{slug}.txt").write_bytes(TEXT.encode())
    return found


def first(desk: Desk) -> str:
    return desk.checker.inputs.slugs[0]


def change(desk: Desk, made: Any, **more: Any) -> Change:
    slug = first(desk)
    sent = {"slug": slug, "sha": desk.source(slug)["sha"], "id": made["id"], "node": made, "passages": []}
    return Change(sent | more)


def talks(value: str = "lumen", id_: str = "quay-talks") -> Any:
    made = node(id_, "Talks", {"discussant": [{"value": value, "inferred": False}]}, ["para=9"])
    status = {"status": [{"value": "discussed", "inferred": False}]}
    made["steps"] = [node(f"{id_}.discussed", "Step", status, ["para=9"])]  # type: ignore[arg-type]
    return made


POINTER = [{"id": "para=9", "locator": "paragraph 9"}]


def test_sources_with_a_text_and_unproved_passages_come_first(desk: Desk) -> None:
    rows = desk.queue()
    assert rows[0]["slug"] == first(desk)
    assert [row["text"] for row in rows] == [True] + [False] * (len(rows) - 1)
    assert [row["slug"] for row in rows] == ["office-2024", "post-2024"]
    assert rows[0]["states"] == {"pointer-only": 3}
    (desk.texts or Path()).joinpath("office-2024.txt").rename((desk.texts or Path()) / "post-2024.txt")
    assert [row["slug"] for row in desk.queue()] == ["post-2024", "office-2024"]


def test_a_text_keeps_every_character(desk: Desk) -> None:
    assert desk.source(first(desk))["text"] == TEXT
    made = desk.passage(first(desk), TEXT.index(" Lumen"), TEXT.index(" signed"))
    assert (made["start"], made["end"]) == (TEXT.index("Lumen"), TEXT.index(" signed"))
    assert made["id"] == f"char={made['start']},{made['end']}"


@pytest.mark.parametrize("span", [(0, 0), (5, 4), (14, 15), (9999, 10_000), (-5, 0)])
def test_no_passage(desk: Desk, span: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="no passage; expected some words of its text"):
        desk.passage(first(desk), *span)


def test_a_text_that_is_not_utf_8(desk: Desk) -> None:
    (desk.texts or Path()).joinpath(f"{first(desk)}.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidInput, match="expected a text in UTF-8"):
        desk.source(first(desk))


def test_a_new_engagement_gets_its_label_in_the_same_step(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in sorted(desk.checker.inputs.data.rglob("*.ttl"))}
    made = change(desk, talks(), passages=POINTER, label="Talks at the quay", summary="Lumen talks.")
    looked = desk.check(made)
    assert looked["findings"] == []
    assert "+id:quay-talks a pcg:Talks ;" in looked["diff"]
    assert {path: path.read_bytes() for path in before} == before
    saved = desk.save(made)
    assert saved["labels"]["quay-talks"] == {"en": "Talks at the quay"}
    assert saved["findings"] == desk.source(first(desk))["findings"]
    assert desk.undo() == ["data/register/curated.ttl", "data/sources/office-2024.ttl"]
    assert {path: path.read_bytes() for path in sorted(desk.checker.inputs.data.rglob("*.ttl"))} == before


def test_its_label_goes_with_it_and_follows_its_id(desk: Desk) -> None:
    curated = desk.checker.inputs.data / "register" / "curated.ttl"
    register_it = {"class": "Company", "label": "Quay Works", "fields": {}}
    desk.register(dict([register.entry(register_it, desk.words, "en")]))
    desk.save(change(desk, talks(), passages=POINTER, label="Talks at the quay", was=""))
    renamed = change(desk, talks(id_="pier-talks"), passages=POINTER, id="quay-talks", was="quay-talks")
    assert desk.check(renamed)["findings"] == []
    desk.save(renamed)
    assert 'id:pier-talks rdfs:label "Talks at the quay"@en' in curated.read_text()
    assert "quay-talks" not in curated.read_text()
    desk.save(change(desk, talks(), node=None, id="pier-talks", was="pier-talks"))
    assert "talks" not in curated.read_text()
    assert "id:quay-works a pcg:Company" in curated.read_text()
    for _ in range(4):
        desk.undo()
    assert not curated.exists()


def test_a_register_without_entries_takes_new_ones(desk: Desk) -> None:
    desk.save(change(desk, talks(), passages=POINTER, label="Talks at the quay", was=""))
    desk.save(change(desk, talks(), node=None, id="quay-talks", was="quay-talks"))
    saved = desk.save(change(desk, talks(), passages=POINTER, label="Talks again", was=""))
    assert saved["labels"]["quay-talks"] == {"en": "Talks again"}


def test_an_engagement_that_others_tell_of_keeps_its_label(desk: Desk) -> None:
    desk.save(change(desk, talks(), passages=POINTER, label="Talks at the quay", was=""))
    sent = {"slug": "post-2024", "sha": desk.source("post-2024")["sha"], "id": "quay-talks", "was": "", "node": talks()}
    desk.save(Change(sent | {"passages": POINTER}))
    desk.save(change(desk, talks(), node=None, id="quay-talks", was="quay-talks"))
    assert desk.source("post-2024")["labels"]["quay-talks"] == {"en": "Talks at the quay"}


def test_without_a_label_it_is_refused(desk: Desk) -> None:
    made = change(desk, talks(), passages=POINTER)
    assert "has no English label" in desk.check(made)["findings"][0]["text"]
    with pytest.raises(Refused, match="no-label"):
        desk.save(made)


def test_a_finding_has_its_place(desk: Desk) -> None:
    found = desk.check(change(desk, talks("nobody"), passages=POINTER, label="Talks"))["findings"]
    assert [(each["id"], each["fields"]) for each in found] == [("quay-talks", ["discussant"])]


def test_a_form_of_an_older_file(desk: Desk) -> None:
    made = change(desk, talks(), passages=POINTER, label="Talks", sha="0" * 64)
    with pytest.raises(Stale):
        desk.save(made)


def test_a_name_is_registered_once(desk: Desk) -> None:
    country = {"country": [{"value": "eastmark", "inferred": False}]}
    data = {"class": "Company", "label": "Quay  Works", "aliases": ["QW", " "], "fields": country}
    slug, block = register.entry(data, desk.words, "en")
    desk.register({slug: block})
    written = (desk.checker.inputs.data / "register" / "curated.ttl").read_text()
    assert slug == "quay-works"
    for each in ('rdfs:label "Quay Works"@en', 'skos:altLabel "QW"@en', "pcg:country id:eastmark"):
        assert each in written
    with pytest.raises(UsageError, match="id:quay-works is known; expected a new id"):
        desk.register({slug: block})


def test_names_are_registered_together_with_a_country_of_the_list(desk: Desk) -> None:
    rows = [
        {"class": "Company", "label": name, "fields": {"country": [{"value": country, "inferred": False}]}}
        for name, country in (("Quay Works", "norway"), ("Fjord Line", "Norway"), ("Lamp Store", "eastmark"))
    ]
    slugs, blocks = register.entries(rows, desk)
    assert slugs == ["quay-works", "fjord-line", "lamp-store"]
    desk.register(blocks)
    written = (desk.checker.inputs.data / "register" / "curated.ttl").read_text()
    assert written.count('rdfs:label "Norway"@en') == written.count('pcg:isoCode "NO"') == 1
    assert written.count("pcg:country id:norway") == 2
    assert desk.undo() == ["data/register/curated.ttl"]  # one step
    for row, message in (
        ({"class": "Company", "label": "X", "fields": {"country": [{"value": "Nowhere"}]}}, "'Nowhere' is no country"),
        ({"class": "Company", "label": "X", "fields": {"country": [{}]}}, "'' is no country"),
    ):
        with pytest.raises(UsageError, match=message):
            register.entries([row], desk)
    denmark = {"class": "Country", "label": "Denmark", "fields": {"isoCode": [{"value": "DK", "inferred": False}]}}
    ferry = {"class": "Company", "label": "Ferry", "fields": {"country": [{"value": "Denmark", "inferred": False}]}}
    for both in ([ferry, denmark], [denmark, ferry]):  # a country that is also a name of its own is registered once
        slugs, blocks = register.entries(both, desk)
        assert {*slugs} == {*blocks} == {"ferry", "denmark"}
    with pytest.raises(UsageError, match="id:quay-works is there twice"):
        register.entries([rows[0], rows[0]], desk)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"class": "Company", "label": " "}, "no name"),
        ({"class": "Company", "label": "…"}, "is no id"),
        ({"class": "Company", "label": "Quay", "id": "../x"}, "is no id"),
    ],
)
def test_a_name_that_cannot_be_registered(desk: Desk, data: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        register.entry(data, desk.words, "en")


def test_a_date_is_entered_as_people_write_it(desk: Desk) -> None:
    made = talks()
    made["steps"][0]["fields"]["date"] = [{"value": "3–5 May 2021", "inferred": False}]
    desk.save(change(desk, made, passages=POINTER, label="Talks"))
    assert '"2021-05-03/2021-05-05"' in (desk.checker.inputs.data / "sources" / f"{first(desk)}.ttl").read_text()
    assert desk.source(first(desk))["dates"]["2021-05-03/2021-05-05"] == "from 3 May 2021 to 5 May 2021"
    made["steps"][0]["fields"]["date"] = [{"value": "03/05/2021", "inferred": False}]
    with pytest.raises(InvalidInput, match=r"quay-talks.discussed: field date: '03/05/2021' may be two days"):
        desk.check(change(desk, made, passages=POINTER, label="Talks"))


def test_names_are_known_before_the_first_source(desk: Desk) -> None:
    for path in (desk.checker.inputs.data / "sources").iterdir():
        path.unlink()
    (one, *_) = Graphs(desk).names("Lumen", [])
    assert (one["id"], one["match"]) == ("lumen", True)


def test_a_text_that_is_too_long(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pcgraph.web.curate.desk.LONGEST", len(TEXT) - 1)
    with pytest.raises(InvalidInput, match="characters; expected at most"):
        desk.source(first(desk))


def test_what_forms_offer(desk: Desk) -> None:
    offered = desk.vocabulary()
    assert {"discussant", "saidBy", "nameInSource"} <= {*offered["classes"]["Talks"]["fields"]}
    assert {"nameInSource", "memberOf", "parent", "within"} <= {*offered["classes"][""]["fields"]}
    assert offered["fields"]["inRole"]["scheme"] == "roles"
    assert {"value": "signatory", "label": "signatory"} in offered["concepts"]["roles"]
    assert [each["value"] for each in offered["concepts"]["statuses"]][:3] == ["discussed", "interest", "planned"]
    assert offered["fields"]["sector"]["scheme"] == "sectors"
    assert [each["value"] for each in offered["concepts"]["readTo"]] == ["opening", "whole"]
    for each in offered["classes"].values():
        assert min(1, len(each["fields"])) <= each["few"] <= len(each["fields"])
        assert not {"step", "representative", "payloadDigest"} & {*each["fields"]}


# ---- New sources


def new(**more: Any) -> dict[str, Any]:
    fields = {
        "title": "Leaflet",
        "publisher": "coast-post",
        "tier": "press",
        "date": "2024-05-03",
        "address": "https://leaflets.example/lamps",
    }
    card = {name: [{"value": value, "inferred": False}] for name, value in fields.items()}
    return {"slug": "leaflet", "text": TEXT, "fields": card} | more


def test_a_new_source(desk: Desk) -> None:
    assert new_source.add(desk, new()) == "leaflet"
    assert desk.texts is not None
    assert (desk.texts / "leaflet.txt").read_bytes() == TEXT.encode()
    assert desk.source("leaflet")["findings"] == []
    with pytest.raises(UsageError, match="src:leaflet exists"):
        new_source.add(desk, new())


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"slug": "a/b"}, "no slug"),
        ({"text": "", "file": "###"}, "a damaged file"),
        ({"text": "", "file": "//8="}, "not UTF-8 at byte 0"),
        ({"text": " ", "fields": {}}, "no text"),
    ],
)
def test_a_source_that_cannot_be_added(desk: Desk, more: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        new_source.add(desk, new(**more))
    assert not list((desk.texts or Path()).glob("leaflet*"))


def test_a_pdf_file(desk: Desk) -> None:
    sent = base64.b64encode(pdf(*PARAGRAPHS)).decode()
    new_source.add(desk, new(text="", file=sent, name="notice.pdf"))
    text = desk.text("leaflet") or ""
    assert [" ".join(page.split()) for page in text.split("")] == list(PARAGRAPHS)


def test_a_text_that_waits(desk: Desk) -> None:
    (desk.texts or Path()).joinpath("leaflet.txt").write_bytes(TEXT.encode())
    with pytest.raises(UsageError, match="src:leaflet exists"):
        new_source.add(desk, new(text="Another text."))
    new_source.add(desk, new(text=""))
    assert desk.text("leaflet") == TEXT


def test_an_address_alone(desk: Desk) -> None:
    with serving({"/lights": answer(body=article())}) as server:
        made = new(text="", slug="")
        made["fields"]["address"] = [{"value": f"{server.url}/lights", "inferred": False}]
        slug = new_source.add(desk, made, local())
    assert PARAGRAPHS[0] in str(desk.text(slug))
    assert {"payloadDigest", "retrieved", "extractor"} <= desk.source(slug)["form"]["card"]["fields"].keys()
    assert desk.undo() == [f"data/sources/{slug}.ttl"]
    assert slug not in {each["slug"] for each in desk.queue()}


def test_a_card_with_errors_is_not_captured(desk: Desk) -> None:
    with serving({"/lights": answer(body=article())}) as server:
        made = new(text="")
        made["fields"]["address"] = [{"value": f"{server.url}/lights", "inferred": False}]
        del made["fields"]["publisher"]
        with pytest.raises(Refused):
            new_source.add(desk, made, local())
        assert not server.asked
    assert not list((desk.texts or Path()).rglob("leaflet*"))


def test_an_address_that_does_not_answer_leaves_nothing(desk: Desk) -> None:
    before = desk.checker.inputs.slugs
    with serving({}) as server:
        made = new(text="")
        made["fields"]["address"] = [{"value": f"{server.url}/none", "inferred": False}]
        with pytest.raises(EndpointError):
            new_source.add(desk, made, local())
    desk.queue()
    assert desk.checker.inputs.slugs == before
    assert not list((desk.texts or Path()).glob("leaflet*"))


def test_a_new_engagement_replaces_no_other(desk: Desk) -> None:
    """A form of a new engagement with an id that the source has already."""
    with pytest.raises(UsageError, match="lamp-agreement: is in this source already"):
        desk.save(change(desk, talks(id_="lamp-agreement"), passages=POINTER, was=""))


def test_a_card_with_errors_writes_nothing(desk: Desk) -> None:
    made = new()
    del made["fields"]["publisher"]
    with pytest.raises(Refused):
        new_source.add(desk, made)
    assert not list((desk.texts or Path()).glob("leaflet*"))
    assert "leaflet" not in desk.checker.inputs.slugs


def test_texts_stay_outside_of_the_project(desk: Desk) -> None:
    desk.texts = desk.checker.inputs.data / "texts"
    with pytest.raises(UsageError, match="texts"):
        new_source.add(desk, new())
    assert not desk.texts.exists()


def test_without_a_folder_of_texts(desk: Desk) -> None:
    desk.texts = None
    with pytest.raises(UsageError, match="no folder of texts"):
        new_source.add(desk, new())
    assert desk.text(first(desk)) is None


# ---- What needs the graph


def test_names_have_reasons(desk: Desk) -> None:
    graphs = Graphs(desk)
    (found,) = graphs.names("LUMEN ltd", ["Agent"])
    assert found == {"id": "lumen", "label": "Lumen", "kind": "Company", "why": HOW["form"], "match": True}
    assert graphs.names("LUMEN ltd", ["Place"]) == []
    assert graphs.names(" ", []) == []
    assert [(TEXT[each["start"] : each["end"]], each["id"]) for each in graphs.mentions(TEXT)] == [
        ("Lumen Lamps", "lumen"),
        ("Coast Office", "coast-office"),
        ("Long Cape", "long-cape"),
    ]


@pytest.mark.slow
def test_what_an_engagement_looks_like() -> None:
    """The same signing under another id, in the shipped data."""
    desk = Desk(find(ROOT / "data"), files.home("ontology"), None)
    source = desk.source("techjuice-20250907")
    form = next(each for each in source["form"]["engagements"] if each["id"] == "huawei-sky47-agreement")
    copied = json.loads(json.dumps(form).replace("huawei-sky47-agreement", "sky47-pact"))
    sent = {"slug": source["slug"], "sha": source["sha"], "id": "sky47-pact", "node": copied, "passages": []}
    found = Graphs(desk).consequences(Change(sent | {"label": "Pact of Huawei and Sky47"}))
    (twin,) = [each for each in found["lookAlikes"] if each["pair"] == ["sky47-pact", "huawei-sky47-agreement"]]
    assert twin["labels"][1] in twin["text"]
    assert "huawei-sky47-agreement" not in twin["text"]  # in words, and not by its id


def test_what_is_removed_looks_like_nothing(desk: Desk) -> None:
    removed = change(desk, talks(), node=None, id="lamp-agreement")
    assert Graphs(desk).consequences(removed) == {"lookAlikes": [], "disputes": [], "why": ""}


def test_a_dispute_is_named_before_it_is_saved(desk: Desk) -> None:
    form = next(each for each in desk.source("office-2024")["form"]["engagements"] if each["id"] == "keeper-training")
    form["fields"]["quantity"] = [{"value": 777, "inferred": False}]
    found = Graphs(desk).consequences(change(desk, form))["disputes"]
    assert [(each["id"], each["field"], each["open"]) for each in found] == [("keeper-training", "quantity", True)]
    assert any("777" in value["value"] and value["sources"] == ["office-2024"] for value in found[0]["values"])


def test_only_the_newest_comparison_is_made(desk: Desk) -> None:
    graphs, made, found = Graphs(desk), list[str](), list[dict[str, Any]]()

    def compare(sent: Change) -> dict[str, Any]:
        made.append(sent.id)
        return {}

    graphs._consequences = compare  # type: ignore[method-assign]
    with graphs._comparing:
        sent = [change(desk, talks(id_=name)) for name in "abc"]
        threads = [threading.Thread(target=lambda each=each: found.append(graphs.consequences(each))) for each in sent]
        for each in threads:
            each.start()
        while graphs._asked < 3:
            pass
    for each in threads:
        each.join()
    assert len(made) == 1
    assert [each["why"] for each in found if each] == [OVERTAKEN] * 2


def test_data_with_an_error_are_no_silent_zero(desk: Desk) -> None:
    """Without a graph nothing is compared, and the answer says why."""
    graphs, sent = Graphs(desk), change(desk, talks(), passages=POINTER, label="Talks")
    post = desk.checker.inputs.data / "sources" / "post-2024.ttl"
    post.write_text(post.read_text().replace('"2024-10"', '"soon"'))
    found = graphs.consequences(sent)
    assert found["lookAlikes"] == []
    assert found["why"].startswith("Not compared, because there is no graph: ")
    assert "soon" in found["why"]
    with pytest.raises(UsageError, match=r"there is no graph: .*soon"):
        graphs.names("Lumen", ["Agent"])


def test_a_text_outside_of_the_folder_is_not_read(desk: Desk) -> None:
    (desk.texts or Path()).parent.joinpath("private.txt").write_text("Private words of somebody.")
    assert desk.text("../private") is None
    with pytest.raises(UsageError, match="no passage"):
        desk.passage("../private", 0, 7)


def test_an_empty_project_has_no_graph_yet(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "pcgraph.toml").write_text('title = "Quays"\ndata = "data"\n')
    desk = Desk(find(tmp_path / "data"), files.home("ontology"), None)
    assert desk.queue() == []
    assert Graphs(desk).names("Lumen", []) == []


def test_a_name_that_the_register_lacks_says_its_class_and_country() -> None:
    listed = {"NO": {"en": "Norway"}, "PE": {"en": "Peru", "zh": "秘鲁"}}
    found = proposals(["University Hospital of Norway", "Bank of Peru", "Kvist"], {"peru-state": "PE"}, listed)
    assert [(each["class"], each["country"]) for each in found.values()] == [
        ("Organization", "Norway"),
        ("FinancialInstitution", "peru-state"),
        ("", ""),
    ]


def test_a_draft_says_what_the_register_lacks(desk: Desk) -> None:
    known = Graphs(desk).now().knowledge
    assert known is not None
    said = "On 3 May 2024, Lumen and Zephyr Motors Ltd signed an MoU worth about $5 million."
    (one,) = drafts(said, known, None, ["lumen-agreement"], lambda start, end: {"id": f"char={start},{end}"})
    assert [(each["field"], each["name"]) for each in one["unknown"]] == [("signatory", "Zephyr Motors Ltd")]
    assert one["node"]["fields"]["amount"] == [{"value": 5_000_000, "inferred": False}]
    assert one["node"]["fields"]["amountApproximate"] == [{"value": True, "inferred": False}]
    assert one["node"]["id"] == "lumen-zephyr-motors-ltd-agreement"
    taken = [one["node"]["id"], f"{one['node']['id']}-2"]
    (two,) = drafts(said, known, None, taken, lambda start, end: {"id": f"char={start},{end}"})
    assert two["node"]["id"] == f"{one['node']['id']}-3"
    assert two["node"]["steps"][0]["id"] == f"{one['node']['id']}-3.signed"


def test_a_rejected_draft_is_kept_by_what_it_says_until_it_is_undone(desk: Desk) -> None:
    known = Graphs(desk).now().knowledge
    assert known is not None
    said = "On 3 May 2024, Lumen and the Coast Office signed an MoU."

    def keys(text: str) -> list[str]:
        return [each["key"] for each in drafts(text, known, None, [], lambda start, end: {"id": f"char={start},{end}"})]

    (key,) = keys(said)
    assert keys(f"Harbour news.\n\n{said}") == [key]  # other words of the text may change
    assert keys(said.replace("3 May", "4 May")) != [key]
    reject(desk, "post-2024", key)
    reject(desk, "post-2024", "another")
    assert rejected(desk) == {"post-2024": sorted([key, "another"])}
    path = desk.journal.folder / "rejected-drafts.json"
    assert "Lumen" not in path.read_text(encoding="utf-8")
    assert desk.undo() == ["rejected-drafts.json"]
    assert rejected(desk) == {"post-2024": [key]}
    desk.undo()
    assert rejected(desk) == {}
    assert not path.exists()
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"^rejected-drafts\.json: is damaged; expected JSON"):
        rejected(desk)


def test_the_texts_of_a_project_that_names_no_folder_are_beside_it(tmp_path: Path) -> None:
    project = Project(tmp_path / "port" / "data", folder=tmp_path / "port")
    assert curate._beside(project) == tmp_path / "port-texts"
    assert curate._beside(Project(tmp_path / "data")) is None
