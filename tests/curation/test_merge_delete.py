"""A curator merges entries that are the same, and deletes what nothing refers to; it is shown first, and undone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers import TINY
from killer import killed
from pcgraph import validation
from pcgraph.errors import UsageError
from pcgraph.intake.curation.journal import Journal
from pcgraph.intake.curation.save import Stale
from pcgraph.query.names.candidates import candidates
from pcgraph.query.names.resolve import resolve
from pcgraph.store import data_folder, files
from pcgraph.store.project import find
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.graph import Graphs
from pcgraph.web.curate.things.merge_delete import delete, look_at_deletion, look_at_merge, merge

TWIN = """
id:acme-cranes a pcg:Company ;
    rdfs:label "Acme Cranes Ltd"@en , "艾克米起重机"@zh ;
    pcg:country id:sudland ;
    rdfs:seeAlso <https://acme.example> .
"""
SAID = {"reason": "One  firm, one address.", "by": "Ada Quay"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Copy the tiny graph, with a second entry of one company, which a source names."""
    made = shutil.copytree(TINY, tmp_path / "project" / "data")
    with (made / "register" / "agents.ttl").open("a") as register:
        register.write(TWIN)
    path = made / "sources" / "digest.ttl"
    path.write_text(path.read_text().replace("pcg:funder id:acme ,", "pcg:funder id:acme-cranes ,"))
    return made


@pytest.fixture
def desk(data: Path) -> Desk:
    return Desk(find(data), files.home("ontology"), None)


def content(data: Path) -> dict[str, bytes]:
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*.ttl")}


def changed(data: Path, before: dict[str, bytes]) -> set[str]:
    after = content(data)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def errors(data: Path) -> list[str]:
    found = validation.run(data_folder.read(data, files.home("ontology")))
    return [str(each) for each in found if each.severity == "error"]


def merged(desk: Desk, one: str, other: str, **more: str) -> str:
    pair = {"id": one, "into": other}
    return merge(desk, pair | SAID | {"shown": look_at_merge(desk, pair)["shown"]} | more)


def deleted(desk: Desk, id_: str, **more: str) -> list[str]:
    asked = {"id": id_, **more}
    return delete(desk, asked | {"shown": look_at_deletion(desk, asked)["shown"]})


# ---- Merging


def test_what_a_merge_changes_is_shown_first(desk: Desk, data: Path) -> None:
    before = content(data)
    plan = look_at_merge(desk, {"id": "acme-cranes", "into": "acme"})
    assert plan["lines"] == plan["earlier"] == []
    assert (plan["facts"], plan["sources"], plan["places"]) == (1, 1, ["Seamen's house"])
    assert plan["left"] == ["country of agent: Sudland", "see also: https://acme.example"]
    assert plan["files"] == ["the judgements"]
    assert plan["entries"][0] == {
        "id": "acme-cranes",
        "label": "Acme Cranes Ltd",
        "kind": "company",
        "place": "Sudland",
        "names": ["艾克米起重机"],
        "sources": 1,
    }
    whole = look_at_merge(desk, {"id": "acme", "into": "acme-cranes"})
    assert {"Acme Pilots", "Lifter", "Crane memorandum", "Crane contract"} <= {*whole["places"]}
    assert content(data) == before


@pytest.mark.slow
def test_a_merged_entry_is_found_by_its_id_and_its_names(desk: Desk, data: Path) -> None:
    before = content(data)
    assert merged(desk, "acme-cranes", "acme") == "acme-cranes-and-acme"
    assert changed(data, before) == {"judgements.ttl"}
    lines = (data / "judgements.ttl").read_text().partition("verdict:acme-cranes-and-acme ")[2].splitlines()
    assert lines[:-1] == [
        "a pcg:Verdict ;",
        "    pcg:onSubject id:acme-cranes ;",
        "    pcg:onProperty owl:sameAs ;",
        "    pcg:prefers id:acme ;",
        '    pcg:reason "One firm, one address."@en ;',
        '    pcg:decidedBy "Ada Quay" ;',
    ]
    assert errors(data) == []
    kg = Graphs(desk).now().kg
    assert kg is not None
    for name in ("id:acme-cranes", "Acme Cranes Ltd", "艾克米起重机"):
        assert resolve(kg, name) == kg.names.id + "acme"
    assert next(each.iri for each in candidates(kg, "acme-cranes")) == kg.names.id + "acme"
    assert desk.undo() == ["data/judgements.ttl"]
    assert content(data) == before
    assert desk.redo() == ["data/judgements.ttl"]
    assert changed(data, before) == {"judgements.ttl"}


