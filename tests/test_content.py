"""What the page is told: ties and statuses by the day of knowledge, disputes, voices, places, and what is near."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import page_views
from helpers import CASES, TINY, changed, pcgraph
from pcgraph import api, build, page
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import SHIPPED, compact, local
from pcgraph.page import builder
from pcgraph.page import map as sheet
from pcgraph.page.view.positions import read_positions
from pcgraph.store import data_folder, files
from pcgraph.store.project import Project

expand = SHIPPED.expand

pytestmark = pytest.mark.slow

ONTOLOGY = files.home("ontology")


def compute(folder: Path, **scope: Any) -> api.KnowledgeGraph:
    return api.load(folder, build=None, **scope)


def ties(view: page.View, day: int | None = None) -> set[tuple[str, str, str, str]]:
    """List the ties believed now, or on a day."""
    nodes, table, matters = view["nodes"]["iri"], view["ties"], view["engagements"]["iri"]

    def on(flat: list[int | None]) -> bool:
        if day is None:
            return len(flat) % 2 == 1
        spans = zip(flat[::2], [*flat[1::2], None], strict=False)
        return any((since is None or since <= day) and (until is None or day < until) for since, until in spans)

    return {
        (
            view["words"]["relation"][table["relation"][at]]["id"],
            nodes[table["from"][at]],
            nodes[table["to"][at]],
            matters[table["engagement"][at]],
        )
        for at, flat in enumerate(table["known"])
        if on(flat)
    }


def believed(kg: api.KnowledgeGraph) -> set[tuple[str, str, str, str]]:
    """List the ties between agents that the tables hold, a symmetric one once."""
    symmetric = {relation.iri for relation in kg.ontology.relations if relation.symmetric}
    agents = {local(iri) for iri in kg.ontology.agent_classes}
    rows = kg.tables.relations.select("relation", "from", "to", "engagement").iter_rows()
    return {
        tuple(map(compact, row))  # type: ignore[misc]
        for row in rows
        if {kg.entities[row[1]].kind, kg.entities[row[2]].kind} <= agents
        and (row[0] not in symmetric or row[1] < row[2])
    }


def status(view: page.View, iri: str, day: int | None = None) -> str | None:
    flat = view["engagements"]["status"][view["engagements"]["iri"].index(iri)]
    for word, since, until in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
        now = until is None if day is None else (since is None or since <= day) and (until is None or day < until)
        if now and word is not None:
            return view["words"]["status"][word]["id"]
    return None


# ---- Days of knowledge


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_the_last_interval_is_what_is_believed(which: str, request: pytest.FixtureRequest) -> None:
    kg: api.KnowledgeGraph = request.getfixturevalue(which)
    view = kg.map().view
    assert ties(view) == believed(kg)
    now = {compact(iri): value for iri, value in kg.tables.engagements.select("engagement", "status").iter_rows()}
    assert {iri: status(view, iri) for iri in view["engagements"]["iri"]} == {
        iri: compact(value) if value else None
        for iri, value in (dict.fromkeys(view["engagements"]["iri"]) | now).items()
    }


def test_on_every_day_it_is_what_was_believed_then(tiny: api.KnowledgeGraph) -> None:
    view = tiny.map().view
    days = sorted({date(1970, 1, 1).fromordinal(719163 + day) for flat in view["ties"]["known"] for day in flat if day})
    assert len(days) > 4
    for day in days:
        then = compute(TINY, as_of=day)
        assert ties(view, builder.day(day)) == believed(then), day
        for iri, now in then.tables.engagements.select("engagement", "status").iter_rows():
            assert status(view, compact(iri), builder.day(day)) == (now and compact(now)), (day, iri)


def test_the_sources_and_voices_of_a_tie_are_those_of_the_table(tiny: api.KnowledgeGraph) -> None:
    view, voice = tiny.map().view, dict(tiny.tables.sources.select("source", "voice").iter_rows())
    table = tiny.tables.relations
    for at, flat in enumerate(view["ties"]["known"]):
        if len(flat) % 2 == 0:
            continue
        ends = [expand(view["nodes"]["iri"][view["ties"][end][at]]) for end in ("from", "to")]
        row = table.filter(
            (pl.col("relation") == expand(view["words"]["relation"][view["ties"]["relation"][at]]["id"]))
            & (pl.col("from") == ends[0])
            & (pl.col("to") == ends[1])
            & (pl.col("engagement") == expand(view["engagements"]["iri"][view["ties"]["engagement"][at]]))
        ).to_dicts()[0]
        assert [expand(view["sources"]["iri"][source]) for source in view["ties"]["sources"][at]] == row["sources"]
        assert view["ties"]["voices"][at] == len({voice[source] for source in row["sources"]})
    assert any(
        voices < len(sources)
        for voices, sources in zip(view["engagements"]["voices"], view["engagements"]["sources"], strict=True)
    )


def test_what_only_a_retracted_source_said_is_of_the_past(tiny: api.KnowledgeGraph) -> None:
    view = tiny.map().view
    assert "src:courier-2025" in view["sources"]["iri"]
    at = view["engagements"]["iri"].index("id:lab-deal")
    assert view["engagements"]["status"][at][-1] == builder.day(date(2025, 5, 10))
    assert status(view, "id:lab-deal") is None
    assert not view["engagements"]["sources"][at]


def test_a_scope_hides_what_is_outside_it() -> None:
    early = compute(TINY, as_of="2025-04-01").map().view
    assert early["as_of"] == builder.day(date(2025, 4, 1))
    assert early["today"] <= (early["as_of"] or 0)
    assert status(early, "id:lab-deal") is not None  # the retraction comes later and is not known yet
    alone = compute(TINY, only=["harbour-2024"]).map().view
    assert alone["sources"]["iri"] == ["src:harbour-2024"]
    assert {source for found in alone["ties"]["sources"] for source in found} <= {0}
    assert "src:tide-2025" not in str(compute(TINY, without=["tide-2025"]).map().view)
    gone = compute(TINY, without=["courier-2025"]).map().view
    assert "lab-deal" not in str(gone["engagements"]["iri"])


def test_a_build_read_back_tells_the_same(data: Path, tmp_path: Path) -> None:
    build.build(tmp_path / "build", data)
    kg, view = api.load(data, build=tmp_path / "build"), compute(data).map().view
    (data / "sources/digest.ttl").write_text("no Turtle", encoding="utf-8")  # is not looked at again
    assert kg.map().view == view


# ---- What stands in it


def test_agents_in_order_with_groups_and_the_unnamed_last(real: api.KnowledgeGraph) -> None:
    view = page_views.real_map().view
    kinds = [view["words"]["kind"][kind]["id"] for kind in view["nodes"]["kind"]]
    tied = {*view["ties"]["from"], *view["ties"]["to"]}
    rank = [
        3 if kind == "pcg:UnnamedParty" else 2 if kind == "pcg:Group" else 0 if at in tied else 1
        for at, kind in enumerate(kinds)
    ]
    assert rank == sorted(rank)
    assert set(rank) == {0, 1, 2, 3}
    unnamed = [label for label, kind in zip(view["nodes"]["label"], kinds, strict=True) if kind == "pcg:UnnamedParty"]
    assert set(unnamed) == {"unnamed party"}
    assert len(unnamed) == real.tables.parties.filter("unnamed")["agent"].n_unique()


def test_measures_are_those_of_rank(real: api.KnowledgeGraph) -> None:
    view = page_views.real_map().view
    assert [measure["name"] for measure in view["measures"]] == list(view["nodes"]["measure"])
    best = max(
        zip(view["nodes"]["measure"]["betweenness"], view["nodes"]["iri"], strict=True), key=lambda row: row[0] or 0
    )
    assert expand(best[1]) == real.rank("betweenness").top(1)[0][1]


def test_disputes_are_those_of_the_catalogue_with_the_reason_of_the_verdict(tiny: api.KnowledgeGraph) -> None:
    view = tiny.map().view
    found = {
        (iri, dispute["what"]): dispute
        for iri, disputes in zip(view["engagements"]["iri"], view["engagements"]["disputes"], strict=True)
        for dispute in disputes
    }
    rows = tiny.query("contradicting-values").to_polars()
    on = [(local(subject).partition(".")[0], name) for subject, name in rows.select("subject", "property").iter_rows()]
    matters = {local(expand(iri)) for iri in view["engagements"]["iri"]}
    lists = tiny.query("contradicting-party-lists").to_polars()
    assert {local(expand(iri)) for iri, _ in found} == {one for one, _ in on if one in matters} | {
        local(iri) for iri in lists["engagement"]
    }
    places = found["id:pilot-training", "quantity"]  # the number and what it counts are one dispute
    sources = view["sources"]["iri"]
    assert [(value, [sources[at] for at in said]) for value, said in places["values"]] == [
        ("450 scholarships", ["src:digest"]), ("500 people", ["src:tide-2025"]),
    ]  # fmt: skip
    assert (places["believed"], places["verdict"]) == ("500 people", "")
    assert found["id:safety-charter", "signatory"]["verdict"].startswith("The paper says")
    assert [dispute["verdict"] for (_, what), dispute in found.items() if what == "date"] == [""]


def test_numbers_keep_their_qualifiers_and_claims_are_not_amounts() -> None:
    def columns(case: str) -> tuple[dict[str, dict[str, Any]], Any]:
        view = api.load(CASES / f"{case}.trig", build=None).map().view
        table: Any = view["engagements"]
        names = ("amount", "claim", "quantity", "steps")
        return {
            local(expand(iri)): {name: table[name][at] for name in names} for at, iri in enumerate(table["iri"])
        }, table

    found, table = columns("a-claim-is-no-payment")
    assert {slug: (row["amount"], row["claim"]) for slug, row in found.items()} == {
        "port-conference": ("", "USD 8.5 bn (claimed)"), "quay-investment": ("", "EUR 300 m (claimed)"),
    }  # fmt: skip
    assert table["money_rank"] == [-1, -1]
    found, _ = columns("bounds-and-approximate-numbers")
    assert found["pilot-school"]["quantity"] == "over 500 people"
    assert found["ferry-ships"]["quantity"] == "about 30 to 40 vehicles"
    assert found["quay-loan"]["amount"] == "about USD 40 m"
    found, _ = columns("a-number-that-grows")
    assert [step[-1] for step in found["acme-schools"]["steps"]] == ["15 schools", "90 schools"]
    assert [step[-1] for step in found["crew-training"]["steps"]] == ["", "17,000 people"]
    found, table = columns("a-verdict-takes-a-number-whole")  # by currency, then by size: EUR 8 m, EUR 9 m, USD 44 m
    ranks = dict(zip(found, table["money_rank"], strict=True))
    assert ranks == {"ship-loan": 0, "quay-loan": 1, "crane-order": 2, "pilot-school": -1}


def test_every_sum_has_a_short_form_all_digits_its_kind_and_its_sources(data: Path) -> None:
    def found(case: str, name: str) -> list[Any]:
        view = api.load(CASES / f"{case}.trig", build=None).map().view
        return view["engagements"]["money"][view["engagements"]["iri"].index(f"id:{name}")]

    claim, other = found("a-claim-is-no-payment", "port-conference")
    assert claim == ("", "claim", "USD 8.5 bn", "USD 8,500,000,000", [0])
    assert other[1:3] == ("other", "EUR 7.9 bn (claimed)")
    assert found("bounds-and-approximate-numbers", "quay-loan")[0][1:4] == (
        "funding", "about USD 40 m", "about USD 40,000,000",
    )  # fmt: skip
    assert found("a-verdict-takes-a-number-whole", "crane-order")[0][1] == "value"
    case = (CASES / "a-verdict-that-rests-on-sources.trig").read_text(encoding="utf-8")
    loan = 'id:harbour-loan.completed a pcg:Step ; pcg:amount 1234567890 ; pcg:currency "USD" ;'
    file = data.parent / "step.trig"
    file.write_text(case.replace("id:harbour-loan.completed a pcg:Step ;", loan), encoding="utf-8")
    view = api.load(file, build=None).map().view
    [whole, part] = view["engagements"]["money"][0]
    assert whole[0] == ""
    assert [view["sources"]["iri"][source] for source in whole[4]] == ["src:b"]
    assert part[:4] == ("harbour-loan.completed", "funding", "USD 1.235 bn", "USD 1,234,567,890")
    assert view["engagements"]["steps"][0][0][-1] == ""  # a sum is no count


def test_disputed_sums_have_their_currency_and_those_in_another_are_given_beside(data: Path) -> None:
    case = (CASES / "a-verdict-that-rests-on-sources.trig").read_text(encoding="utf-8")
    before = 'pcg:amount 700000000 ;\n        pcg:currency "USD"'
    assert before in case
    file = data.parent / "sums.trig"

    def columns(text: str) -> tuple[Any, Any, list[str]]:
        file.write_text(text, encoding="utf-8")
        view = api.load(file, build=None).map().view
        return view["engagements"]["disputes"][0], view["engagements"]["money"][0], view["sources"]["iri"]

    [dispute], _, sources = columns(case)
    assert (dispute["what"], dispute["step"]) == ("amount", "")
    assert [(value, [sources[one] for one in said]) for value, said in dispute["values"]] == [
        ("USD 2 bn", ["src:a"]), ("USD 700 m", ["src:b"]),
    ]  # fmt: skip
    other = case[: case.index("g:verdicts")].replace(before, before.replace("USD", "PKR"))
    disputes, money, sources = columns(other)
    assert disputes == []
    assert [(kind, short, [sources[one] for one in said]) for _, kind, short, _, said in money] == [
        ("paid", "USD 2 bn", ["src:a"]), ("other", "PKR 700 m", ["src:b"]),
    ]  # fmt: skip


def test_a_dispute_about_a_step_names_it(tiny: api.KnowledgeGraph) -> None:
    view = tiny.map().view
    table = view["engagements"]
    [dispute] = table["disputes"][table["iri"].index("id:crane-contract")]
    assert (dispute["what"], dispute["step"]) == ("date", "crane-contract.signed")
    steps = {step[6] for found in table["steps"] for step in found}
    assert {dispute["step"] for found in table["disputes"] for dispute in found} <= {"", *steps}


def test_who_acts_for_whom_is_a_link() -> None:
    view = api.load(CASES / "a-person-signs-for-a-named-body.trig", build=None).map().view
    [links] = view["engagements"]["links"]
    assert [label for name, _, label in links if name == "representative"] == ["ida-holm for ministry-of-ports"]


def test_known_unknowns_are_told(real: api.KnowledgeGraph) -> None:
    told = page_views.real_map().view["unknowns"]
    assert any("agreements claimed" in line for line in told)
    assert any("not named by any source" in line for line in told)
    undated = next(line for line in told if "have no date" in line)
    every = real.tables.engagements.height
    steps = real.tables.steps.filter(pl.col("date").is_not_null())["engagement"].n_unique()
    assert undated == f"{every - steps} of {every} engagements have no date in any source"


def test_words_have_their_labels_in_other_languages(data: Path, tmp_path: Path) -> None:
    ontology = Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology"))
    with (ontology / "pcgraph.ttl").open("a", encoding="utf-8") as file:
        file.write('\npcg:signsWith rdfs:label "unterschreibt mit"@de .\n')
    kg = api.KnowledgeGraph(loading.compute(data_folder.read(data, ontology)))
    for languages in (("en", "zh", "ur"), ("en", "de")):
        view = changed(kg, project=Project(data, data.parent, languages=languages)).map().view
        word = next(word for word in view["words"]["relation"] if word["id"] == "pcg:signsWith")
        assert word["label"] == "signs with"
        assert sorted(word["labels"]) == sorted({*languages} - {"en"})


def test_links_are_told_from_both_ends(tiny: api.KnowledgeGraph) -> None:
    view = tiny.map().view
    iris, links = view["engagements"]["iri"], view["engagements"]["links"]
    talks, agreement = iris.index("id:crane-talks"), iris.index("id:crane-agreement")
    assert [word for word, at, _ in links[talks] if at == agreement] == ["led to"]
    assert [word for word, at, _ in links[agreement] if at == talks] == ["came of"]
    ship, loan = iris.index("id:first-ship"), iris.index("id:ship-loan")
    assert "part of" in [word for word, at, _ in links[ship] if at == loan]
    assert "has part" in [word for word, at, _ in links[loan] if at == ship]


def test_quotes_only_with_texts(tiny: api.KnowledgeGraph) -> None:
    def quotes(view: page.View) -> list[object]:
        return [quote for found in view["engagements"]["passages"] for *_, quote in found]

    assert set(quotes(tiny.map().view)) == {0}
    assert any(isinstance(quote, str) for quote in quotes(tiny.map(texts=TINY.parent / "texts").view))


# ---- What is near


def test_a_focus_holds_what_is_near_and_nothing_else(tiny: api.KnowledgeGraph) -> None:
    whole = tiny.map().view
    for hops in (1, 2, 3):
        view = tiny.map(focus="acme", hops=hops).view
        assert view["focus"] == {"node": "id:acme", "hops": hops}
        assert view["nodes"]["iri"].count("id:acme") == 1
        assert ties(view) <= ties(whole)
    near = tiny.map(focus="sudland-bank", hops=1).view
    tied = {end for _, *ends, _ in ties(near) for end in ends}
    assert tied == {"id:sudland-bank", "id:borealis", "id:harbour-authority"}
    mine = {
        local(iri) for iri in tiny.tables.parties.filter(pl.col("agent").str.ends_with("/sudland-bank"))["engagement"]
    }
    assert mine <= {local(expand(iri)) for iri in near["engagements"]["iri"]}
    assert "id:port-coordination" not in near["engagements"]["iri"]


def test_a_map_shows_itself_with_a_still_picture_of_the_same(tiny: api.KnowledgeGraph) -> None:
    near = tiny.map(focus="sudland-bank", hops=1)
    assert "<title>Network of 3 nodes and" in near.svg
    bundle = near._repr_mimebundle_()
    assert bundle.keys() <= {"text/html", "image/svg+xml"}
    assert f"<title>Network of {tiny.network().number_of_nodes()} nodes" in tiny.map().svg
    assert repr(near) == f"Map({len(near.view['nodes']['iri'])} agents, {len(near.view['ties']['from'])} ties)"
    huge = sheet.Map("<!DOCTYPE html>", page.empty(), lambda _: tiny.engagements)
    assert huge.svg == ""
    assert 'sandbox="allow-scripts' in huge._repr_mimebundle_()["text/html"]
    assert "<img" not in huge._repr_mimebundle_()["text/html"]


def test_what_is_selected_on_a_map_is_a_frame(tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    near = tiny.map(focus="sudland-bank", hops=1)
    assert near.selected.is_empty()
    assert near.selected.columns == tiny.engagements.columns
    assert "application/vnd.jupyter.widget-view+json" not in near._repr_mimebundle_()  # outside of a notebook
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PCGRAPH_STATIC", raising=False)
    monkeypatch.setattr(sheet, "is_usable", lambda: True)
    assert near._repr_mimebundle_().keys() == {"text/html", "application/vnd.jupyter.widget-view+json"}
    near._widget.chosen = ["id:acme"]  # as the frame does after a click
    own = tiny.tables.parties.filter(agent="https://w3id.org/pcgraph/id/acme")["engagement"].unique()
    assert set(near.selected["engagement"]) == set(own) != set()
    near._widget.chosen = [engagement := near.selected["engagement"][0]]
    assert near.selected["engagement"].to_list() == [engagement]


def test_without_anywidget_the_message_names_the_extra(
    tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(UsageError, match=r"pcgraph\[notebook\]: anywidget is not installed"):
        _ = tiny.map(focus="acme", hops=1).selected


def test_a_focus_that_is_none(tiny: api.KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"^focus 'acmee': not in the graph in scope; .*; did you mean acme\?$"):
        tiny.map(focus="acmee")
    for hops in (0, 4):
        with pytest.raises(UsageError, match="expected 1, 2 or 3"):
            tiny.map(focus="acme", hops=hops)


def test_relations_narrow_the_ties_and_unknown_ones_are_refused(tiny: api.KnowledgeGraph) -> None:
    assert {relation for relation, *_ in ties(tiny.map("signsWith").view)} == {"pcg:signsWith"}
    with pytest.raises(UsageError, match="did you mean signsWith"):
        tiny.map(["signsWit"])


# ---- Places


def test_places_are_kept_and_new_ones_added(tiny: api.KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "positions.csv"
    first = tiny.map()
    first.save_positions(path)
    lines = path.read_text().splitlines()
    assert lines[0] == "iri,x,y"
    assert lines[1:] == sorted(lines[1:])
    moved = [line for line in lines if not line.startswith("id:acme,")] + ["id:acme,-4321.5,99"]
    fewer = [line for line in moved if not line.startswith("id:crane-")]
    path.write_text("\n".join(fewer) + "\n")
    again = tiny.map(positions=path)
    nodes = again.view["nodes"]
    assert (nodes["x"][nodes["iri"].index("id:acme")], nodes["y"][nodes["iri"].index("id:acme")]) == (-4321.5, 99)
    again.save_positions(path)
    kept = read_positions(path)
    assert kept[expand("acme")] == (-4321.5, 99)
    assert expand("crane-talks") in kept
    before = path.read_bytes()
    tiny.map(positions=path).save_positions(path)
    assert path.read_bytes() == before
    tiny.map(focus="acme", hops=1, positions=path).save_positions(path)
    assert path.read_bytes() == before  # what a smaller page does not show keeps its place


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "wrong header"),
        ("view,iri,x,y\n", 1, "wrong header; expected iri,x,y"),
        ("iri,x,y\nid:acme,1\n", 2, "2 cells; expected 3"),
        ("iri,x,y\nid:acme,1,nan\n", 2, "expected two numbers"),
        ("iri,x,y\nid:acme,one,2\n", 2, "expected two numbers"),
        ("iri,x,y\nid:acme,1,1e99\n", 2, "expected two numbers"),
        ("iri,x,y\n,1,2\n", 2, "expected a short IRI, id:SLUG"),
        ("iri,x,y\nid:acme,1,2\nid:acme,1,2\n", 3, "occurs twice"),
    ],
)
def test_bad_rows_are_told_by_file_and_line(text: str, line: int, words: str, tmp_path: Path) -> None:
    path = tmp_path / "positions.csv"
    path.write_text(text)
    with pytest.raises(InvalidInput, match=rf"positions\.csv:{line}: positions: .*{words}"):
        read_positions(path)


def test_a_file_of_places_in_the_data_folder_is_read_counts_and_is_not_written(data: Path, tmp_path: Path) -> None:
    key = loading.key(data, ONTOLOGY)
    path = data / data_folder.POSITIONS
    path.write_text("iri,x,y\nid:acme,-4321.5,99\n")
    assert loading.key(data, ONTOLOGY) != key
    before = path.read_bytes()
    build.build(tmp_path / "build", data)
    assert "-4321.5" in (tmp_path / "build/map.html").read_text(encoding="utf-8")
    assert path.read_bytes() == before
    path.write_text("iri,x,y\nid:acme,far,99\n")
    with pytest.raises(InvalidInput, match=r"positions\.csv:2"):
        build.build(tmp_path / "build", data)
    assert "-4321.5" in (tmp_path / "build/map.html").read_text(encoding="utf-8")


def test_the_command_line(data: Path, tmp_path: Path) -> None:
    words = ("map", "--data", str(data), "-o", "near.html", "--focus", "acme", "--hops", "1")
    done = pcgraph(*words, "--positions", "places.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "near.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    first = (tmp_path / "places.csv").read_bytes()
    assert pcgraph(*words, "--positions", "places.csv", cwd=tmp_path).returncode == 0
    assert (tmp_path / "places.csv").read_bytes() == first
    (tmp_path / "places.csv").write_text("nothing\n")
    done = pcgraph(*words, "--positions", "places.csv", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 2)  # one line for the source left out
    done = pcgraph("map", "--data", str(data), "--focus", "acmee", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean acme?" in done.stderr
    assert pcgraph("map", "--data", str(data), "--focus", "acme", "--hops", "4", cwd=tmp_path).returncode == 2
