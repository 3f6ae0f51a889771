"""The opening of the page: the headline, the computed stories and those of stories.yml; and for whom people act."""

from __future__ import annotations

import copy
import re
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

import page_views
import pcgraph
from helpers import ROOT, TINY, changed
from helpers import pcgraph as command
from pcgraph import build, page
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import loading
from pcgraph.belief.conclusions.outcomes import conclude
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import STATES
from pcgraph.errors import InvalidInput
from pcgraph.page import View, stories
from pcgraph.page.stories import file
from pcgraph.page.view import conclusions
from pcgraph.profiles.employers import employers
from pcgraph.store import files, project

pytestmark = pytest.mark.slow

ONTOLOGY = files.home("ontology")
GOOD = "- id: quay\n  title: The quay\n  text: It is built.\n  address: engagement=id:north-quay-expansion\n"


@pytest.fixture(scope="module")
def real_view() -> View:
    return page_views.real_map().view


def by_kind(view: View) -> dict[str, Any]:
    return {story["id"]: (story["address"], story.get("parts")) for story in view["stories"]}


# ---- The headline


def test_the_headline_counts_promises_and_beside_them_occasions(tiny: KnowledgeGraph) -> None:
    found = page_views.tiny()["headline"]
    assert found == {
        "engagements": 20, "promises": 8, "kept": 2, "begun": 1, "signed": 2, "open": 2, "silent": 0, "stopped": 1,
        "occasions": 5, "voiced": 2,
    }  # fmt: skip
    states = tiny.tables.promises["state"]
    assert sum(found[state] for state in STATES) == found["promises"] == len(states)  # type: ignore[literal-required]
    assert all(found[state] == states.to_list().count(state) for state in STATES)  # type: ignore[literal-required]


def silent_later(tiny: KnowledgeGraph, today: date) -> Snapshot:
    """Return the tiny graph as it is concluded on a later day."""
    columns = pl.DataFrame(schema=dict.fromkeys(("source", "subject", "property", "value"), pl.String))
    return tiny.with_tables(conclude(tiny.tables, columns, tiny.ontology, today, 5), today)


def test_the_silent_ones_are_those_of_the_table(tiny: KnowledgeGraph) -> None:
    """All were last reported in March 2025. The crane contract covers the quay by a reading only."""
    view, later = page_views.tiny(), silent_later(tiny, date(2030, 3, 31))
    silent = [view["engagements"]["iri"][at] for at in stories.Engagements(view, later).silent]
    names = ("crane-contract", "harbour-loan", "pilot-training", "pilotage-accord", "safety-charter")
    assert silent == [f"id:{name}" for name in names]
    assert stories.Engagements(view, silent_later(tiny, date(2030, 3, 30))).silent == []


def test_what_is_no_longer_believed_does_not_count(tiny: KnowledgeGraph) -> None:
    """The forum is an occasion; without it, one less is known."""
    view = copy.deepcopy(page_views.tiny())
    at = view["engagements"]["iri"].index("id:vik-forum")
    view["engagements"]["status"][at] = [0, 19_000, 19_500]
    known = stories.Engagements(view, tiny).known
    found = conclusions.headline(view["engagements"], known)
    assert found == {**view["headline"], "engagements": 19, "occasions": view["headline"]["occasions"] - 1}


def test_a_story_can_be_told_since_all_that_it_is_about_was_known() -> None:
    """The forum's story since the newest source on it or on what came of it; what counts everything, since the last."""
    view = page_views.tiny()
    since = {story["id"]: story["since"] for story in view["stories"]}
    newest = max(day for day in view["sources"]["known"] if day is not None)
    assert since["voices"] == since["money"] == newest
    assert since["event"] is not None
    assert since["event"] <= newest


# ---- Computed stories