def test_a_merge_replaces_what_was_judged_of_the_two(desk: Desk, data: Path) -> None:
    before = content(data)
    for one, other, said in (
        ("acme", "acme-pilots", "Not the same, of “Acme Pilots”: The pilots are a company of their own, below Acme."),
        ("daily-tide", "port-digest", "Cannot say, of “The Daily Tide”: Both print the same wire;"),
    ):
        plan = look_at_merge(desk, {"id": one, "into": other})
        assert plan["lines"] == []
        assert plan["earlier"][0].startswith(said)
        merged(desk, one, other)
        written = (data / "judgements.ttl").read_text()
        assert plan["earlier"][0].partition("”: ")[2] not in written
        assert errors(data) == []
        desk.undo()
    assert content(data) == before


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        ("acme", "acme", "“Acme” is entered twice; expected two entries; choose another one"),
        ("acme", "nobody", "“nobody” is unknown; expected an entry; choose one from the list"),
        ("acme", "vik", "The two are of unlike kinds; expected two things of one kind; choose another, or"),
        ("quay-works", "ferry-project", "“Quay works at Vik” is merged into “North Quay expansion” already; expected"),
        ("north-quay-expansion", "quay-works", "“Quay works at Vik” is merged into “North Quay expansion” already;"),
    ],
)
def test_a_merge_that_cannot_be(desk: Desk, data: Path, one: str, other: str, line: str) -> None:
    before = content(data)
    plan = look_at_merge(desk, {"id": one, "into": other})
    assert plan["lines"][0].startswith(line)
    assert plan["files"] == [] or "unlike" in line
    with pytest.raises(UsageError, match=re.escape(line[:20])):
        merged(desk, one, other)
    assert content(data) == before


def test_a_merge_that_says_too_little_or_was_not_seen(desk: Desk, data: Path) -> None:
    before = content(data)
    for more, message in (({"by": " "}, "no name"), ({"reason": " "}, "no reason")):
        with pytest.raises(UsageError, match=message):
            merged(desk, "acme-cranes", "acme", **more)
    late = look_at_merge(desk, {"id": "acme-cranes", "into": "acme"})["shown"]
    path = data / "sources" / "digest.ttl"
    path.write_text(path.read_text().replace("pcg:funder id:acme-cranes ,", "pcg:funder id:acme ,"))
    with pytest.raises(Stale, match="is not as it was shown"):
        merged(desk, "acme-cranes", "acme", shown=late)
    assert changed(data, before) == {"sources/digest.ttl"}


# ---- Deleting


def test_what_refers_to_an_entry_keeps_it(desk: Desk, data: Path) -> None:
    before = content(data)
    plan = look_at_deletion(desk, {"id": "acme-cranes"})
    assert plan["users"] == [{"text": "“Seamen's house”, funder, in “From the wires”", "slug": "digest"}]
    with pytest.raises(UsageError, match="entry: is referred to in 1 place; expected none; change these, or keep it"):
        deleted(desk, "acme-cranes")
    for id_, user in (
        ("ministry-of-transport", "“Ida Holm”, member of"),
        ("harbour-authority", "the decision about “Port Office of Vik”: The port of Vik has one office"),
        ("north-quay-expansion", "the decision about “Quay works at Vik”: Vik has one quay that grows."),
        ("borealis", "“Borealis”, headquarters, in “From the wires”"),
    ):
        texts = [each["text"] for each in look_at_deletion(desk, {"id": id_})["users"]]
        assert [text for text in texts if text.startswith(user)], texts
        with pytest.raises(UsageError, match="is referred to in"):
            deleted(desk, id_)
    with pytest.raises(UsageError, match="'nobody' is unknown; expected an entry or a source"):
        look_at_deletion(desk, {"id": "nobody"})
    assert content(data) == before


