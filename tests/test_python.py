"""Python as a newcomer explores it: dir, help, signatures, and the calls that are tried first."""

from __future__ import annotations

import inspect
import pydoc
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import pcgraph
from helpers import TEXTS, TINY
from pcgraph import KnowledgeGraph, PcgraphWarning, UsageError
from pcgraph.analysis.network import NetworkSpec
from pcgraph.api.options import NetworkOptions

SPEC = {field.name: field.default for field in fields(NetworkSpec) if field.name != "relations"}


def api_functions() -> Iterator[tuple[str, Any]]:
    yield from (("load", pcgraph.load), ("connect", pcgraph.connect))
    for name, method in inspect.getmembers(KnowledgeGraph, inspect.isfunction):
        if not name.startswith("_") and method.__module__.startswith("pcgraph.api."):
            yield name, method


FUNCTIONS = dict(api_functions())
WITH_NETWORKS = [name for name, method in FUNCTIONS.items() if "fold_people" in inspect.signature(method).parameters]


def test_dir_shows_the_public_names_and_nothing_else() -> None:
    assert dir(pcgraph) == sorted(pcgraph.__all__)
    assert all(hasattr(pcgraph, name) for name in pcgraph.__all__)


def test_help_shows_the_public_names() -> None:
    text = pydoc.plain(pydoc.render_doc(pcgraph))
    for name in ("load(", "connect(", "class KnowledgeGraph", "class UsageError"):
        assert name in text
    assert "TYPE_CHECKING" not in text


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_parameter_is_explained_where_it_stands(name: str) -> None:
    section = (inspect.getdoc(FUNCTIONS[name]) or "").partition("Parameters\n----------\n")[2].partition("\n\n")[0]
    explained = {each for line in re.findall(r"^(\S.*)$", section, re.MULTILINE)
                 for each in line.partition(" : ")[0].split(", ")}  # fmt: skip
    parameters = inspect.signature(FUNCTIONS[name]).parameters.values()
    assert {str(each.replace(annotation=each.empty, default=each.empty)) for each in parameters} - {"self"} == explained


def test_the_options_of_networks_are_one_list() -> None:
    assert NetworkOptions.__annotations__.keys() == SPEC.keys()
    assert {"network", "rank", "ranks", "measures", "compare", "over_time", "draw", "brokerage"} <= {*WITH_NETWORKS}


@pytest.mark.parametrize("name", WITH_NETWORKS)
def test_signatures_show_the_options_of_networks(name: str) -> None:
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    assert {*SPEC} <= {*parameters}
    assert {parameters[each].default for each in ("projection", "weight")} == {"relations", "newman"}
    assert inspect.Parameter.VAR_KEYWORD not in {each.kind for each in parameters.values()}


NEEDED = {"measure": "degree", "measures": "degree", "name": "deals", "text": "acme", "thing": "acme", "one": "acme",
          "relation": "signsWith", "other": "harbour-authority", "question": "what-was-signed", "after": None,
          "path": "brief.html", "url": "http://127.0.0.1:9"}  # fmt: skip


def call_with(method: Any, **given: Any) -> Any:
    """Call a function with these arguments, and with good ones where it needs more."""
    parameters = inspect.signature(method).parameters
    missing = {name for name, parameter in parameters.items() if parameter.default is parameter.empty} & {*NEEDED}
    given = {name: NEEDED[name] for name in missing} | given
    only_by_place = [name for name in given if parameters[name].kind is inspect.Parameter.POSITIONAL_ONLY]
    return method(*(given.pop(name) for name in only_by_place), **given)