def test_the_stories_of_the_tiny_graph() -> None:
    assert by_kind(page_views.tiny()) == {
        "promise": ("engagement=id:crane-contract", [
            ["engagement", "id:crane-contract"], ["text", "USD 44 m"], ["status", "v:signed"], ["day", 20_178],
            ["others", [[["engagement", "id:harbour-loan"], ["text", "EUR 25 m"], ["status", "v:planned"]]]],
        ]),
        "event": ("event=id:vik-forum", [
            ["engagement", "id:vik-forum"], ["date", "2025-02-03/2025-02-05"], ["count", 3, "engagement"],
            ["sets", [["realised", 1], ["entered", 2]]],
        ]),
        "money": ("view=table&sort=6-", [
            ["count", 8, "engagement"], ["number", 5], ["number", 5], ["number", 3], ["claim"],
        ]),
        "dispute": ("mark=disputed&engagement=id:north-quay-expansion", [
            ["engagement", "id:north-quay-expansion"], ["properties", ["quantity"]], ["count", 7, "engagement"],
        ]),
        "connected": ("node=id:harbour-authority&near=1+id:harbour-authority", [
            ["node", "id:harbour-authority"], ["count", 7, "organisation"], ["count", 8, "engagement"],
            ["sets", [["realised", 4], ["entered", 2], ["announced", 1], ["prospective", 1]]],
        ]),
        "voices": ("engagement=id:crane-agreement", [
            ["engagement", "id:crane-agreement"], ["count", 2, "voice"], ["count", 3, "source"], ["status", "v:signed"],
        ]),
    }  # fmt: skip


def test_the_longest_silence(tiny: KnowledgeGraph) -> None:
    """Of those that are equally silent, the first."""
    view, later = page_views.tiny(), silent_later(tiny, date(2038, 1, 1))
    found = {story["id"]: story for story in stories.stories(view, later, whole=True)}["silence"]
    assert found["address"].endswith("mark=silent&engagement=id:crane-contract")
    heard = (date(2025, 3, 31) - date(1970, 1, 1)).days
    assert found["parts"][2:] == [["day", heard], ["count", 5, "engagement"]]


@pytest.mark.exhaustive
def test_a_promise_was_planned_or_signed_and_a_claim_is_none(real: KnowledgeGraph, real_view: View) -> None:
    """The largest sums of the real data are a claim and an interest, which are no promises."""
    view = real_view
    [story] = [story for story in stories.stories(view, real, whole=False) if story["id"] == "promise"]
    at = view["engagements"]["iri"].index(story["parts"][0][1])
    reached = {view["words"]["status"][step[0]]["id"] for step in view["engagements"]["steps"][at]}
    assert reached & {"v:planned", "v:signed"}
    assert "claimed" not in story["parts"][1][1]


def test_every_story_of_a_smaller_graph_is_about_what_is_on_its_page() -> None:
    """Each source of the tiny graph alone, and each agent with what is around it: fewer stories, and no error."""
    kg = pcgraph.load(TINY, build=None)
    sources = ("harbour-2024", "borealis-2024", "digest")
    views = [pcgraph.load(TINY, only=[source], build=None).map().view for source in sources]
    views += [kg.map(focus=name, hops=1).view for name in ("acme", "borealis", "sudland-bank")]
    for view in views:
        for story in view["stories"]:
            assert [*file._wrong_parts(story["address"], view)] == []
    assert min(len(view["stories"]) for view in views) < 6 == len(kg.map().view["stories"])


def test_an_empty_view_has_no_stories(tiny: KnowledgeGraph) -> None:
    empty = page.empty("Nothing yet")
    assert not any(empty["headline"].values())
    assert stories.stories(empty, tiny, whole=True) == []
    assert stories.stories(page_views.few(3), tiny, whole=True) == []


def test_without_sides_the_stories_are_the_same(tiny: KnowledgeGraph) -> None:
    plain = changed(tiny, project=project.Project(TINY))
    assert by_kind(plain.map().view) == by_kind(page_views.tiny())


# ---- stories.yml


def write(data: Path, text: str) -> KnowledgeGraph:
    (data / "stories.yml").write_text(text, encoding="utf-8")
    return pcgraph.load(data, build=None)


def test_stories_by_hand_come_first(data: Path) -> None:
    found = write(data, GOOD).map().view["stories"]
    assert found[0] == {
        "id": "quay", "title": "The quay", "text": "It is built.", "address": "engagement=id:north-quay-expansion",
        "since": found[0]["since"],
    }  # fmt: skip
    assert found[0]["since"] is not None
    assert [story["id"] for story in found[1:]] == ["promise", "event", "money", "dispute", "connected", "voices"]