def test_an_entry_goes_with_its_parts(desk: Desk, data: Path) -> None:
    path = data / "sources" / "digest.ttl"
    path.write_text(path.read_text().replace("pcg:funder id:acme-cranes ,", "pcg:funder id:acme ,"))
    with (data / "register" / "places.ttl").open("a") as register:
        register.write("id:acme-cranes.lei a pcg:Identifier ;\n    pcg:identifies id:acme-cranes ;\n")
        register.write('    pcg:scheme v:lei ;\n    pcg:identifierValue "5493001KJTIIGC8Y1R12" .\n')
    before = content(data)
    plan = look_at_deletion(desk, {"id": "acme-cranes"})
    assert (plan["users"], plan["lines"], plan["facts"]) == ([], [], 9)
    assert plan["files"] == ["the register (agents): 5", "the register (places): 4"]
    deleted(desk, "acme-cranes")
    assert changed(data, before) == {"register/agents.ttl", "register/places.ttl"}
    assert "acme-cranes" not in "".join(each.decode() for each in content(data).values())
    desk.undo()
    assert content(data) == before


def test_an_engagement_goes_from_every_file(desk: Desk, data: Path) -> None:
    """With its steps and unnamed parties, the passages that only it cites, its names, its verdicts and searches."""
    before = content(data)
    with (data / "judgements.ttl").open("a") as judgements:
        judgements.write(
            "verdict:routes a pcg:Verdict ;\n    pcg:onSubject id:crane-talks ;\n    pcg:onProperty owl:sameAs ;\n"
            '    pcg:leavesOpen id:route-talks ;\n    pcg:reason "Who knows?"@en ;\n    pcg:decidedBy "A. Clerk" ;\n'
            '    pcg:decided "2025-06-03"^^xsd:date .\n'
        )
    plan = look_at_deletion(desk, {"id": "route-talks"})
    assert plan["users"] == plan["lines"] == []
    assert plan["engagements"] == ["Northern route"]
    assert plan["decisions"] == ["“Crane talks”: Who knows?"]
    assert {each.partition(":")[0] for each in plan["files"]} >= {"the judgements", "the searches"}
    deleted(desk, "route-talks")
    assert "route-talks" not in "".join(each.decode() for each in content(data).values())
    assert "judgements.ttl" not in changed(data, before)
    assert errors(data) == []
    desk.undo()
    desk.checker.refresh()
    accord = look_at_deletion(desk, {"id": "pilotage-accord"})
    assert accord["decisions"] == ["“pilotage-accord.unnamed”: Sudland has one ministry that may sign on pilotage."]
    deleted(desk, "pilotage-accord")
    tide = (data / "sources" / "tide-2025.ttl").read_text()
    assert "pilotage-accord" not in tide
    assert "char=542,678" not in tide
    assert "char=680,756" in tide
    assert errors(data) == []


def test_a_source_goes_with_what_only_it_describes(desk: Desk, data: Path) -> None:
    before = content(data)
    plan = look_at_deletion(desk, {"id": "courier-2025", "source": "yes"})
    assert plan["users"] == plan["lines"] == []
    assert plan["engagements"] == ["Joint laboratory"]
    done = deleted(desk, "courier-2025", source="yes")
    assert changed(data, before) == {"register/engagements.ttl", "sources/courier-2025.ttl", "verdicts.ttl"}
    assert sorted(Path(each).name for each in done) == ["courier-2025.ttl", "engagements.ttl", "verdicts.ttl"]
    assert not (data / "sources" / "courier-2025.ttl").exists()
    assert "lab-deal" not in (data / "register" / "engagements.ttl").read_text()
    assert errors(data) == []
    assert "courier-2025" not in desk.checker.inputs.slugs
    desk.undo()
    assert content(data) == before
    desk.redo()
    assert not (data / "sources" / "courier-2025.ttl").exists()


def test_what_refers_to_a_source_keeps_it(desk: Desk, data: Path) -> None:
    """Another source that tells of an engagement whose kind only this one gives, and a verdict that rests on it."""
    verdicts = data / "verdicts.ttl"
    verdicts.write_text(
        verdicts.read_text().replace('two parties and no more."@en', 'two."@en ;\n    pcg:restsOn src:tide-2025')
    )
    plan = look_at_deletion(desk, {"id": "tide-2025", "source": "yes"})
    texts = [each["text"] for each in plan["users"]]
    assert "the decision about “Safety Charter”: The paper says that the charter has two." in texts
    path = data / "sources" / "digest.ttl"
    path.write_text(
        path.read_text().replace(
            "id:first-ship a pcg:Project ;", "id:first-ship a pcg:Project ;\n    pcg:precedes id:harbour-loan ;"
        )
    )
    texts = [each["text"] for each in look_at_deletion(desk, {"id": "tide-2025", "source": "yes"})["users"]]
    assert "“First ship of Borealis”, precedes, in “From the wires”" in texts