@pytest.mark.slow
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_value_of_a_wrong_type_is_named_in_one_line(
    name: str, tiny: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    method = getattr(tiny, name, None) or FUNCTIONS[name]
    for parameter in inspect.signature(method).parameters.values():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD or (name, parameter.name) == ("compare", "projection"):
            continue  # `projections` has one for each network
        for wrong in (object(), [5], -1.5, b"x", *([None] if "None" not in str(parameter.annotation) else [])):
            if parameter.annotation == "Day" and wrong is None:
                continue
            with pytest.raises(UsageError) as caught:
                call_with(method, **{parameter.name: wrong})
            assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda kg: kg.query("what-was-signed", timeout="x"), "query: timeout 'x': is a str; expected seconds above 0"),
        (lambda kg: kg.query("what-was-signed", timeout=-1), "timeout -1: is an int; expected seconds above 0 or None"),
        (lambda kg: kg.rank("degree", groups="no"), "rank: groups 'no': is a str; expected True or False"),
        (lambda kg: kg.network(None), "network: relations None: is a NoneType; expected a name or a list of names"),
        (lambda kg: kg.map(sure=kg.rank("degree")), "expected a list of rankings from kg.ranks"),
        (lambda _: pcgraph.load(as_of=5), "as_of '5': not a day, month or year"),
        (lambda _: pcgraph.connect("http://127.0.0.1:9", timeout="long"), "connect: timeout 'long': is a str"),
        (lambda kg: kg.rank("degree")["Borealid"], "did you mean Borealis?"),
        (lambda kg: kg.rank("degree")[100], "expected a number below"),
        (lambda kg: kg.label("Borealid"), "did you mean borealis?"),
    ],
)
def test_what_a_wrong_call_says(call: Any, said: str, tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        call(tiny)


def test_numbers_of_numpy_and_iterators_are_welcome(tiny: KnowledgeGraph) -> None:
    import numpy as np

    assert len(tiny.find("acme", limit=np.int64(1))) == 1
    assert tiny.query("what-was-signed", timeout=np.float64(60))
    assert tiny.network(iter(["signsWith"]), groups=np.True_).number_of_nodes()


def test_labels_are_found_by_id_and_by_name(tiny: KnowledgeGraph) -> None:
    acme = "https://w3id.org/pcgraph/id/acme"
    assert {tiny.label(name) for name in ("acme", "id:acme", acme, "ACME", str(tiny.label(acme)))} == {tiny.label(acme)}
    assert tiny.label("Harbour Authority of Nordland") == tiny.label("harbour-authority")
    assert tiny.label("https://example.org/nothing") is None


def test_a_ranking_has_rows_by_name_and_columns(tiny: KnowledgeGraph) -> None:
    ranking = tiny.rank("degree")
    first = ranking[0]
    assert ranking[first.label] == ranking[first.agent] == ranking[f"id:{first.agent.rpartition('/')[2]}"] == first
    assert ranking[first.label.upper()].rank == 1
    assert ranking["value"].to_list() == ranking.table["value"].to_list()


def test_completion_shows_what_users_need(tiny: KnowledgeGraph) -> None:
    shown = {name for name in dir(tiny) if not name.startswith("_")}
    assert {*FUNCTIONS, "tables", "engagements", "dataset"} - {"load", "connect"} <= shown
    assert all(hasattr(tiny, name) for name in shown - {"page", "dataset", "current"})
    assert not {name for name in shown if name.startswith("read_")} | ({"key", "reported", "with_tables"} & shown)


@pytest.mark.slow
@pytest.mark.parametrize(
    "call",
    [
        lambda kg: kg.rank("degree"),
        lambda kg: kg.rank("degree", uncertainty=2),
        lambda kg: kg.compare("degree"),
        lambda kg: kg.dormancy(),
        lambda kg: kg.times([]),
        lambda kg: kg.brokerage(),
        lambda kg: kg.unseen(since=2024, until=2025),
        lambda kg: kg.over_time("degree"),
        lambda kg: kg.query("everything-about", party="huawei"),
        lambda kg: kg.find("huawei"),
        lambda kg: kg.why("huawei", "signsWith", "ntc"),
    ],
)
def test_a_result_fits_a_screen(call: Any, real: KnowledgeGraph) -> None:
    lines = repr(call(real)).splitlines()
    assert len(lines) <= 20
    assert max(map(len, lines)) <= 100
    assert "shape:" not in "".join(lines)


def test_a_measure_that_others_define_otherwise_is_named(tiny: KnowledgeGraph) -> None:
    with pytest.warns(PcgraphWarning, match="measure 'closeness': closeness is harmonic here"):
        assert "closeness is harmonic here" in repr(tiny.rank("closeness"))
    with pytest.warns(PcgraphWarning, match="closeness is harmonic"):
        tiny.measures(names="closeness")


def test_an_empty_ranking_says_which_option_has_ties(real: KnowledgeGraph) -> None:
    with pytest.warns(PcgraphWarning, match=r"empty with relations=trains; .*; set groups=True \(\d+ ties\)"):
        assert len(real.rank("degree", "trains")) == 0
    assert len(real.rank("degree", "trains", groups=True)) > 0


def test_the_questions_are_a_frame(tiny: KnowledgeGraph) -> None:
    found = tiny.questions()
    assert found.columns == ["name", "topic", "question", "parameters"]
    assert found.filter(name="who-signed-with").row(0)[1:] == (
        "agreements", "Who signed with this party, and what did they sign?", "party=harbour-authority",
    )  # fmt: skip
    with pytest.raises(UsageError, match=r"no question; expected .*; see kg\.questions\(\)"):
        tiny.query()


@pytest.mark.slow
def test_one_name_is_one_name(tiny: KnowledgeGraph) -> None:
    """A text where a list is expected is not a list of letters."""
    assert pcgraph.load(TINY, only="tide-2025", build=None).scope.only == ("tide-2025",)
    assert pcgraph.load(TINY, without="digest", build=None).scope.without == ("digest",)
    assert tiny.measures(names="degree").columns == ["agent", "label", "degree", "note"]
    assert [each.measure for each in tiny.ranks("degree", uncertainty=2)] == ["degree"]
    with pytest.raises(UsageError, match="compare: 1 network; expected two or more"):
        tiny.compare("degree", "partners")
    assert tiny.times("mou").table.equals(tiny.times(["mou"]).table)
    assert tiny.diff(tiny, "what-was-signed").is_empty()


def test_the_default_measure_is_that_of_the_command_line(tiny: KnowledgeGraph) -> None:
    assert tiny.rank().measure == "betweenness"


def test_a_folder_may_be_a_text(tiny: KnowledgeGraph) -> None:
    assert tiny.show("acme", str(TEXTS)) == tiny.show("acme", TEXTS)
    assert tiny.why("acme", "signsWith", "harbour-authority", texts=str(TEXTS))["ties"]
    assert tiny.map(texts=str(TEXTS)).html == tiny.map(texts=TEXTS).html


@pytest.mark.parametrize(
    ("method", "words", "options", "said"),
    [
        ("rank", ("degre",), {}, "did you mean degree?"),
        ("rank", ("degree",), {"contry": "nordland"}, "did you mean country?"),
        ("network", (), {"projection": "partner"}, "did you mean partners?"),
        ("network", ("signWith",), {}, "did you mean signsWith?"),
        ("query", ("who-signd-with",), {}, "did you mean who-signed-with?"),
        ("over_time", ("degree",), {"since": "last year"}, "expected YYYY-MM-DD"),
        ("unseen", (), {"by": "contry"}, "did you mean country?"),
    ],
)
def test_a_typical_slip_names_what_exists(
    tiny: KnowledgeGraph, method: str, words: tuple[str, ...], options: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        getattr(tiny, method)(*words, **options)