def test_there_are_at_most_seven(data: Path) -> None:
    many = "".join(GOOD.replace("id: quay", f"id: quay-{number}") for number in range(9))
    assert [story["id"] for story in write(data, many).map().view["stories"]] == [f"quay-{at}" for at in range(7)]


def test_a_story_replaces_the_computed_one_with_its_id_or_its_address(data: Path) -> None:
    found = write(data, GOOD.replace("id: quay", "id: dispute") + GOOD.replace("id: quay", "id: forum").replace(
        "engagement=id:north-quay-expansion", "'#event=id:vik-forum'"
    )).map().view["stories"]  # fmt: skip
    assert [story["id"] for story in found] == ["dispute", "forum", "promise", "money", "connected", "voices"]
    assert found[1]["address"] == "event=id:vik-forum"


def test_a_page_of_less_than_everything_has_only_computed_stories(data: Path) -> None:
    kg = write(data, GOOD)
    part = pcgraph.load(data, without=["digest"], build=None)
    for view in (kg.map(focus="acme", hops=1).view, part.map().view):
        assert "quay" not in by_kind(view)
        assert view["stories"]


def test_the_build_keeps_the_stories_with_which_it_was_made(data: Path, tmp_path: Path) -> None:
    key = loading.key(data, ONTOLOGY)
    write(data, GOOD)
    assert loading.key(data, ONTOLOGY) != key
    out = build.build(tmp_path / "build", data).folder
    assert "It is built." in (out / "map.html").read_text(encoding="utf-8")
    kg = pcgraph.load(data, build=out)
    (data / "stories.yml").write_text("nothing", encoding="utf-8")
    assert by_kind(kg.map().view)["quay"]
    with pytest.raises(InvalidInput, match=r"stories\.yml:1: stories: no list"):
        build.build(tmp_path / "build", data)


def test_check_does_not_read_the_stories(data: Path) -> None:
    before = command("check", "--data", str(data))
    write(data, GOOD)
    after = command("check", "--data", str(data))
    assert (after.returncode, after.stdout) == (before.returncode, before.stdout)


def at(address: str) -> tuple[str, str]:
    return "engagement=id:north-quay-expansion", address


def labels(text: str) -> tuple[str, str]:
    return "  address", f"  labels: {text}\n  address"


# What is wrong, as a pattern, and how GOOD is changed.
FAULTS = {
    "unknown field adress; expected id, title, text, address, labels; did you mean address[?]": ("address:", "adress:"),
    "address is missing; expected a text; add it": ("address:", "adress:"),
    "text is empty or no text; expected a text; add it": ("It is built.", "''"),
    "title is empty or no text": ("The quay", "[a, b]"),
    "id 'the quay': expected letters": ("id: quay", "id: the quay"),
    "address '#': no part; expected the end of the page's address": at("'#'"),
    "address: quay=: unknown part; expected answer, as-of, .*; choose one": at("quay"),
    "address: engagement=id:north-quay: not on the page; .* did you mean id:north-quay-expansion[?]": (
        "-expansion",
        "",
    ),
    "address: engagment=id:acme: unknown part; expected answer, as-of, .*; did you mean engagement[?]": at(
        "engagment=id:acme"
    ),
    "address: view=bord: not on the page; expected one of its names; did you mean board[?]": at("view=bord"),
    "address: near=4 id:acme: expected 1 to 3 steps": at("near=4 id:acme"),
    "address: as-of=2025-13-01: expected a day": at("as-of=2025-13-01"),
    "address: sector=sector:none: not on the page": at("sector=sector:none"),
    "address: path: expected two agents": at("path=id:acme"),
    "address: camera=1 2 3: unknown part": at("camera=1 2 3"),
    "labels is no list of languages": labels("zh"),
    "labels: 'chinese!' is no language": labels("{chinese!: {title: a, text: b}}"),
    "labels: zh: text is missing": labels("{zh: {title: a}}"),
    "labels: zh has no texts": labels("{zh: a}"),
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_fault_is_one_line_with_its_place(words: str) -> None:
    text = "# Stories\n\n" + GOOD.replace("id: quay", "id: first") + GOOD.replace(*FAULTS[words])
    with pytest.raises(InvalidInput) as caught:
        file.read_stories(Path("stories.yml"), text.encode(), page_views.tiny())
    wanted = re.compile(rf"stories\.yml:7: stories: {words}")
    assert any(wanted.match(fault) for fault in caught.value.faults), caught.value.faults
    assert all(len(fault.splitlines()) == 1 for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"- id: a\n  title: one: two\n", 2, "not YAML"),
        (b"- &a id\n- *a\n", 2, "not YAML"),
        (b"- id: a\n  id: b\n", 2, "not YAML .id occurs twice."),
        (b"id: a\n", 1, "no list of stories|no list"),
        (b"- just text\n", 1, "'just text' is no story"),
        (b"\xff\xfe", 1, "not UTF-8"),
        (b"[" * 5000, 1, "not YAML"),
        (GOOD.encode() * 2, 5, "id quay occurs twice"),
    ],
)
def test_a_damaged_file(content: bytes, line: int, words: str) -> None:
    with pytest.raises(InvalidInput, match=rf"stories\.yml:{line}: stories: .*({words})"):
        file.read_stories(Path("stories.yml"), content, page_views.tiny())


