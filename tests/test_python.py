"""Python as a newcomer explores it: dir, help, signatures, and the calls that are tried first."""

from __future__ import annotations

import inspect
import pydoc
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

import pcgraph
from helpers import TEXTS, TINY
from pcgraph import KnowledgeGraph, UsageError
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