def test_a_deletion_that_would_leave_an_error_is_refused(desk: Desk, data: Path) -> None:
    """A verdict decides between values, and the only source of one of them goes."""
    before = content(data)
    plan = look_at_deletion(desk, {"id": "digest", "source": "yes"})
    assert [line for line in plan["lines"] if "which no source says" in line]
    with pytest.raises(UsageError, match="which no source says"):
        deleted(desk, "digest", source="yes")
    assert content(data) == before


def test_a_story_of_the_page_keeps_an_entry(desk: Desk, data: Path) -> None:
    assert look_at_deletion(desk, {"id": "route-talks"})["users"] == []
    (data / "stories.yml").write_text("- id: route\n  address: engagement=id:route-talks&near=1\n")
    assert look_at_deletion(desk, {"id": "route-talks"})["users"] == [{"text": "a story of the page", "slug": ""}]
    (data / "stories.yml").write_text("- id: route\n  address: engagement=id:route-talks-2\n")
    assert look_at_deletion(desk, {"id": "route-talks"})["users"] == []


def test_a_story_of_the_page_keeps_a_duplicate(desk: Desk, data: Path) -> None:
    """The page names no merged entry, and would not be built."""
    (data / "stories.yml").write_text("- id: cranes\n  address: near=1 id:acme-cranes\n")
    assert look_at_merge(desk, {"id": "acme", "into": "acme-cranes"})["lines"] == []
    with pytest.raises(
        UsageError, match=r"“Acme Cranes Ltd” is named by a story of the page; expected .*; swap the two"
    ):
        merged(desk, "acme-cranes", "acme")


def test_a_side_of_the_project_stays(data: Path) -> None:
    with (data / "register" / "places.ttl").open("a") as register:
        register.write('id:westland a pcg:Country ;\n    rdfs:label "Westland"@en .\n')
    (data.parent / "pcgraph.toml").write_text('title = "x"\ndata = "data"\nsides = ["westland", "nordland"]\n')
    desk = Desk(find(data), files.home("ontology"), None)
    assert look_at_deletion(desk, {"id": "westland"})["users"] == [{"text": "the sides of the project", "slug": ""}]
    line = "“Westland” is named by the sides of the project; expected one that is not; swap the two"
    assert look_at_merge(desk, {"id": "westland", "into": "sudland"})["lines"] == [line]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("what", ["merge", "delete"])
def test_a_save_that_is_killed_is_all_or_nothing(what: str, tmp_path: Path, data: Path) -> None:
    """The files are the old ones or the new ones after the next start, whenever the process was killed."""
    works: dict[str, Callable[[Desk], object]] = {
        "merge": lambda desk: merged(desk, "acme-cranes", "acme"),
        "delete": lambda desk: deleted(desk, "courier-2025", source="yes"),
    }
    before, states, n, more = content(data), [], 0, True
    whole = shutil.copytree(data, tmp_path / "whole" / "data")
    works[what](Desk(find(whole), files.home("ontology"), None))
    after = content(whole)
    assert after != before
    desk = Desk(find(data), files.home("ontology"), None)
    asked = {"id": "acme-cranes", "into": "acme"} | SAID if what == "merge" else {"id": "courier-2025", "source": "yes"}
    look, do = (look_at_merge, merge) if what == "merge" else (look_at_deletion, delete)
    shown = look(desk, asked)["shown"]
    while more:
        n += 1
        more = killed(lambda: do(desk, asked | {"shown": shown}), n * 7)
        with Journal(data.parent).locked():
            states.append(content(data))
        if states[-1] == after:
            Journal(data.parent).undo()
        desk.checker.refresh()
        assert content(data) == before, n
    assert all(state in (before, after) for state in states)
    assert (states[0], states[-1]) == (before, after)


def test_nothing_is_said_in_the_words_of_files(desk: Desk) -> None:
    said: list[Any] = [
        look_at_merge(desk, {"id": one, "into": "acme"}) for one in ("acme-cranes", "acme-pilots", "vik")
    ]
    said += [look_at_deletion(desk, {"id": each}) for each in ("acme", "route-talks", "pilotage-accord", "vik")]
    said += [look_at_deletion(desk, {"id": each, "source": "yes"}) for each in desk.checker.inputs.slugs]
    text = json.dumps(said, ensure_ascii=False)
    assert re.findall(r"pcg:|rdfs:|xsd:|\bid:[a-z]|\bsrc:[a-z]|\.ttl\b|EDTF|\b[Tt]riples?\b|owl:|verdict:", text) == []