def test_the_file_may_set_what_the_page_reads_from_an_address() -> None:
    """All of it but what a story leaves to the reader."""
    app = ROOT / "src" / "pcgraph" / "page" / "app" / "model"
    script = (app / "address.js").read_text(encoding="utf-8")
    read = {*re.findall(r'\bread\("([\w-]+)"', script)}
    for name in ("FLAGS", "CHOICES", "SELECTABLE"):
        [block] = re.findall(rf"const {name} = [\[{{](.*?)[\]}}];\n", script, re.DOTALL)
        read |= {*re.findall(r'"(\w+)"' if name == "FLAGS" else r"(?:^|[\s,])(\w+): ", block)}
    [groups] = re.findall(r"const GROUPS = \[(.*?)\]", (app / "data.js").read_text(encoding="utf-8"))
    read |= {*re.findall(r'"(\w+)"', groups)}
    [fault] = file._wrong_parts("none=", page_views.tiny())
    [known] = re.findall(r"expected (.*?);", fault)
    assert {*known.split(", ")} == read - {"language", "camera", "pin", "story"}


def test_an_empty_file_has_no_stories() -> None:
    assert file.read_stories(Path("stories.yml"), b"# none yet\n", page_views.tiny()) == []


# ---- The stories of this project


def test_the_shipped_stories_are_in_every_language_of_the_project() -> None:
    written = yaml.safe_load((ROOT / "data" / "stories.yml").read_text(encoding="utf-8"))
    others = {*project.read(ROOT / "pcgraph.toml").languages} - {"en"}
    assert written
    for story in written:
        assert {*story["labels"]} == others
        assert all({*texts} == {"title", "text"} for texts in story["labels"].values())


# What the sentences of data/stories.yml rest on. If one of these changes, rewrite the story.
STATUSES = {
    "huawei-training-300000": "under-way",
    "pakistan-china-fibre-link": "operational",
    "pakistan-china-fibre-link-2": "planned",
    "pakistan-china-fibre-loan": "completed",
    "islamabad-safe-city": "operational",
    "islamabad-safe-city-final-payment": "planned",
    "punjab-safe-cities": "completed",
    "quetta-safe-city": "operational",
    "peshawar-safe-city-first-phase": "operational",
    "psca-huawei-settlement": "signed",
    "psca-restoration": "planned",
    "punjab-five-safe-cities": "planned",
    "badr-1-launch": "completed",
    "prsc-eo3-launch": "completed",
    "pakistani-astronaut-selection": "completed",
    "astronaut-training": "planned",
    "tiangong-astronaut-flight": "planned",
}
DATES = {
    ("huawei-training-300000", "planned"): "2024-06",
    ("pakistan-china-fibre-link", "planned"): "2007-04-17",
    ("pakistan-china-fibre-link", "operational"): "2018-07",
    ("pakistan-china-fibre-link-2", "planned"): "2021-01-21",
    ("islamabad-safe-city", "operational"): "2016-06",
    ("quetta-safe-city", "operational"): "2023-12",
    ("peshawar-safe-city-first-phase", "operational"): "2026-03-04",
    ("psca-huawei-settlement", "signed"): "2022-12-01",
    ("badr-1-launch", "completed"): "1990-07-17",
    ("prsc-eo3-launch", "completed"): "2026-04-25",
    ("pakistani-astronaut-selection", "completed"): "2026-04-22",
}


def test_the_shipped_stories_say_what_the_data_prove(real: KnowledgeGraph, real_view: View) -> None:
    view = real_view
    data, table = stories._Computed(view, real), view["engagements"]
    at = {iri.removeprefix("id:"): place for place, iri in enumerate(table["iri"])}
    names = [word["id"].removeprefix("v:") for word in view["words"]["status"]]
    assert {name: names[data.status[at[name]]] for name in STATUSES} == STATUSES
    for (name, status), day in DATES.items():
        assert day in [step[1] for step in table["steps"][at[name]] if names[step[0]] == status], name
    outcomes = data.outcomes(at["b2b-conference-2025"])
    works = [
        each
        for each in outcomes
        if view["words"]["type"][table["type"][each]]["id"] not in ("pcg:Agreement", "pcg:Event")
    ]
    assert sum(data.set[each] == "entered" for each in outcomes) == 15
    assert {data.set[each] for each in works} == {"announced"}
    assert table["claim"][at["b2b-conference-2025"]] == "USD 8.5 bn (claimed)"
    assert table["quantity"][at["huawei-training-300000"]] == "300,000 people"
    assert [step[-1] for step in table["steps"][at["huawei-training-300000"]] if step[-1]][-1] == "20,315 people"


# ---- For whom people act


def test_people_act_for_the_organisation_on_whose_behalf_they_are_said_to_act(data: Path) -> None:
    source = data / "sources" / "tide-2025.ttl"
    before = source.read_text(encoding="utf-8")
    place = "<https://w3id.org/pcgraph/source/tide-2025#char=222,320>"
    talks = f"\nid:quay-talks a pcg:Talks ; pcg:discussant id:ida-holm , id:acme ; pcg:statedIn {place} .\n"
    office = (
        '\nid:ida-holm.office a pcg:Membership ; pcg:member id:ida-holm ; pcg:organization id:{} ; pcg:from "{}" .\n'
    )
    on_behalf = "    pcg:onBehalfOf id:harbour-authority ;\n"
    assert on_behalf in before

    def acts_for(text: str) -> str:
        source.write_text(text, encoding="utf-8")
        nodes = pcgraph.load(data, build=None).map().view["nodes"]
        at = nodes["iri"].index("id:ida-holm")
        assert [place for place, each in enumerate(nodes["acts_for"]) if each >= 0] in ([at], [])
        return nodes["iri"][nodes["acts_for"][at]] if nodes["acts_for"][at] >= 0 else ""

    assert acts_for(before + talks) == "id:harbour-authority"
    without = before.replace(on_behalf, "") + talks
    assert acts_for(without) == "id:ministry-of-transport"  # of which she is a member
    offices = office.format("port-digest", "2024") + office.replace("office a", "office-2 a").format("acme", "2025-01")
    assert acts_for(without + offices) == "id:acme"  # the last office
    assert acts_for(before + talks + offices) == "id:harbour-authority"


def test_an_organisation_for_which_nobody_is_known_to_act(real: KnowledgeGraph, real_view: View) -> None:
    found = employers(real)
    assert all(real.entities[person].kind == "Person" for person in found)
    assert all(real.entities[organisation].kind != "Person" for organisation in found.values())
    nodes = real_view["nodes"]
    assert {at for at, place in enumerate(nodes["acts_for"]) if place >= 0} == {
        at for at, iri in enumerate(nodes["iri"]) if real.names.expand(iri) in found
    }


def test_an_index_that_is_no_node_is_refused() -> None:
    view = copy.deepcopy(page_views.tiny())
    view["nodes"]["acts_for"][0] = 10_000
    with pytest.raises(InvalidInput, match=r"nodes\.acts_for: index 10000"):
        page.render(view, heading="x")
